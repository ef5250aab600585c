"""What is due now, when to look again, and what the person answered: the timetable, kept in the vault.

What became of each reminder lies in one setting, not in records: it changes several times a day, is worth no former
versions and no place in an export, and one small row is on disk in one transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from attach_desktop.clock import day_of, zone_of
from attach_desktop.reminders import snooze
from attach_desktop.reminders.gentler import gentler
from attach_desktop.reminders.reminder import REMINDERS, Reminder
from attach_desktop.reminders.store import ReminderStore
from attach_desktop.reminders.timetable import Due, Slot, Standing, Timetable
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.tally import Tally
from attach_desktop.vault.vault import Vault

#: The name of the setting that holds what became of each reminder.
STANDING_SETTING = "reminders-standing"
#: Which records show that a thing was done: the list, and the (field, word) that they have.
DONE: Mapping[str, tuple[str, tuple[str, str] | None]] = {
    "mood": ("journal", None),
    "gratitude": ("gratitude", None),
    "affirmation": ("practice", None),
    "weekly": ("checkins", ("form", "weekly")),
    "monthly": ("checkins", ("form", "monthly")),
}


class Agenda:
    """The reminders of an open vault in time. Every answer is on disk before the call returns."""

    def __init__(self, vault: Vault) -> None:
        """The agenda of ``vault``."""
        self._vault = vault
        self.store = ReminderStore(vault)
        self._tally = Tally(vault)

    # -- questions -------------------------------------------------------------------------------------------------

    def timetable(self, now: datetime) -> Timetable:
        """The times alone, as of ``now`` (aware): what the alarm needs, also while the vault is locked."""
        standings = self._standings()
        done: dict[str, date | None] = {}
        slots = []
        for record in self.store.each():
            if record.value.on:
                what = record.value.what
                if what not in done:
                    done[what] = self._done(what, now)
                slots.append(_slot(record, done[what], standings.get(record.id, Standing())))
        return Timetable(tuple(slots), self._vault.day_start, self.store.pause_end)

    def due(self, now: datetime) -> Due | None:
        """What is due at ``now`` (aware), as one; None while there is nothing."""
        zone = zone_of(self._vault.clock)
        timetable = self.timetable(now)
        repaired = timetable.repaired(now, zone)
        if repaired != timetable:
            self._keep(repaired)
        return repaired.due(now, zone)

    def next_wake(self, now: datetime) -> datetime | None:
        """When to look again, in UTC and a quarter of an hour ahead at most; None where nothing can come."""
        return self.timetable(now).next_wake(now, zone_of(self._vault.clock))

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
        self._keep(self.timetable(now).delivered(due))

    def handled(self, ids: Collection[str], now: datetime) -> None:
        """The person opened these, or let them pass: they are over until they come again."""
        self._keep(self.timetable(now).handled(ids, now, zone_of(self._vault.clock)))

    def snooze(self, due: Due, choice: str | datetime, now: datetime) -> datetime:
        """Put off by one of ``snooze.SNOOZES``, or until a moment (aware), a month at most. Returns until when."""
        zone, timetable = zone_of(self._vault.clock), self.timetable(now)
        if isinstance(choice, str):
            first = min(item.wall for item in due.items).time()
            choice = snooze.until(choice, now, zone, first, timetable.day_start)
        self._keep(timetable.snoozed(due.ids, choice, now))
        return choice.astimezone(UTC)

    def come_less_often(self, record_id: str, now: datetime) -> Stored[Reminder]:
        """Let a reminder come about half as often; where less would be nothing, it is switched off.

        Raises InputRefusedError if it is not there.
        """
        zone = zone_of(self._vault.clock)
        with self.store.together():
            record = self.store.get(record_id)
            plan = None if record is None else gentler(record.value.plan, self._today(now))
            if record is not None and plan is not None:
                changed = self.store.change(record_id, replace(record.value, plan=plan))
            else:
                changed = self.store.switch(record_id, on=False)
            self._keep(self.timetable(now).awake([record_id], now, zone))
        return changed

    def stay(self, ids: Collection[str], now: datetime) -> None:
        """Let reminders go on as they are: those that asked, and those that rest."""
        self._keep(self.timetable(now).awake(ids, now, zone_of(self._vault.clock)))

    def take_over(self, timetable: Timetable, now: datetime) -> None:
        """Keep what became of the reminders while the vault was locked and ``timetable`` stood in for it."""
        known = timetable.standings()
        present = self.timetable(now)
        slots = tuple(replace(slot, standing=known.get(slot.id, slot.standing)) for slot in present.slots)
        self._keep(replace(present, slots=slots))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _done(self, what: str, now: datetime) -> date | None:
        """The last day until now on which a thing was done."""
        if what not in DONE:
            return None
        return self._tally.newest_day(*DONE[what], until=self._today(now))

    def _today(self, now: datetime) -> date:
        local = now.astimezone(zone_of(self._vault.clock)).replace(tzinfo=None)
        return day_of(local, self._vault.day_start)

    def _standings(self) -> dict[str, Standing]:
        kept = self._vault.settings.get(STANDING_SETTING)
        return {str(key): _standing(value) for key, value in kept.items()} if isinstance(kept, dict) else {}

    def _keep(self, timetable: Timetable) -> None:
        """Keep what became of each; of reminders that are off, what is known stays; of others that went, it goes."""
        known, new = self._standings(), timetable.standings()
        every = {record.id for record in self.store.each()}
        kept = {key: standing for key, standing in {**known, **new}.items() if key in every and standing != Standing()}
        if kept != known:
            self._vault.settings.set(STANDING_SETTING, {key: _standing_json(one) for key, one in kept.items()})
            self._vault.changes.notify(REMINDERS.name)


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


def _standing_json(standing: Standing) -> dict[str, Any]:
    found: dict[str, Any] = {"ignored": standing.ignored, "asked": standing.asked}
    for name in ("handled", "shown", "snoozed"):
        moment: datetime | None = getattr(standing, name)
        found[name] = None if moment is None else moment.isoformat()
    return found


def _standing(data: Any) -> Standing:
    """What was kept, as far as it can be read: at the worst a reminder comes once more."""
    try:
        handled, shown, snoozed = (
            datetime.fromisoformat(data[name]) if data[name] else None for name in ("handled", "shown", "snoozed")
        )
        if snoozed is not None:
            snoozed = snoozed.astimezone(UTC)
        return Standing(handled, shown, snoozed, int(data["ignored"]), bool(data["asked"]))
    except (TypeError, KeyError, ValueError, OverflowError):
        return Standing()
