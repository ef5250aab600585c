"""When two words are the same one, and how a record becomes JSON."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.vault.kind import Stored, record_json
from attach_desktop.vault.words import word_key
from tests.vault.notes import Note, at, kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lonely", "lonely"),
        (" lonely ", "lonely"),
        ("caf\u00e9", "cafe\u0301"),
        ("ｌｏｎｅｌｙ", "lonely"),
        ("STRASSE", "straße"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("\u00a0calm\u3000", "calm"),
        ("ﬁne", "fine"),
    ],
)
def test_the_same_word(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(("one", "other"), [("resume", "résumé"), ("は", "ば"), ("sad", "sad."), ("a b", "ab")])
def test_another_word(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


@given(st.text())
def test_a_key_has_no_blanks_around_it(word: str) -> None:
    assert word_key(word) == word_key(word).strip()


def test_a_record_as_json_has_its_fields_its_id_and_its_two_times() -> None:
    written = datetime(2026, 11, 8, 19, 40, tzinfo=UTC)
    changed = datetime(2026, 11, 9, 6, 0, 0, 5, tzinfo=UTC)
    stored = Stored("an-id", Note(at(), "text", ("tag",), 2), written, changed, place=7)
    assert record_json(kind(), stored) == {
        "id": "an-id",
        "at": "2026-11-08T20:40:00+01:00",
        "zone": "",
        "text": "text",
        "tags": ["tag"],
        "mood": 2,
        "written_at": "2026-11-08T19:40:00+00:00",
        "updated_at": "2026-11-09T06:00:00.000005+00:00",
    }
