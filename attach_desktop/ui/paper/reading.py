"""Draws lines so that a PDF can say what they say: found by a search, copied, and read out loud, in any script.

A PDF shows glyphs, and Qt writes beside them which letter each one is, as far as the font's own table of letters says
so. What a font shapes is missing there: vowels of Hindi and Thai, points of Hebrew, letters that join, every emoji.
Lines with such letters are drawn glyph run by glyph run, each with its number in the last bits of its colour, where
nobody can see it; ``pdf_words`` then finds the runs in the finished file and writes their letters to them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGlyphRun, QPainter, QPen, QRawFont, QTextLayout, QTextLine

# Letters for which the font's table is enough: one glyph each, side by side.
_SIMPLE = re.compile(
    "[\t -~\u00a0-\u02ff\u0370-\u0482\u048a-\u058f\u05be\u05d0-\u05ea\u10a0-\u10ff\u1200-\u135a\u1e00-\u1fff"
    "\u2000-\u200a\u2010-\u2027\u202f-\u205e\u20a0-\u20cf\u2100-\u22ff\u2500-\u25ff\u2e80-\u3029\u3030-\u3096"
    "\u309b-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]*"
)
# They steer how a line is set and stand for no letter.
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TO_THE_RIGHT, _TO_THE_LEFT = "\u200e", "\u200f"
_WIDE = 1_000_000.0
_ALL = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll


class Run(NamedTuple):
    """Glyphs of one font that were drawn: so many (``counts``) stand for each of the ``texts``, in reading order."""

    texts: tuple[str, ...]
    counts: tuple[int, ...]
    leftward: bool


def needs_reading(text: str) -> bool:
    """Whether a PDF would not say all of a text by itself."""
    return not _SIMPLE.fullmatch(text)


class Reading:
    """The runs that were drawn with a number, which is their place in ``runs``. For one PDF."""

    def __init__(self) -> None:
        """Of nothing yet."""
        self.runs: list[Run] = []
        self._blanks: dict[float, tuple[QRawFont, int, float]] = {}

    def draw(self, painter: QPainter, layout: QTextLayout, lines: Iterable[int], at: QPointF) -> None:
        """Draw lines of a layout that begins ``at``, in the painter's pen, as they would draw themselves."""
        units = layout.text().encode("utf-16-le", "surrogatepass")
        pen = painter.pen()
        leftward = layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        mark = _TO_THE_LEFT if leftward else _TO_THE_RIGHT
        for number in lines:
            self._line(painter, layout.lineAt(number), units, at, pen, mark)
        painter.setPen(pen)

    def _line(self, painter: QPainter, line: QTextLine, units: bytes, at: QPointF, pen: QPen, mark: str) -> None:
        runs = line.glyphRuns(-1, -1, _ALL)
        turns = mark if any(run.isRightToLeft() for run in runs) else ""
        indexes = _indexes(line, runs)
        starts = sorted({index for each in indexes for index in each})
        ends = dict(zip(starts, [*starts[1:], line.textStart() + line.textLength()], strict=True))
        for run, each in zip(runs, indexes, strict=True):
            texts, counts = list[str](), list[int]()
            last = -1
            for index in each:
                if index == last:
                    counts[-1] += 1
                    continue
                words = units[2 * index : 2 * ends[index]].decode("utf-16-le", "replace")
                words = _STEERING.sub("", words)
                texts.append(_turning(units, index, turns) + words if turns and words == " " else words)
                counts.append(1)
                last = index
            self._put(painter, run, at, pen, Run(tuple(texts), tuple(counts), run.isRightToLeft()))
            if _is_pictures(run.rawFont()):
                self._below(painter, run, at, pen, tuple(texts))

    def _put(self, painter: QPainter, glyphs: QGlyphRun, at: QPointF, pen: QPen, run: Run) -> None:
        marked = QPen(pen)
        marked.setColor(marked_colour(pen.color(), len(self.runs)))
        self.runs.append(run)
        painter.setPen(marked)
        painter.drawGlyphRun(at, glyphs)

    def _below(self, painter: QPainter, run: QGlyphRun, at: QPointF, pen: QPen, texts: tuple[str, ...]) -> None:
        """Two blanks below each emoji, which is a picture in a PDF: where it begins, and where it ends."""
        font, glyph, width = self._blank(run.rawFont().pixelSize())
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        places = list[QPointF]()
        for place, advance in zip(run.positions(), advances, strict=True):
            places += [place, QPointF(place.x() + max(0.0, advance.x() - width), place.y())]
        if not width or len(places) != 2 * len(texts):
            return
        blanks = QGlyphRun()
        blanks.setRawFont(font)
        blanks.setGlyphIndexes([glyph] * len(places))
        blanks.setPositions(places)
        self._put(painter, blanks, at, pen, Run(texts, (2,) * len(texts), False))

    def _blank(self, pixels: float) -> tuple[QRawFont, int, float]:
        """The blank of the system's font in a size: font, glyph, width (0 where it has none)."""
        found = self._blanks.get(pixels)
        if found is None:
            font = QRawFont.fromFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
            font.setPixelSize(pixels)
            glyphs = font.glyphIndexesForString(" ")
            width = font.advancesForGlyphIndexes(glyphs)[0].x() if glyphs else 0.0
            found = self._blanks[pixels] = (font, glyphs[0] if glyphs else 0, width)
        return found


class ReadingPainter(QPainter):
    """Draws the labels of drawings by way of ``reading``."""

    def __init__(self, reading: Reading) -> None:
        """Not begun yet."""
        super().__init__()
        self.reading = reading

    def drawText(self, *given: Any) -> None:  # type: ignore[override]  # Qt has nine of them
        """As ever; a line in a box that would not be read is drawn in the same place by the reading."""
        box, flags, text = given if len(given) == 3 else (None, 0, "")
        if not isinstance(box, QRectF) or not isinstance(text, str) or "\n" in text or not needs_reading(text):
            super().drawText(*given)
            return
        layout = QTextLayout(text, self.font(), self.device())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_WIDE)
        layout.endLayout()
        self.reading.draw(self, layout, range(1), super().boundingRect(box, flags, text).topLeft())


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


def _is_pictures(font: QRawFont) -> bool:
    """Whether the glyphs of a font are pictures in colour."""
    return any(font.fontTable(table) for table in ("CBDT", "COLR", "sbix", "SVG "))


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
