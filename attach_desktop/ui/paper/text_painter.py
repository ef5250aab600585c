"""Paints for a PDF file, and notes what each line says whose glyphs alone do not tell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextLine, QTextOption

from attach_desktop.ui.paper.plain import runs_right_to_left
from attach_desktop.ui.paper.said import Said, is_plain, said
from attach_desktop.ui.theme.tokens import LIGHT

#: Marks are boxes of one dot, so far to the left of the page, and so many dots below each other.
MARK = -30000
_WIDE = 1_000_000.0


class TextPainter(QPainter):
    """A painter whose lines of text are marked in the file where it takes more than their glyphs to read them.

    A mark is a box far off the page: before the line of ``lines[n]`` number 2 n, after it number 2 n + 1.
    """

    def __init__(self) -> None:
        """Not begun yet."""
        super().__init__()
        self.lines: list[Said] = []
        #: For each page begun so far, how many lines were noted before it.
        self.pages: list[int] = []

    def begin_page(self) -> None:
        """What comes is on the next page."""
        self.pages.append(len(self.lines))

    def draw_line(self, text: str, line: QTextLine, at: QPointF, *, right_to_left: bool) -> None:
        """Draw a line of ``text``, whose layout begins ``at``."""
        if is_plain(text):
            line.draw(self, at)
            return
        self._mark(0)
        self.lines.append(said(text, line, right_to_left=right_to_left))
        line.draw(self, at)
        self._mark(-1)

    def drawText(self, *given: Any) -> Any:
        """As ever; called by drawings, with the text at the end."""
        text = given[-1]
        if not isinstance(text, str) or is_plain(text):
            return super().drawText(*given)
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_WIDE)
        layout.endLayout()
        self._mark(0)
        self.lines.append(said(text, line, right_to_left=runs_right_to_left(text)))
        done = super().drawText(*given)
        self._mark(-1)
        return done

    def _mark(self, step: int) -> None:
        """Draw the mark of the next line (0), or the second one of the last (-1)."""
        number = 2 * len(self.lines) + step
        turned = not self.transform().isIdentity()
        if turned:
            self.save()
            self.resetTransform()
        self.fillRect(QRectF(MARK, -number, 1, 1), QColor(LIGHT.ink))
        if turned:
            self.restore()
