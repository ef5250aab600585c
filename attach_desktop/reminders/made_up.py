"""Fills an empty vault with a made-up person's reminders, the same for the same seed and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from attach_desktop.clock import Moment
from attach_desktop.reminders.offers import OFFERS, offered
from attach_desktop.reminders.plan import NIGHT, Plan
from attach_desktop.reminders.reminder import OWN, Reminder
from attach_desktop.reminders.store import ReminderStore
from attach_desktop.reminders.words import texts
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault

#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
_HOME = "Europe/Berlin"


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Write a handful of reminders, the last changed at ``end`` (aware), none without ``entries``.

    So nothing is due at once to somebody who looks around. The vault is expected to hold none. The same arguments give
    the same records, ids and times included, whatever the clock says. Returns how many were written: all or none.
    """
    identity = (str(seed), str(entries), f"{float(years):g}")
    chance = Random("\0".join(("reminders", *identity)))
    store = ReminderStore(vault)
    zone = ZoneInfo(_HOME)
    last = end.astimezone(zone).replace(microsecond=0)
    begin = last - min(timedelta(days=years * 365.25), timedelta(days=chance.randint(20, 60)))
    begin = min(begin.replace(hour=19, minute=chance.randrange(60)), last - timedelta(minutes=10))
    reminders = _reminders(chance, begin, last.astimezone(UTC)) if entries else []
    with store.together():
        for number, reminder in enumerate(reminders):
            record_id = derived_id("made up", store.kind.name, *identity, str(number))
            created = (reminder.noted.instant or begin).astimezone(UTC)
            store.put(Stored(record_id, reminder, created, last.astimezone(UTC)))
    if progress is not None:
        progress(1.0)
    return {store.kind.name: len(reminders)}


def _reminders(chance: Random, begin: datetime, end: datetime) -> list[Reminder]:
    """What offers gave, one of them paused, and something of the person's own that is off."""
    found: list[Reminder] = []
    for number, name in enumerate(OFFERS):
        noted = Moment.from_datetime(begin + timedelta(minutes=number), _HOME)
        found += offered(name, noted)
    chosen = chance.randrange(2)
    found[chosen] = replace(found[chosen], paused_until=end + timedelta(days=chance.randint(2, 6)))
    day = Moment.from_datetime(begin + timedelta(minutes=len(OFFERS)), _HOME)
    plan = Plan(rule="every", every=chance.randint(2, 5), begin=day.day, times=(time(9, 15),), quiet=NIGHT)
    text = chance.choice(texts()["made_up"])
    return [*found, Reminder(noted=day, what=OWN, text=text, own_words=True, plan=plan, on=False)]
