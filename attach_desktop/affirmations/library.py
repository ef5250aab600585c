"""The library of sentences that come with the program: our own, in graded wording. It is never copied into a vault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from attach_desktop import resources
from attach_desktop.affirmations.sentence import MAX_SENTENCE, THEMES
from attach_desktop.errors import FaultsError, fault
from attach_desktop.vault.words import word_key


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence of the library: its full ``text``, and two or three ``gentler`` forms from the gentlest on."""

    id: str
    themes: tuple[str, ...]
    pull: str
    text: str
    gentler: tuple[str, ...]


@cache
def wordings(language: str = resources.FALLBACK_LANGUAGE) -> Mapping[str, Wording]:
    """Every sentence of the library by its id, theme after theme."""
    found = {
        item["id"]: Wording(item["id"], tuple(item["themes"]), item["pull"], item["text"], tuple(item["gentler"]))
        for item in texts(language)["sentences"]
    }
    return MappingProxyType(found)


def texts(language: str = resources.FALLBACK_LANGUAGE) -> dict[str, Any]:
    """Every sentence that a person reads around affirmations (content/<language>/affirmations.json)."""
    found: dict[str, Any] = resources.content("affirmations", language)
    return found


def theme_name(theme: str, language: str = resources.FALLBACK_LANGUAGE) -> str:
    """How a theme is called. Raises KeyError for what is none."""
    name: str = texts(language)["themes"][theme]["name"]
    return name


def theme_named(given: str, language: str = resources.FALLBACK_LANGUAGE) -> str:
    """The theme that ``given`` means, by its id or its name. Raises FaultsError naming those there are."""
    for theme in THEMES:
        if word_key(given) in (theme, word_key(theme_name(theme, language))):
            return theme
    raise FaultsError([fault("themes", "not-a-choice", choices=", ".join(THEMES))])


def softened(full: str, language: str = resources.FALLBACK_LANGUAGE) -> tuple[str, ...]:
    """Gentler forms of a sentence that the library does not know, from the gentlest on.

    Empty where it does not begin like a statement (one cannot put "Breathe." in the middle of another sentence), and
    where it is a gentle form already.
    """
    stems: list[str] = texts(language)["stems"]
    text = full.strip()
    starts = tuple(stem.partition("{")[0] for stem in stems)
    if not _is_statement(text, language) or text.startswith(starts):
        return ()
    forms = (stem.format(clause=_clause(text)) for stem in stems)
    return tuple(form for form in forms if len(form) <= MAX_SENTENCE)


def _is_statement(text: str, language: str) -> bool:
    return _first_word(text).partition("'")[0].casefold() in texts(language)["statements"]


def _clause(text: str) -> str:
    """A statement as it reads in the middle of another sentence: with a small first letter, unless it is "I"."""
    return text if _first_word(text).partition("'")[0] == "I" else text[0].lower() + text[1:]


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].replace("’", "'") if text else ""
