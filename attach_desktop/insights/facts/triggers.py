"""Triggers and what goes with them, and the chain from one of them to how it was after."""

from __future__ import annotations

from dataclasses import dataclass

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.facts.feelings import Word
from attach_desktop.insights.statistics.estimate import Estimate, Shift
from attach_desktop.vault.finding import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerFact:
    """One trigger: how often, and what goes with it.

    ``pull`` is "toward", "away" or "". ``mood`` and ``intensity`` are of its days (one value a day), ``moods`` those
    values; ``shift`` the distance of its days' moods from those of the days without it, only with 15 days and more of
    each. ``feelings`` and ``urges`` are the most frequent with it; ``thoughts`` how many of its entries have a thought.
    """

    label: str
    pull: str
    entries: int
    days: int
    moods: tuple[float, ...]
    mood: Estimate | None
    intensity: Estimate | None
    other_days: int
    shift: Shift | None
    feelings: tuple[Word, ...]
    urges: tuple[Word, ...]
    thoughts: int
    filter: Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers(Fact):
    """Card "triggers": the most frequent ones, the most frequent first; ``more`` are not shown.

    ``clear`` are the labels whose difference from other days holds after the correction for many comparisons
    (Benjamini–Hochberg, q ≤ 0.05). ``toward`` and ``away`` count the entries whose triggers pull that way.
    """

    triggers: tuple[TriggerFact, ...]
    clear: tuple[str, ...] = ()
    more: int = 0
    toward: int = 0
    away: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """How many entries go from item ``first`` of a column to item ``second`` of the next."""

    first: int
    second: int
    count: int


@dataclass(frozen=True, slots=True)
class Column:
    """One step of the chain: ``key`` is thought, urge, did or after; its items, and the links to the next column.

    ``said`` is how many entries say anything here; ``rest`` how many of those are in none of the items. The items of
    "after" are "lower", "same", "higher". The last column has no links; the trigger leads to every item of the first.
    """

    key: str
    items: tuple[Word, ...]
    said: int
    rest: int
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Fact):
    """Card "chain": from one trigger to what was thought, felt like doing, done, and how it was after.

    ``trigger`` is "" where there is none in the period.
    """

    trigger: str
    columns: tuple[Column, ...]
