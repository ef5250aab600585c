"""A page that scrolls when it must, never wider than is good to read, and columns that are filled anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from attach_desktop.ui.later import Qt
from attach_desktop.ui.theme.tokens import CONTENT_WIDTH, LARGE, LINE_CHARACTERS, WIDE
from attach_desktop.ui.widgets.safe_area import SafeArea

#: Room kept above and below what has the focus, in pixels.
_AROUND = 24


def scrolled(inside: QWidget) -> QScrollArea:
    """``inside`` in a scroll area without a frame; only up and down. It follows the focus."""
    inside.setProperty("role", "plain")
    area = _Following()
    area.setWidgetResizable(True)
    area.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
    area.setProperty("focusPolicy", "NoFocus")
    area.setWidget(inside)
    return area


class _Following(SafeArea):
    """Qt follows the Tab key alone; here also arrows and everything else that moves the focus, but the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._follow)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self) -> None:
        # What one clicks on must stay under the mouse.
        if self._inside() is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._follow()
            # And again when what appears or goes with the new focus has been laid out.
            self._later.start()

    def _follow(self) -> None:
        focus = self._inside()
        if focus is not None:
            self.ensureWidgetVisible(focus, 0, _AROUND)

    def _inside(self) -> QWidget | None:
        """What has the focus, if it is something in here."""
        focus, inside = QApplication.focusWidget(), self.widget()
        return focus if focus is not None and inside is not None and inside.isAncestorOf(focus) else None


def centred(content: QWidget, width: int = CONTENT_WIDTH, *, above: int = LARGE, below: int = LARGE) -> QWidget:
    """``content`` in the middle of a large screen, at most ``width`` pixels wide, with room around it."""
    content.setMaximumWidth(width)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(WIDE, above, WIDE, below)
    row.addStretch(1)
    # It takes all there is up to its maximum; only then is something left for the two sides.
    row.addWidget(content, 1000)
    row.addStretch(1)
    return holder


def fill(page: QWidget, column: QLayout, width: int) -> QScrollArea:
    """Make ``column`` all there is on a page that is still empty, in the middle, and scrolling when it must."""
    content = QWidget()
    content.setLayout(column)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    area = scrolled(centred(content, width))
    outer.addWidget(area)
    return area


def held(content: QWidget, width: int) -> QWidget:
    """``content`` at the left, at most ``width`` pixels wide.

    A maximum width alone will not do: a column asks how high its widgets are at its own width.
    """
    content.setMaximumWidth(width)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(content, 1000)
    row.addStretch(1)
    return holder


def line_width(widget: QWidget) -> int:
    """How wide a column of text in the widget's font may be before its lines get hard to read, in pixels."""
    return widget.fontMetrics().averageCharWidth() * LINE_CHARACTERS


def emptied(box: QLayout) -> None:
    """Take everything out of ``box``: out of sight at once, and destroyed when nothing works on it any more."""
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class Lines(QWidget):
    """A card of Today that is only read: lines below each other, nothing to begin with and nothing half-written."""

    def __init__(self, spacing: int) -> None:
        """``spacing`` is the room between two lines, in pixels."""
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    def show_lines(self, lines: Sequence[QWidget]) -> bool:
        """Show other lines; returns whether there are any."""
        emptied(self._column)
        for line in lines:
            self._column.addWidget(line)
        return bool(lines)

    def start(self) -> bool:
        """Not a card to begin with."""
        return False

    def leave(self) -> None:
        """Nothing is written here."""
