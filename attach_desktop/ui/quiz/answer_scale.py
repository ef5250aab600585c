"""The answer to one sentence: labelled points in a row, a radio group and not a slider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from attach_desktop.ui.theme.theme import Theme

_CIRCLE = 34


class _Answer(QRadioButton):
    """One point of the scale: a numbered ring with its label beneath."""

    def __init__(self, value: int, text: str, theme: Theme, *, small: bool) -> None:
        super().__init__()
        self.value, self.label, self._theme, self._small = value, text, theme, small
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        lines = 3 if not self._small else 2
        height = _CIRCLE + 10 + int(self.fontMetrics().lineSpacing() * lines)
        return QSize(96, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, self.sizeHint().height())

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, chosen = self._theme.palette, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF((self.width() - _CIRCLE) / 2, 3, _CIRCLE, _CIRCLE).adjusted(3, 3, -3, -3)
        lively = chosen or self.underMouse()
        painter.setPen(QPen(QColor(palette.accent if lively else palette.field_line), 1.4))
        painter.setBrush(QColor(palette.accent if chosen else palette.surface))
        painter.drawEllipse(ring)
        painter.setFont(self._theme.font("body", bold=chosen))
        painter.setPen(QColor(palette.on_accent if chosen else palette.muted))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.value))
        painter.setFont(self._theme.font("small", bold=chosen))
        painter.setPen(QColor(palette.ink if lively else palette.muted))
        words = QRectF(2, _CIRCLE + 8, self.width() - 4, self.height() - _CIRCLE - 8)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, self.label)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring.adjusted(-3, -3, 3, 3))
        painter.end()


class AnswerScale(QWidget):
    """``chosen`` by a digit or a click, ``picked`` by an arrow key, ``cleared`` by Delete."""

    chosen = Signal(int)
    picked = Signal(int)
    cleared = Signal()

    def __init__(self, theme: Theme, name: str, question: str, *, small: bool = False) -> None:
        """``name`` is the sentence; ``question`` what is asked of it."""
        super().__init__()
        self._theme, self._small, self._name, self._question = theme, small, name, question
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._answers: dict[int, _Answer] = {}

    def set_labels(self, labels: Sequence[str]) -> None:
        """Show one point for each label, from 1."""
        if [answer.label for answer in self._answers.values()] == list(labels):
            return
        for old in self._answers.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.deleteLater()
        self._answers = {}
        for value, text in enumerate(labels, 1):
            answer = _Answer(value, text, self._theme, small=self._small)
            answer.installEventFilter(self)
            answer.clicked.connect(self._clicked)
            self._group.addButton(answer)
            self._answers[value] = answer
            self._row.addWidget(answer)
        self._say_names()
        self._set_tab_stop(1)

    def set_name(self, sentence: str) -> None:
        """The sentence that is answered."""
        self._name = sentence
        self._say_names()

    def value(self) -> int | None:
        """The answer, or None."""
        found = self._group.checkedButton()
        return found.value if isinstance(found, _Answer) else None

    def set_value(self, value: int | None) -> None:
        """Show an answer, or none."""
        self._group.setExclusive(False)
        for number, answer in self._answers.items():
            answer.setChecked(number == value)
        self._group.setExclusive(True)
        self._set_tab_stop(value or 1)

    def start(self) -> None:
        """Take the focus."""
        if self._answers:
            self._answers[self.value() or 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_names(self) -> None:
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._question)
        for value, answer in self._answers.items():
            answer.setAccessibleName(f"{value}, {answer.label}")
            answer.setAccessibleDescription(self._name)

    def _set_tab_stop(self, value: int) -> None:
        for number, answer in self._answers.items():
            answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == value else Qt.FocusPolicy.ClickFocus)

    def _clicked(self) -> None:
        value = self.value()
        if value is not None:
            self._set_tab_stop(value)
            self.chosen.emit(value)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keys of the points belong to the scale as a whole."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, _Answer):
            return False
        key, text = event.key(), event.text()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key in steps:
            # The first arrow on an unanswered sentence takes the point that has the focus.
            step = steps[Qt.Key(key)] if self.value() is not None else 0
            value = min(max(watched.value + step, 1), len(self._answers))
            self._take(value)
            self._answers[value].setFocus(Qt.FocusReason.OtherFocusReason)
            self.picked.emit(value)
            return True
        if len(text) == 1 and text in "123456789" and int(text) in self._answers:
            self._take(int(text))
            self.chosen.emit(int(text))
            return True
        if key == Qt.Key.Key_Delete:
            self.set_value(None)
            self.cleared.emit()
            return True
        return False

    def _take(self, value: int) -> None:
        self._answers[value].setChecked(True)
        self._set_tab_stop(value)
