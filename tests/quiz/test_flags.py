from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.quiz.flags import little_spread, long_run, wide_gap
from attach_desktop.quiz.scoring import score
from tests.quiz.samples import ATTACH, TAKES, in_order, small_questionnaire

_EVERY_OTHER = [2, 2, 6, 6] * 4


def flags(answers: Sequence[int | None], *, quick: bool = False) -> tuple[str, ...]:
    return score(ATTACH, answers, quick=quick).flags


@pytest.mark.parametrize("worked", [worked for name, worked in TAKES if "straight" not in name])
def test_honest_worked_examples_raise_no_flag(worked: dict[str, list[int | None]]) -> None:
    assert flags(in_order(worked)) == ()


@pytest.mark.parametrize("answer", range(1, 8))
def test_all_the_same(answer: int) -> None:
    expected = ["all-same", "long-run", "little-spread"]
    if answer in (1, 2, 6, 7):
        # Agreeing with everything is agreeing with opposites; in the middle there are none.
        expected.append("both-ways")
    assert flags([answer] * 16) == tuple(expected)


def test_ten_of_sixteen_in_a_row_is_long_and_nine_is_not() -> None:
    assert flags([4] * 9 + [1, 7, 2, 6, 3, 5, 1]) == ()
    assert flags([4] * 10 + [7, 2, 6, 3, 5, 1]) == ("long-run",)


def test_a_skipped_item_does_not_end_a_run() -> None:
    assert "long-run" in flags([4] * 5 + [None] + [4] * 5 + [7, 1, 6, 2, 5])


def test_answers_close_together() -> None:
    assert "little-spread" in flags([4, 5, 4, 4, 5, 4, 5, 4, 4, 4, 5, 5, 4, 5, 4, 5])
    assert flags([3, 5, 4, 4, 5, 4, 6, 4, 3, 4, 5, 5, 2, 5, 4, 5]) == ()


def test_agreeing_both_ways_must_show_on_both_axes_in_one_direction() -> None:
    yes = [7, 6, 7, 6] * 4
    assert flags(yes) == ("little-spread", "both-ways")
    one_axis = [6 if place % 2 == 0 else _EVERY_OTHER[place] for place in range(16)]
    assert "both-ways" not in flags(one_axis)
    # Agreeing with every anxiety sentence and disagreeing with every one about avoidance.
    against = [7 if place % 2 == 0 else 1 for place in range(16)]
    assert "both-ways" not in flags(against)


def test_quick_is_said_by_the_caller_alone() -> None:
    assert flags(_EVERY_OTHER, quick=True) == ("quick",)
    assert flags([None] * 16, quick=True) == ("quick",)


@pytest.mark.parametrize("answered", range(4))
def test_a_few_equal_answers_mean_nothing(answered: int) -> None:
    assert flags([4] * answered + [None] * (16 - answered)) == ()


def test_thresholds_are_carried_over_to_other_lengths() -> None:
    assert [long_run(items) for items in (4, 6, 8, 12, 16, 24, 36, 200)] == [4, 4, 5, 8, 10, 11, 12, 33]
    assert all(long_run(items) <= long_run(items + 1) <= items + 1 for items in range(4, 200))


def test_thresholds_are_carried_over_to_other_scales() -> None:
    assert (little_spread(7), wide_gap(7)) == (0.75, 3.5)
    assert (little_spread(4), wide_gap(4)) == (0.375, 1.75)
    assert score(small_questionnaire(), [5, 5, 5, 5]).flags == ("all-same", "long-run", "little-spread", "both-ways")
    assert score(small_questionnaire(), [5, 1, 1, 5]).flags == ()


@given(st.lists(st.none() | st.integers(1, 7), min_size=16, max_size=16))
def test_the_pattern_says_what_it_says(answers: list[int | None]) -> None:
    pattern = score(ATTACH, answers).pattern
    given_answers = [answer for answer in answers if answer is not None]
    assert pattern.answered == len(given_answers)
    assert (pattern.longest_run > 0) is bool(given_answers)
    assert pattern.longest_run <= pattern.answered
    assert (pattern.spread is None) is (len(given_answers) < 2)
    assert all(gap is None or -6 <= gap <= 6 for gap in pattern.gaps)
