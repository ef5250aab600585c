"""Sentences and cards to try rules on."""

from __future__ import annotations

from typing import Any

from attach_desktop.affirmations.deck import Card
from attach_desktop.affirmations.library import Wording, wordings
from attach_desktop.affirmations.sentence import Sentence
from attach_desktop.clock import Moment
from attach_desktop.vault.kind import Stored
from tests.support import NOW, ZONE

AT = Moment.from_datetime(NOW, ZONE)
LIBRARY = wordings()
#: Some sentence of the library, with three gentler forms.
WORDING: Wording = LIBRARY["ask-hear-no"]


def sentence(text: str = "I can try.", **fields: Any) -> Sentence:
    """A sentence with what matters to a test."""
    return Sentence(text=text, noted=AT, **fields)


def stored(value: Sentence, name: str = "own-1", place: int = 0) -> Stored[Sentence]:
    """A record of ``value``."""
    return Stored(name, value, NOW, NOW, place)


def own_card(text: str = "I can try.", name: str = "own-1", **fields: Any) -> Card:
    """A card of the person's own."""
    return Card(name, None, stored(sentence(text, **fields), name))


def library_card(wording: Wording = WORDING, **fields: Any) -> Card:
    """A card of the library; with ``fields``, the person has made something of it."""
    if not fields:
        return Card(wording.id, wording, None)
    usual: dict[str, Any] = {"text": wording.text, "themes": wording.themes, "pull": wording.pull}
    return Card(wording.id, wording, stored(sentence(**{**usual, "origin": wording.id, **fields}), "record-1"))
