"""A row of numbered points to choose one of: intensity 0 to 10 and its like. Not a slider: a slider always answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.labels import label

_SIDE = 26


class _Point(QRadioButton):
    """One point; a radio button that draws its number in a ring."""

    def __init__(self, value: int, theme: Theme) -> None:
        super().__init__()
        self.value, self._theme = value, theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        chosen = self.isChecked()
        painter.setPen(QPen(QColor(palette.accent if chosen or self.underMouse() else palette.field_line), 1))
        painter.setBrush(QColor(palette.accent) if chosen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        font = self._theme.font("small", bold=chosen)
        painter.setFont(font)
        painter.setPen(QColor(palette.on_accent if chosen else palette.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.value))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


class ScaleRow(QWidget):
    """Chooses a whole number from ``low`` to ``high``, or none. Keys: digits, arrows, Backspace for none."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, low: int, high: int, ends: tuple[str, str] = ("", "")) -> None:
        """``name`` is what a screen reader calls it; ``ends`` are words for the two ends."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._points: dict[int, _Point] = {}
        self._low, self._high = low, high
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        for value in range(low, high + 1):
            point = _Point(value, theme)
            point.setAccessibleName(self.tr("{name}: {value} of {high}").format(name=name, value=value, high=high))
            point.installEventFilter(self)
            self._group.addButton(point)
            self._points[value] = point
            row.addWidget(point)
        row.addStretch()
        outer.addLayout(row)
        if any(ends):
            words = QHBoxLayout()
            words.addWidget(label(ends[0], "small", wrap=False))
            words.addStretch()
            words.addWidget(label(ends[1], "small", wrap=False))
            box = QWidget()
            box.setFixedWidth(_SIDE * (high - low + 1))
            words.setContentsMargins(4, 0, 4, 0)
            box.setLayout(words)
            outer.addWidget(box)
        self._group.buttonToggled.connect(self._toggled)
        self._set_tab_stop(low)

    def value(self) -> int | None:
        """The chosen number, or None."""
        chosen = self._group.checkedButton()
        return chosen.value if isinstance(chosen, _Point) else None

    def set_value(self, value: int | None) -> None:
        """Choose a number, or none."""
        if value is None:
            self._group.setExclusive(False)
            for point in self._points.values():
                point.setChecked(False)
            self._group.setExclusive(True)
            self._set_tab_stop(self._low)
        elif value in self._points:
            self._points[value].setChecked(True)

    def start(self) -> None:
        """Give the focus to the point that is chosen, or to the first; nothing is chosen by it."""
        value = self.value()
        self._points[self._low if value is None else value].setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_tab_stop(self, value: int) -> None:
        for number, point in self._points.items():
            point.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == value else Qt.FocusPolicy.ClickFocus)

    def _toggled(self, point: QRadioButton, checked: bool) -> None:
        if checked and isinstance(point, _Point):
            self._set_tab_stop(point.value)
            self.changed.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keys of the points belong to the row as a whole."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not isinstance(watched, _Point):
            return False
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
            step = -1 if key in (Qt.Key.Key_Left, Qt.Key.Key_Down) else 1
            self._go(min(max(watched.value + step, self._low), self._high))
            return True
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_value(None)
            self.changed.emit()
            return True
        if len(text) == 1 and text.isdecimal():
            # "1" then "0" is ten, where the scale has a ten.
            ten = self.value() == 1 and text == "0" and 10 in self._points
            value = 10 if ten else int(text)
            if value in self._points:
                self._go(value)
            return True
        return False

    def _go(self, value: int) -> None:
        self._points[value].setChecked(True)
        self._points[value].setFocus(Qt.FocusReason.OtherFocusReason)
