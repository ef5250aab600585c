"""An interval by drawing again from the values themselves, in blocks of neighbouring days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from attach_desktop.insights.statistics.estimate import Interval
from attach_desktop.insights.statistics.ordered import CONFIDENCE

LEAST_VALUES = 8
RESAMPLES = 2000
BLOCK = 4
#: Where chance begins: always at the same place, so that the same records print the same interval.
SEED = 20_260_101


def block_interval(
    values: Sequence[float],
    statistic: Callable[[Sequence[float]], float],
    *,
    block: int = BLOCK,
    resamples: int = RESAMPLES,
    seed: int = SEED,
    confidence: float = CONFIDENCE,
) -> Interval:
    """The percentile interval of ``statistic`` by the moving-block bootstrap (Künsch 1989; Efron 1979).

    Blocks of ``block`` neighbours are drawn until the series is as long as before. Raises ValueError below 8 values,
    for fewer than 2,000 resamples, and for a block that is longer than half of the values.
    """
    count = len(values)
    if count < LEAST_VALUES:
        raise ValueError("a bootstrap of fewer than 8 values says nothing")
    if resamples < RESAMPLES or not 1 <= block <= count // 2:
        raise ValueError("too few resamples, or blocks too long")
    chance = Random(seed)  # noqa: S311 (a fixed seed is the point)
    starts, blocks = count - block + 1, -(-count // block)
    found = []
    for _ in range(resamples):
        drawn: list[float] = []
        for _ in range(blocks):
            start = int(chance.random() * starts)
            drawn += values[start : start + block]
        found.append(statistic(drawn[:count]))
    found.sort()
    tail = int(resamples * (1 - confidence) / 2)
    return Interval(found[tail], found[resamples - 1 - tail], confidence, exact=False)
