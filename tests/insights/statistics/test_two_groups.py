from __future__ import annotations

import random
import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from attach_desktop.insights.statistics.two_groups import counted_shift, rank_sum_weights, shift
from tests.insights.known import step
from tests.insights.statistics import plain

MOODS = st.lists(st.integers(2, 10).map(lambda whole: whole / 2), min_size=1, max_size=40)


@given(MOODS, MOODS)
def test_it_is_the_median_of_all_differences(one: list[float], other: list[float]) -> None:
    found = shift(one, other)
    assert found is not None
    assert found.value == statistics.median(a - b for a in one for b in other)
    assert (found.count, found.other) == (len(one), len(other))


STRATA = st.lists(st.tuples(*2 * [st.lists(st.integers(-6, 6).map(float), max_size=15)]), max_size=5)


@given(STRATA, st.sampled_from([1.0, 1.0, 1.7]), st.sampled_from([0.0, 1.0]))
def test_counting_equal_values_once_changes_nothing(
    strata: list[tuple[list[float], list[float]]], inflation: float, step: float
) -> None:
    found = counted_shift(plain.counted(strata), inflation, step=step)
    expected = plain.stratified_shift(strata, inflation, step)
    if found is None or expected is None:
        assert found is expected
        return
    assert found.p == pytest.approx(expected.p, abs=1e-12)
    assert replace(found, p=expected.p) == expected


@given(MOODS, MOODS)
def test_rounded_values_keep_within_half_a_step_of_it(one: list[float], other: list[float]) -> None:
    plain, spread = shift(one, other), shift(one, other, step=1)
    assert plain is not None
    assert spread is not None
    assert abs(spread.value - plain.value) <= 0.5 + 1e-9
    assert abs(spread.interval.low - plain.interval.low) <= 0.5 + 1e-9
    assert abs(spread.interval.high - plain.interval.high) <= 0.5 + 1e-9
    assert spread.interval.low <= spread.value <= spread.interval.high
    assert spread.p == plain.p


@pytest.mark.parametrize("by", [0.0, -0.3, -0.5, -1.0, -1.5])
def test_a_shift_that_is_no_whole_step_is_found_in_whole_steps(by: float) -> None:
    chance, held, sizes, lives = random.Random(2), 0, [], 400
    for _ in range(lives):
        one = [step(3.4 + by + chance.gauss(0, 0.8), 1, 5) for _ in range(20)]
        found = shift(one, [step(3.4 + chance.gauss(0, 0.8), 1, 5) for _ in range(60)], step=1)
        assert found is not None
        held += found.interval.low <= by <= found.interval.high
        sizes.append(found.value)
    assert statistics.mean(sizes) == pytest.approx(by, abs=0.05)
    assert held / lives > 0.88  # the scale ends at 1, so that low moods are not quite shifted ones


def test_its_interval_leaves_out_zero_where_the_test_does() -> None:
    chance, agreed, lives = random.Random(3), 0, 300
    for _ in range(lives):
        one = [step(2.9 + chance.gauss(0, 0.8), 1, 5) for _ in range(20)]
        found = shift(one, [step(3.4 + chance.gauss(0, 0.8), 1, 5) for _ in range(40)], step=1)
        assert found is not None
        agreed += found.clear == (found.p <= 0.05)
    assert agreed / lives > 0.92


@given(MOODS, MOODS, st.integers(-3, 3))
def test_groups_changing_places_turns_it_round(one: list[float], other: list[float], by: int) -> None:
    forth, back = shift(one, other, step=1), shift(other, one, step=1)
    moved = shift([value + by for value in one], other, step=1)
    assert forth is not None
    assert back is not None
    assert moved is not None
    assert (forth.interval.low, forth.interval.high) == pytest.approx((-back.interval.high, -back.interval.low))
    assert forth.p == pytest.approx(back.p, abs=1e-9)
    assert (moved.interval.low, moved.interval.high) == pytest.approx(
        (forth.interval.low + by, forth.interval.high + by)
    )


@pytest.mark.parametrize(("first", "second"), [(5, 7), (15, 15), (20, 20), (4, 4)])
def test_without_ties_it_is_scipys_exact_test(first: int, second: int) -> None:
    chance = random.Random(first * second)
    one = [chance.gauss(0.4, 1) for _ in range(first)]
    other = [chance.gauss(0, 1) for _ in range(second)]
    found = shift(one, other)
    assert found is not None
    assert found.p == pytest.approx(stats.mannwhitneyu(one, other, method="exact").pvalue, abs=1e-9)
    assert found.interval.exact

    def p(by: float) -> float:
        return float(stats.mannwhitneyu([value - by for value in one], other, method="exact").pvalue)

    for end, outward in ((found.interval.low, -1e-9), (found.interval.high, 1e-9)):
        assert p(end + outward) == pytest.approx(1 - found.interval.coverage, abs=1e-9)
        assert p(end - outward) > p(end + outward)


@given(MOODS, MOODS)
def test_with_ties_it_is_scipys_test_with_the_correction(one: list[float], other: list[float]) -> None:
    found = shift([*one, one[0]], [*other, one[0]])
    assert found is not None
    if len({*one, *other}) > 1:
        theirs = stats.mannwhitneyu([*one, one[0]], [*other, one[0]], method="asymptotic")
        assert found.p == pytest.approx(theirs.pvalue, abs=1e-9)
    else:
        assert found.p == 1
    assert not found.interval.exact


def test_the_orders_are_all_counted() -> None:
    assert rank_sum_weights(((2, 2),)) == [1, 1, 2, 1, 1]
    assert rank_sum_weights(((1, 1), (1, 2))) == [1, 2, 2, 1]
    assert sum(rank_sum_weights(((30, 30),))) == 118264581564861424  # 60 over 30


def test_resemblance_widens_and_doubts() -> None:
    chance = random.Random(5)
    one, other = [[chance.gauss(mean, 1) for _ in range(40)] for mean in (0.7, 0)]
    plain, wide = shift(one, other), shift(one, other, inflation=3)
    assert plain is not None
    assert wide is not None
    assert wide.interval.low < plain.interval.low
    assert wide.interval.high > plain.interval.high
    assert wide.p > plain.p
    assert wide.value == plain.value


def test_only_what_lies_in_the_same_stratum_is_compared() -> None:
    # In each stratum both are the same; the first group has most of its values in the high one.
    low, high = [1.0, 2.0, 3.0], [11.0, 12.0, 13.0]
    pooled = shift(low + high * 9, low * 9 + high)
    strata = counted_shift(plain.counted([(low, low * 9), (high * 9, high)]))
    assert pooled is not None
    assert strata is not None
    assert pooled.value > 5
    assert pooled.p < 0.001
    assert (strata.value, strata.p) == (0, 1)
    assert (strata.count, strata.other) == (30, 30)


def test_a_stratum_without_the_one_or_the_other_says_nothing() -> None:
    alone = counted_shift(plain.counted([([5.0], []), ([], [1.0]), ([2.0, 3.0], [1.0])]))
    assert alone is not None
    assert (alone.count, alone.other, alone.value) == (2, 1, 1.5)
    assert counted_shift(plain.counted([([5.0], [])])) is None
    assert shift([], [1.0]) is None


def test_many_values_are_counted_fast_enough_to_write_down() -> None:
    chance = random.Random(9)
    one, other = [[chance.randint(2, 10) / 2 for _ in range(count)] for count in (2000, 3000)]
    found = shift(one, other)
    assert found is not None
    assert found.p == pytest.approx(stats.mannwhitneyu(one, other, method="asymptotic").pvalue, abs=1e-9)
