from __future__ import annotations

import pytest

from attach_desktop.ui.paper.plain import plain, runs_right_to_left


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is\ttabbed", "as it is\ttabbed"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one \ntwo\nthree\nfour\nfive"),
        ("a\x00b\x07c\x1bd", "a\ufffdb\ufffdc\ufffdd"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("no object \ufffc here\ufeff", "no object \ufffd here\ufffd"),
        ("e\u0301 👩‍👧 שלום", "e\u0301 👩‍👧 שלום"),
    ],
)
def test_what_is_no_letter_is_made_visible_at_its_place(text: str, shown: str) -> None:
    assert plain(text) == shown
    # Spans count characters: none may move.
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "backward"),
    [
        ("שלום", True),
        ("123 (שלום) hello", True),
        ("مرحبا", True),
        ("hello שלום", False),
        ("123 …", False),
        ("", False),
        ("\u202eabc", False),
    ],
)
def test_the_first_letter_tells_the_direction(text: str, backward: bool) -> None:
    assert runs_right_to_left(text) is backward
