"""The documentation of the format is true: its examples are read, and it names every field."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.interchange.csv_format import read_csv
from attach_desktop.interchange.daylio_csv import read_mapping
from attach_desktop.interchange.incoming import MAX_PROBLEMS
from attach_desktop.interchange.json_format import read_json
from attach_desktop.interchange.record import ENVELOPE
from attach_desktop.interchange.shape import shapes
from attach_desktop.journal.entry import MAX_COPING, RANGES
from attach_desktop.rooms import KINDS
from attach_desktop.vault.kind import Kind, record_json
from attach_desktop.vault.reading import MAX_TEXT, MAX_WORD, MAX_WORDS
from tests.support import FixedClock

_DOCS = Path(__file__).parents[2] / "docs"
_TEXT = (_DOCS / "json-format.md").read_text("utf-8")
_EXAMPLES = re.findall(r"```(json|csv)\n(.*?)```", _TEXT, re.DOTALL)


def _file(folder: Path, number: int) -> Path:
    file = folder / "example"
    file.write_text(_EXAMPLES[number][1], "utf-8")
    return file


def test_the_json_example_is_read_and_whole(tmp_path: Path) -> None:
    file = _file(tmp_path, 0)
    incoming = read_json(file, FixedClock())
    assert incoming.problems == []
    document = json.loads(file.read_text("utf-8"))
    for kind, record in incoming.records:
        (example,) = document[kind.name]
        assert record_json(kind, record) == example


def test_the_csv_example_is_read(tmp_path: Path) -> None:
    incoming = read_csv(_file(tmp_path, 1), FixedClock())
    assert incoming.problems == []
    assert [record.value.note for _, record in incoming.records] == ["=not a formula", "two\nlines"]


def test_the_mapping_example_is_read(tmp_path: Path) -> None:
    assert read_mapping(_file(tmp_path, 2)) == {"wobbly": 2, "Sunday mood": 4, "who knows": 0}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_list_and_field_is_documented(kind: Kind[Any]) -> None:
    text = "".join(file.read_text("utf-8") for file in sorted(_DOCS.glob("*.md")))
    assert [name for name in (kind.name, *ENVELOPE, *shapes(kind)) if f"`{name}`" not in text] == []


def test_the_bounds_are_those_of_the_code() -> None:
    for bound in (MAX_TEXT, MAX_WORD, MAX_WORDS, MAX_PROBLEMS, MAX_COPING):
        assert f"{bound:,}" in _TEXT
    assert {RANGES["belief"], RANGES["mood"], RANGES["intensity_after"]} == {(0, 100), (1, 5), (0, 10)}
