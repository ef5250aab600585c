"""A chart on the screen: paints itself with the drawing it is given, and says what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import Palette

#: Draws a chart in a box with a palette and a font for small text.
Draw = Callable[[QPainter, QRectF, Palette, QFont], None]


class ChartView(QWidget):
    """Shows one chart. Its sentence is what a screen reader says; the numbers stand in a table beside it."""

    def __init__(self, theme: Theme, name: str, size: tuple[int, int], *, square: bool = False) -> None:
        """``size`` is what it would like to have, in pixels."""
        super().__init__()
        self._theme, self._size = theme, size
        self._draw: Draw | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(square)
        self._square = square
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_chart(self, draw: Draw, sentence: str) -> None:
        """Show another drawing."""
        self._draw = draw
        self.setAccessibleDescription(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """What it would like to have."""
        return QSize(*self._size)

    def minimumSizeHint(self) -> QSize:
        """Half of that."""
        return QSize(self._size[0] // 2, self._size[1] // 2)

    def heightForWidth(self, width: int) -> int:
        """Square drawings are as high as they are wide."""
        return width if self._square else self._size[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw."""
        if self._draw is None:
            return
        painter = QPainter(self)
        self._draw(painter, QRectF(self.rect()), self._theme.palette, self._theme.font("small"))
        painter.end()
