"""The question before a look together, and the calm page that may follow. What is answered is kept nowhere."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.checkins.form import texts
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, SMALL
from attach_desktop.ui.widgets.column import centred, scrolled
from attach_desktop.ui.widgets.labels import button, label

_WIDTH = 620
_SAFE = "safe"


class SafetyView(QWidget):
    """Asks once, each time. ``safe`` leads on; ``unsafe`` comes when partner prompts are to be switched off."""

    safe = Signal()
    unsafe = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Shows the question."""
        super().__init__()
        words: Any = texts()["safety"]
        self._words = words
        self._column = QVBoxLayout()
        self._column.setSpacing(MEDIUM)
        self._column.addWidget(label(str(words["title"]), "title"))
        self._column.addWidget(label(str(words["question"])))
        self._column.addWidget(label(str(words["about"]), "muted"))
        self._column.addSpacing(SMALL)
        # Three buttons of one weight: no answer is the expected one.
        self.answers = {key: button(str(text), partial(self._take, key)) for key, text in words["answers"].items()}
        for answer in self.answers.values():
            row = QHBoxLayout()
            row.addWidget(answer)
            row.addStretch(1)
            self._column.addLayout(row)
        self._column.addSpacing(SMALL)
        self._column.addWidget(button(self.tr("Not now"), self.left.emit, "quiet"))
        self._column.addStretch(1)
        content = QWidget()
        content.setLayout(self._column)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(scrolled(centred(content, _WIDTH)))

    def start(self) -> None:
        """Give the focus to the first answer."""
        next(iter(self.answers.values())).setFocus()

    def _take(self, answer: str) -> None:
        if answer == _SAFE:
            self.safe.emit()
            return
        self.unsafe.emit()
        self._show_gentle()

    def _show_gentle(self) -> None:
        gentle: Any = self._words["gentle"]
        column = QVBoxLayout()
        column.setSpacing(LARGE)
        column.addWidget(label(str(gentle["title"]), "title"))
        for paragraph in gentle["text"]:
            column.addWidget(label(str(paragraph)))
        back = button(str(gentle["back"]), self.left.emit, "primary")
        column.addWidget(back)
        column.addStretch(1)
        content = QWidget()
        content.setLayout(column)
        if (before := self._outer.takeAt(0)) is not None and (widget := before.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        self.answers.clear()
        self._outer.addWidget(scrolled(centred(content, _WIDTH)))
        back.setFocus()
