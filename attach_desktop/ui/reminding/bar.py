"""A reminder above the tabs: one line with its answers. It waits; it takes neither the focus nor the page away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from attach_desktop.ui.dialogs.sheet import announce
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.time_edit import time_edit, time_of

#: What an own time for coming back begins with.
_LATER = timedelta(hours=2)


class ReminderActs(NamedTuple):
    """What the answers do. ``snooze`` takes a choice by name, or a moment of the wall clock (naive)."""

    open: Callable[[], object]
    skip: Callable[[], object]
    snooze: Callable[[str | datetime], object]
    less: Callable[[], object]
    stay: Callable[[], object]


class ReminderBar(QWidget):
    """Shows a reminder, or nothing at all."""

    def __init__(self, acts: ReminderActs, now: Callable[[], datetime], *, narrow: bool = False) -> None:
        """``now`` is the wall clock of the moment; a ``narrow`` one has its answers below its words."""
        super().__init__()
        self._acts, self._now = acts, now
        self.setAccessibleName(self.tr("Reminder"))
        self.words = label("", "lead" if narrow else "body")
        self._open = button(self.tr("Open"), acts.open, "primary" if narrow else "")
        self._snooze = _SnoozeButton(self._choose)
        self._skip = button(self.tr("Skip"), acts.skip, "quiet")
        self.setFocusProxy(self._open)
        self._own = _OwnTime(self._until)
        self._question = _row(
            self.tr("This one was left alone a few times. Would less often be kinder?"),
            button(self.tr("Less often"), acts.less, "quiet"),
            button(self.tr("Leave it as it is"), acts.stay, "quiet"),
            stacked=narrow,
        )
        answers = QHBoxLayout()
        answers.setSpacing(SMALL)
        for widget in (self._open, self._snooze, self._skip):
            answers.addWidget(widget)
        answers.addStretch(1 if narrow else 0)
        head = QVBoxLayout() if narrow else QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self.words, 1)
        head.addLayout(answers)
        paper = frame("note")
        column = QVBoxLayout(paper)
        column.setContentsMargins(NORMAL, SMALL, NORMAL, SMALL)
        column.setSpacing(TIGHT)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*((0, 0, 0, 0) if narrow else (NORMAL, SMALL, NORMAL, 0)))
        outer.addWidget(paper)
        column.addLayout(head)
        for folded in (self._own, self._question):
            folded.hide()
            column.addWidget(folded)
        self.hide()

    def show_reminder(self, text: str, asking: bool) -> None:
        """Show a reminder; ``asking`` adds the question whether to come less often."""
        new = self.isHidden() or self.words.text() != text
        self.words.setText(text)
        self._open.setAccessibleName(self.tr("Open: {text}").format(text=text))
        self._question.setVisible(asking)
        self.show()
        if new:
            self._own.hide()
            announce(self, text)

    def clear(self) -> None:
        """Show nothing."""
        self._own.hide()
        self.hide()

    def start(self) -> None:
        """Give the focus to the first answer."""
        self.setFocus()

    def _choose(self, choice: str) -> None:
        if choice:
            self._acts.snooze(choice)
        else:
            self._own.begin(self._now() + _LATER)

    def _until(self, moment: datetime) -> None:
        self._own.hide()
        self._acts.snooze(moment)


class _SnoozeButton(QPushButton):
    """Opens the choice of how long; "" stands for a time of one's own."""

    def __init__(self, choose: Callable[[str], object]) -> None:
        super().__init__()
        self.setText(self.tr("Later") + "  ▾")
        self.setAccessibleName(self.tr("Later: choose when"))
        self.setAutoDefault(True)
        menu = QMenu(self)
        for text, choice in (
            (self.tr("In 10 minutes"), "ten-minutes"),
            (self.tr("In an hour"), "hour"),
            (self.tr("Tomorrow"), "tomorrow"),
            (self.tr("Another time …"), ""),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, choice=choice: choose(choice))
        self.setMenu(menu)


class _OwnTime(QWidget):
    """A day and a time to come back at."""

    def __init__(self, chosen: Callable[[datetime], object]) -> None:
        super().__init__()
        self._chosen = chosen
        self._day, self._time = DayEdit(self.tr("Day to come back on")), time_edit(self.tr("Time to come back at"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(label(self.tr("Come back on"), wrap=False))
        for widget in (
            self._day,
            self._time,
            button(self.tr("Come back then"), self._take),
            button(self.tr("Cancel"), self.hide, "quiet"),
        ):
            row.addWidget(widget)
        row.addStretch(1)

    def begin(self, moment: datetime) -> None:
        """Show it, with a moment to begin with."""
        self._day.set_day(moment.date())
        self._time.setTime(QTime(moment.hour, moment.minute))
        self.show()
        self._time.setFocus()

    def _take(self) -> None:
        self._chosen(datetime.combine(self._day.day(), time_of(self._time)))


def _row(text: str, *widgets: QWidget, stacked: bool) -> QWidget:
    box = QWidget()
    outer = QVBoxLayout(box) if stacked else QHBoxLayout(box)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(TIGHT if stacked else SMALL)
    outer.addWidget(label(text, "muted"), 1)
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    if stacked:
        row.addStretch(1)
    outer.addLayout(row)
    return box
