from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.quiz.take import FITS, QUIZ, SHAPES, Take, from_json, to_json
from tests.quiz.samples import ATTACH, take_of

_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
_answers = st.lists(st.none() | st.integers(1, 7), min_size=16, max_size=16).map(tuple)
takes = st.builds(
    Take,
    at=st.dates().map(Moment.on),
    questionnaire=st.just("attach-16"),
    version=st.just(1),
    points=st.just(7),
    lens=st.sampled_from(SHAPES["attach-16", 1].lenses),
    answers=_answers,
    alias=_text,
    fits=st.sampled_from(FITS),
    note=_text,
    quick=st.booleans(),
    kept=st.booleans(),
)


def faults(**changed: Any) -> list[tuple[str, str]]:
    """The faults of a take's JSON in which some fields were changed (... takes one away)."""
    data = {**to_json(take_of([4] * 16)), **changed}
    with pytest.raises(FaultsError) as refused:
        from_json({field: value for field, value in data.items() if value is not ...})
    return [(fault.field, fault.key) for fault in refused.value.faults]


@given(takes)
def test_out_and_in_again_without_a_change(take: Take) -> None:
    assert from_json(to_json(take)) == take


def test_the_known_shape_is_that_of_the_file() -> None:
    shape = SHAPES[ATTACH.id, ATTACH.version]
    assert shape.items == len(ATTACH.items)
    assert shape.points == len(ATTACH.points)
    assert shape.lenses == tuple(lens.id for lens in ATTACH.lenses)


@pytest.mark.parametrize(
    ("changed", "field", "key"),
    [
        ({"at": ...}, "at", "missing"),
        ({"at": "2026-02-30"}, "at", "not-a-moment"),
        ({"questionnaire": ...}, "questionnaire", "missing"),
        ({"questionnaire": "A B"}, "questionnaire", "not-a-short-name"),
        ({"version": ...}, "version", "missing"),
        ({"version": 0}, "version", "out-of-range"),
        ({"points": None}, "points", "missing"),
        ({"points": 5}, "points", "not-a-choice"),
        ({"lens": ...}, "lens", "missing"),
        ({"lens": "neighbour"}, "lens", "not-a-choice"),
        ({"answers": ...}, "answers", "missing"),
        ({"answers": "4444"}, "answers", "not-a-list"),
        ({"answers": [4] * 15}, "answers", "wrong-length"),
        ({"answers": [4] * 17}, "answers", "wrong-length"),
        ({"answers": [4] * 15 + [0]}, "answers[15]", "out-of-range"),
        ({"answers": [8] + [4] * 15}, "answers[0]", "out-of-range"),
        ({"answers": [3.5] + [4] * 15}, "answers[0]", "not-a-whole-number"),
        ({"answers": [True] + [4] * 15}, "answers[0]", "not-a-whole-number"),
        ({"answers": [math.nan] + [4] * 15}, "answers[0]", "not-a-whole-number"),
        ({"alias": "x" * 201}, "alias", "too-long"),
        ({"note": 7}, "note", "not-a-text"),
        ({"fits": "maybe"}, "fits", "not-a-choice"),
        ({"quick": 1}, "quick", "not-true-or-false"),
        ({"kept": "yes"}, "kept", "not-true-or-false"),
    ],
)
def test_what_cannot_be_is_named(changed: dict[str, Any], field: str, key: str) -> None:
    assert (field, key) in faults(**changed)


def test_every_fault_is_named_at_once() -> None:
    found = faults(version="1", lens=..., answers=[0, "7"], fits="?", quick=2)
    assert {field for field, _ in found} >= {"version", "lens", "answers[0]", "answers[1]", "quick"}


def test_a_take_of_an_unknown_questionnaire_is_the_persons_all_the_same() -> None:
    take = take_of([1, 5, None, 2, 3], questionnaire="mine", points=5, lens="aunt")
    assert from_json(to_json(take)) == take
    with pytest.raises(FaultsError):
        take_of([1, 6, None, 2, 3], questionnaire="mine", points=5)
    with pytest.raises(FaultsError):
        take_of([1, 2, 3], questionnaire="mine")
    with pytest.raises(FaultsError):
        take_of([1] * 201, questionnaire="mine")


def test_it_can_be_found_by_its_words() -> None:
    take = take_of([4] * 16, alias=" Noa ", note="after the holidays")
    assert ("alias", "Noa") in QUIZ.words(take)
    assert ("lens", "general") in QUIZ.words(take)
    assert list(QUIZ.texts(take)) == [" Noa ", "after the holidays"]
    assert [field for field, _ in QUIZ.words(take_of([4] * 16))] == ["lens", "questionnaire"]
