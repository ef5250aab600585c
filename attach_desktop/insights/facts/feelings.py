"""The words for feelings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attach_desktop.insights.facts.basis import Fact


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the person's, in how many of the entries it stands, and on how many days."""

    label: str
    entries: int
    days: int = 0


@dataclass(frozen=True, slots=True)
class WordOverTime:
    """A feeling and in how many entries of each month it stands (as many as ``Feelings.months``)."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordMonth:
    """A month (its first day), how many entries with feelings it has, and how many different words they use."""

    month: date
    entries: int
    distinct: int


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two feelings that stand together in ``entries`` entries."""

    first: str
    second: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feelings(Fact):
    """Card "feelings": the most frequent words, pairs, the words by month, and how many different ones there are."""

    words: tuple[Word, ...]
    pairs: tuple[WordPair, ...]
    distinct: int
    months: tuple[WordMonth, ...]
    over_time: tuple[WordOverTime, ...]
