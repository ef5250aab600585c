"""What a statistic hands back: a value, the interval around it, and from how much it was counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: No 95 % interval for a median exists below this many values (n = 5: the whole range covers 93.8 %).
LEAST_FOR_INTERVAL = 6
#: From so many values on in each group two groups may be compared.
LEAST_FOR_COMPARISON = 15


class Level(StrEnum):
    """How much a number of values carries."""

    NONE = "none"
    #: Fewer than 6: they are shown one by one, without a number.
    DOTS = "dots"
    #: 6 to 14: a median with its interval, called early.
    EARLY = "early"
    #: 15 and more: may be compared.
    FULL = "full"


def level_of(count: int) -> Level:
    """The level of so many independent values."""
    if count < 1:
        return Level.NONE
    if count < LEAST_FOR_INTERVAL:
        return Level.DOTS
    return Level.EARLY if count < LEAST_FOR_COMPARISON else Level.FULL


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``, both included.

    ``coverage`` is the true probability (0 to 1) with which such an interval holds what is looked for, which is at
    least what was asked for; ``exact`` says that it holds whatever the distribution. Ties, zeros or values that hang
    together in time make it approximate.
    """

    low: float
    high: float
    coverage: float
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Estimate:
    """A median (or the like) of ``count`` values, with its interval where there is one."""

    value: float
    count: int
    interval: Interval | None = None

    @property
    def level(self) -> Level:
        """How much it carries."""
        return level_of(self.count)


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much the values of one group lie above (positive) or below those of another.

    ``count`` and ``other`` are the sizes of the groups; ``inflation`` (1 and more) is how many times the variance was
    taken because neighbouring days resemble each other. ``below`` is the share (0 to 1) of all pairs of one and other
    in which the one lies lower; equal ones count half. ``p`` is the two-sided probability of so great a distance if
    there were none; it never reaches a person, only the correction for many comparisons.
    """

    value: float
    count: int
    other: int
    interval: Interval
    p: float
    below: float = 0.5
    inflation: float = 1.0

    @property
    def clear(self) -> bool:
        """Whether its interval leaves out zero."""
        return self.interval.low > 0 or self.interval.high < 0
