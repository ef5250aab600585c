"""Comma-separated values (RFC 4180), as they are and as they should be.

The reader never gives up: other programs' files have short rows, long rows, bare line feeds and cells of a million
characters, which the standard library's reader refuses beyond a limit that the whole process shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LINE_END = "\r\n"
_DELIMITERS = (",", ";", "\t")
_SPECIAL = re.compile('[",;\t\r\n]')


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts (the header is 1), its cells, and whether it ended as it should.

    A row is not ``whole`` if the file ends inside a quoted cell.
    """

    number: int
    cells: tuple[str, ...]
    whole: bool = True


def line(cells: Iterable[str]) -> str:
    """One row as text, its line end included."""
    return ",".join(_quoted(cell) for cell in cells) + LINE_END


def rows(text: str) -> Iterator[Row]:
    """The rows of ``text`` that hold anything. Spreadsheets of some countries write semicolons instead of commas."""
    delimiter = _delimiter(text)
    stop = re.compile(f"[{delimiter}\r\n]")
    number, at, length = 0, 0, len(text)
    while at < length:
        number += 1
        cells: list[str] = []
        whole = True
        while True:
            cell, at, closed = _cell(text, at, stop)
            cells.append(cell)
            whole = whole and closed
            if at < length and text[at] == delimiter:
                at += 1
                continue
            break
        at += 2 if text.startswith("\r\n", at) else 1
        if any(cells):
            yield Row(number, tuple(cells), whole)


def _cell(text: str, at: int, stop: re.Pattern[str]) -> tuple[str, int, bool]:
    """The cell that begins at ``at``, where it ends, and whether its closing quotation mark was found."""
    start = at
    if text.startswith('"', at):
        at = text.find('"', at + 1)
        while at >= 0 and text.startswith('"', at + 1):
            at = text.find('"', at + 2)
        if at < 0:
            return text[start + 1 :].replace('""', '"'), len(text), False
        cell = text[start + 1 : at].replace('""', '"')
        start = at + 1
    else:
        cell = ""
    found = stop.search(text, start)
    end = found.start() if found else len(text)
    return cell + text[start:end], end, True


def _delimiter(text: str) -> str:
    header = text[: min((end for end in (text.find("\n"), text.find("\r")) if end >= 0), default=len(text))]
    return max(_DELIMITERS, key=header.count)


def _quoted(cell: str) -> str:
    if _SPECIAL.search(cell) or cell[:1].isspace() or cell[-1:].isspace():
        return '"' + cell.replace('"', '""') + '"'
    return cell
