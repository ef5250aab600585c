"""What stands below the questions of a form: one of the person's own to add, and those that are left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.checkins.form import SORTS, Question, texts
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.reading import MAX_WORD


class OwnQuestion(QWidget):
    """A question to write. ``asked`` carries how it is answered ("scale" or "open"), and its words."""

    asked = Signal(str, str)

    def __init__(self) -> None:
        """An empty line."""
        super().__init__()
        words: Any = texts()["own"]
        self.line = QLineEdit()
        self.line.setMaxLength(MAX_WORD)
        self.line.setAccessibleName(str(words["add"]))
        self.line.setPlaceholderText(self.tr("The question, in your words"))
        self.line.returnPressed.connect(self._ask)
        # In the order of SORTS.
        self.sort = Choice(self.tr("How it is answered"), [self.tr("0 to 10"), self.tr("in words")])
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.sort.label())
        row.addWidget(self.sort)
        row.addWidget(button(self.tr("Add"), self._ask))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(NORMAL, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.line)
        column.addLayout(row)

    def _ask(self) -> None:
        self.asked.emit(SORTS[self.sort.currentIndex()], self.line.text())


class LeftOut(QWidget):
    """Questions that are not asked at present. ``wanted`` carries the one to ask again."""

    wanted = Signal(object)

    def __init__(self, questions: Sequence[Question]) -> None:
        """``questions`` in the order of the form."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(NORMAL, 0, 0, 0)
        column.setSpacing(2)
        for question in questions:
            row = QHBoxLayout()
            row.addWidget(label(question.text, "muted"), 1)
            again = button(str(texts()["own"]["show"]), partial(self.wanted.emit, question), "quiet")
            again.setAccessibleName(self.tr("Ask it again: {text}").format(text=question.text))
            row.addWidget(again)
            column.addLayout(row)
