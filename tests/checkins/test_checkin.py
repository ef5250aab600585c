from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from attach_desktop.checkins.checkin import CHECKINS, MAX_ANSWER_TEXT, Answer, CheckIn, Count, Text, answered, written
from attach_desktop.checkins.form import built_in
from attach_desktop.errors import FaultsError
from attach_desktop.interchange.shape import shapes
from tests.checkins.samples import AT, checkin, checkins


@settings(deadline=None)
@given(checkins)
def test_it_comes_back_from_json_as_it_went(one: CheckIn) -> None:
    data = json.loads(json.dumps(CHECKINS.to_json(one)))
    assert CHECKINS.from_json(data) == one
    assert list(shapes(CHECKINS)) == list(data)


def test_the_documented_fields() -> None:
    one = CheckIn(
        at=AT,
        form="weekly",
        begin=date(2026, 11, 2),
        end=date(2026, 11, 8),
        answers=(Answer("calm", 1, "Calm?", 7),),
        texts=(Text("try", 1, "Try?", "A walk"),),
        counts=(Count("journal", 5),),
    )
    assert CHECKINS.to_json(one) == {
        "at": "2026-11-08T20:40:00+01:00",
        "zone": "Europe/Berlin",
        "form": "weekly",
        "version": 1,
        "begin": "2026-11-02",
        "end": "2026-11-08",
        "answers": [{"asked": "Calm?", "value": 7, "question": "calm", "wording": 1}],
        "texts": [{"asked": "Try?", "text": "A walk", "question": "try", "wording": 1}],
        "counts": [{"what": "journal", "number": 5}],
    }
    assert list(CHECKINS.texts(one)) == ["A walk"]
    assert list(CHECKINS.words(one)) == [("form", "weekly")]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"at": None}, ("at", "missing")),
        ({"form": ""}, ("form", "missing")),
        ({"form": "my form"}, ("form", "not-a-short-name")),
        ({"version": 0}, ("version", "out-of-range")),
        ({"begin": "2026-02-30"}, ("begin", "not-a-day")),
        ({"begin": "2026-11-08", "end": "2026-11-07"}, ("end", "before-begin")),
        ({"answers": 3}, ("answers", "not-a-list-of-objects")),
        ({"answers": [{"question": "calm", "value": 11}]}, ("answers[0].value", "out-of-range")),
        ({"answers": [{"question": "calm", "value": 1.5}]}, ("answers[0].value", "not-a-whole-number")),
        ({"answers": [{"question": "calm", "value": True}]}, ("answers[0].value", "not-a-whole-number")),
        ({"answers": [{"question": "calm", "value": "7"}]}, ("answers[0].value", "not-a-whole-number")),
        ({"answers": [{"value": 3}]}, ("answers[0].question", "missing")),
        ({"answers": [{"question": "calm", "wording": 0}]}, ("answers[0].wording", "out-of-range")),
        ({"answers": [{"question": "calm", "asked": "x" * 201}]}, ("answers[0].asked", "too-long")),
        ({"answers": [{"question": "calm"}, {"question": "calm"}]}, ("answers[1].question", "given-twice")),
        ({"answers": [{"question": f"q{number}"} for number in range(101)]}, ("answers", "too-many")),
        ({"texts": [{"question": "try", "text": "x" * (MAX_ANSWER_TEXT + 1)}]}, ("texts[0].text", "too-long")),
        ({"texts": [{"question": "try", "text": "\0"}]}, ("texts[0].text", "nul")),
        ({"texts": [{"question": "try", "text": 3}]}, ("texts[0].text", "not-a-text")),
        ({"counts": [{"what": "journal", "number": -1}]}, ("counts[0].number", "out-of-range")),
        ({"counts": [{"number": 1}]}, ("counts[0].what", "missing")),
        ({"counts": [{"what": "journal"}] * 101}, ("counts", "too-many")),
    ],
)
def test_what_a_check_in_cannot_be(data: dict[str, Any], fault: tuple[str, str]) -> None:
    with pytest.raises(FaultsError) as caught:
        CHECKINS.from_json({"at": AT.isoformat(), "form": "weekly", **data})
    assert [(found.field, found.key) for found in caught.value.faults] == [fault]


def test_skipping_is_an_answer_and_all_of_it_is_empty() -> None:
    assert CheckIn(at=AT, form="weekly").empty
    assert checkin(values={"calm": None}, texts=(Text("try", 1, "Try?", " \n"),)).empty
    assert not checkin(values={"calm": 0}).empty
    assert not CheckIn(at=AT, form="weekly", texts=(Text("try", 1, "Try?", "x"),)).empty


def test_a_point_is_that_of_one_wording() -> None:
    one = checkin(values={"calm": 7, "alone": None})
    assert [one.value("calm", 1), one.value("calm", 101), one.value("alone", 1), one.value("none", 1)] == [
        7, None, None, None,
    ]  # fmt: skip


def test_an_answer_keeps_the_sentence_as_it_read() -> None:
    calm, attempt = built_in("weekly").question("calm"), built_in("weekly").question("try")
    assert calm is not None
    assert attempt is not None
    assert answered(calm, 3) == Answer("calm", 1, calm.text, 3)
    assert written(attempt, " a walk\n") == Text("try", 1, attempt.text, "a walk")
