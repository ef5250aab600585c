"""A check-in to read, by itself or beside another of the same form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.checkins.checkin import CheckIn
from attach_desktop.checkins.form import texts
from attach_desktop.checkins.over_time import Row, beside
from attach_desktop.ui.checkins.words import checkin_words, count_words
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import fill
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.vault.kind import Stored

_WIDTH = 860


class ReadingView(QWidget):
    """Reads one check-in; ``delete_asked`` carries its record."""

    delete_asked = Signal(object)
    left = Signal()

    def __init__(self, name: str, record: Stored[CheckIn], others: Sequence[Stored[CheckIn]]) -> None:
        """``name`` is the form's; ``others`` are the other check-ins of the form, the newest first."""
        super().__init__()
        self._record, self._others = record, others
        self._words: Any = texts()
        column = QVBoxLayout()
        column.setSpacing(MEDIUM)
        column.addWidget(label(name, "title"))
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(label(checkin_words(record.value), "muted"), 1)
        self.choice = Choice(
            str(self._words["beside"]["title"]),
            [self.tr("by itself"), *(checkin_words(other.value) for other in others)],
        )
        if others:
            head.addWidget(self.choice.label())
            head.addWidget(self.choice)
        self.choice.currentIndexChanged.connect(lambda _: self._show())
        column.addLayout(head)
        self._body = QVBoxLayout()
        column.addLayout(self._body)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self._back = button(self.tr("Back to check-ins"), self.left.emit)
        row.addWidget(self._back)
        row.addWidget(button(self.tr("Delete"), lambda: self.delete_asked.emit(record), "quiet"))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        fill(self, column, _WIDTH)
        self._show()

    def start(self) -> None:
        """Give the focus to what there is to do."""
        (self.choice if self._others else self._back).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        if (before := self._body.takeAt(0)) is not None and (widget := before.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        at = self.choice.currentIndex() - 1
        other = self._others[at].value if at >= 0 else None
        self._body.addWidget(self._paper(other))

    def _paper(self, other: CheckIn | None) -> QWidget:
        mine = self._record.value
        # The older one on the left, as time goes.
        pair = [mine] if other is None else sorted((mine, other), key=lambda one: one.at.wall)
        box = frame("card")
        grid = QGridLayout(box)
        grid.setContentsMargins(NORMAL, NORMAL, NORMAL, NORMAL)
        grid.setHorizontalSpacing(NORMAL)
        grid.setVerticalSpacing(MEDIUM)
        wide = len(pair) == 2
        grid.setColumnStretch(0, 3 if wide else 2)
        for column in range(1, 1 + len(pair)):
            grid.setColumnStretch(column, 3)
        if wide:
            for column, one in enumerate(pair, 1):
                grid.addWidget(label(checkin_words(one), "lead"), 0, column)
        line = 1
        for row in beside(pair[0], pair[-1]):
            grid.addWidget(label(row.asked, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate(self._sides(row)[: len(pair)], 1):
                grid.addWidget(label(text), line, column, Qt.AlignmentFlag.AlignTop)
            line += 1
        counts = [count_words(one.counts) if one.counts else "" for one in pair]
        if any(counts):
            grid.addWidget(label(str(self._words["counts"]["title"]), "small"), line, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate(counts, 1):
                grid.addWidget(label(text, "small"), line, column, Qt.AlignmentFlag.AlignTop)
        return box

    def _sides(self, row: Row) -> tuple[str, str]:
        left = self._said(row.one, asked=row.in_one)
        right = self._said(row.other, asked=row.in_other)
        if row.in_one and row.in_other and not row.alike:
            left += f"\n({self._words['beside']['other-words']})"
        return left, right

    def _said(self, given: int | str | None, *, asked: bool) -> str:
        if not asked:
            return str(self._words["beside"]["not-asked"])
        if given is None:
            return str(self._words["scale"]["skipped"])
        return self.tr("{value} of 10").format(value=given) if isinstance(given, int) else given
