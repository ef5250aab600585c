"""The two sides of the journal: form or reading page at the left, the list at the right; narrow, one over the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.ui.theme.tokens import LARGE, NARROW, NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, label


class DraftNote(QFrame):
    """Says that what was not saved is still there, and offers to start afresh. Hidden until there is something."""

    def __init__(self, start_afresh: Callable[[], object]) -> None:
        """``start_afresh`` puts the draft aside."""
        super().__init__()
        self.setProperty("role", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(NORMAL, SMALL, SMALL, SMALL)
        self._text = label("", "body")
        row.addWidget(self._text, 1)
        row.addWidget(button(self.tr("Start afresh"), start_afresh, "quiet"))
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence."""
        self._text.setText(text)
        self.show()


class Sides(QWidget):
    """Arranges the two sides. ``listed`` when the list came over the other side at a small width."""

    listed = Signal()

    def __init__(self, note: DraftNote, new_entry: Callable[[], object]) -> None:
        """``note`` stands at the head of the left side; ``new_entry`` is what the list offers at a small width."""
        super().__init__()
        self._narrow, self._over = False, True
        self.left = QWidget()
        self._back = button(self.tr("‹ All entries"), self.show_list, "quiet")
        self._back.hide()
        top = QVBoxLayout()
        top.setContentsMargins(LARGE - SMALL, 0, LARGE, 0)
        top.addWidget(self._back)
        top.addWidget(note)
        self.stack = QStackedWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        self._new = button(self.tr("New entry"), new_entry, "primary")
        self._new.hide()
        new_row = QHBoxLayout()
        new_row.setContentsMargins(NORMAL, SMALL, NORMAL, 0)
        new_row.addWidget(self._new)
        new_row.addStretch()
        self.right = QWidget()
        self._side = QVBoxLayout(self.right)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(0)
        self._side.addLayout(new_row)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.left)
        split.addWidget(self.right)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setSizes([560, 720])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    @property
    def narrow(self) -> bool:
        """Whether one side is over the other."""
        return self._narrow

    @property
    def list_is_over(self) -> bool:
        """Whether the list is the one that is on show, where there is room for one alone."""
        return self._narrow and not self._over

    def put_list(self, widget: QWidget) -> None:
        """Give the list its place."""
        self._side.addWidget(widget, 1)

    def show_left(self, page: QWidget) -> None:
        """Show a page at the left."""
        self.stack.setCurrentWidget(page)
        self._over = True
        self._arrange()

    def show_list(self) -> None:
        """Show the list, if it is not beside the other side anyway."""
        self._over = False
        self._arrange()
        if self._narrow:
            self.listed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column below a certain width."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        self.left.setVisible(not self._narrow or self._over)
        self.right.setVisible(not self._narrow or not self._over)
        self._back.setVisible(self._narrow)
        self._new.setVisible(self._narrow)
