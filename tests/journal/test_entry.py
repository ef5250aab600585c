"""An entry cannot hold what cannot be, and comes back from its JSON as it went."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.journal.entry import JOURNAL, RANGES, TEXT_FIELDS, WORD_FIELDS, Coping, Entry, from_json, to_json
from attach_desktop.vault.reading import MAX_TEXT, MAX_WORD, MAX_WORDS
from tests.journal.entries import entries

AT = Moment.parse("2026-11-08T20:40:00+01:00", "Europe/Berlin")
DOCUMENTED = [
    "at", "zone", "mood", "energy", "feelings", "people", "triggers", "happened", "thought", "belief", "body", "urge",
    "did", "intensity_before", "coping", "intensity_after", "evidence_for", "evidence_against", "balanced_thought",
    "belief_after", "tags", "note", "for_session", "private",
]  # fmt: skip


def _faults(**given: Any) -> list[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        Entry(**{"at": AT, **given})
    return [(found.field, found.key) for found in caught.value.faults]


def test_everything_but_the_moment_is_optional() -> None:
    assert Entry(at=AT).empty


@pytest.mark.parametrize("field", sorted({field.name for field in fields(Entry)} - {"at", "for_session", "private"}))
def test_an_entry_that_says_anything_is_not_empty(field: str) -> None:
    value: Any = 0 if field in RANGES else "text"
    if field in ("mood", "energy"):
        value = 1
    if field in WORD_FIELDS:
        value = ("word",)
    if field == "coping":
        value = (Coping("walk"),)
    entry: Entry = replace(Entry(at=AT), **{field: value})
    assert not entry.empty
    assert replace(Entry(at=AT), for_session=True, private=True).empty


def test_an_entry_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Entry(at=AT).mood = 3  # type: ignore[misc]


@pytest.mark.parametrize(("field", "bounds"), sorted(RANGES.items()))
def test_numbers_within_their_range_are_kept_and_others_refused(field: str, bounds: tuple[int, int]) -> None:
    low, high = bounds
    for good in (None, low, high):
        assert getattr(Entry(**{"at": AT, field: good}), field) == good  # type: ignore[arg-type]
    for bad in (low - 1, high + 1, 10**30):
        assert _faults(**{field: bad}) == [(field, "out-of-range")]
    for strange in (True, 2.0, "2"):
        assert _faults(**{field: strange}) == [(field, "not-a-whole-number")]


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_texts_that_no_file_can_keep_are_refused(field: str) -> None:
    assert _faults(**{field: "a\ud800b"}) == [(field, "lone-surrogate")]
    assert _faults(**{field: "a\0b"}) == [(field, "nul")]
    assert _faults(**{field: "a" * (MAX_TEXT + 1)}) == [(field, "too-long")]
    assert getattr(Entry(**{"at": AT, field: "😢" * 1000}), field) == "😢" * 1000  # type: ignore[arg-type]


def test_a_note_of_five_megabytes_is_refused_with_its_length() -> None:
    with pytest.raises(FaultsError) as caught:
        Entry(at=AT, note="x" * 5_000_000)
    assert dict(caught.value.faults[0].details) == {"limit": MAX_TEXT, "length": 5_000_000}


@pytest.mark.parametrize("field", WORD_FIELDS)
def test_words_that_cannot_be_are_refused(field: str) -> None:
    assert _faults(**{field: ("good", " ")}) == [(field, "blank-word")]
    assert _faults(**{field: ("a\ud800",)}) == [(field, "lone-surrogate")]
    assert _faults(**{field: ("a" * (MAX_WORD + 1),)}) == [(field, "too-long")]
    assert _faults(**{field: tuple(map(str, range(MAX_WORDS + 1)))}) == [(field, "too-many")]


@pytest.mark.parametrize("field", WORD_FIELDS)
def test_a_word_is_kept_once_as_it_was_first_written(field: str) -> None:
    entry = Entry(**{"at": AT, field: (" Sad", "tired", "sad", "SAD ", "ｔｉｒｅｄ")})  # type: ignore[arg-type]
    assert getattr(entry, field) == ("Sad", "tired")


@pytest.mark.parametrize(
    ("coping", "faults"),
    [
        ((Coping("walk", 0), Coping("talk", 1440), Coping("write")), []),
        (tuple(Coping(name) for name in "abcd"), [("coping", "too-many")]),
        ((Coping(" "),), [("coping", "blank-word")]),
        ((Coping("walk", -1),), [("coping.minutes", "out-of-range")]),
        ((Coping("walk", 1441),), [("coping.minutes", "out-of-range")]),
        ((Coping("a" * 201, 1441),), [("coping", "too-long"), ("coping.minutes", "out-of-range")]),
    ],
)
def test_coping(coping: tuple[Coping, ...], faults: list[tuple[str, str]]) -> None:
    if faults:
        assert _faults(coping=coping) == faults
    else:
        assert Entry(at=AT, coping=coping).coping == coping


def test_every_fault_is_named_not_just_the_first() -> None:
    assert _faults(mood=6, belief=-1, note="\0", tags=("",)) == [
        ("mood", "out-of-range"),
        ("belief", "out-of-range"),
        ("note", "nul"),
        ("tags", "blank-word"),
    ]


# -- JSON --------------------------------------------------------------------------------------------------------------


def test_the_documented_fields_in_their_order() -> None:
    assert list(to_json(Entry(at=AT))) == DOCUMENTED


@settings(deadline=None)
@given(entries)
def test_an_entry_comes_back_from_its_json_as_it_went(entry: Entry) -> None:
    assert from_json(json.loads(json.dumps(to_json(entry), ensure_ascii=False))) == entry


def test_the_moment_alone_is_enough() -> None:
    assert from_json({"at": "2026-11-08"}) == Entry(at=Moment.parse("2026-11-08"))
    assert from_json({**dict.fromkeys(DOCUMENTED), "at": "2026-11-08"}) == Entry(at=Moment.parse("2026-11-08"))


def test_fields_of_a_later_version_are_passed_over() -> None:
    assert from_json({"at": "2026-11-08", "weather": "rain"}) == Entry(at=Moment.parse("2026-11-08"))


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({}, [("at", "missing")]),
        ({"at": "2026-02-30"}, [("at", "not-a-moment")]),
        ({"at": "2026-11-08T20:40:00"}, [("at", "not-a-moment")]),
        ({"at": 3}, [("at", "not-a-text"), ("at", "missing")]),
        ({"at": "2026-11-08", "mood": "good"}, [("mood", "not-a-whole-number")]),
        ({"at": "2026-11-08", "mood": 6, "note": 3}, [("note", "not-a-text"), ("mood", "out-of-range")]),
        ({"at": "2026-11-08", "mood": 3.0}, [("mood", "not-a-whole-number")]),
        ({"at": "2026-11-08", "tags": "one"}, [("tags", "not-a-list-of-texts")]),
        ({"at": "2026-11-08", "coping": ["walk"]}, [("coping", "not-a-list-of-objects")]),
        ({"at": "2026-11-08", "coping": [{"minutes": 3}]}, [("coping", "blank-word")]),
        (
            {"at": "2026-11-08", "coping": [{"name": 3, "minutes": "long"}]},
            [("coping.name", "not-a-text"), ("coping.minutes", "not-a-whole-number"), ("coping", "blank-word")],
        ),
        ({"at": "2026-11-08", "private": 1}, [("private", "not-true-or-false")]),
        ({"at": "2026-11-08", "zone": "\ud800"}, [("zone", "lone-surrogate")]),
    ],
)
def test_what_is_wrong_with_a_json_entry(data: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    with pytest.raises(FaultsError) as caught:
        from_json(data)
    assert [(found.field, found.key) for found in caught.value.faults] == faults


# -- what can be found -------------------------------------------------------------------------------------------------


def test_every_text_and_word_is_searched() -> None:
    entry = Entry(
        at=AT,
        coping=(Coping("in coping"),),
        **{field: f"in {field}" for field in TEXT_FIELDS},  # type: ignore[arg-type]
        **{field: (f"in {field}",) for field in WORD_FIELDS},  # type: ignore[arg-type]
    )
    assert sorted(JOURNAL.texts(entry)) == sorted(f"in {field}" for field in (*TEXT_FIELDS, *WORD_FIELDS, "coping"))


def test_words_and_flags_are_filtered_by() -> None:
    entry = Entry(at=AT, feelings=("sad",), tags=("a", "b"), coping=(Coping("walk", 3),), for_session=True)
    assert list(JOURNAL.words(entry)) == [
        ("feelings", "sad"),
        ("tags", "a"),
        ("tags", "b"),
        ("coping", "walk"),
        ("flag", "for_session"),
    ]
    assert list(JOURNAL.words(Entry(at=AT, private=True))) == [("flag", "private")]
