"""Reminders in the vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from attach_desktop.reminders.reminder import REMINDERS, Reminder
from attach_desktop.reminders.standings import Standings
from attach_desktop.reminders.timetable import Standing
from attach_desktop.vault.finding import FindingStore
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault

#: The name of the setting that says until when all reminders are paused.
PAUSED_SETTING = "reminders-paused-until"
WEEK = timedelta(days=7)


class ReminderStore(FindingStore[Reminder]):
    """The reminders that the person made, whether or not they are on."""

    def __init__(self, vault: Vault) -> None:
        """The reminders of ``vault``."""
        super().__init__(vault, REMINDERS)

    def add(self, value: Reminder, record_id: str | None = None) -> Stored[Reminder]:
        """Keep a new reminder, to come from now on. Raises InputRefusedError if ``record_id`` is in use."""
        with self.together():
            record = super().add(value, record_id)
            standings = Standings(self.vault)
            standings.keep({**standings.known(), record.id: Standing()})
        return record

    def everything(self) -> list[Stored[Reminder]]:
        """All of them, in the order in which they were made."""
        return list(self.each())

    def switch(self, record_id: str, *, on: bool) -> Stored[Reminder]:
        """Let a reminder come, or not. Raises InputRefusedError if it is not there."""
        value = self._must_get(record_id).value
        return self.change(record_id, replace(value, on=on, paused_until=None))

    def pause(self, record_id: str, until: datetime | None = None) -> Stored[Reminder]:
        """Nothing of it until a moment (aware; a week from now, if not given). Raises InputRefusedError."""
        value = self._must_get(record_id).value
        until = until or self.vault.clock.now() + WEEK
        return self.change(record_id, replace(value, paused_until=until.astimezone(UTC)))

    def resume(self, record_id: str) -> Stored[Reminder]:
        """End a pause. Raises InputRefusedError if the reminder is not there."""
        return self.change(record_id, replace(self._must_get(record_id).value, paused_until=None))

    @property
    def pause_end(self) -> datetime | None:
        """When (UTC) the last pause of all of them ends or has ended; None where there never was one."""
        text = self.vault.settings.get(PAUSED_SETTING)
        try:
            return datetime.fromisoformat(text).astimezone(UTC)
        except (TypeError, ValueError, OverflowError):  # not set, or not by this program
            return None

    @property
    def all_paused_until(self) -> datetime | None:
        """Until when (UTC) nothing at all comes; None where nothing is paused."""
        until = self.pause_end
        return until if until is not None and until > self.vault.clock.now() else None

    def pause_all(self, until: datetime | None = None) -> None:
        """Nothing at all until a moment (aware; a week from now, if not given)."""
        self._set_pause(until or self.vault.clock.now() + WEEK)

    def resume_all(self) -> None:
        """End the pause of all of them; what was planned in it does not come after all."""
        self._set_pause(self.vault.clock.now())

    def _set_pause(self, until: datetime) -> None:
        self.vault.settings.set(PAUSED_SETTING, until.astimezone(UTC).isoformat())
        self._notify()
