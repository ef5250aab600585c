"""Differences worth noticing."""

from __future__ import annotations

from dataclasses import dataclass

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.statistics.estimate import Shift
from attach_desktop.vault.finding import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A difference that holds after the correction for many comparisons.

    ``key`` names the comparison: "trigger", "weekend", "evening", "before" or "coping"; ``label`` the word it is about,
    if any. ``q`` (0 to 1) is Benjamini–Hochberg's; it stays inside.
    """

    key: str
    label: str
    shift: Shift
    q: float
    filter: Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns(Fact):
    """Card "patterns": the differences worth noticing, of ``looked_at`` comparisons that were possible."""

    patterns: tuple[Pattern, ...]
    looked_at: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.looked_at
