"""Whether answers came fast; nothing but that is ever known."""

from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.ui.quiz.pace import QUICK_SECONDS, Pace
from tests.support import FixedClock


def answer(pace: Pace, clock: FixedClock, *seconds: float) -> None:
    """Answer one sentence after the other, each after so many seconds."""
    for place, time in enumerate(seconds):
        clock.advance(timedelta(seconds=time))
        pace.answered(place)


@pytest.fixture
def pace(clock: FixedClock) -> Pace:
    made = Pace(clock)
    made.begin()
    made.seen()
    return made


@pytest.mark.parametrize(
    ("seconds", "quick"),
    [
        ((1.0,) * 16, True),
        ((QUICK_SECONDS,) * 16, False),
        ((1.9,) * 16, True),
        ((0.1,) * 3, False),
        ((0.1,) * 4, True),
        # The median: half of them read carefully is careful.
        ((0.5, 0.5, 9, 9), False),
        ((0.5, 0.5, 0.5, 9), True),
        ((), False),
    ],
)
def test_a_median_under_two_seconds_is_quick(
    pace: Pace, clock: FixedClock, seconds: tuple[float, ...], quick: bool
) -> None:
    answer(pace, clock, *seconds)
    assert pace.quick() is quick


def test_changing_an_answer_adds_to_its_time(pace: Pace, clock: FixedClock) -> None:
    for place in range(8):
        for _ in range(5):
            clock.advance(timedelta(seconds=0.5))
            pace.answered(place)
    assert not pace.quick()


def test_a_pause_between_sentences_is_not_counted(pace: Pace, clock: FixedClock) -> None:
    for place in range(8):
        clock.advance(timedelta(hours=1))
        pace.seen()
        clock.advance(timedelta(seconds=1))
        pace.answered(place)
    assert pace.quick()


def test_a_clock_that_is_set_back_counts_nothing(pace: Pace, clock: FixedClock) -> None:
    for place in range(8):
        clock.advance(timedelta(minutes=-5))
        pace.answered(place)
    assert not pace.quick()


def test_beginning_anew_forgets(pace: Pace, clock: FixedClock) -> None:
    answer(pace, clock, *(0.1,) * 16)
    pace.begin()
    assert not pace.quick()
    pace.answered(0)
    assert not pace.quick()
