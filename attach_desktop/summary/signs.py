"""Signs that a screen or a program would obey instead of showing: control characters, and overrides of direction."""

from __future__ import annotations

import re

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u2028\u2029]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
#: What begins a stretch of another direction, with what ends it.
_ENDS = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}


def shown(text: str) -> str:
    """``text`` with a visible sign for each control character, and every stretch of another direction closed.

    Line breaks and tabs stay. What would reorder letters may do so up to the end of its line, and not beyond.
    """
    text = _UNSHOWN.sub(_sign, text.replace("\r\n", "\n").replace("\r", "\n"))
    if not _DIRECTION.search(text):
        return text
    return "\n".join(map(_closed, text.split("\n")))


def _sign(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code in (0x2028, 0x2029, 0x0B, 0x0C, 0x85):
        return "\n"
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _closed(line: str) -> str:
    """A line whose stretches of another direction all end in it; what ends none is dropped."""
    waiting: list[str] = []
    signs: list[str] = []
    for sign in line:
        if sign in _ENDS:
            waiting.append(_ENDS[sign])
        elif sign in ("\u202c", "\u2069"):
            # An isolate ends with all that began inside of it; an embedding only where it is the innermost.
            if sign not in waiting or (sign == "\u202c" and waiting[-1] != sign):
                continue
            while waiting[-1] != sign:
                signs.append(waiting.pop())
            waiting.pop()
        signs.append(sign)
    return "".join([*signs, *reversed(waiting)])
