"""When it happened: now, until somebody says otherwise; then a date, with or without a time."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTimeEdit, QWidget

from attach_desktop.clock import Clock, Moment, in_zone
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.time_edit import time_edit, time_of

#: The earliest day that Qt's date editors take; an entry of an earlier one keeps its day all the same.


class WhenRow(QWidget):
    """Chooses a moment. ``moment()`` is the present for as long as nothing else was chosen."""

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        """``clock`` tells the present and the zone."""
        super().__init__()
        self._clock = clock
        self._given: Moment | None = None
        #: What the editors showed of the moment given, to tell whether somebody has changed it.
        self._shown: tuple[date, QTime, bool] | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._now = label(self.tr("Now"), "muted", wrap=False)
        self._change = button(self.tr("another time"), self._open, "quiet")
        self._row.addWidget(self._now)
        self._row.addWidget(self._change)
        self._row.addStretch()
        self._editors: tuple[DayEdit, QTimeEdit, QCheckBox] | None = None

    def moment(self) -> Moment:
        """The moment chosen: the one given, if its day and time were left alone (so that its zone is kept)."""
        if self._editors is None or self._editors[0].isHidden():
            return self._given or Moment.now(self._clock)
        day_edit, time_field, unknown = self._editors
        if self._given is not None and self._shown == (day_edit.day(), time_field.time(), unknown.isChecked()):
            return self._given
        day = day_edit.day()
        zone = self._given.zone if self._given and self._given.zone else self._clock.zone_name()
        if unknown.isChecked():
            at: time | None = None
        else:
            at = time_of(time_field)
        if at is None:
            return Moment.on(day, zone)
        return Moment.from_datetime(in_zone(datetime.combine(day, at), zone, self._clock), zone)

    def given(self) -> Moment | None:
        """The moment to keep in a draft: None while it is simply now."""
        return None if self._given is None and not self._is_open() else self.moment()

    def set_moment(self, moment: Moment | None) -> None:
        """Show a moment; None is now."""
        self._given = moment
        if moment is None:
            self._close()
        else:
            self._open()

    def _is_open(self) -> bool:
        return self._editors is not None and not self._editors[0].isHidden()

    def _open(self) -> None:
        if self._editors is None:
            self._editors = self._build()
        day_edit, time_field, unknown = self._editors
        moment = self._given or Moment.now(self._clock)
        at = moment.at or moment.wall.time()
        for widget in self._editors:
            widget.blockSignals(True)
        day_edit.set_day(moment.day)
        time_field.setTime(QTime(at.hour, at.minute))
        unknown.setChecked(moment.at is None)
        time_field.setEnabled(moment.at is not None)
        self._shown = day_edit.day(), time_field.time(), unknown.isChecked()
        for widget in self._editors:
            widget.blockSignals(False)
            widget.show()
        self._now.hide()
        self._change.setText(self.tr("now"))
        self._change.setAccessibleName(self.tr("Set the time to now"))
        self._change.clicked.disconnect()
        self._change.clicked.connect(self._back_to_now)

    def _close(self) -> None:
        for widget in self._editors or ():
            widget.hide()
        self._now.show()
        self._change.setText(self.tr("another time"))
        self._change.setAccessibleName(self.tr("Choose another time"))
        self._change.clicked.disconnect()
        self._change.clicked.connect(self._open)

    def _back_to_now(self) -> None:
        self._given = None
        self._close()
        self.changed.emit()

    def _build(self) -> tuple[DayEdit, QTimeEdit, QCheckBox]:
        day_edit, unknown = DayEdit(self.tr("Day it happened")), QCheckBox(self.tr("no time"))
        time_field = time_edit(self.tr("Time it happened"))
        unknown.setAccessibleName(self.tr("The time of day is not known"))
        day_edit.dateChanged.connect(lambda _: self.changed.emit())
        time_field.timeChanged.connect(lambda _: self.changed.emit())
        unknown.toggled.connect(lambda on: time_field.setEnabled(not on))
        unknown.toggled.connect(lambda _: self.changed.emit())
        for at, widget in enumerate((day_edit, time_field, unknown)):
            self._row.insertWidget(at, widget)
        before: QWidget = self._change
        for widget in (day_edit, time_field, unknown):
            QWidget.setTabOrder(before, widget)
            before = widget
        return day_edit, time_field, unknown
