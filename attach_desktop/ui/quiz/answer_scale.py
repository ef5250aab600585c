"""The answer to one sentence: labelled points in a row, a radio group and not a slider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from attach_desktop.ui.theme.theme import Theme

_CIRCLE = 34
_GAP = 8
_NARROWEST, _USUAL = 52, 96
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap


class _Answer(QRadioButton):
    """One point of the scale: a numbered ring with its label beneath."""

    def __init__(self, value: int, text: str, theme: Theme) -> None:
        super().__init__()
        self.value, self.label, self._theme = value, text, theme
        # Not a fixed height: Qt would take that of the size hint, whatever a narrower one needs.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def heightForWidth(self, width: int) -> int:
        # Bold, as it is when chosen: the row must not grow by being answered.
        metrics = QFontMetrics(self._theme.font("small", bold=True))
        words = metrics.boundingRect(QRect(0, 0, max(1, width - 4), 10_000), int(_CENTRED), self.label)
        return _CIRCLE + _GAP + words.height() + 2

    def sizeHint(self) -> QSize:
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.heightForWidth(_USUAL))

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, chosen = self._theme.palette, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF((self.width() - _CIRCLE) / 2, 0, _CIRCLE, _CIRCLE).adjusted(4, 4, -4, -4)
        lively = chosen or self.underMouse()
        painter.setPen(QPen(QColor(palette.accent if lively else palette.field_line), 1.4))
        painter.setBrush(QColor(palette.accent if chosen else palette.surface))
        painter.drawEllipse(ring)
        painter.setFont(self._theme.font("body", bold=chosen))
        painter.setPen(QColor(palette.on_accent if chosen else palette.muted))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self.value))
        painter.setFont(self._theme.font("small", bold=chosen))
        painter.setPen(QColor(palette.ink if lively else palette.muted))
        words = QRectF(2, _CIRCLE + _GAP, self.width() - 4, self.height() - _CIRCLE - _GAP)
        painter.drawText(words, _CENTRED, self.label)
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring.adjusted(-3, -3, 3, 3))
        painter.end()


class AnswerScale(QWidget):
    """One answer from 1 on, or none.

    ``typed`` comes with a digit, ``clicked`` with the mouse or the space bar, ``picked`` with an arrow key, ``cleared``
    with Delete; ``entered`` when the focus comes in by the keyboard.
    """

    typed = Signal(int)
    clicked = Signal(int)
    picked = Signal(int)
    cleared = Signal()
    entered = Signal()

    def __init__(self, theme: Theme, sentence: str = "", question: str = "") -> None:
        """``sentence`` is what is answered; ``question`` what is asked of it."""
        super().__init__()
        self._theme, self._sentence, self._question = theme, sentence, question
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._answers: dict[int, _Answer] = {}
        self._told = True
        self._was_answered = False

    def set_labels(self, labels: Sequence[str]) -> None:
        """Show one point for each label, from 1."""
        if [answer.label for answer in self._answers.values()] == list(labels):
            return
        for old in self._answers.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._answers = {}
        for value, text in enumerate(labels, 1):
            answer = _Answer(value, text, self._theme)
            answer.installEventFilter(self)
            answer.pressed.connect(self._pressed)
            answer.toggled.connect(self._toggled)
            answer.clicked.connect(self._clicked)
            self._group.addButton(answer)
            self._answers[value] = answer
            self._row.addWidget(answer)
            # In a row that is on the screen already, it would come into sight a moment too late for the focus.
            answer.show()
        self._say_names()
        self._set_tab_stop(1)

    def set_sentence(self, sentence: str) -> None:
        """The sentence that is answered."""
        self._sentence = sentence
        self._say_names()

    def value(self) -> int | None:
        """The answer, or None."""
        found = self._group.checkedButton()
        return found.value if isinstance(found, _Answer) else None

    def set_value(self, value: int | None) -> None:
        """Show an answer, or none."""
        self._told = False
        self._group.setExclusive(False)
        for number, answer in self._answers.items():
            answer.setChecked(number == value)
        self._group.setExclusive(True)
        self._told = True
        self._set_tab_stop(value or 1)

    def start(self) -> None:
        """Take the focus."""
        if self._answers:
            self._answers[self.value() or 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_names(self) -> None:
        self.setAccessibleName(self._sentence)
        self.setAccessibleDescription(self._question)
        for value, answer in self._answers.items():
            answer.setAccessibleName(f"{value}, {answer.label}")
            answer.setAccessibleDescription(self._sentence)

    def _set_tab_stop(self, value: int) -> None:
        for number, answer in self._answers.items():
            answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == value else Qt.FocusPolicy.ClickFocus)

    def _pressed(self) -> None:
        self._was_answered = isinstance(pressed := self.sender(), _Answer) and pressed.isChecked()

    def _toggled(self, checked: bool) -> None:
        # A screen reader's action toggles a point without ever pressing it.
        value = self.value()
        if checked and self._told and value is not None:
            self._set_tab_stop(value)
            self.clicked.emit(value)

    def _clicked(self) -> None:
        # Whoever goes back and clicks the same answer again says yes to it; for a new one it has been told already.
        value = self.value()
        if self._was_answered and value is not None:
            self.clicked.emit(value)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keys of the points belong to the scale as a whole."""
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() != Qt.FocusReason.MouseFocusReason:
                self.entered.emit()
            return False
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, _Answer):
            return False
        key, text = event.key(), event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if (step := self._step(key)) is not None:
            # The first arrow on an unanswered sentence takes the point that has the focus.
            moved = watched.value + step if self.value() is not None else watched.value
            value = min(max(moved, 1), len(self._answers))
            self._take(value)
            self.picked.emit(value)
            return True
        if len(text) == 1 and text in "0123456789":
            # No digit stands for ten; on a scale that has it, the one that is left over does.
            value = int(text) or 10
            if value in self._answers:
                self._take(value)
                self.typed.emit(value)
            return True
        if key == Qt.Key.Key_Delete:
            self.set_value(None)
            self.cleared.emit()
            return True
        return False

    def _step(self, key: int) -> int | None:
        """How far a key moves the answer; None where it does not."""
        ahead = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        keys: dict[int, int] = {
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Up: 1,
        }
        return keys.get(key)

    def _take(self, value: int) -> None:
        self._told = False
        self._answers[value].setChecked(True)
        self._told = True
        self._set_tab_stop(value)
        self._answers[value].setFocus(Qt.FocusReason.OtherFocusReason)
