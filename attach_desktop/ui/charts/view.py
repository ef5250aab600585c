"""A chart on the screen: paints itself with the drawing it is given, and says what it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import RADIUS_FIELD, Palette

#: Draws a chart in a box with a palette and a font for small text.
Draw = Callable[[QPainter, QRectF, Palette, QFont], None]
#: Room for the focus ring around the drawing, in pixels.
RING = 4


class ChartView(QWidget):
    """Shows one chart. It takes the focus, so that a screen reader comes by and says the chart's sentence."""

    def __init__(self, theme: Theme, name: str, size: tuple[int, int], *, square: bool = False) -> None:
        """``size`` is what it would like to have, in pixels; a ``square`` one is as high as it is wide."""
        super().__init__()
        self._theme, self._size, self._square = theme, size, square
        self._draw: Draw | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(square)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_chart(self, draw: Draw, sentence: str) -> None:
        """Show another drawing; ``sentence`` says what it shows."""
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
        """Draw, and the ring where it has the focus."""
        if self._draw is None:
            return
        painter = QPainter(self)
        palette = self._theme.palette
        self._draw(painter, QRectF(self.rect()).adjusted(RING, RING, -RING, -RING), palette, self._theme.font("small"))
        if self.hasFocus():
            self.paint_ring(painter)
        painter.end()

    def paint_ring(self, painter: QPainter) -> None:
        """The ring that shows the focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.palette.focus), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_FIELD, RADIUS_FIELD)
