"""The sentences that people read: every file can be read, and none of them raises its voice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import RESOURCES

_DOCUMENTS = sorted(RESOURCES.rglob("*.json"))
_ENGLISH = sorted((RESOURCES / "content" / "en").rglob("*.json"))


def _texts(value: Any, place: str = "$") -> Iterator[tuple[str, str]]:
    """Every text in a JSON value with the place it stands at."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, f"{place}[{number}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, f"{place}.{key}")


def test_there_are_documents_to_check() -> None:
    assert _ENGLISH


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: str(path.relative_to(RESOURCES)))
def test_a_document_is_json(document: Path) -> None:
    json.loads(document.read_text("utf-8"))


@pytest.mark.parametrize("document", _ENGLISH, ids=lambda path: str(path.relative_to(RESOURCES)))
def test_no_sentence_has_an_exclamation_mark(document: Path) -> None:
    content = json.loads(document.read_text("utf-8"))
    assert [(place, text) for place, text in _texts(content) if set(text) & set("!¡！")] == []


@pytest.mark.parametrize("document", _ENGLISH, ids=lambda path: str(path.relative_to(RESOURCES)))
def test_no_sentence_has_stray_spaces(document: Path) -> None:
    content = json.loads(document.read_text("utf-8"))
    assert [(place, text) for place, text in _texts(content) if text != text.strip() or "  " in text] == []
