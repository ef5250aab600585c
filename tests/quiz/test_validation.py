from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop import resources
from attach_desktop.errors import FaultsError
from attach_desktop.quiz.questionnaire import from_json
from attach_desktop.quiz.validation import validate
from tests.quiz.samples import small

Change = Callable[[dict[str, Any]], object]


def faults(data: object) -> list[tuple[str, str]]:
    return [(fault.field, fault.key) for fault in validate(data)]


def put(*path: str | int, value: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def drop(*path: str | int) -> Change:
    def change(data: dict[str, Any]) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


_FAULTY: list[tuple[Change, str, str]] = [
    *((drop(name), name, "missing") for name in ("format", "id", "version", "name", "points", "dimensions")),
    (drop("items", 3, "key"), "items[3].key", "missing"),
    (drop("items", 0, "text"), "items[0].text", "missing"),
    (drop("items", 1, "dimension"), "items[1].dimension", "missing"),
    (drop("dimensions", 1, "high"), "dimensions[1].high", "missing"),
    (drop("lenses", 0, "name"), "lenses[0].name", "missing"),
    *((drop("reference", name), f"reference.{name}", "missing") for name in ("sd", "cut", "source")),
    (put("title", value="x"), "title", "unknown-field"),
    (put("items", 2, "revesed", value=True), "items[2].revesed", "unknown-field"),
    (put("reference", "mean", value=4), "reference.mean", "unknown-field"),
    (put("format", value="something else"), "format", "not-a-choice"),
    (put("id", value="Has Blanks"), "id", "not-a-short-name"),
    (put("id", value="-x"), "id", "not-a-short-name"),
    (put("id", value=""), "id", "blank"),
    (put("id", value=7), "id", "not-a-text"),
    (put("version", value=0), "version", "out-of-range"),
    (put("version", value=True), "version", "not-a-whole-number"),
    (put("version", value=1.5), "version", "not-a-whole-number"),
    (put("version", value="1"), "version", "not-a-whole-number"),
    (put("name", value="  "), "name", "blank"),
    (put("name", value="x" * 201), "name", "too-long"),
    (put("name", value="a\0b"), "name", "nul"),
    (put("name", value="\ud800"), "name", "lone-surrogate"),
    (put("about", value=3), "about", "not-a-text"),
    (put("time_frame", value=None), "time_frame", "not-a-text"),
    (put("points", value=["1"]), "points", "wrong-count"),
    (put("points", value=[str(n) for n in range(12)]), "points", "wrong-count"),
    (put("points", value="1234567"), "points", "not-a-list"),
    (put("points", 2, value=3), "points[2]", "not-a-text"),
    (put("points", 2, value=" "), "points[2]", "blank"),
    (put("points", 2, value=" 1 "), "points[2]", "said-twice"),
    (put("dimensions", value={}), "dimensions", "not-a-list"),
    (put("dimensions", 1, "id", value="warmth"), "dimensions[1].id", "said-twice"),
    (put("dimensions", 1, value="order"), "dimensions[1]", "not-an-object"),
    (put("dimensions", 0, "reference", value=5), "dimensions[0].reference", "not-an-object"),
    (put("reference", value=None), "reference", "not-an-object"),
    (put("reference", "sd", value=0), "reference.sd", "out-of-bounds"),
    (put("reference", "sd", value=-1), "reference.sd", "out-of-bounds"),
    (put("reference", "sd", value=math.nan), "reference.sd", "not-a-number"),
    (put("reference", "sd", value=math.inf), "reference.sd", "not-a-number"),
    (put("reference", "sd", value=10**400), "reference.sd", "not-a-number"),
    (put("reference", "sd", value="1.28"), "reference.sd", "not-a-number"),
    (put("reference", "sd", value=True), "reference.sd", "not-a-number"),
    (put("reference", "r_internal", value=1), "reference.r_internal", "out-of-bounds"),
    (put("reference", "r_retest", value=0), "reference.r_retest", "out-of-bounds"),
    (put("reference", "cut", value=5), "reference.cut", "out-of-bounds"),
    (put("reference", "cut", value=1), "reference.cut", "out-of-bounds"),
    (put("reference", "min_answered", value=0), "reference.min_answered", "out-of-bounds"),
    (put("reference", "min_answered", value=1.01), "reference.min_answered", "out-of-bounds"),
    (put("reference", "source", value=""), "reference.source", "blank"),
    (put("lenses", value=[]), "lenses", "wrong-count"),
    (put("lenses", 1, "id", value="all"), "lenses[1].id", "said-twice"),
    (put("lenses", 1, "forms", "who", value=""), "lenses[1].forms.who", "blank"),
    (put("lenses", 1, "forms", value=[]), "lenses[1].forms", "not-an-object"),
    (put("lenses", 1, "forms", value={}), "items[0].text", "unknown-slot"),
    (put("items", value=[]), "items", "wrong-count"),
    (put("items", value="none"), "items", "not-a-list"),
    (put("items", 1, value=None), "items[1]", "not-an-object"),
    (put("items", 1, "text", value="I wave at {whom}."), "items[1].text", "unknown-slot"),
    (put("items", 1, "text", value="I wave at {who.__class__}."), "items[1].text", "stray-brace"),
    (put("items", 1, "text", value="I wave at {who."), "items[1].text", "stray-brace"),
    (put("items", 1, "text", value="i  wave at {who}."), "items[1].text", "said-twice"),
    (put("items", 1, "text", value="x" * 501), "items[1].text", "too-long"),
    (put("items", 1, "dimension", value="height"), "items[1].dimension", "not-a-choice"),
    (put("items", 1, "dimension", value=["order"]), "items[1].dimension", "not-a-choice"),
    (put("items", 1, "key", value="+"), "items[1].key", "not-a-choice"),
    (put("items", 1, "key", value=True), "items[1].key", "not-a-choice"),
    (put("items", 1, "dimension", value="warmth"), "items", "too-few-of-dimension"),
    (put("items", 1, "note", value=0), "items[1].note", "not-a-text"),
]


def test_what_comes_with_the_program_is_sound() -> None:
    assert faults(resources.content("quiz/close-16")) == []
    assert faults(small()) == []


@pytest.mark.parametrize(("change", "field", "key"), _FAULTY, ids=[f"{field} {key}" for _, field, key in _FAULTY])
def test_a_single_fault_is_named_alone_with_its_place(change: Change, field: str, key: str) -> None:
    data = small()
    change(data)
    assert faults(data) == [(field, key)]
    with pytest.raises(FaultsError):
        from_json(data)


def test_all_faults_are_named_at_once() -> None:
    data = small()
    changes = [
        drop("version"),
        put("id", value="No"),
        put("points", 0, value=""),
        put("dimensions", 0, "low", value=1),
        put("reference", "sd", value="x"),
        put("lenses", 0, "id", value="!"),
        drop("items", 0, "key"),
        put("items", 1, "text", value="{who"),
        put("items", 3, "dimension", value="?"),
    ]
    for change in changes:
        change(data)
    assert {field for field, _ in faults(data)} == {
        "version",
        "id",
        "points[0]",
        "dimensions[0].low",
        "reference.sd",
        "lenses[0].id",
        "items[0].key",
        "items[1].text",
        "items[3].dimension",
    }


def test_no_constants_anywhere_are_missed_in_both_dimensions() -> None:
    data = small()
    del data["reference"]
    assert faults(data) == [(f"dimensions[{place}].reference", "missing") for place in (0, 1)]


def test_constants_may_stand_in_each_dimension() -> None:
    data = small()
    reference = data.pop("reference")
    data["dimensions"][0]["reference"] = reference
    data["dimensions"][1]["reference"] = {**reference, "sd": 2.0}
    assert [dimension.reference.sd for dimension in from_json(data).dimensions] == [1.0, 2.0]


@pytest.mark.parametrize("count", [4, 200])
def test_the_smallest_and_the_largest_number_of_items(count: int) -> None:
    data = small()
    data["items"] = [{**data["items"][place % 4], "text": f"Sentence {place}."} for place in range(count)]
    assert faults(data) == []
    data["items"].append({**data["items"][0], "text": "One more."})
    assert faults(data) == ([] if count == 4 else [("items", "wrong-count")])


@pytest.mark.parametrize("count", [2, 11])
def test_the_shortest_and_the_longest_scale(count: int) -> None:
    data = small()
    data["points"] = [f"point {place}" for place in range(count)]
    data["reference"]["cut"] = (1 + count) / 2
    assert faults(data) == []


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@given(_json)
def test_nothing_that_json_can_hold_is_taken_for_a_questionnaire(data: object) -> None:
    assert faults(data)


@given(st.data(), _json)
def test_no_part_of_a_questionnaire_can_be_anything_and_break_it(data: st.DataObject, other: object) -> None:
    changed: Any = json.loads(json.dumps(small()))
    place: Any = changed
    while True:
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = data.draw(st.sampled_from(steps))
        inner = place[step]
        if not isinstance(inner, dict | list) or not inner or data.draw(st.booleans()):
            place[step] = other
            break
        place = inner
    # It is either named or of use; it never raises anything else.
    if not validate(changed):
        from_json(changed)
