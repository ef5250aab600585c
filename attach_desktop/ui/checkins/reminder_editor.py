"""Making or changing a reminder, in place: what for, when, and in which words. What does not apply is not shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.reminders.plan import LAST_DAY, MAX_EVERY, NIGHT, WEEKDAYS, Plan
from attach_desktop.reminders.reminder import MAX_TEXT, OWN, Reminder
from attach_desktop.sentences import tell_fault
from attach_desktop.ui.checkins.reminder_words import rule_words, weekday_names, what_words
from attach_desktop.ui.checkins.time_fields import OpenDate, SpanField, TimesField
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.flow_layout import FlowLayout
from attach_desktop.ui.widgets.inset import inset
from attach_desktop.ui.widgets.labels import button, label

_DAYTIME = (time(9, 0), time(18, 0))


class ReminderEditor(QFrame):
    """Edits a reminder. ``kept`` carries the Reminder, ``left`` comes when it is put away."""

    kept = Signal(object)
    left = Signal()
    changed = Signal()

    def __init__(self, reminder: Reminder, today: date) -> None:
        """Begins with ``reminder``; ``today`` is what days begin with."""
        super().__init__()
        self.setProperty("role", "card")
        self._reminder = reminder
        self._whats, self._rules = list(what_words()), list(rule_words())
        self._build(today)
        self.show_reminder(reminder)
        self._fit()

    def start(self) -> None:
        """Give the focus to what it is for."""
        self.what.setFocus()

    def reminder(self) -> Reminder:
        """What is set. Raises FaultsError naming what cannot be."""
        return replace(
            self._reminder,
            what=self._what(),
            text=self.text.text(),
            own_words=self.own_words.isChecked(),
            unless_done=self.unless_done.isChecked(),
            plan=self._plan(),
        )

    def show_reminder(self, reminder: Reminder) -> None:
        """Show what a reminder is."""
        plan = reminder.plan
        self.what.setCurrentIndex(self._whats.index(reminder.what))
        self.rule.setCurrentIndex(self._rules.index(plan.rule))
        self.text.setText(reminder.text)
        self.own_words.setChecked(reminder.own_words)
        self.unless_done.setChecked(reminder.unless_done)
        self.times.set_times(plan.times)
        for key, box in self.weekdays.items():
            box.setChecked(key in plan.weekdays)
        if plan.every is not None:
            self.every.setValue(plan.every)
        if plan.month_day is not None:
            self.month_day.setCurrentIndex(plan.month_day - 1)
        self.window_field.set_span(plan.window or _DAYTIME)
        self.per_day.setValue(plan.per_day)
        if plan.rule in ("once", "every") and plan.begin is not None:
            self.day.set_day(plan.begin)
        else:
            self.begin.set_day(plan.begin)
        self.end.set_day(plan.end)
        self.quiet.set_span(plan.quiet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, today: date) -> None:
        self._make(today)
        grid = QGridLayout()
        grid.setHorizontalSpacing(NORMAL)
        grid.setVerticalSpacing(MEDIUM)
        grid.setColumnStretch(1, 1)
        self._lines: dict[str, tuple[QLabel, QWidget]] = {}
        for at, (key, name, field) in enumerate(self._fields()):
            head = label(name, "muted", wrap=False)
            # In line with the words in the field beside it.
            head.setContentsMargins(0, SMALL - 1, 0, 0)
            if (spoken := {"what": self.what, "rule": self.rule, "month_day": self.month_day}.get(key)) is not None:
                # Where a screen reader takes a list's value for its name, this is how it finds the name.
                head.setBuddy(spoken)
            grid.addWidget(head, at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(field, at, 1)
            self._lines[key] = (head, field)
        self.fault = label("", "fault")
        self.fault.hide()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(button(self.tr("Keep"), self.keep, "primary"))
        row.addWidget(button(self.tr("Cancel"), self.left.emit, "quiet"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, NORMAL, LARGE, NORMAL)
        column.setSpacing(NORMAL)
        column.addLayout(grid)
        column.addWidget(self.fault)
        column.addLayout(row)

    def _make(self, today: date) -> None:
        self.what = Choice(self.tr("What for"), list(what_words().values()))
        self.rule = Choice(self.tr("How often"), list(rule_words().values()))
        self.text = QLineEdit()
        self.text.setMaxLength(MAX_TEXT)
        self.text.setAccessibleName(self.tr("My words for it"))
        self.own_words = QCheckBox(self.tr("Show these words in the reminder"))
        self.times = TimesField(self.tr("Time of day"))
        self.weekdays = {key: QCheckBox(name) for key, name in weekday_names().items()}
        self.every = _number(self.tr("Every how many days"), 1, MAX_EVERY, 2)
        self.month_day = Choice(
            self.tr("Day of the month"), [*(str(day) for day in range(1, LAST_DAY)), self.tr("the last day")]
        )
        self.window_field = SpanField((self.tr("Not before"), self.tr("Not after")), _DAYTIME)
        self.per_day = _number(self.tr("How many times a day"), 1, 24, 1)
        self.day = DayEdit(self.tr("Day"), today + timedelta(days=1))
        self.begin = OpenDate(self.tr("from"), self.tr("First day"), today)
        self.end = OpenDate(self.tr("until"), self.tr("Last day"), today + timedelta(days=90))
        self.quiet = SpanField((self.tr("Quiet from"), self.tr("Quiet until")), NIGHT, self.tr("nothing comes from"))
        self.unless_done = QCheckBox(self.tr("Not if I already did it that day"))
        for choice in (self.what, self.rule):
            choice.currentIndexChanged.connect(lambda _: self._fit())
        self.own_words.toggled.connect(lambda _: self._fit())

    def _fields(self) -> list[tuple[str, str, QWidget]]:
        days = QWidget()
        flow = FlowLayout(days, SMALL)
        for box in self.weekdays.values():
            flow.addWidget(box)
        self._warning = label(
            self.tr("Whoever sees the screen can read them. Without this it says only “Time for a moment”."), "small"
        )
        return [
            ("what", self.tr("What for"), _row(self.what)),
            ("text", self.tr("In my words"), _column(self.text, self.own_words, self._warning)),
            ("rule", self.tr("How often"), _row(self.rule)),
            ("weekdays", self.tr("On"), days),
            ("every", self.tr("Every"), _row(self.every, label(self.tr("days"), wrap=False))),
            ("month_day", self.tr("On day"), _row(self.month_day)),
            ("day", self.tr("Day"), _row(self.day)),
            ("times", self.tr("At"), self.times),
            ("window", self.tr("Between"), self.window_field),
            ("per_day", self.tr("Times a day"), _row(self.per_day)),
            ("span", self.tr("Only"), _column(self.begin, self.end)),
            ("quiet", self.tr("Quiet hours"), self.quiet),
            ("unless_done", "", self.unless_done),
        ]

    def _fit(self) -> None:
        """Show what the rule has."""
        rule, what = self._rule(), self._what()
        shown = {
            "weekdays": rule in ("weekdays", "random"),
            "every": rule == "every",
            "month_day": rule == "monthly",
            "day": rule in ("once", "every"),
            "times": rule != "random",
            "window": rule == "random",
            "per_day": rule == "random",
            "span": rule != "once",
            "unless_done": what not in (OWN, "goal_review"),
        }
        for key, visible in shown.items():
            for widget in self._lines[key]:
                widget.setVisible(visible)
        self.begin.setVisible(rule != "every")
        self.times.allow_several(several=rule != "once")
        self._warning.setVisible(self.own_words.isChecked())
        # Where the days count from says itself what they are.
        self._lines["day"][0].setText(self.tr("First day") if rule == "every" else self.tr("Day"))

    # -- reading ---------------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what is set, or say what cannot be."""
        try:
            reminder = self.reminder()
        except FaultsError as error:
            self.show_faults(error)
            return
        self.fault.hide()
        self.kept.emit(reminder)

    def show_faults(self, error: FaultsError) -> None:
        """Say what keeps it from being kept, by the names that stand beside the fields."""
        told = []
        for one in error.faults:
            head = self._lines.get("span" if one.field in ("begin", "end") else one.field)
            name = head[0].text() if head is not None else one.field
            told.append(tell_fault(one._replace(field=name)))
        self.show_fault(". ".join(dict.fromkeys(told)) + ".")

    def show_fault(self, text: str) -> None:
        """Say what keeps it from being kept."""
        self.fault.setText(text)
        self.fault.show()

    def _what(self) -> str:
        return self._whats[self.what.currentIndex()]

    def _rule(self) -> str:
        return self._rules[self.rule.currentIndex()]

    def _plan(self) -> Plan:
        rule = self._rule()
        values: dict[str, Any] = {"rule": rule, "quiet": self.quiet.span()}
        if rule == "random":
            values |= {"window": self.window_field.span(), "per_day": self.per_day.value()}
        else:
            values["times"] = self.times.times()
        if rule in ("weekdays", "random"):
            values["weekdays"] = tuple(day for day in WEEKDAYS if self.weekdays[day].isChecked())
        if rule == "every":
            values["every"] = self.every.value()
        if rule == "monthly":
            values["month_day"] = self.month_day.currentIndex() + 1
        values["begin"] = self.day.day() if rule in ("once", "every") else self.begin.day()
        if rule != "once":
            values["end"] = self.end.day()
        return Plan(**values)


def new_reminder(now: Moment, what: str = "mood", plan: Plan | None = None) -> Reminder:
    """A reminder to begin with: every evening, and never at night."""
    return Reminder(
        noted=now,
        what=what,
        plan=plan or Plan(times=(time(20, 0),), quiet=NIGHT),
        text="",
    )


def _number(name: str, low: int, high: int, start: int) -> QSpinBox:
    field = inset(QSpinBox())
    field.setMinimumWidth(72)
    field.setRange(low, high)
    field.setValue(start)
    field.setAccessibleName(name)
    return field


def _row(*widgets: QWidget) -> QWidget:
    row = QHBoxLayout()
    box = _in_line(row, widgets)
    row.addStretch(1)
    return box


def _column(*widgets: QWidget) -> QWidget:
    return _in_line(QVBoxLayout(), widgets)


def _in_line(line: QBoxLayout, widgets: Iterable[QWidget]) -> QWidget:
    box = QWidget()
    box.setLayout(line)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SMALL)
    for widget in widgets:
        line.addWidget(widget)
    return box
