"""Paints for a PDF file, and notes what each line says whose glyphs alone do not tell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontDatabase, QGlyphRun, QPainter, QPen, QRawFont, QTextLayout, QTextLine

from attach_desktop.ui.paper.plain import runs_right_to_left
from attach_desktop.ui.paper.said import Run, is_plain, marked_colour, runs_of

_WIDE = 1_000_000.0


class TextPainter(QPainter):
    """A painter that gives each run of glyphs a number where it takes more than the glyphs to read them.

    The number is in the colour (see ``said``), and is the place of what the run says in ``runs``.
    """

    def __init__(self) -> None:
        """Not begun yet."""
        super().__init__()
        self.runs: list[Run] = []
        self._blanks: dict[float, tuple[QRawFont, int, float]] = {}

    def draw_line(self, text: str, line: QTextLine, at: QPointF, *, right_to_left: bool) -> None:
        """Draw a line of ``text``, whose layout begins ``at``, in the pen, as it would draw itself."""
        if is_plain(text):
            line.draw(self, at)
            return
        pen = self.pen()
        for glyphs, run in runs_of(text, line, right_to_left=right_to_left):
            self._put(glyphs, at, pen, run)
            if _is_pictures(glyphs.rawFont()):
                self._below(glyphs, at, pen, run.texts)
        self.setPen(pen)

    def drawText(self, *given: Any) -> None:  # type: ignore[override]  # Qt has nine of them
        """As ever, called by drawings; a line in a box that a PDF would not say is drawn at the same place."""
        box, flags, text = given if len(given) == 3 else (None, 0, "")
        if not isinstance(box, QRectF) or not isinstance(text, str) or "\n" in text or is_plain(text):
            super().drawText(*given)
            return
        layout = QTextLayout(text, self.font(), self.device())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_WIDE)
        layout.endLayout()
        at = super().boundingRect(box, flags, text).topLeft()
        self.draw_line(text, line, at, right_to_left=runs_right_to_left(text))

    def _put(self, glyphs: QGlyphRun, at: QPointF, pen: QPen, run: Run) -> None:
        marked = QPen(pen)
        marked.setColor(marked_colour(pen.color(), len(self.runs)))
        self.runs.append(run)
        self.setPen(marked)
        self.drawGlyphRun(at, glyphs)

    def _below(self, run: QGlyphRun, at: QPointF, pen: QPen, texts: tuple[str, ...]) -> None:
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
        self._put(blanks, at, pen, Run(texts, (2,) * len(texts), False))

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


def _is_pictures(font: QRawFont) -> bool:
    """Whether the glyphs of a font are pictures in colour."""
    return any(font.fontTable(table) for table in ("CBDT", "COLR", "sbix", "SVG "))
