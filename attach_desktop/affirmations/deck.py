"""The deck: the library and the person's own sentences as one, each with what the person has made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from attach_desktop.affirmations.library import Wording, softened
from attach_desktop.affirmations.sentence import Sentence
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.search import folded
from attach_desktop.vault.words import word_key

#: Which of active, hidden and resting cards are wanted.
Show = Literal["active", "hidden", "retired", "all"]


@dataclass(frozen=True, slots=True)
class Card:
    """One sentence as it is shown.

    ``wording`` is what the library says (None for the person's own), ``record`` what the person has made of it (None
    until they have). ``id`` is the library's where there is one, else the record's.
    """

    id: str
    wording: Wording | None
    record: Stored[Sentence] | None

    @property
    def text(self) -> str:
        """How it reads now."""
        if self.record is not None:
            return self.record.value.text
        return self.wording.text if self.wording else ""

    @property
    def full(self) -> str:
        """The full wording, which a gentler one stands in for."""
        return (self.record.value.gentler_of if self.record else "") or self.text

    @property
    def themes(self) -> tuple[str, ...]:
        """What it is for."""
        if self.record is not None:
            return self.record.value.themes
        return self.wording.themes if self.wording else ()

    @property
    def pull(self) -> str:
        """The pull it answers."""
        if self.record is not None:
            return self.record.value.pull
        return self.wording.pull if self.wording else ""

    @property
    def belief(self) -> int | None:
        """How far it is believed, 0 to 10; None where it was not rated as it reads now."""
        return self.record.value.belief if self.record else None

    @property
    def favourite(self) -> bool:
        """Whether it is one of the favourites."""
        return self.record is not None and self.record.value.favourite

    @property
    def hidden(self) -> bool:
        """Whether the person put it out of sight."""
        return self.record is not None and self.record.value.hidden

    @property
    def retired(self) -> bool:
        """Whether it rests, because it left the person feeling worse."""
        return self.record is not None and self.record.value.retired

    @property
    def active(self) -> bool:
        """Whether it may come up: neither hidden nor resting."""
        return not (self.hidden or self.retired)

    @property
    def sets(self) -> tuple[str, ...]:
        """The person's own sets it is in."""
        return self.record.value.sets if self.record else ()

    @property
    def own(self) -> bool:
        """Whether it is the person's own, and not of the library."""
        return self.wording is None

    @property
    def changed(self) -> bool:
        """Whether a sentence of the library reads otherwise than in it."""
        return self.wording is not None and self.text != self.wording.text

    @property
    def forms(self) -> tuple[str, ...]:
        """Every wording of it, from the gentlest to the full one."""
        if self.wording is not None and self.full in (self.wording.text, *self.wording.gentler):
            return (*self.wording.gentler, self.wording.text)
        return (*softened(self.full), self.full)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFilter:
    """Which cards are wanted; everything given must hold. Each word of ``query`` is looked for in text and sets."""

    query: str = ""
    themes: tuple[str, ...] = ()
    pull: str = ""
    set: str = ""
    favourite: bool = False
    own: bool = False
    show: Show = "active"

    @property
    def any(self) -> bool:
        """Whether it leaves anything out, beside what is hidden or resting."""
        return self != CardFilter(show=self.show)

    def takes(self, card: Card) -> bool:
        """Whether it wants ``card``."""
        shown = {"active": card.active, "hidden": card.hidden, "retired": card.retired, "all": True}
        if not shown[self.show] or (self.favourite and not card.favourite) or (self.own and not card.own):
            return False
        if not set(self.themes) <= set(card.themes) or (self.pull and self.pull != card.pull):
            return False
        if self.set and word_key(self.set) not in {word_key(name) for name in card.sets}:
            return False
        words = folded(self.query).split()
        if not words:
            return True
        text = folded(" ".join((card.text, card.full, *card.sets)))
        return all(word in text for word in words)


_ACTIVE = CardFilter()


class Deck:
    """Every card: the person's own first, the newest at the top, then the library theme after theme."""

    def __init__(self, library: Mapping[str, Wording], records: Iterable[Stored[Sentence]]) -> None:
        """The cards of ``library`` with what the ``records`` say about them, and the person's own."""
        kept: dict[str, Stored[Sentence]] = {}
        for record in records:
            name = card_id(record)
            present = kept.get(name)
            kept[name] = record if present is None else newer(present, record)
        own = [Card(name, None, record) for name, record in kept.items() if name not in library]
        own.sort(key=_noted, reverse=True)
        cards = [*own, *(Card(name, wording, kept.get(name)) for name, wording in library.items())]
        self._cards = {card.id: card for card in cards}

    def __iter__(self) -> Iterator[Card]:
        """Every card, hidden and resting ones too."""
        return iter(self._cards.values())

    def __len__(self) -> int:
        """How many cards there are, hidden and resting ones too."""
        return len(self._cards)

    def card(self, name: str) -> Card | None:
        """The card of this id, or None."""
        return self._cards.get(name)

    def cards(self, wanted: CardFilter = _ACTIVE) -> list[Card]:
        """The cards that ``wanted`` takes, in the order of the deck; without it, all that may come up."""
        return [card for card in self if wanted.takes(card)]

    def saying(self, text: str) -> Card | None:
        """The card that says just this, if there is one; case and blanks do not matter."""
        wanted = _said(text)
        return next((card for card in self if wanted in (_said(card.text), _said(card.full))), None)

    def sets(self) -> list[str]:
        """The names of the person's sets, in alphabetical order."""
        found: dict[str, str] = {}
        for card in self:
            for name in card.sets:
                found.setdefault(word_key(name), name)
        return [found[key] for key in sorted(found)]


def card_id(record: Stored[Sentence]) -> str:
    """The id of the card that a record belongs to."""
    return record.value.origin or record.id


def newer(one: Stored[Sentence], other: Stored[Sentence]) -> Stored[Sentence]:
    """Of two records about the same sentence (one came in from another vault) the one that was changed last."""
    return max(one, other, key=lambda record: (record.updated, record.id))


def _noted(card: Card) -> int:
    return card.record.place if card.record else 0


def _said(text: str) -> str:
    return word_key(" ".join(text.split()))
