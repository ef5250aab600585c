from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.quiz.change import rci
from attach_desktop.quiz.questionnaire import STYLES
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.words import Words, figure
from tests.quiz.samples import ATTACH, small_questionnaire, take_of

WORDS = Words()
CLEAR: list[int | None] = [7, 1, 1, 7] * 4
NOTHING: list[int | None] = [None] * 16


@pytest.mark.parametrize(
    ("value", "told"),
    [(3.125, "3.13"), (4.625, "4.63"), (2, "2.00"), (-0.375, "−0.38"), (-0.001, "0.00"), (0.5724, "0.57")],
)
def test_figures_are_rounded_as_people_do(value: float, told: str) -> None:
    assert figure(value) == told


def test_the_point_is_told_with_its_interval() -> None:
    result = score(ATTACH, [4, None, 4, None] + [4] * 12)
    told = WORDS.point(ATTACH.dimensions[1], result.dimensions[1], 7)
    assert "4.00" in told
    assert "1 to 7" in told
    assert "2.88" in told
    assert "5.12" in told


def test_a_missing_dimension_says_what_it_lacks() -> None:
    result = score(ATTACH, NOTHING)
    told = WORDS.level(ATTACH.dimensions[0], result.dimensions[0])
    assert told == [WORDS.point(ATTACH.dimensions[0], result.dimensions[0], 7)]
    assert "0 of 8" in told[0]
    assert "6 are needed" in told[0]
    assert (WORDS.band(result), WORDS.nearest(result)) == ("", "")
    assert WORDS.plane(ATTACH, result) == WORDS.texts["axes"]["plane_missing"]


def test_every_level_of_each_axis_has_two_sentences() -> None:
    for axis in ("anxiety", "avoidance"):
        assert all(len(WORDS.texts["axes"][axis][level]) == 2 for level in ("low", "middle", "high"))
    result = score(ATTACH, CLEAR)
    assert WORDS.level(ATTACH.dimensions[0], result.dimensions[0]) == WORDS.texts["axes"]["anxiety"]["high"]
    assert WORDS.level(ATTACH.dimensions[1], result.dimensions[1]) == WORDS.texts["axes"]["avoidance"]["low"]


def test_bands_are_told_by_the_names_of_the_descriptions() -> None:
    assert "sits in" in WORDS.band(score(ATTACH, CLEAR))
    assert "anxious-preoccupied" in WORDS.band(score(ATTACH, CLEAR))
    assert "between" in WORDS.band(score(ATTACH, [4] * 16))
    assert "secure, dismissive-avoidant, anxious-preoccupied and fearful-avoidant" in WORDS.band(
        score(ATTACH, [4] * 16)
    )
    assert "anxious-preoccupied" in WORDS.nearest(score(ATTACH, CLEAR))


def test_other_questionnaires_speak_with_their_own_words() -> None:
    own = small_questionnaire()
    result = score(own, [5, 3, 1, 3])
    assert WORDS.level(own.dimensions[0], result.dimensions[0]) == ["On Warmth your answers lie on the side of: warm."]
    assert "loose" in WORDS.level(own.dimensions[1], result.dimensions[1])[0]
    assert "warm, loose" in WORDS.band(result)
    assert "Warmth" in WORDS.plane(own, result)


def test_a_sign_of_haste_is_told_once() -> None:
    result = score(ATTACH, [7] * 16, quick=True)
    assert len(result.flags) == 5
    assert WORDS.flags(result) == [WORDS.texts["flags"]["all-same"], WORDS.texts["flags"]["quick"]]
    assert WORDS.flags(score(ATTACH, CLEAR)) == []


def test_changes_are_called_more_or_less_than_ordinary_fluctuation() -> None:
    before, after, gone = take_of(CLEAR), take_of([1, 1, 7, 7] * 4), take_of(NOTHING)
    anxiety, avoidance = rci(ATTACH, before, after)
    assert "more than ordinary fluctuation" in WORDS.change(ATTACH.dimensions[0], anxiety)
    assert "may be ordinary fluctuation" in WORDS.change(ATTACH.dimensions[1], avoidance)
    assert "nothing to compare" in WORDS.change(ATTACH.dimensions[0], rci(ATTACH, before, gone)[0])


@given(st.lists(st.none() | st.integers(1, 7), min_size=16, max_size=16))
def test_every_result_can_be_told_in_full(answers: list[int | None]) -> None:
    result = score(ATTACH, answers)
    told = [WORDS.band(result), WORDS.nearest(result), WORDS.plane(ATTACH, result), *WORDS.flags(result)]
    for which, dimension in enumerate(ATTACH.dimensions):
        found = result.dimensions[which]
        told += [*WORDS.level(dimension, found), WORDS.point(dimension, found, 7)]
        told += WORDS.working(ATTACH, which, found)
    assert not any("{" in text or "None" in text for text in told)


def test_the_working_shows_the_constants_and_their_source() -> None:
    result = score(ATTACH, CLEAR)
    told = " ".join(WORDS.working(ATTACH, 0, result.dimensions[0]))
    for part in ("1.28", "0.85", "0.75", "56 ÷ 8 = 7.00", "= 0.50", ATTACH.dimensions[0].reference.source):
        assert part in told


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value]


def test_every_style_has_a_description() -> None:
    for style in STYLES:
        found = WORDS.texts["descriptions"][style]
        assert len(found["signs"]) >= 3
        assert len(found["helps"]) >= 3
        assert len(found["strengths"]) >= 3
        assert {one["room"] for one in found["helps"]} <= {
            "toolkit", "journal", "affirmations", "growth", "gratitude", "help",
        }  # fmt: skip
    assert "disorganized" in WORDS.texts["descriptions"]["fearful"]["also"]


@pytest.mark.parametrize("word", ["improved", "worse", "disorder", "percentile", "must", "should", "healthy", "normal"])
def test_no_sentence_judges(word: str) -> None:
    assert [text for text in _texts(WORDS.texts) if word in text.lower().split()] == []


def test_the_page_before_says_what_the_quiz_is_not() -> None:
    told = " ".join(WORDS.points(ATTACH))
    for part in ("not a diagnosis", "no ranking", "borrowed", "tested", "today", "leave"):
        assert part in told


def test_what_is_true_of_ours_alone_is_not_said_of_an_own_questionnaire() -> None:
    small = small_questionnaire()
    ours, theirs = " ".join(WORDS.points(ATTACH)), " ".join(WORDS.points(small))
    assert "written for Attach" in ours
    assert "written for Attach" not in theirs
    assert "from your own folder" in theirs
    for part in ("not a diagnosis", "no ranking", "today", "leave"):
        assert part in theirs
    short = WORDS.disclosure(small, "8 Nov 2026", "Everybody")
    assert "from your own folder" in short
    assert short.endswith("Small, version 1.")
    short = WORDS.disclosure(ATTACH, "8 Nov 2026", "Everybody")
    for part in ("borrowed", "not tested", "8 Nov 2026 about: Everybody", "not a diagnosis", "version 1"):
        assert part in short


def test_where_one_figure_is_missing_the_plane_tells_the_other() -> None:
    told = WORDS.plane(ATTACH, score(ATTACH, [6, None, 2, None, 6, None, 2, None, 6, 2, 2, 5, 6, 3, 2, 6]))
    assert told.startswith(WORDS.texts["axes"]["plane_missing"])
    assert "Attachment anxiety at 6.00" in told
    assert "avoidance" not in told


def test_several_nearest_descriptions_are_equally_near() -> None:
    told = WORDS.nearest(score(ATTACH, [4] * 16))
    assert told.startswith("Equally near descriptions: secure, ")
    assert told.endswith(" and fearful-avoidant (some writers say disorganized).")
