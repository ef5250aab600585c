"""Documented fields read out of JSON: every fault is named, nothing is guessed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.reading import (
    MAX_TEXT,
    MAX_WORD,
    MAX_WORDS,
    Reader,
    range_faults,
    text_faults,
    word_faults,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def _keys(faults: list[Fault]) -> list[str]:
    return [found.key for found in faults]


@pytest.mark.parametrize("absent", [{}, {"field": None}])
def test_what_is_absent_or_null_is_empty(absent: dict[str, Any]) -> None:
    read = Reader(absent)
    assert read.text("field") == ""
    assert read.words("field") == ()
    assert read.objects("field") == []
    assert read.whole("field") is None
    assert read.flag("field") is False
    assert read.faults == []


@pytest.mark.parametrize(
    ("method", "value", "key"),
    [
        ("text", 3, "not-a-text"),
        ("text", ["a"], "not-a-text"),
        ("text", False, "not-a-text"),
        ("words", "a", "not-a-list-of-texts"),
        ("words", ["a", 1], "not-a-list-of-texts"),
        ("words", [None], "not-a-list-of-texts"),
        ("words", {"a": 1}, "not-a-list-of-texts"),
        ("objects", [1], "not-a-list-of-objects"),
        ("objects", {"name": "a"}, "not-a-list-of-objects"),
        ("whole", 3.0, "not-a-whole-number"),
        ("whole", True, "not-a-whole-number"),
        ("whole", "3", "not-a-whole-number"),
        ("flag", 1, "not-true-or-false"),
        ("flag", "true", "not-true-or-false"),
    ],
)
def test_another_kind_of_value_is_a_fault_and_reads_as_empty(method: str, value: object, key: str) -> None:
    read = Reader({"field": value})
    assert not getattr(read, method)("field")
    assert read.faults == [fault("field", key)]


@pytest.mark.parametrize(
    ("method", "value", "result"),
    [
        ("text", "a text", "a text"),
        ("words", ["a", "b"], ("a", "b")),
        ("words", [], ()),
        ("objects", [{"a": 1}, {}], [{"a": 1}, {}]),
        ("whole", 0, 0),
        ("whole", -(10**30), -(10**30)),
        ("flag", True, True),
        ("flag", False, False),
    ],
)
def test_values_are_read_as_they_are(method: str, value: object, result: object) -> None:
    read = Reader({"field": value})
    assert getattr(read, method)("field") == result
    assert read.faults == []


@given(json_values)
def test_no_json_value_is_too_strange_to_be_read(value: object) -> None:
    read = Reader({"field": value, "zone": value})
    for method in (read.text, read.words, read.objects, read.whole, read.flag):
        method("field")
    read.moment("field", "zone")
    assert all(found.field in ("field", "zone") for found in read.faults)


def test_a_moment_with_its_zone() -> None:
    read = Reader({"at": "2026-11-08T20:40:00+01:00", "zone": "Europe/Berlin"})
    assert read.moment("at", "zone") == Moment.parse("2026-11-08T20:40:00+01:00", "Europe/Berlin")
    assert Reader({"at": "2026-11-08"}).moment("at", "zone") == Moment.on(date(2026, 11, 8))


@pytest.mark.parametrize(
    ("data", "field", "key"),
    [
        ({}, "at", "missing"),
        ({"at": None}, "at", "missing"),
        ({"at": ""}, "at", "missing"),
        ({"at": "yesterday"}, "at", "not-a-moment"),
        ({"at": "2026-02-30"}, "at", "not-a-moment"),
        ({"at": "2026-11-08T20:40:00"}, "at", "not-a-moment"),
        ({"at": "2026-11-08", "zone": "\ud800"}, "zone", "lone-surrogate"),
        ({"at": "2026-11-08", "zone": "a\0b"}, "zone", "nul"),
        ({"at": "2026-11-08", "zone": "x" * 10_000}, "zone", "too-long"),
        ({"at": "2026-11-08", "zone": 3}, "zone", "not-a-text"),
    ],
)
def test_a_moment_that_cannot_be(data: dict[str, Any], field: str, key: str) -> None:
    read = Reader(data)
    read.moment("at", "zone")
    assert [(found.field, found.key) for found in read.faults] == [(field, key)]


def test_a_long_wrong_moment_is_shown_shortened() -> None:
    read = Reader({"at": "x" * 1000})
    read.moment("at", "zone")
    assert read.faults == [fault("at", "not-a-moment", given="x" * 40)]


def test_the_faults_of_reading_and_of_building_come_together() -> None:
    read = Reader({"mood": "good"})
    read.whole("mood")

    def build() -> None:
        raise FaultsError([fault("note", "nul")])

    with pytest.raises(FaultsError) as caught:
        read.finish(build)
    assert caught.value.faults == (fault("mood", "not-a-whole-number"), fault("note", "nul"))


def test_a_value_is_not_handed_out_where_reading_found_a_fault() -> None:
    read = Reader({"mood": "good"})
    read.whole("mood")
    with pytest.raises(FaultsError):
        read.finish(lambda: "built all the same")
    assert Reader({}).finish(lambda: "built") == "built"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", []),
        ("a" * MAX_TEXT, []),
        ("a" * (MAX_TEXT + 1), ["too-long"]),
        ("\ud800", ["lone-surrogate"]),
        ("a\udfffb", ["lone-surrogate"]),
        ("\U0001f600", []),
        ("a\0b", ["nul"]),
        ("\ud800\0", ["lone-surrogate", "nul"]),
        ("line\nline\ttab\x1b", []),
    ],
)
def test_what_is_wrong_with_a_text(text: str, keys: list[str]) -> None:
    assert _keys(text_faults("note", text)) == keys


@given(st.text(st.characters(exclude_categories=())))
def test_a_text_without_faults_can_be_encoded(text: str) -> None:
    if not text_faults("note", text):
        assert "\0" not in text
        assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ((), []),
        (("sad", "tired"), []),
        (("",), ["blank-word"]),
        ((" \t\n\u00a0",), ["blank-word"]),
        (("a" * MAX_WORD,), []),
        (("a" * (MAX_WORD + 1), " "), ["too-long", "blank-word"]),
        (("\0",), ["nul"]),
        (tuple(str(number) for number in range(MAX_WORDS)), []),
        (tuple(str(number) for number in range(MAX_WORDS + 1)), ["too-many"]),
    ],
)
def test_what_is_wrong_with_a_list_of_words(words: tuple[str, ...], keys: list[str]) -> None:
    assert _keys(word_faults("tags", words)) == keys


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        (None, []),
        (1, []),
        (5, []),
        (0, ["out-of-range"]),
        (6, ["out-of-range"]),
        (10**30, ["out-of-range"]),
        (True, ["not-a-whole-number"]),
        (3.0, ["not-a-whole-number"]),
        ("3", ["not-a-whole-number"]),
    ],
)
def test_what_is_wrong_with_a_number(value: Any, keys: list[str]) -> None:
    assert _keys(range_faults("mood", value, 1, 5)) == keys
