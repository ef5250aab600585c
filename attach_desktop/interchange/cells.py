"""What stands in one cell of a CSV file: any documented field as text, and back exactly.

A spreadsheet takes a cell that begins with ``= + - @`` for a formula. Such a cell gets an apostrophe in front (and so
does one that already begins with an apostrophe and would otherwise be taken for such a cell on the way back).
"""

from __future__ import annotations

import json
import re
from typing import Any

from attach_desktop.interchange.shape import Shape

# Full-width forms count as well: some spreadsheets take them for the plain ones.
_DANGEROUS = re.compile(r"['\s]*[=+\-@\t\r\n＝＋－＠]")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)
_YES = {"yes", "true", "1"}
_NO = {"no", "false", "0"}


def harmless(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula."""
    return "'" + text if _DANGEROUS.match(text) else text


def restored(cell: str) -> str:
    """What ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell, 1) else cell


def to_cell(value: Any, shape: Shape) -> str:
    """A documented field as the text of a cell."""
    if value is None or value == [] or value is False:
        return ""
    if value is True:
        return "yes"
    if shape == "words":
        return harmless(joined(value))
    if shape == "json":
        return harmless(json.dumps(value, ensure_ascii=False))
    return harmless(str(value))


def from_cell(cell: str, shape: Shape) -> Any:
    """The documented field that a cell stands for; a cell that makes no sense is handed on as it is, to be refused."""
    text = restored(cell)
    if shape == "text":
        return text
    bare = text.strip()
    if not bare:
        return None
    if shape == "words":
        return parted(text)
    if shape == "number":
        return int(bare) if _WHOLE.fullmatch(bare) else text
    if shape == "flag":
        return True if bare.lower() in _YES else False if bare.lower() in _NO else text
    try:
        return json.loads(bare)
    except (ValueError, RecursionError):
        return text


def joined(words: list[str]) -> str:
    """Words in one cell: `` | `` between them, a backslash before a bar or backslash that is part of a word."""
    return " | ".join(word.replace("\\", "\\\\").replace("|", "\\|") for word in words)


def parted(text: str) -> list[str]:
    """The words that ``joined`` put together."""
    words, current, signs = [], [], iter(text)
    for sign in signs:
        if sign == "\\":
            current.append(next(signs, "\\"))
        elif sign == "|":
            words.append("".join(current).removesuffix(" "))
            current = []
        else:
            current.append(sign)
    words.append("".join(current))
    return [words[0], *(word.removeprefix(" ") for word in words[1:])]
