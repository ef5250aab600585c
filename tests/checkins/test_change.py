from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from attach_desktop.checkins.change import CHECKIN_FORMS, MAX_POSITION, QuestionChange
from attach_desktop.checkins.form import OWN_WORDINGS
from attach_desktop.errors import FaultsError
from attach_desktop.interchange.shape import shapes
from tests.checkins.samples import AT, changes


@settings(deadline=None)
@given(changes)
def test_it_comes_back_from_json_as_it_went(change: QuestionChange) -> None:
    data = json.loads(json.dumps(CHECKIN_FORMS.to_json(change)))
    assert CHECKIN_FORMS.from_json(data) == change
    assert list(shapes(CHECKIN_FORMS)) == list(data)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"form": ""}, ("form", "missing")),
        ({"form": "My form"}, ("form", "not-a-short-name")),
        ({"question": "a" * 65}, ("question", "not-a-short-name")),
        ({"wordings": ("a", " ")}, ("wordings", "blank-word")),
        ({"wordings": ("a" * 201,)}, ("wordings", "too-long")),
        ({"wordings": ("a",) * 101}, ("wordings", "too-many")),
        ({"sort": "choice", "wordings": ("a",), "current": 1}, ("sort", "not-a-choice")),
        ({"sort": "open", "current": 1}, ("wordings", "missing")),
        ({"sort": "open", "wordings": ("a",), "current": 0}, ("current", "out-of-range")),
        ({"current": 1}, ("current", "out-of-range")),
        ({"wordings": ("a",), "current": 2}, ("current", "out-of-range")),
        ({"low": "\0"}, ("low", "nul")),
        ({"high": "a" * 201}, ("high", "too-long")),
        ({"position": MAX_POSITION + 1}, ("position", "out-of-range")),
    ],
)
def test_what_a_change_cannot_be(fields: dict[str, Any], fault: tuple[str, str]) -> None:
    with pytest.raises(FaultsError) as caught:
        QuestionChange(**{"noted": AT, "form": "weekly", "question": "calm", **fields})
    assert [(found.field, found.key) for found in caught.value.faults] == [fault]


def test_a_wording_of_ones_own_has_a_number_beyond_those_of_the_program() -> None:
    one = QuestionChange(noted=AT, form="weekly", question="calm", wordings=("First?", " Second  one? "), current=2)
    assert (one.wording, one.text) == (OWN_WORDINGS + 2, "Second one?")
    plain = QuestionChange(noted=AT, form="weekly", question="calm", wordings=("First?",))
    assert (plain.wording, plain.text) == (0, "")


def test_what_a_hand_leaves_out() -> None:
    one = CHECKIN_FORMS.from_json(
        {"at": "2026-11-08", "form": "Weekly", "question": "x", "sort": "open", "wordings": ["Why?"]}
    )
    assert (one.form, one.current, one.text) == ("weekly", 1, "Why?")
    assert list(CHECKIN_FORMS.texts(one)) == ["Why?"]
    assert list(CHECKIN_FORMS.words(one)) == [("form", "weekly")]
