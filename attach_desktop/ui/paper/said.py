"""Which letters the glyphs of a line stand for, for a PDF to say it: found by a search, copied, and read out loud.

A PDF shows glyphs, and Qt writes beside them which letter each one is, as far as the font's own table of letters says
so. What a font shapes is missing there: vowels of Hindi and Thai, points of Hebrew, letters that join, every emoji.
Lines with such letters are drawn glyph run by glyph run, each with its number in the last bits of its colour, where
nobody can see it (``text_painter``); the runs are found in the finished file, and their letters written to them
(``actual_text``).
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from PySide6.QtGui import QColor, QGlyphRun, QTextLayout, QTextLine

# Letters for which the font's table is enough: one glyph each, side by side.
_PLAIN = re.compile(
    "[\t -~\u00a0-\u02ff\u0370-\u0482\u048a-\u058f\u05be\u05d0-\u05ea\u10a0-\u10ff\u1200-\u135a\u1e00-\u1fff"
    "\u2000-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20cf\u2100-\u22ff\u2500-\u25ff\u2e80-\u3029\u3030-\u3096"
    "\u309b-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]*"
)
# They steer how a line is set and stand for no letter.
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TO_THE_RIGHT, _TO_THE_LEFT = "\u200e", "\u200f"
_ALL = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll


class Run(NamedTuple):
    """Glyphs of one font that were drawn: so many (``counts``) stand for each of the ``texts``, in reading order."""

    texts: tuple[str, ...]
    counts: tuple[int, ...]
    leftward: bool


def is_plain(text: str) -> bool:
    """Whether a PDF says all of a text by itself."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def runs_of(text: str, line: QTextLine, *, right_to_left: bool) -> list[tuple[QGlyphRun, Run]]:
    """The glyph runs of a line of ``text``, and what they say; ``right_to_left`` is the direction of its paragraph."""
    # Qt counts in units of UTF-16.
    units = text.encode("utf-16-le", "surrogatepass")
    runs = line.glyphRuns(-1, -1, _ALL)
    turns = any(run.isRightToLeft() for run in runs)
    mark = _TO_THE_LEFT if right_to_left else _TO_THE_RIGHT
    indexes = _indexes(line, runs)
    starts = sorted({index for each in indexes for index in each})
    ends = dict(zip(starts, [*starts[1:], line.textStart() + line.textLength()], strict=True))
    found = list[tuple[QGlyphRun, Run]]()
    for run, each in zip(runs, indexes, strict=True):
        texts, counts, last = list[str](), list[int](), -1
        for index in each:
            if index == last:
                counts[-1] += 1
                continue
            words = _STEERING.sub("", units[2 * index : 2 * ends[index]].decode("utf-16-le", "replace"))
            texts.append(_turning(units, index, mark) + words if turns and words == " " else words)
            counts.append(1)
            last = index
        found.append((run, Run(tuple(texts), tuple(counts), run.isRightToLeft())))
    return found


def _turning(units: bytes, space: int, mark: str) -> str:
    """A mark of direction for a space after which a line goes its own way again: it says on which side the space is."""
    before, after = (units[2 * at : 2 * at + 2].decode("utf-16-le", "replace") for at in (max(0, space - 1), space + 1))
    leftward = [unicodedata.bidirectional(letter or " ") in ("R", "AL", "NSM") for letter in (before, after)]
    return mark if leftward == [mark == _TO_THE_RIGHT, mark != _TO_THE_RIGHT] else ""


def marked_colour(colour: QColor, number: int) -> QColor:
    """The same colour to every eye, with a number in the last bits of its three parts."""
    bits = (0x80 | number >> 16, number >> 8 & 0xFF, number & 0xFF)
    parts = (colour.red(), colour.green(), colour.blue())
    # Each part has 16 bits. The upper half is the colour; in a plain colour the lower half is the same once more.
    red, green, blue = (part << 8 | (part ^ bit) for part, bit in zip(parts, bits, strict=True))
    return QColor.fromRgba64(red, green, blue)


def number_of(red: float, green: float, blue: float) -> int | None:
    """The number in a colour whose parts are between 0 and 1; None where it is a plain one."""
    halves = [divmod(round(part * 65535), 256) for part in (red, green, blue)]
    first, second, third = (high ^ low for high, low in halves)
    return (first & 0x7F) << 16 | second << 8 | third if first & 0x80 else None


def _indexes(line: QTextLine, runs: list[QGlyphRun]) -> list[list[int]]:
    """Where in the text each glyph of each run begins to stand for something."""
    told = [run.stringIndexes() for run in runs]
    claimed = [index for each in told for index in set(each)]
    if len(claimed) == len(set(claimed)):
        return told
    # Where one stretch of a script needs several fonts, Qt counts from the beginning again in each but the first.
    found = dict[tuple[int, float], int]()
    for index in range(line.textStart(), line.textStart() + line.textLength()):
        for run in line.glyphRuns(index, 1, _ALL):
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                found.setdefault((glyph, place.x()), index)
    return [
        [
            found.get((glyph, place.x()), index)
            for glyph, place, index in zip(run.glyphIndexes(), run.positions(), each, strict=True)
        ]
        for run, each in zip(runs, told, strict=True)
    ]
