"""Where in a fact of the insights there are a person's own words, and how to change them there and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.beside import CheckInAnswers, Question
from attach_desktop.insights.facts.feelings import Feelings, Word, WordOverTime, WordPair
from attach_desktop.insights.facts.helps import CardPair, CopingFact, WhatHelps
from attach_desktop.insights.facts.mood import MoodOverTime, YearInPixels
from attach_desktop.insights.facts.triggers import Chain, Column, TriggerFact, Triggers
from attach_desktop.vault.finding import Filter

F = TypeVar("F")
#: For each kind of value, the fields that hold a person's own words.
_LABELS: Mapping[type[Any], tuple[str, ...]] = {
    Word: ("label",),
    TriggerFact: ("label",),
    Triggers: ("clear",),
    Chain: ("trigger",),
    CopingFact: ("label",),
    CardPair: ("first", "second"),
    WhatHelps: ("clear",),
    WordOverTime: ("label",),
    WordPair: ("first", "second"),
    Question: ("asked",),
    Selection: ("person", "tag", "trigger"),
}
#: For each kind of value, the fields that hold others of them.
_INSIDE: Mapping[type[Any], tuple[str, ...]] = {
    Basis: ("selection",),
    MoodOverTime: ("basis",),
    YearInPixels: ("basis",),
    TriggerFact: ("feelings", "urges", "filter"),
    Triggers: ("basis", "triggers"),
    Column: ("items",),
    Chain: ("basis", "columns"),
    CopingFact: ("filter",),
    WhatHelps: ("basis", "cards", "nothing", "pairs"),
    Feelings: ("basis", "words", "pairs", "over_time"),
    CheckInAnswers: ("basis", "questions"),
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
    if not (kind in _LABELS or kind in _INSIDE) or (isinstance(value, Column) and value.key == _AFTER):
        return value
    fields = (*_LABELS.get(kind, ()), *_INSIDE.get(kind, ()))
    return replace(value, **{name: _changed(getattr(value, name), change) for name in fields})


def without_texts(fact: F) -> F:
    """``fact`` without what came from longer texts: thoughts, urges, and what was done."""
    if isinstance(fact, Chain):
        columns = tuple(
            column if column.key == _AFTER else replace(column, items=(), said=0, rest=0, links=())
            for column in fact.columns
        )
        return replace(fact, columns=columns)
    if isinstance(fact, Triggers):
        return replace(fact, triggers=tuple(replace(one, urges=()) for one in fact.triggers))
    return fact
