"""The 5 × 5 mood grid: pleasantness across, energy upward. One press of the mouse, or two digits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.ui.later import Qt
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.mood_mark import draw_mark

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

STEPS = 5
_CELL = 40
#: Names one point of the grid: (mood, energy) to a word.
Name = Callable[[int, int], str]


#: Takes a key pressed at one point on behalf of the grid as a whole; returns whether it was one of the grid's.
Keys = Callable[[int, int, QKeyEvent], bool]


class _Cell(QRadioButton):
    """One point of the grid; a radio button that draws itself."""

    looked_at = Signal(int, int)

    def __init__(self, mood: int, energy: int, theme: Theme, keys: Keys) -> None:
        super().__init__()
        self.mood, self.energy, self._theme, self._keys = mood, energy, theme, keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_CELL, _CELL)

    def minimumSizeHint(self) -> QSize:
        return QSize(_CELL, _CELL)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys(self.mood, self.energy, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.looked_at.emit(self.mood, self.energy)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.looked_at.emit(0, 0)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked():
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.setBrush(QColor(palette.accent_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
            draw_mark(painter, box.adjusted(6, 6, -6, -6), self.mood, self.energy, palette)
        elif self.underMouse() or self.hasFocus():
            draw_mark(painter, box.adjusted(6, 6, -6, -6), self.mood, self.energy, palette)
        else:
            size = 2.2 + 0.55 * self.energy
            dot = QPainterPath()
            dot.addEllipse(box.center(), size, size)
            painter.fillPath(dot, self._theme.brush(palette.mood[self.mood - 1]))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 9, 9)
        painter.end()


class MoodGrid(QWidget):
    """Chooses mood and energy together. ``changed`` when the choice changes, ``submitted`` on Enter.

    Keys: two digits (pleasantness, then energy), arrows, Backspace to choose nothing.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, name: Name) -> None:
        """``name`` gives the word for a point."""
        super().__init__()
        self._theme, self._name = theme, name
        self._first_digit: int | None = None
        #: What was given without one of its halves; it stays so until the person chooses.
        self._half: tuple[int | None, int | None] | None = None
        self._group = QButtonGroup(self)
        self._cells: dict[tuple[int, int], _Cell] = {}
        self.setAccessibleName(self.tr("How pleasant and how charged it feels"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SMALL // 2)
        grid = QGridLayout()
        grid.setSpacing(0)
        grid.setHorizontalSpacing(0)
        self._build(grid)
        outer.addLayout(grid)
        self._word = label("", "muted")
        self._word.setProperty("alignment", "AlignHCenter|AlignTop")
        self._word.setMinimumHeight(self._word.fontMetrics().height() * 2)
        outer.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(_CELL * STEPS)
        self._set_tab_stop(3, 3)
        self._look(0, 0)

    def _build(self, grid: QGridLayout) -> None:
        grid.addWidget(self._edge(self.tr("charged"), "AlignHCenter"), 0, 0, 1, STEPS)
        for energy in range(STEPS, 0, -1):
            for mood in range(1, STEPS + 1):
                cell = _Cell(mood, energy, self._theme, self._key)
                word = self._name(mood, energy)
                cell.setAccessibleName(
                    self.tr("{word}: pleasantness {mood} of 5, energy {energy} of 5").format(
                        word=word, mood=mood, energy=energy
                    )
                )
                cell.looked_at.connect(self._look)
                self._group.addButton(cell)
                self._cells[mood, energy] = cell
                grid.addWidget(cell, 1 + STEPS - energy, mood - 1)
        grid.addWidget(self._edge(self.tr("calm"), "AlignHCenter"), STEPS + 1, 0, 1, STEPS)
        ends = QGridLayout()
        ends.addWidget(self._edge(self.tr("unpleasant"), "AlignLeft"), 0, 0)
        ends.addWidget(self._edge(self.tr("pleasant"), "AlignRight"), 0, 1)
        grid.addLayout(ends, STEPS + 2, 0, 1, STEPS)
        self._group.buttonToggled.connect(self._toggled)
        self._group.buttonClicked.connect(self._completed)

    def _edge(self, text: str, alignment: str) -> QLabel:
        made = label(text, "small", wrap=False)
        made.setProperty("alignment", alignment)
        return made

    def value(self) -> tuple[int | None, int | None]:
        """The chosen mood and energy, or None for both (for one, where that is how it was given)."""
        if self._half is not None:
            return self._half
        chosen = self._group.checkedButton()
        return (chosen.mood, chosen.energy) if isinstance(chosen, _Cell) else (None, None)

    def set_value(self, mood: int | None, energy: int | None) -> None:
        """Choose a point; without a mood, none. A mood without energy stands at the middle of the grid."""
        self._first_digit = self._half = None
        if mood is None and energy is None:
            self._group.setExclusive(False)
            for cell in self._cells.values():
                cell.setChecked(False)
            self._group.setExclusive(True)
            self._set_tab_stop(3, 3)
        else:
            point = (mood or 3, energy or 3)
            self._cells[point].setChecked(True)
            self._set_tab_stop(*point)
            self._half = None if mood and energy else (mood, energy)
        self._look(0, 0)

    def start(self) -> None:
        """Take the focus, ready for two digits."""
        self._first_digit = None
        mood, energy = self.value()
        self._cells[mood or 3, energy or 3].setFocus()

    def _set_tab_stop(self, mood: int, energy: int) -> None:
        for point, cell in self._cells.items():
            cell.setProperty("focusPolicy", "StrongFocus" if point == (mood, energy) else "ClickFocus")

    def _toggled(self, cell: QRadioButton, checked: bool) -> None:
        if checked and isinstance(cell, _Cell):
            self._half = None
            self._set_tab_stop(cell.mood, cell.energy)
            self._look(cell.mood, cell.energy)
            self.changed.emit()

    def _completed(self) -> None:
        """The person chose the point where a half was missing: now it is whole."""
        if self._half is not None:
            self._half = None
            self.changed.emit()

    def _look(self, mood: int, energy: int) -> None:
        chosen = self.value()
        if not mood and chosen != (None, None):
            mood, energy = chosen[0] or 3, chosen[1] or 3
        if mood:
            self._word.setText(self._name(mood, energy))
        else:
            self._word.setText(self.tr("two digits, or a click"))

    def _key(self, mood: int, energy: int, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        if key in steps:
            across, up = steps[Qt.Key(key)]
            self._go(min(max(mood + across, 1), STEPS), min(max(energy + up, 1), STEPS))
            return True
        text = event.text()
        if len(text) == 1 and text in "12345":
            self._digit(int(text))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._first_digit = None
            self.submitted.emit()
            return True
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_value(None, None)
            self.start()
            self.changed.emit()
            return True
        return False

    def _digit(self, digit: int) -> None:
        if self._first_digit is None:
            self._first_digit = digit
            self._go(digit, self.value()[1] or 3)
        else:
            mood, self._first_digit = self._first_digit, None
            self._go(mood, digit)

    def _go(self, mood: int, energy: int) -> None:
        cell = self._cells[mood, energy]
        first = self._first_digit
        cell.setChecked(True)
        self._completed()
        cell.setFocus()
        self._first_digit = first
