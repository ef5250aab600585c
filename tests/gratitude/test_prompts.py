"""The sentences of the room keep the house's tone: short, unique, without pressure, and without supposing a partner."""

from __future__ import annotations

import re
from typing import Any

import pytest

from attach_desktop import resources
from attach_desktop.gratitude.item import BUILT_IN, PARTNER
from attach_desktop.gratitude.rules import RHYTHMS, anniversaries
from tests.support import NOW

TEXTS: dict[str, Any] = resources.content("gratitude")
LISTS: dict[str, Any] = TEXTS["lists"]
PROMPTS = [(key, prompt) for key in BUILT_IN for prompt in LISTS[key]["prompts"]]
ABOUT = [(key, LISTS[key]["about"]) for key in BUILT_IN]


def _all(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [text for inner in (value.values() if isinstance(value, dict) else value) for text in _all(inner)]


def test_every_list_has_its_texts() -> None:
    assert set(LISTS) == set(BUILT_IN)
    assert all(len(LISTS[key]["prompts"]) >= 10 for key in BUILT_IN)
    assert set(TEXTS["spans"]) == {"chance", *(span for span, _ in anniversaries(NOW.date()))}
    assert set(RHYTHMS) <= set(TEXTS["rhythm"])


@pytest.mark.parametrize(("key", "text"), [*PROMPTS, *ABOUT])
def test_a_prompt_is_short_and_presses_nobody(key: str, text: str) -> None:
    assert len(text) <= 100
    assert len(max(text.split(), key=len)) <= 16
    assert not re.search(r"(?i)\b(should|must|always|never|have to|need to|ought|try to)\b|!", text)
    if key != PARTNER:
        assert not re.search(
            r"(?i)\b(partner|husband|wife|spouse|boyfriend|girlfriend|lover|marriage|love life)\b", text
        )


def test_no_sentence_comes_twice() -> None:
    every = _all(TEXTS)
    assert [text for text in every if every.count(text) > 1] == []


def test_no_sentence_of_the_room_shouts_or_presses() -> None:
    for text in _all({key: value for key, value in TEXTS.items() if key != "command"}):
        assert not re.search(r"(?i)\b(should|must|always|never|streak|missed|overdue|forgot)\b|!", text), text
