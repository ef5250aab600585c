from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.summary.signs import shown

DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("plain\ttext\nin lines", "plain\ttext\nin lines"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("bell\x07 nul\x00 del\x7f", "bell␇ nul␀ del␡"),
        ("c1\x9b lone\ud800 none\ufdd0", "c1\ufffd lone\ufffd none\ufffd"),
        ("\u202etxt.exe and more", "\u202etxt.exe and more\u202c"),
        ("\u202eone\ntwo", "\u202eone\u202c\ntwo"),
        ("\u2067a\u202eb\u2069c", "\u2067a\u202eb\u202c\u2069c"),
        ("a\u202cb\u2069", "ab"),
        ("שלום \u200f(hi)", "שלום \u200f(hi)"),
    ],
)
def test_signs_are_shown_and_closed(typed: str, seen: str) -> None:
    assert shown(typed) == seen


@given(st.text(st.sampled_from(f"ab {DIRECTION}\n"), max_size=20))
def test_every_line_ends_with_nothing_left_open(typed: str) -> None:
    for line in shown(typed).split("\n"):
        open_stretches: list[str] = []
        for sign in line:
            if sign in "\u202a\u202b\u202d\u202e":
                open_stretches.append("\u202c")
            elif sign in "\u2066\u2067\u2068":
                open_stretches.append("\u2069")
            elif sign in "\u202c\u2069":
                assert open_stretches.pop() == sign
        assert not open_stretches
    assert [sign for sign in shown(typed) if sign not in DIRECTION] == [sign for sign in typed if sign not in DIRECTION]


@given(st.text(st.characters(), max_size=40))
def test_nothing_is_left_that_a_file_may_not_hold(typed: str) -> None:
    for sign in shown(typed):
        assert sign in "\t\n" or unicodedata.category(sign) not in ("Cc", "Cs")
    assert shown(shown(typed)) == shown(typed)
