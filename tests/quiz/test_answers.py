from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.errors import FaultsError
from attach_desktop.quiz.answers import answer_faults, checked
from attach_desktop.quiz.scoring import score
from tests.quiz.samples import ATTACH

SOUND: list[Any] = [4] * 16
_BAD: list[tuple[Any, str]] = [
    (0, "out-of-range"),
    (8, "out-of-range"),
    (-1, "out-of-range"),
    (10**400, "out-of-range"),
    (3.5, "not-a-whole-number"),
    (4.0, "not-a-whole-number"),
    ("7", "not-a-whole-number"),
    ("", "not-a-whole-number"),
    (True, "not-a-whole-number"),
    (False, "not-a-whole-number"),
    (math.nan, "not-a-whole-number"),
    (math.inf, "not-a-whole-number"),
    ([4], "not-a-whole-number"),
]


@pytest.mark.parametrize(("bad", "key"), _BAD, ids=[repr(bad)[:12] for bad, _ in _BAD])
def test_an_answer_that_cannot_be_is_named_with_its_place(bad: Any, key: str) -> None:
    answers = [*SOUND[:5], bad, *SOUND[6:]]
    with pytest.raises(FaultsError) as refused:
        score(ATTACH, answers)
    assert [(fault.field, fault.key) for fault in refused.value.faults] == [("answers[5]", key)]


def test_every_fault_is_named() -> None:
    faults = answer_faults([0, 8, 3.5, "7", True, math.nan, None, 4], 16, 7)
    assert [fault.field for fault in faults] == ["answers", *(f"answers[{place}]" for place in range(6))]


@pytest.mark.parametrize("length", [0, 1, 7, 8, 9, 15, 17, 32])
def test_a_list_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(FaultsError) as refused:
        checked([4] * length, ATTACH)
    assert [(fault.field, fault.key) for fault in refused.value.faults] == [("answers", "wrong-length")]


@pytest.mark.parametrize("answers", ["4444444444444444", {"0": 4}, None, 4])
def test_what_is_no_list_is_refused(answers: Any) -> None:
    with pytest.raises(FaultsError) as refused:
        checked(answers, ATTACH)
    assert [(fault.field, fault.key) for fault in refused.value.faults] == [("answers", "not-a-list")]


@given(st.lists(st.none() | st.integers(1, 7), min_size=16, max_size=16))
def test_sound_answers_pass_unchanged(answers: list[int | None]) -> None:
    assert checked(answers, ATTACH) == tuple(answers)


_anything = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=2)


@given(st.lists(_anything, max_size=20))
def test_nothing_else_is_ever_scored(answers: list[Any]) -> None:
    sound = len(answers) == 16 and all(a is None or (type(a) is int and 1 <= a <= 7) for a in answers)
    if sound:
        score(ATTACH, answers)
    else:
        with pytest.raises(FaultsError):
            score(ATTACH, answers)
