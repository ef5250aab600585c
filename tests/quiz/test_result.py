"""What a take comes to, case by case."""

from __future__ import annotations

import pytest

from attach_desktop.quiz.result import NO_FIGURE, ResultState, about, alike, readable, result_state
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.words import Words
from attach_desktop.vault.kind import Stored
from tests.quiz.samples import ATTACH, small_questionnaire, take_of
from tests.quiz.takes import ALL_FOUR, CALM, DAYS, HALF, WORRIED, Answers, keep
from tests.support import NOW


def state_of(answers: Answers, words: Words, **fields: object) -> ResultState:
    record = Stored("id", take_of(tuple(answers), **fields), NOW, NOW)
    return result_state(ATTACH, record, [record], words, DAYS)


def test_a_whole_take_has_point_sentences_and_description(words: Words) -> None:
    state = state_of(WORRIED, words)
    assert state.plane.point is not None
    assert (state.plane.point.x, state.plane.point.y) == (5.625, 3.0)
    assert state.plane.strip is None
    assert [axis.name for axis in state.axes] == ["Attachment anxiety", "Attachment avoidance"]
    assert state.axes[0].sentences == " ".join(words.texts["axes"]["anxiety"]["high"])
    assert state.axes[1].sentences == " ".join(words.texts["axes"]["avoidance"]["low"])
    assert "5.63" in state.axes[0].figures
    assert state.described == ("preoccupied",)
    assert state.nearest == "The nearest description: anxious-preoccupied."
    assert "anxious-preoccupied" in state.band
    assert state.flags == ()
    assert state.can_fit


def test_the_plane_is_told_and_tabled(words: Words) -> None:
    state = state_of(WORRIED, words)
    for figure in ("5.63", "3.00", "4.65", "6.60", "2.03", "3.97"):
        assert figure in state.plane_sentence
    assert state.plane_table == (
        ("Attachment anxiety", "5.63", "4.65", "6.60"),
        ("Attachment avoidance", "3.00", "2.03", "3.97"),
    )


def test_a_missing_dimension_gives_no_figure_and_no_style_while_the_other_is_shown(words: Words) -> None:
    state = state_of(HALF, words)
    assert state.plane.point is None
    assert state.plane.strip is not None
    assert state.plane.strip.across
    assert state.plane.strip.value == 5.625
    assert state.plane_table[1] == ("Attachment avoidance", NO_FIGURE, NO_FIGURE, NO_FIGURE)
    assert state.axes[0].figures
    assert state.axes[1].figures == ""
    assert "4 of 8, and 6 are needed" in state.axes[1].sentences
    assert (state.band, state.nearest, state.described) == ("", "", ())
    assert "too few answers" in state.plane_sentence
    assert "5.63" in state.plane_sentence
    assert state.can_fit


def test_with_both_missing_there_is_nothing_to_fit(words: Words) -> None:
    state = state_of((None,) * 16, words)
    assert (state.plane.point, state.plane.strip) == (None, None)
    assert not state.can_fit


@pytest.mark.parametrize(
    ("answers", "near"),
    [
        (ALL_FOUR, {"secure", "dismissing", "preoccupied", "fearful"}),
        # Anxiety exactly 4, avoidance high: two.
        ((4, 7, 4, 1, 4, 7, 4, 1, 4, 7, 4, 1, 4, 7, 4, 1), {"dismissing", "fearful"}),
    ],
)
def test_exactly_four_belongs_to_no_side(words: Words, answers: Answers, near: set[str]) -> None:
    state = state_of(answers, words)
    assert set(state.described) == near
    assert state.nearest.startswith("Equally near descriptions: ")
    assert "do not settle" in state.band


def test_what_else_a_description_is_called_is_said(words: Words) -> None:
    fearful = (7, 7, 1, 1, 7, 7, 1, 1, 7, 7, 1, 1, 7, 7, 1, 1)
    assert state_of(fearful, words).nearest.endswith("fearful-avoidant (some writers say disorganized).")


def test_signs_of_haste_stand_with_the_result(words: Words) -> None:
    state = state_of(ALL_FOUR, words, quick=True, kept=True)
    assert state.flags == (words.texts["flags"]["all-same"], words.texts["flags"]["quick"])


def test_every_item_is_worked_out(words: Words) -> None:
    state = state_of((*WORRIED[:3], None, *WORRIED[4:]), words)
    assert len(state.items) == 16
    sentence, axis, answer, counts, part = state.items[2]
    assert sentence == "3.  When I am away from people close to me, I still like who I am."
    assert (axis, answer, counts, part) == ("Attachment anxiety", "2 (reversed)", "6", "0.75")
    assert state.items[3][2:] == ("skipped", NO_FIGURE, NO_FIGURE)
    assert state.items[0][2] == "6 (as it is)"
    told = " ".join(" ".join(lines) for _, lines in state.working)
    for said in ("SD", "1.28", "√(1 − r)", "1.96", "Φ", "Borrowed", "Fraley", "Jacobson and Truax", "0.75"):
        assert said in told


def test_an_own_questionnaire_has_parts_and_no_styles(words: Words) -> None:
    small = small_questionnaire()
    take = take_of((5, 5, 1, 1), questionnaire="small", points=5, lens="all")
    record = Stored("id", take, NOW, NOW)
    state = result_state(small, record, [record], words, DAYS)
    assert state.described == ()
    assert "warm, tidy" in state.nearest
    assert state.plane.parts == ("cool, loose", "cool, tidy", "warm, loose", "warm, tidy")
    assert state.can_fit


@pytest.mark.parametrize(
    ("lens", "answers", "expected"),
    [
        ("general", (4,) * 16, True),
        ("general", (None,) * 16, True),
        ("general", (4,) * 15, False),
        ("general", (8,) * 16, False),
        ("neighbour", (4,) * 16, False),
    ],
)
def test_answers_can_be_read_where_they_fit_the_file(lens: str, answers: tuple[int, ...], expected: bool) -> None:
    assert readable(ATTACH, lens, answers) is expected
    assert not readable(None, lens, answers)


def test_a_lens_is_told_in_words_with_the_name() -> None:
    assert about(ATTACH, "partner", "") == "My partner or ex"
    assert about(ATTACH, "partner", " Kim ") == "My partner or ex · Kim"
    assert about(ATTACH, "neighbour", "") == "neighbour"
    assert about(None, "partner", "Kim") == "partner · Kim"


def test_takes_are_drawn_in_the_order_of_time(words: Words, takes: QuizStore) -> None:
    old, middle, new = keep(takes, CALM, 80), keep(takes, WORRIED, 40), keep(takes, CALM, 1)
    keep(takes, WORRIED, 20, lens="partner")
    like = alike(ATTACH, middle, takes.line(*middle.value.line))
    assert [one.id for one in like] == [old.id, middle.id, new.id]
    plane = result_state(ATTACH, middle, like, words, DAYS).plane
    assert plane.chosen == 1
    assert [point.label for point in plane.line] == ["20 Aug 26", "29 Sep 26", "7 Nov 26"]


def test_a_take_without_a_point_leaves_the_others_in_place(words: Words, takes: QuizStore) -> None:
    keep(takes, CALM, 80)
    half = keep(takes, HALF, 40)
    keep(takes, WORRIED, 1)
    like = alike(ATTACH, half, takes.line(*half.value.line))
    plane = result_state(ATTACH, half, like, words, DAYS).plane
    assert (plane.chosen, len(plane.line)) == (None, 2)
    assert plane.strip is not None


def names(like: list[Stored]) -> list[str]:  # type: ignore[type-arg]
    return [one.value.alias for one in like]


def test_two_people_are_never_on_one_line(takes: QuizStore) -> None:
    kim, alex = keep(takes, CALM, 80, lens="partner", alias="Kim"), keep(takes, CALM, 60, lens="partner", alias="Alex")
    again, nobody = keep(takes, CALM, 40, lens="partner", alias=" kim"), keep(takes, CALM, 20, lens="partner")
    line = takes.line(*kim.value.line)
    assert names(alike(ATTACH, kim, line)) == ["Kim", " kim"]
    assert names(alike(ATTACH, again, line)) == ["Kim", " kim"]
    assert names(alike(ATTACH, alex, line)) == ["Alex"]
    assert names(alike(ATTACH, nobody, line)) == [""]


def test_a_take_without_a_name_belongs_to_the_only_person(takes: QuizStore) -> None:
    keep(takes, CALM, 80, lens="partner", alias="Kim")
    nobody = keep(takes, CALM, 20, lens="partner")
    assert names(alike(ATTACH, nobody, takes.line(*nobody.value.line))) == ["Kim", ""]


def test_takes_that_the_file_cannot_read_any_more_are_left_out(takes: QuizStore) -> None:
    fields = {"questionnaire": "small", "points": 5, "lens": "all"}
    old, new = keep(takes, (1, 2, 3, 4, 5), 40, **fields), keep(takes, (1, 2, 3, 4), 1, **fields)
    line = takes.line(*new.value.line)
    assert [one.id for one in line] == [old.id, new.id]
    assert [one.id for one in alike(small_questionnaire(), new, line)] == [new.id]
