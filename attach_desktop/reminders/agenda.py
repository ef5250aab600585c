"""What is due now, when to look again, and what the person answered: the timetable, kept in the vault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from attach_desktop.clock import day_of, zone_of
from attach_desktop.reminders import snooze
from attach_desktop.reminders.gentler import gentler
from attach_desktop.reminders.reminder import Reminder
from attach_desktop.reminders.standings import Standings
from attach_desktop.reminders.store import ReminderStore
from attach_desktop.reminders.timetable import LONGEST_SNOOZE, Due, Slot, Standing, Timetable, begun
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.tally import Tally
from attach_desktop.vault.vault import Vault

#: Which records show that a thing was done: the list, and the (field, word) that they have.
DONE: Mapping[str, tuple[str, tuple[str, str] | None]] = {
    "mood": ("journal", None),
    "gratitude": ("gratitude", None),
    "affirmation": ("practice", None),
    "weekly": ("checkins", ("form", "weekly")),
    "monthly": ("checkins", ("form", "monthly")),
}
#: More reminders than anybody has.
_ALL = 100_000


class Agenda:
    """The reminders of an open vault in time. Every answer is on disk before the call returns."""

    def __init__(self, vault: Vault) -> None:
        """The agenda of ``vault``."""
        self._vault = vault
        self.store = ReminderStore(vault)
        self._tally, self._standings = Tally(vault), Standings(vault)

    # -- questions -------------------------------------------------------------------------------------------------

    def timetable(self, now: datetime) -> Timetable:
        """The times alone, as of ``now`` (aware): what the alarm needs, also while the vault is locked."""
        known = self._standings.known()
        done: dict[str, date | None] = {}
        slots = []
        for record in self.store.each():
            if record.value.on:
                what = record.value.what
                if what not in done:
                    done[what] = self._done(what, now)
                slot = _slot(record, done[what], known.get(record.id, Standing()))
                # What came in from elsewhere does not make up for what was planned there.
                slots.append(slot if record.id in known else begun(slot, now, zone_of(self._vault.clock)))
        return Timetable(tuple(slots), self._vault.day_start, self.store.pause_end)

    def due(self, now: datetime) -> Due | None:
        """What is due at ``now`` (aware), as one; None while there is nothing."""
        planned = self.timetable(now)
        if not planned.slots:
            # As with most people. Finding out in which zone they are takes fifteen milliseconds and a megabyte.
            return None
        zone = zone_of(self._vault.clock)
        timetable = planned.repaired(now, zone)
        if timetable.standings().items() - self._standings.known().items():
            self._change(now, lambda present: present.repaired(now, zone))
        return timetable.due(now, zone)

    def next_wake(self, now: datetime) -> datetime | None:
        """When to look again, in UTC and a quarter of an hour ahead at most; None where nothing can come."""
        timetable = self.timetable(now)
        return timetable.next_wake(now, zone_of(self._vault.clock)) if timetable.slots else None

    def coming(self, now: datetime, count: int) -> list[tuple[datetime, Stored[Reminder]]]:
        """The next ``count`` moments (UTC) at which any reminder comes, with the reminder, in order."""
        zone, timetable = zone_of(self._vault.clock), self.timetable(now)
        found = [
            (moment, record)
            for record in self.store.each()
            if record.value.on
            for moment in timetable.coming(record.id, now, zone, count)
        ]
        return sorted(found, key=lambda pair: (pair[0], pair[1].place))[:count]

    def reminders(self, due: Due) -> list[Stored[Reminder]]:
        """The reminders that are due, for their words."""
        return [record for item in due.items if (record := self.store.get(item.id)) is not None]

    def resting(self, now: datetime) -> list[str]:
        """The ids of those that were left alone so often that they are quiet until the person says otherwise."""
        zone, timetable = zone_of(self._vault.clock), self.timetable(now)
        return [slot.id for slot in timetable.slots if timetable.resting(slot.id, now, zone)]

    # -- answers ---------------------------------------------------------------------------------------------------

    def delivered(self, due: Due, now: datetime) -> None:
        """It was brought up, by whatever means; it stays due until the person answers, and is not new any more."""
        self._change(now, lambda timetable: timetable.delivered(due))

    def handled(self, ids: Collection[str], now: datetime) -> None:
        """The person opened these, or let them pass: they are over until they come again."""
        zone = zone_of(self._vault.clock)
        self._change(now, lambda timetable: timetable.handled(ids, now, zone))

    def snooze(self, due: Due, choice: str | datetime, now: datetime) -> datetime:
        """Put off by one of ``snooze.SNOOZES``, or until a moment (aware), a month at most. Returns it, in UTC."""
        if isinstance(choice, str):
            first = min(item.wall for item in due.items).time()
            choice = snooze.until(choice, now, zone_of(self._vault.clock), first, self._vault.day_start)
        until = min(choice, now + LONGEST_SNOOZE).astimezone(UTC)
        self._change(now, lambda timetable: timetable.snoozed(due.ids, until, now))
        return until

    def come_less_often(self, record_id: str, now: datetime) -> Stored[Reminder]:
        """Let a reminder come about half as often; where less would be nothing, it is switched off.

        Raises InputRefusedError if it is not there.
        """
        with self.store.together():
            record = self.store.get(record_id)
            plan = None if record is None else gentler(record.value.plan, self._today(now))
            if record is not None and plan is not None:
                changed = self.store.change(record_id, replace(record.value, plan=plan))
            else:
                changed = self.store.switch(record_id, on=False)
            self._keep(self.timetable(now).awake([record_id], now, zone_of(self._vault.clock)))
        return changed

    def stay(self, ids: Collection[str], now: datetime) -> None:
        """Let reminders go on as they are: those that asked, and those that rest."""
        zone = zone_of(self._vault.clock)
        self._change(now, lambda timetable: timetable.awake(ids, now, zone))

    def take_over(self, timetable: Timetable, now: datetime) -> None:
        """Keep what became of the reminders while the vault was locked and ``timetable`` stood in for it."""
        self._change(now, lambda present: present.with_standings(timetable.standings()))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _done(self, what: str, now: datetime) -> date | None:
        """The last day until now on which a thing was done."""
        if what not in DONE:
            return None
        return self._tally.newest_day(*DONE[what], until=self._today(now))

    def _today(self, now: datetime) -> date:
        local = now.astimezone(zone_of(self._vault.clock)).replace(tzinfo=None)
        return day_of(local, self._vault.day_start)

    def _change(self, now: datetime, act: Callable[[Timetable], Timetable]) -> None:
        """Keep what an answer makes of the present, all of it or nothing, whoever else has the vault open."""
        with self._vault.connection.transaction():
            changed = self._keep(act(self.timetable(now)))
        if changed:
            self._standings.tell()

    def _keep(self, timetable: Timetable) -> bool:
        """Keep what became of each; of those that are off or in the bin, what is known stays; of others it goes."""
        everything = {**self._standings.known(), **timetable.standings()}
        # Every id begins with nothing.
        there = set(self.store.matching_ids("", _ALL))
        return self._standings.keep({key: one for key, one in everything.items() if key in there})


def _slot(record: Stored[Reminder], done: date | None, standing: Standing) -> Slot:
    reminder = record.value
    return Slot(
        id=record.id,
        what=reminder.what,
        plan=reminder.plan,
        since=record.updated,
        done=done if reminder.unless_done else None,
        paused_until=reminder.paused_until,
        standing=standing,
    )
