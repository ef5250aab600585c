from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.interchange.cells import from_cell, harmless, joined, parted, restored, to_cell
from tests.interchange import strategies

_SIGNS = "=+-@\t\r\n ' aé|\\＝＠"


@given(strategies.texts | st.text(st.sampled_from(_SIGNS), max_size=8))
def test_every_text_comes_back(text: str) -> None:
    assert restored(harmless(text)) == text
    assert from_cell(to_cell(text, "text"), "text") == text


@given(st.text(st.sampled_from(_SIGNS), max_size=8))
def test_no_cell_is_a_formula(text: str) -> None:
    cell = to_cell(text, "text")
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠"))


@given(st.lists(st.text(st.sampled_from(_SIGNS), min_size=1, max_size=6), max_size=5))
def test_every_list_of_words_comes_back(words: list[str]) -> None:
    assert parted(joined(words)) == (words or [""])


@given(st.lists(strategies.words, max_size=5))
def test_words_in_a_cell_come_back(words: list[str]) -> None:
    assert (from_cell(to_cell(words, "words"), "words") or []) == words


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("  =1", "'  =1"),
        ("'=1", "''=1"),
        ("'tis fine", "'tis fine"),
        ("-", "'-"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_only_what_is_dangerous_is_changed(text: str, cell: str) -> None:
    assert harmless(text) == cell


def test_what_stands_in_cells() -> None:
    assert to_cell(None, "number") == to_cell(False, "flag") == to_cell([], "words") == ""
    assert to_cell(0, "number") == "0"
    assert to_cell(True, "flag") == "yes"
    assert to_cell(["a", "b|c", "d\\"], "words") == "a | b\\|c | d\\\\"
    assert to_cell([{"name": "ä", "minutes": None}], "json") == '[{"name": "ä", "minutes": null}]'


@pytest.mark.parametrize(
    ("cell", "shape", "value"),
    [
        (" 4 ", "number", 4),
        ("", "number", None),
        ("4.0", "number", "4.0"),
        ("٤", "number", "٤"),
        ("1_0", "number", "1_0"),
        ("TRUE", "flag", True),
        ("no", "flag", False),
        ("", "flag", None),
        ("maybe", "flag", "maybe"),
        ("a|b", "words", ["a", "b"]),
        (" ", "words", None),
        ("[1, null]", "json", [1, None]),
        ("[1", "json", "[1"),
        ("[" * 100_000, "json", "[" * 100_000),
        ("'=x", "text", "=x"),
    ],
)
def test_what_cells_stand_for(cell: str, shape: str, value: object) -> None:
    assert from_cell(cell, shape) == value  # type: ignore[arg-type]
