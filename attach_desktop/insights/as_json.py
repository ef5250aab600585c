"""The numbers of a card as JSON, for scripts. What stays inside (p, q) stays inside here as well."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from attach_desktop.insights.catalogue import card_of
from attach_desktop.insights.facts.basis import Basis, Fact
from attach_desktop.insights.words import Words

#: Fields that are for the program: what finds the entries, and what is never told as a number.
_INSIDE = {"filter", "selection", "p", "q", "basis"}


def card_json(fact: Fact, words: Words) -> dict[str, Any]:
    """A card: its key, title and sentences, what it rests on, and its numbers."""
    told = words.tell(fact)
    return {
        "card": card_of(fact).key,
        "title": told.title,
        "sentences": [told.lead, *told.more],
        "counted": list(told.counted),
        "basis": _basis(fact.basis),
        **_plain(fact),
    }


def _basis(basis: Basis) -> dict[str, Any]:
    period = basis.selection.period
    return {
        "from": period.begin.isoformat(),
        "to": period.end.isoformat(),
        "entries": basis.entries,
        "days": basis.days,
        "of_days": basis.of_days,
        "left_out": basis.left_out,
        "level": basis.level.value,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(each) for name, each in value._asdict().items()}
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value) if each.name not in _INSIDE}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
