"""The questions of a form, each with its answer and, in place, what can be made of it: other words, left out, moved."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from attach_desktop.checkins.form import MAX_POINT, Question
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.scale_row import ScaleRow
from attach_desktop.ui.widgets.text_area import TextArea
from attach_desktop.vault.reading import MAX_WORD


class Wish(NamedTuple):
    """What the person wants of a question: "reword" with ``text``, "hide", "up" or "down"."""

    question: str
    act: str
    text: str = ""


class QuestionRow(QWidget):
    """One question. ``changed`` comes with every change of its answer, ``wished`` carries a Wish."""

    changed = Signal()
    wished = Signal(object)

    def __init__(self, question: Question, theme: Theme, about: str, empty_words: str) -> None:
        """``about`` explains rewording; ``empty_words`` is what an empty sentence means."""
        super().__init__()
        self.question = question
        self._about, self._empty = about, empty_words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        self._text: QLabel = label(question.text)
        head.addWidget(self._text, 1)
        head.addWidget(self._more(), 0, Qt.AlignmentFlag.AlignTop)
        self.scale: ScaleRow | None = None
        self.area: TextArea | None = None
        self._editor: _Words | None = None
        self._column.addLayout(head)
        if question.sort == "scale":
            self.scale = ScaleRow(theme, question.text, 0, MAX_POINT, (question.low, question.high))
            self.scale.changed.connect(self.changed)
            self._column.addWidget(self.scale)
        else:
            self.area = TextArea(question.text, lines=(2, 8))
            self.area.textChanged.connect(self.changed)
            self._column.addWidget(self.area)

    @property
    def more(self) -> QToolButton:
        """The button of the menu."""
        return self._button

    def value(self) -> int | None:
        """The point that was chosen, or None."""
        return self.scale.value() if self.scale is not None else None

    def text(self) -> str:
        """What was written."""
        return self.area.text() if self.area is not None else ""

    def answer_with(self, value: int | None, text: str) -> None:
        """Show an answer."""
        if self.scale is not None:
            self.scale.set_value(value)
        if self.area is not None:
            self.area.set_text(text)

    def start(self) -> None:
        """Give the answer the focus."""
        if self.area is not None:
            self.area.setFocus()
        elif self.scale is not None:
            self.scale.start()

    def _more(self) -> QToolButton:
        self._button = more = QToolButton()
        more.setText("⋯")
        more.setAutoRaise(True)
        more.setProperty("role", "more")
        more.setAccessibleName(self.tr("What to do with the question: {text}").format(text=self.question.text))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.addAction(self.tr("Other words …")).triggered.connect(self._reword)
        for text, act in (
            (self.tr("Move up"), "up"),
            (self.tr("Move down"), "down"),
            (self.tr("Leave this question out"), "hide"),
        ):
            menu.addAction(text).triggered.connect(
                lambda _=False, act=act: self.wished.emit(Wish(self.question.id, act))
            )
        more.setMenu(menu)
        return more

    def _reword(self) -> None:
        if self._editor is None:
            self._editor = _Words(self.question.text, self._about, self._empty)
            self._editor.kept.connect(lambda text: self.wished.emit(Wish(self.question.id, "reword", text)))
            self._editor.cancelled.connect(self._end_rewording)
            self._column.insertWidget(1, self._editor)
        self._text.hide()
        self._editor.show()
        self._editor.setFocus()

    def _end_rewording(self) -> None:
        if self._editor is not None:
            self._editor.hide()
        self._text.show()
        self._button.setFocus()


class _Words(QWidget):
    """A sentence to rewrite in its place. Enter keeps it, Escape leaves it as it was."""

    kept = Signal(str)
    cancelled = Signal()

    def __init__(self, text: str, about: str, empty_words: str) -> None:
        super().__init__()
        self._line = QLineEdit(text)
        self._line.setMaxLength(MAX_WORD)
        self._line.setAccessibleName(self.tr("Other words for this question"))
        self._line.setPlaceholderText(empty_words)
        self._line.returnPressed.connect(lambda: self.kept.emit(self._line.text()))
        self.setFocusProxy(self._line)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(button(self.tr("Keep these words"), lambda: self.kept.emit(self._line.text())))
        row.addWidget(button(self.tr("Cancel"), self.cancelled.emit, "quiet"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._line)
        column.addWidget(label(about, "small"))
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
