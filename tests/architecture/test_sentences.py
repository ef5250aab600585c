"""The sentences that people read: every file can be read, and none of them raises its voice."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import RESOURCES, modules

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


#: What marks a sentence of the window as one to be translated.
_SAYING = {"tr", "_tr", "translate", "QT_TRANSLATE_NOOP"}
_COMMANDS = re.compile(r"(?i)\b(should|must|always|ought|you never|never again)\b|[!¡！]")


def _said(module: Path) -> Iterator[str]:
    """Every sentence that a module of the window says, the context of its translation included."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            if name in _SAYING:
                yield from (
                    one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )


def test_no_sentence_of_the_window_commands_or_shouts() -> None:
    window = [path for name, path in modules().items() if name.startswith("attach_desktop.ui")]
    every = [(path.name, text) for path in window for text in _said(path)]
    assert len(every) > 300
    assert [one for one in every if _COMMANDS.search(one[1])] == []
