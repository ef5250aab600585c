"""Order statistics of values that repeat: few different ones, each with how often it stands there.

Moods and intensities are whole or half steps, so a hundred thousand differences are a few dozen different numbers.
Everything here works on those and never writes the long list out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate
from math import erfc, sqrt

CONFIDENCE = 0.95
#: The normal quantile of 0.975. Importing the standard library's own would take as long as counting a card.
Z = 1.959963984540054
_MILLION = 1_000_000


class Ordered:
    """Values in order, each with its count; ``rank`` is 1 for the lowest."""

    __slots__ = ("_line", "_upto", "_values", "total")

    def __init__(self, counts: Mapping[float, int]) -> None:
        """Values with how often each stands there, at least one."""
        self._values = sorted(counts)
        self._upto = list(accumulate(counts[value] for value in self._values))
        self.total = self._upto[-1]
        self._line: tuple[float, list[float], list[float], list[int]] | None = None

    @classmethod
    def of(cls, values: Iterable[float]) -> Ordered:
        """The values one by one."""
        return cls(Counter(values))

    def at(self, rank: int) -> float:
        """The value at ``rank``, 1 to ``total``."""
        return self._values[bisect_left(self._upto, rank)]

    @property
    def median(self) -> float:
        """The middle value; of two in the middle, the point half-way between them."""
        return (self.at((self.total + 1) // 2) + self.at(self.total // 2 + 1)) / 2

    def between(self, rank: int) -> tuple[float, float]:
        """The values at ``rank`` from below and from above."""
        return self.at(rank), self.at(self.total + 1 - rank)

    def spread(self, rank: int, step: float) -> tuple[float, float]:
        """As ``between`` for values that were rounded to steps of ``step``.

        Each value is taken to lie anywhere within half a step of where it stands, evenly: the interpolation that is
        usual for grouped data.
        """
        return self._spread_at(rank - 0.5, step), self._spread_at(self.total - rank + 0.5, step)

    def spread_median(self, step: float) -> float:
        """The middle of values that were rounded to steps of ``step``."""
        return self._spread_at(self.total / 2, step)

    def _spread_at(self, position: float, step: float) -> float:
        """Where so much of the whole, 0 to ``total``, lies below: along a line that is steeper where values overlap."""
        if self._line is None or self._line[0] != step:
            self._line = step, *self._line_of(step)
        _, places, reached, slopes = self._line
        at = bisect_left(reached, position)
        if at == len(places):
            return places[-1]
        if reached[at] > position:
            return places[at - 1] + (position - reached[at - 1]) * step / slopes[at - 1]
        if slopes[at] == 0 and at + 1 < len(places):
            return (places[at] + places[at + 1]) / 2  # between two values that lie apart: half-way
        return places[at]

    def _line_of(self, step: float) -> tuple[list[float], list[float], list[int]]:
        """Where the line turns, how much lies below each turn, and how steep it is from there on."""
        turns: dict[float, int] = {}
        before, half = 0, step / 2
        for value, upto in zip(self._values, self._upto, strict=True):
            turns[value - half] = turns.get(value - half, 0) + upto - before
            turns[value + half] = turns.get(value + half, 0) + before - upto
            before = upto
        places = sorted(turns)
        below, slope = 0.0, 0
        reached, slopes = [], []
        for at, place in enumerate(places):
            below += slope * (place - places[at - 1]) / step if slope else 0.0
            slope += turns[place]
            reached.append(below)
            slopes.append(slope)
        return places, reached, slopes

    def quartiles(self) -> tuple[float, float]:
        """The values that a quarter of all lies below and above (Hyndman & Fan 1996, definition 2)."""
        quarter = self.total / 4
        whole = int(quarter)
        if quarter == whole:
            return (self.at(whole) + self.at(whole + 1)) / 2, (
                self.at(self.total - whole) + self.at(self.total + 1 - whole)
            ) / 2
        return self.between(whole + 1)


def rank_by_tail(weights: Iterable[int], total: int, confidence: float = CONFIDENCE) -> tuple[int, float]:
    """The highest rank whose interval still holds with ``confidence``, and the probability with which it does.

    ``weights`` are how many of ``total`` equally likely cases give the statistic 0, 1, 2 …; it is symmetric. The rank
    is at least 1: where even the whole range does not reach ``confidence``, the whole range it is, with what it
    reaches.
    """
    tail, rank, reached = 0, 0, 1.0
    # In whole numbers: those of a thousand values are too large for a float.
    most = total * round((1 - confidence) * _MILLION) // _MILLION
    for weight in weights:
        tail += weight
        if rank and 2 * tail > most:
            break
        rank, reached = rank + 1, 1 - 2 * tail / total
    return rank, reached


def rank_by_normal(mean: float, variance: float) -> tuple[int, float]:
    """The same at 95 % where the statistic is close to normal, with half a step of continuity.

    The large-sample form of the intervals in Hollander & Wolfe 1999.
    """
    spread = sqrt(variance)
    rank = max(1, int(mean - Z * spread + 0.5))
    return rank, max(0.0, 1 - erfc((mean - rank + 0.5) / (spread * sqrt(2))))
