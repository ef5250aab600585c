"""Where in a fact of the insights there are a person's own words, and how to change them there and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from attach_desktop.insights import facts
from attach_desktop.vault.finding import Filter

F = TypeVar("F")
#: For each kind of value, the fields that hold a person's own words.
_LABELS: Mapping[type[Any], tuple[str, ...]] = {
    facts.Word: ("label",),
    facts.TriggerFact: ("label",),
    facts.Triggers: ("clear",),
    facts.Chain: ("trigger",),
    facts.CopingFact: ("label",),
    facts.CardPair: ("first", "second"),
    facts.WhatHelps: ("clear",),
    facts.WordOverTime: ("label",),
    facts.WordPair: ("first", "second"),
    facts.Question: ("asked",),
    facts.Selection: ("person", "tag", "trigger"),
}
#: For each kind of value, the fields that hold others of them.
_INSIDE: Mapping[type[Any], tuple[str, ...]] = {
    facts.Basis: ("selection",),
    facts.MoodOverTime: ("basis",),
    facts.YearInPixels: ("basis",),
    facts.TriggerFact: ("feelings", "urges", "filter"),
    facts.Triggers: ("basis", "triggers"),
    facts.Column: ("items",),
    facts.Chain: ("basis", "columns"),
    facts.CopingFact: ("filter",),
    facts.WhatHelps: ("basis", "cards", "nothing", "pairs"),
    facts.Feelings: ("basis", "words", "pairs", "over_time"),
    facts.CheckInAnswers: ("basis", "questions"),
}
#: The last step of a chain has keys of the program's for items, not a person's words.
_AFTER = "after"


def relabelled(fact: F, change: Callable[[str], str]) -> F:
    """``fact`` with every word of the person's own changed by ``change``; figures and keys stay.

    What finds the entries behind it is dropped: on paper nothing is looked up.
    """
    found: F = _changed(fact, change)
    return found


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if isinstance(value, Filter):
        return Filter(begin=value.begin, end=value.end)
    kind = type(value)
    if not (kind in _LABELS or kind in _INSIDE) or (isinstance(value, facts.Column) and value.key == _AFTER):
        return value
    fields = (*_LABELS.get(kind, ()), *_INSIDE.get(kind, ()))
    return replace(value, **{name: _changed(getattr(value, name), change) for name in fields})


def without_texts(fact: F) -> F:
    """``fact`` without what came from longer texts: thoughts, urges, and what was done."""
    if isinstance(fact, facts.Chain):
        columns = tuple(
            column if column.key == _AFTER else replace(column, items=(), said=0, rest=0, links=())
            for column in fact.columns
        )
        return replace(fact, columns=columns)
    if isinstance(fact, facts.Triggers):
        return replace(fact, triggers=tuple(replace(one, urges=()) for one in fact.triggers))
    return fact
