"""Fields for times of day: several of them, a span, and a day that may be left open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QWidget

from attach_desktop.reminders.plan import MAX_TIMES, Span
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.flow_layout import FlowLayout
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.tab_order import chain
from attach_desktop.ui.widgets.time_edit import time_edit, time_of


class TimesField(QWidget):
    """One time of day or several, side by side."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        """``name`` is what a screen reader calls each of them."""
        super().__init__()
        self._name = name
        self._edits: list[QTimeEdit] = []
        self._drops: list[QWidget] = []
        self._flow = FlowLayout(self, SMALL)
        self._add = button(self.tr("another time"), self._another, "quiet")
        self._flow.addWidget(self._add)
        self._only_one = False
        self.set_times((time(20, 0),))

    def times(self) -> tuple[time, ...]:
        """The times, as they stand there."""
        shown = [time_of(edit) for edit in self._edits]
        return tuple(shown[:1] if self._only_one else shown)

    def set_times(self, times: Sequence[time]) -> None:
        """Show times."""
        for widget in (*self._edits, *self._drops):
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._edits, self._drops = [], []
        for at in times or (time(20, 0),):
            self._put(at)
        self._show()

    def allow_several(self, *, several: bool) -> None:
        """Whether there may be more than one; what there is beyond it is only hidden."""
        self._only_one = not several
        self._show()

    def _another(self) -> None:
        last = time_of(self._edits[-1])
        self._put(time((last.hour + 1) % 24, last.minute))
        self._show()
        self._edits[-1].setFocus()
        self.changed.emit()

    def _put(self, at: time) -> None:
        edit = time_edit(self._name, at)
        edit.timeChanged.connect(lambda _: self.changed.emit())
        drop = button("×", lambda: self._drop(edit), "quiet")
        drop.setAccessibleName(self.tr("Take this time away"))
        place = 2 * len(self._edits)
        self._flow.insert_widget(place, edit)
        self._flow.insert_widget(place + 1, drop)
        self._edits.append(edit)
        self._drops.append(drop)
        chain(*(part for pair in zip(self._edits, self._drops, strict=True) for part in pair), self._add)

    def _drop(self, edit: QTimeEdit) -> None:
        at = self._edits.index(edit)
        left = [time_of(one) for number, one in enumerate(self._edits) if number != at]
        self.set_times(left)
        self._edits[max(0, at - 1)].setFocus()
        self.changed.emit()

    def _show(self) -> None:
        for number, (edit, drop) in enumerate(zip(self._edits, self._drops, strict=True)):
            edit.setVisible(number == 0 or not self._only_one)
            drop.setVisible(len(self._edits) > 1 and not self._only_one)
        self._add.setVisible(not self._only_one and len(self._edits) < MAX_TIMES)


class SpanField(QWidget):
    """From one time of day to another; perhaps with a box that switches it off."""

    changed = Signal()

    def __init__(self, names: tuple[str, str], span: Span, box: str = "") -> None:
        """``names`` are what a screen reader calls the two; with ``box`` there may be no span at all."""
        super().__init__()
        self._box = QCheckBox(box) if box else None
        self._begin, self._end = time_edit(names[0], span[0]), time_edit(names[1], span[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        if self._box is not None:
            row.addWidget(self._box)
            self._box.toggled.connect(self._switched)
        row.addWidget(self._begin)
        self._to = label(self.tr("to"), wrap=False)
        row.addWidget(self._to)
        row.addWidget(self._end)
        row.addStretch(1)
        for edit in (self._begin, self._end):
            edit.timeChanged.connect(lambda _: self.changed.emit())

    def span(self) -> Span | None:
        """The span, or None where it is switched off."""
        if self._box is not None and not self._box.isChecked():
            return None
        return time_of(self._begin), time_of(self._end)

    def set_span(self, span: Span | None) -> None:
        """Show a span, or none."""
        if self._box is not None:
            self._box.setChecked(span is not None)
            self._switched(span is not None)
        if span is not None:
            for edit, at in zip((self._begin, self._end), span, strict=True):
                edit.setTime(QTime(at.hour, at.minute))

    def _switched(self, on: bool) -> None:
        for part in (self._begin, self._to, self._end):
            part.setVisible(on)
        self.changed.emit()


class OpenDate(QWidget):
    """A day that holds only while its box is ticked."""

    changed = Signal()

    def __init__(self, box: str, name: str, day: date) -> None:
        """``day`` is shown to begin with."""
        super().__init__()
        self._box, self._edit = QCheckBox(box), DayEdit(name, day)
        self._edit.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._box)
        row.addWidget(self._edit)
        row.addStretch(1)
        self._box.toggled.connect(self._edit.setVisible)
        self._box.toggled.connect(lambda _: self.changed.emit())
        self._edit.dateChanged.connect(lambda _: self.changed.emit())

    def day(self) -> date | None:
        """The day, or None."""
        return self._edit.day() if self._box.isChecked() else None

    def set_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self._box.setChecked(day is not None)
        if day is not None:
            self._edit.set_day(day)
