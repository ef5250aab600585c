"""The threat model names the tests that show each promise; they are there."""

from __future__ import annotations

import re

from tests.architecture.tree import ROOT

_TEXT = (ROOT / "docs" / "threat-model.md").read_text("utf-8")


def test_every_test_that_it_names_is_there() -> None:
    named = set(re.findall(r"tests/[\w/]+\.py", _TEXT))
    assert len(named) > 10
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []


def test_every_module_that_it_names_is_there() -> None:
    named = set(re.findall(r"attach_desktop/[\w/]+\.py", _TEXT))
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []


def test_every_promise_has_a_test() -> None:
    rows = [line for line in _TEXT.splitlines() if line.startswith("| **")]
    assert len(rows) > 6
    assert [row for row in rows if "tests/" not in row.rsplit("|", 2)[1]] == []


def test_it_says_what_is_not_covered() -> None:
    assert "## What is not covered" in _TEXT
