"""A line of takes: drawings, table, and any two compared."""

from __future__ import annotations

import pytest

from attach_desktop.clock import Moment
from attach_desktop.quiz.line import LineState, comparison, line_state
from attach_desktop.quiz.result import NO_FIGURE
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.words import Words
from tests.quiz.samples import ATTACH
from tests.quiz.takes import CALM, DAYS, HALF, WORRIED, Answers, keep
from tests.support import NOW, ZONE


def line(takes: QuizStore, *answers: Answers, chosen: int = -1) -> LineState:
    """The line of these takes, thirty days apart, the last of them today."""
    kept = [keep(takes, one, 30 * (len(answers) - 1 - at)) for at, one in enumerate(answers)]
    found = line_state(ATTACH, kept[chosen], kept, DAYS)
    assert found is not None
    return found


def test_one_take_is_no_line(takes: QuizStore) -> None:
    alone = keep(takes, CALM)
    assert line_state(ATTACH, alone, [alone], DAYS) is None


def test_each_axis_has_a_line_with_its_sentence(takes: QuizStore) -> None:
    state = line(takes, WORRIED, CALM)
    assert [axis.name for axis in state.axes] == ["Attachment anxiety", "Attachment avoidance"]
    steps = state.axes[0].steps
    assert (steps.low, steps.high, steps.middle, steps.ends) == (1, 7, 4, ("at ease", "worried"))
    assert [(step.value, step.chosen) for step in steps.steps] == [(5.625, False), (2.25, True)]
    assert state.axes[0].sentence == "Attachment anxiety. 9 Oct 26: 5.63; 8 Nov 26: 2.25"


def test_a_missing_figure_is_a_gap_in_its_line_alone(takes: QuizStore) -> None:
    state = line(takes, WORRIED, HALF, CALM)
    assert [len(axis.steps.steps) for axis in state.axes] == [3, 2]
    assert [axis.steps.steps[-1].chosen for axis in state.axes] == [True, True]
    assert state.table[1] == ("9 Oct 2026", "5.63", "4.65", "6.60", NO_FIGURE, NO_FIGURE, NO_FIGURE)


def test_the_table_has_every_take(takes: QuizStore) -> None:
    state = line(takes, WORRIED, CALM, WORRIED)
    assert [row[0] for row in state.table] == ["9 Sep 2026", "9 Oct 2026", "8 Nov 2026"]
    assert {len(row) for row in state.table} == {7}


def test_takes_of_one_day_are_told_apart_by_their_time(takes: QuizStore) -> None:
    first, second = keep(takes, CALM), keep(takes, WORRIED, at=Moment.from_datetime(NOW.replace(hour=9), ZONE))
    unknown = keep(takes, CALM, at=Moment.on(NOW.date()))
    state = line_state(ATTACH, first, [second, first, unknown, keep(takes, CALM, 40)], DAYS)
    assert state is not None
    assert state.names == ("8 Nov 2026, 09:40", "8 Nov 2026, 20:40", "8 Nov 2026", "29 Sep 2026")


@pytest.mark.parametrize(("chosen", "pair"), [(2, (0, 2)), (1, (0, 1)), (0, (0, 2))])
def test_one_compares_with_the_first(takes: QuizStore, chosen: int, pair: tuple[int, int]) -> None:
    state = line(takes, WORRIED, CALM, CALM, chosen=chosen)
    assert (state.first, state.second) == pair


def test_two_takes_are_compared_in_the_order_of_time_whichever_comes_first(takes: QuizStore, words: Words) -> None:
    state = line(takes, WORRIED, CALM)
    said = comparison(ATTACH, state, 0, 1, words)
    assert said == comparison(ATTACH, state, 1, 0, words)
    assert said[0] == "Attachment anxiety: 5.63 then, 2.25 at the later take. This is more than ordinary fluctuation."
    assert said[1] == "Attachment avoidance: 3.00 then, 2.38 at the later take. This may be ordinary fluctuation."
    # What holds for both axes is said once.
    assert len(said) == 3
    assert "1.77" in said[2]
    assert "1.37" in said[2]


def test_different_needs_are_told_for_each_axis(takes: QuizStore, words: Words) -> None:
    state = line(takes, (*WORRIED[:3], None, *WORRIED[4:]), CALM)
    said = comparison(ATTACH, state, 0, 1, words)
    assert len(said) == 4
    assert said[2].startswith("Attachment anxiety: With these two takes, a difference of 1.77")
    assert said[3].startswith("Attachment avoidance: With these two takes, a difference of 1.84")


def test_a_take_without_a_figure_cannot_be_compared_on_that_axis(takes: QuizStore, words: Words) -> None:
    said = comparison(ATTACH, line(takes, WORRIED, HALF), 0, 1, words)
    assert "nothing to compare" in said[1]
    assert "1.77" in said[2]


def test_with_more_than_two_comparisons_chance_is_named(takes: QuizStore, words: Words) -> None:
    many = words.texts["change"]["many"]
    assert many not in comparison(ATTACH, line(takes, WORRIED, CALM), 0, 1, words)
    assert many in comparison(ATTACH, line(takes, WORRIED, CALM, CALM), 0, 1, words)


def test_a_take_is_not_compared_with_itself(takes: QuizStore, words: Words) -> None:
    assert comparison(ATTACH, line(takes, WORRIED, CALM), 1, 1, words) == ()


def test_nothing_is_called_better_or_worse(takes: QuizStore, words: Words) -> None:
    for one, other in ((WORRIED, CALM), (CALM, WORRIED)):
        said = " ".join(comparison(ATTACH, line(takes, one, other), 0, 1, words)).lower()
        for word in ("improve", "better", "worse", "progress", "decline"):
            assert word not in said
