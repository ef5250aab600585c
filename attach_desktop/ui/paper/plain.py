"""Texts as they can stand on paper: nothing in them moves the layout, and their lines are lines."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
#: Controls (but the tab), surrogates without their half, places for objects, characters that are none.
_NO_LETTERS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffc\ufffe\uffff]")
_RTL, _LTR = ("R", "AL"), "L"


def plain(text: str) -> str:
    """The text with one kind of line break, and what is no letter made visible as a replacement sign.

    Every character stays at its place, so that spans still fit: "\\r\\n" becomes a space and a break.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", " \n")
    return _NO_LETTERS.sub("\ufffd", _BREAKS.sub("\n", text))


def runs_right_to_left(text: str) -> bool:
    """Whether its first letter with a direction is one that is written to the left."""
    if text.isascii():
        return False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction == _LTR:
            return False
        if direction in _RTL:
            return True
    return False
