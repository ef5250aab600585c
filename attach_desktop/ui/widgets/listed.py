"""One line of a list of sentences: a dash, and the text beside it however long it gets."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import label

#: How long the dash is, in pixels.
_DASH = 7


def listed(text: str, role: str = "body") -> QWidget:
    """``text`` in the look of ``role`` as one line of a list."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    words = label(text, role)
    row.addWidget(_Dash(words))
    row.addWidget(words, 1)
    return box


class _Dash(QWidget):
    """A dash before the first line; drawn, because as a word it would be one more thing for a screen reader to say."""

    def __init__(self, words: QLabel) -> None:
        super().__init__()
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(_DASH, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._words.palette().color(QPalette.ColorRole.WindowText))
        # The words stand in the middle of their box where it is higher than they need.
        needed = self._words.heightForWidth(self._words.width())
        top = max(0, (self._words.height() - needed) / 2)
        middle = top + self._words.fontMetrics().ascent() * 0.68
        painter.drawLine(QLineF(0, middle, _DASH, middle))
        painter.end()
