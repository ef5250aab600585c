"""Reminders while the program runs: looks at the right moments, brings up what is due, and does what is answered.

The times come from the agenda of the open vault; while the vault is locked, from a timetable in memory that knows
times alone. What is answered meanwhile is written down when the vault is open again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from attach_desktop.clock import Clock, SystemClock, zone_of
from attach_desktop.desktop.alarm import LONGEST, Alarm
from attach_desktop.desktop.delivery import Delivery, Desktop, Way
from attach_desktop.desktop.notifications import OPEN, SKIP, SNOOZE
from attach_desktop.errors import AttachError
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.snooze import SPANS, until
from attach_desktop.reminders.timetable import Due, Timetable

#: What the one snooze button of a notification means.
_QUICK = next(iter(SPANS))
#: The topics whose changes may make a reminder superfluous, or bring one.
_TOPICS = ("reminders", "journal", "gratitude", "practice", "checkins", "settings")


class Times(Protocol):
    """What is due and what became of it: the agenda of an open vault, or what stands in for it."""

    def due(self, now: datetime) -> Due | None:
        """What is due, as one."""
        ...

    def next_wake(self, now: datetime) -> datetime | None:
        """When to look again."""
        ...

    def delivered(self, due: Due, now: datetime) -> None:
        """It was brought up."""
        ...

    def handled(self, ids: tuple[str, ...], now: datetime) -> None:
        """The person opened these, or let them pass."""
        ...

    def snooze(self, due: Due, choice: str | datetime, now: datetime) -> datetime:
        """Put off."""
        ...


class StandIn:
    """A timetable in memory in the place of a locked vault's agenda."""

    def __init__(self, timetable: Timetable, clock: Clock) -> None:
        """``timetable`` as it stood when the vault was locked."""
        self.timetable, self._clock = timetable, clock

    def due(self, now: datetime) -> Due | None:
        """What is due, as one."""
        zone = zone_of(self._clock)
        self.timetable = self.timetable.repaired(now, zone)
        return self.timetable.due(now, zone)

    def next_wake(self, now: datetime) -> datetime | None:
        """When to look again."""
        return self.timetable.next_wake(now, zone_of(self._clock))

    def delivered(self, due: Due, now: datetime) -> None:
        """It was brought up."""
        self.timetable = self.timetable.delivered(due)

    def handled(self, ids: tuple[str, ...], now: datetime) -> None:
        """The person opened these, or let them pass."""
        self.timetable = self.timetable.handled(ids, now, zone_of(self._clock))

    def snooze(self, due: Due, choice: str | datetime, now: datetime) -> datetime:
        """Put off."""
        if isinstance(choice, str):
            first = min(item.wall for item in due.items).time()
            choice = until(choice, now, zone_of(self._clock), first, self.timetable.day_start)
        self.timetable = self.timetable.snoozed(due.ids, choice, now)
        return choice


class Reminding(QObject):
    """Holds at most one reminder at a time before the person."""

    #: What is due has changed, for whoever shows it.
    changed = Signal()
    #: It has looked, and knows whether anything can come.
    looked = Signal()

    def __init__(
        self,
        clock: Clock,
        neutral: str,
        open_page: Callable[[str], object],
        complain: Callable[[AttachError], object],
    ) -> None:
        """``neutral`` is said where no own words are; ``open_page`` is given what a reminder is for.

        It begins with ``deliver_by`` and ``opened``.
        """
        super().__init__()
        self._clock, self._neutral, self._open_page, self._complain = clock, neutral, open_page, complain
        self._delivery: Delivery | None = None
        self._times: Times | None = None
        self._ends: list[Callable[[], None]] = []
        self._due: Due | None = None
        self._ahead = False
        #: Whether it looks now and then even while nothing can come: another process may make a reminder.
        self.keeps_looking = False
        self._shown = ("", False)
        self._alarm = Alarm(clock, self._next, self._rung)
        # Many changes come together, such as an import; one look afterwards is enough.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.look_again)

    @property
    def due(self) -> Due | None:
        """What is before the person."""
        return self._due

    @property
    def is_on(self) -> bool:
        """Whether anything can come at all."""
        return self._ahead

    @property
    def agenda(self) -> Agenda | None:
        """The agenda of the open vault; None while it is locked."""
        return self._times if isinstance(self._times, Agenda) else None

    def deliver_by(self, delivery: Delivery) -> None:
        """Bring reminders up in this way from now on."""
        self._delivery = delivery

    def opened(self, agenda: Agenda) -> None:
        """A vault is open: what was answered while it was locked is written down."""
        stood_in = self._times
        self._times = agenda
        changes = agenda.store.vault.changes
        self._ends = [changes.subscribe(topic, self._later.start) for topic in _TOPICS]
        if isinstance(stood_in, StandIn):
            self._guarded(lambda: agenda.take_over(stood_in.timetable, self._clock.now()))
        self._shown = ("", False)
        self.look_again()

    def closing(self) -> None:
        """The vault is about to be closed: keep the times, and nothing else."""
        for end in self._ends:
            end()
        self._ends = []
        self._later.stop()
        agenda, self._times = self.agenda, None
        if agenda is not None:
            self._guarded(lambda: self._stand_in(agenda))
        self._shown = ("", False)
        self.look_again()

    def stop(self) -> None:
        """The program ends: nothing is left on the screen."""
        for end in self._ends:
            end()
        self._ends, self._times, self._due, self._ahead = [], None, None, False
        self._later.stop()
        self._alarm.stop()
        if self._delivery is not None:
            self._delivery.withdraw()

    # -- looking ---------------------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Look what is due, and when to look next."""
        self._guarded(self.look)
        self._guarded(self._alarm.arm)
        self.looked.emit()

    def look(self) -> None:
        """Bring up what is new, let stand what is not, and take away what is over."""
        if self._times is None or self._delivery is None:
            return
        now = self._clock.now()
        before, self._due = self._due, self._times.due(now)
        if self._due is None:
            if before is not None:
                self._delivery.withdraw()
                self._shown = ("", False)
        elif self._due.new:
            self._shown = self._words(self._due), bool(self._due.asking)
            self._delivery.deliver(self._shown[0], asking=self._shown[1])
            self._times.delivered(self._due, now)
        else:
            shown = self._words(self._due), bool(self._due.asking)
            if shown != self._shown:
                self._shown = shown
                self._delivery.remain(shown[0], asking=shown[1])
        if before != self._due:
            self.changed.emit()

    def desktop(self) -> Desktop:
        """Ask the desktop what it has."""
        return Desktop("", False, False, False) if self._delivery is None else self._delivery.desktop()

    def try_now(self) -> frozenset[Way]:
        """Bring up a reminder that is none, to see whether it arrives; returns the ways that were taken."""
        if self._delivery is None:
            return frozenset()
        # One that is there already is brought up once more.
        return self._delivery.deliver(self._shown[0] or self._neutral, asking=self._shown[1])

    # -- answers ---------------------------------------------------------------------------------------------------

    def answered(self, answer: str) -> None:
        """A button of a notification: OPEN, SNOOZE or SKIP."""
        acts = {OPEN: self.open, SNOOZE: lambda: self.snooze(_QUICK), SKIP: self.skip}
        if answer in acts:
            acts[answer]()

    def open(self) -> None:
        """The person opened it."""
        what = self._due.items[0].what if self._due is not None else ""
        self._answer(lambda times, due, now: times.handled(due.ids, now))
        self._open_page(what)

    def skip(self) -> None:
        """The person let it pass."""
        self._answer(lambda times, due, now: times.handled(due.ids, now))

    def snooze(self, choice: str | datetime) -> None:
        """Put it off: by name, or until a moment of the wall clock (naive)."""
        if isinstance(choice, datetime):
            choice = choice.replace(tzinfo=zone_of(self._clock))
        self._answer(lambda times, due, now: times.snooze(due, choice, now))

    def less(self) -> None:
        """Those that asked may come less often."""
        self._of_those_that_asked(lambda agenda, record_id, now: agenda.come_less_often(record_id, now))

    def stay(self) -> None:
        """Those that asked may go on as they are."""
        self._of_those_that_asked(lambda agenda, record_id, now: agenda.stay([record_id], now))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _answer(self, act: Callable[[Times, Due, datetime], object]) -> None:
        times, due = self._times, self._due
        if times is not None and due is not None:
            self._guarded(lambda: act(times, due, self._clock.now()))
        elif self._delivery is not None:
            # It was there to be tried out.
            self._delivery.withdraw()
        self.look_again()

    def _of_those_that_asked(self, act: Callable[[Agenda, str, datetime], object]) -> None:
        agenda, due = self.agenda, self._due
        if agenda is not None and due is not None:
            for record_id in due.asking:
                self._guarded(partial(act, agenda, record_id, self._clock.now()))
        self.look_again()

    def _stand_in(self, agenda: Agenda) -> None:
        self._times = StandIn(agenda.timetable(self._clock.now()), self._clock)

    def _rung(self, now: datetime) -> None:
        if isinstance(self._clock, SystemClock):
            # The computer may have been taken to another zone meanwhile.
            self._clock.look_again()
        self._guarded(self.look)

    def _next(self, now: datetime) -> datetime | None:
        found = None if self._times is None else self._times.next_wake(now)
        self._ahead = found is not None
        # Nobody tells a program in the background of a reminder that was made on the command line.
        return now + LONGEST if found is None and self.keeps_looking and self._times is not None else found

    def _words(self, due: Due) -> str:
        """The person's own words, where there is one reminder and they chose so; nothing of them while locked."""
        agenda = self.agenda
        if agenda is not None and len(due.items) == 1:
            for record in agenda.reminders(due):
                if record.value.own_words:
                    return record.value.text
        return self._neutral

    def _guarded(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AttachError as error:
            self._complain(error)
