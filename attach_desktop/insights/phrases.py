"""Numbers in words: the small pieces that the sentences of the insights are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from attach_desktop import resources
from attach_desktop.insights.statistics.estimate import Estimate, Interval


def figure(value: float) -> str:
    """A number as people read it: one decimal at most, halves away from zero, a real minus."""
    rounded = math.copysign(math.floor(abs(value) * 10 + 0.5) / 10, value) + 0.0
    return f"{rounded:g}".replace("-", "−")


def hundred(share: float) -> str:
    """A share (0 to 1) as so many of 100."""
    return figure(100 * share)


class Phrases:
    """Pieces in one language, from ``content/<language>/insights.json``."""

    def __init__(self, language: str = resources.FALLBACK_LANGUAGE) -> None:
        """Pieces in ``language``, or in English where it has none."""
        self.texts: dict[str, Any] = resources.content("insights", language)

    def say(self, group: str, key: str, **blanks: object) -> str:
        """One sentence with its blanks filled. Raises KeyError for one that is not there."""
        return str(self.texts[group][key]).format(**blanks)

    def count(self, what: str, count: int, **blanks: object) -> str:
        """So many of something: "1 day", "11 days"."""
        one, more = self.texts["counts"][what]
        return str(one if count == 1 else more).format(count=count, **blanks)

    def times(self, count: int, of: int) -> str:
        """ "8 of 10 times"."""
        return self.count("of-times", count, of=of)

    def size(self, value: float, what: str) -> str:
        """The size of a difference without its direction: "1 step", "2.5 points"."""
        size = figure(abs(value))
        one, more = self.texts["counts"][what]
        return str(one if size == "1" else more).format(count=size)

    def between(self, interval: Interval, *, absolute: bool = False) -> str:
        """ "1 to 2", or one number where both ends are the same; ``absolute`` leaves the common direction out."""
        low, high = interval.low, interval.high
        if absolute and high <= 0:
            low, high = -high, -low
        ends = [figure(low), figure(high)]
        if absolute and low > 0 and ends[0] == "0":  # it leaves zero out, and must not look as if it did not
            ends[0] = str(self.texts["just-over"])
        return ends[0] if ends[0] == ends[1] else str(self.texts["between"]).format(low=ends[0], high=ends[1])

    def direction(self, value: float) -> str:
        """ "higher" or "lower"."""
        return str(self.texts["higher" if value > 0 else "lower"])

    def listed(self, items: Sequence[str]) -> str:
        """ "a, b and c"."""
        last = f" {self.texts['and']} "
        return last.join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""

    def estimate(self, estimate: Estimate | None) -> tuple[str, str, str]:
        """A middle and the ends of its interval as cells of a table; empty where there is none, or only dots."""
        if estimate is None or estimate.interval is None:
            return "", "", ""
        return figure(estimate.value), figure(estimate.interval.low), figure(estimate.interval.high)

    def part(self, key: str) -> str:
        """The name of a part of the day."""
        return str(self.texts["parts"][key])

    def weekday(self, key: str) -> str:
        """The name of a weekday, "0" (Monday) to "6"."""
        return str(self.texts["weekday"][int(key)])

    def step(self, key: str) -> str:
        """The name of a step of the chain, or of how it was after."""
        return str(self.texts["steps"].get(key, key))

    def date(self, day: date) -> str:
        """A date in words: "8 November 2026"."""
        return f"{day.day} {self.texts['months'][day.month - 1]} {day.year}"
