from __future__ import annotations

from typing import Any

import pytest

from attach_desktop.affirmations.practice import (
    PRACTICE,
    VALUES,
    VERDICTS,
    Practice,
    ValuesNote,
    practice_from,
    practice_json,
    values_from,
    values_json,
)
from attach_desktop.errors import FaultsError
from tests.affirmations.samples import AT


@pytest.mark.parametrize("after", VERDICTS)
def test_a_practice_comes_back_from_its_json(after: str) -> None:
    kept = Practice(at=AT, sentence="calm-wave", text="I can ride this wave.", after=after)
    assert practice_from(practice_json(kept)) == kept


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"sentence": " "}, [("sentence", "missing")]),
        ({"sentence": "x" * 201}, [("sentence", "too-long")]),
        ({"text": ""}, [("text", "missing")]),
        ({"text": "x" * 501}, [("text", "too-long")]),
        ({"after": "splendid"}, [("after", "not-a-choice")]),
        (
            {"sentence": "", "text": " ", "after": "x"},
            [("text", "blank"), ("sentence", "missing"), ("after", "not-a-choice")],
        ),
    ],
)
def test_a_practice_that_cannot_be_is_refused(fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(FaultsError) as caught:
        Practice(**{"at": AT, "sentence": "calm-wave", "text": "I can.", **fields})
    assert [(found.field, found.key) for found in caught.value.faults] == expected


def test_a_practice_is_found_by_its_sentence_and_not_by_its_words() -> None:
    kept = Practice(at=AT, sentence="calm-wave", text="I can ride this wave.", after="worse")
    assert list(PRACTICE.words(kept)) == [("sentence", "calm-wave"), ("after", "worse")]
    assert list(PRACTICE.texts(kept)) == []


@pytest.mark.parametrize("prompt", ["value", "why", "when_lived"])
def test_one_prompt_is_enough_for_a_note(prompt: str) -> None:
    kept = ValuesNote(at=AT, **{prompt: "Music.\nAnd quiet."})
    assert values_from(values_json(kept)) == kept
    assert "Music.\nAnd quiet." in VALUES.texts(kept)


def test_a_note_that_says_nothing_is_refused() -> None:
    for fields in ({}, {"value": " ", "why": "\n"}):
        with pytest.raises(FaultsError) as caught:
            ValuesNote(at=AT, **fields)
        assert [(found.field, found.key) for found in caught.value.faults] == [("value", "missing")]


def test_a_note_may_be_long() -> None:
    assert len(ValuesNote(at=AT, why="x" * 20_000).why) == 20_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"value": "Music"}, [("at", "missing")]),
        ({"at": "2026-11-08"}, [("value", "missing")]),
        ({"at": "2026-11-08", "value": 3}, [("value", "not-a-text"), ("value", "missing")]),
        ({"at": "2026-11-08", "why": "a\0b"}, [("why", "nul")]),
    ],
)
def test_what_is_wrong_with_the_json_of_a_note(data: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(FaultsError) as caught:
        values_from(data)
    assert [(found.field, found.key) for found in caught.value.faults] == expected
