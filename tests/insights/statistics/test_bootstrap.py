from __future__ import annotations

import random
import statistics

import pytest

from attach_desktop.insights.statistics.bootstrap import RESAMPLES, block_interval


def _drawn(seed: int, count: int) -> list[float]:
    chance = random.Random(seed)
    return [chance.gauss(0, 1) for _ in range(count)]


def test_the_same_values_always_give_the_same_interval() -> None:
    values = _drawn(1, 40)
    assert block_interval(values, statistics.fmean) == block_interval(values, statistics.fmean)
    assert block_interval(values, statistics.fmean) != block_interval(values, statistics.fmean, seed=2)


def test_single_values_as_blocks_come_close_to_theory() -> None:
    values = _drawn(3, 100)
    found = block_interval(values, statistics.fmean, block=1)
    half = 1.96 * statistics.pstdev(values) / 10
    mean = statistics.fmean(values)
    assert (found.low, found.high) == pytest.approx((mean - half, mean + half), abs=0.03)


def test_blocks_keep_what_neighbours_share() -> None:
    chance, value, values = random.Random(4), 0.0, []
    for _ in range(120):
        value = 0.8 * value + chance.gauss(0, 1)
        values.append(value)
    single, blocks = (block_interval(values, statistics.fmean, block=block) for block in (1, 5))
    assert blocks.high - blocks.low > 1.3 * (single.high - single.low)


def test_the_middle_of_the_values_lies_inside() -> None:
    values = [float(value % 7) for value in range(50)]
    found = block_interval(values, statistics.median)
    assert found.low <= statistics.median(values) <= found.high
    assert not found.exact


@pytest.mark.parametrize(
    ("count", "resamples", "block"),
    [(7, RESAMPLES, 2), (20, RESAMPLES - 1, 4), (20, RESAMPLES, 11), (20, RESAMPLES, 0)],
)
def test_what_says_nothing_is_refused(count: int, resamples: int, block: int) -> None:
    with pytest.raises(ValueError, match=r"bootstrap|resamples"):
        block_interval([1.0] * count, statistics.fmean, resamples=resamples, block=block)
