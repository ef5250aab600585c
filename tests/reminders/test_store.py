from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from attach_desktop.errors import InputRefusedError
from attach_desktop.reminders.store import PAUSED_SETTING, ReminderStore
from attach_desktop.vault.vault import Vault
from tests.reminders.plans import reminder
from tests.support import FixedClock, Vaults


def test_reminders_are_kept_in_the_order_in_which_they_were_made(vault: Vault, vault_factory: Vaults) -> None:
    store = ReminderStore(vault)
    made = [store.add(reminder("08:00")), store.add(reminder("21:00", what="gratitude"))]
    assert ReminderStore(vault_factory()).everything() == made


def test_a_reminder_is_switched_off_and_on(vault: Vault) -> None:
    store = ReminderStore(vault)
    made = store.add(reminder())
    store.pause(made.id)
    assert store.switch(made.id, on=False).value.on is False
    back = store.switch(made.id, on=True).value
    assert (back.on, back.paused_until) == (True, None)


def test_a_pause_lasts_a_week_unless_said_otherwise(vault: Vault, clock: FixedClock) -> None:
    store = ReminderStore(vault)
    made = store.add(reminder())
    assert store.pause(made.id).value.paused_until == clock.now() + timedelta(days=7)
    until = datetime(2026, 12, 24, 8, tzinfo=UTC)
    assert store.pause(made.id, until).value.paused_until == until
    assert store.resume(made.id).value.paused_until is None


def test_what_is_not_there_cannot_be_paused(vault: Vault) -> None:
    store = ReminderStore(vault)
    for act in (store.pause, store.resume, lambda record_id: store.switch(record_id, on=True)):
        with pytest.raises(InputRefusedError):
            act("none")


def test_everything_is_paused_for_a_while(vault: Vault, clock: FixedClock) -> None:
    store = ReminderStore(vault)
    told: list[str] = []
    vault.changes.subscribe("reminders", lambda: told.append("reminders"))
    assert store.all_paused_until is None
    store.pause_all()
    assert store.all_paused_until == clock.now() + timedelta(days=7)
    clock.advance(timedelta(days=7))
    assert store.all_paused_until is None
    store.pause_all(clock.now() + timedelta(hours=1))
    store.resume_all()
    assert (store.all_paused_until, store.pause_end) == (None, clock.now())
    assert told == ["reminders"] * 3


@pytest.mark.parametrize("kept", [None, 3, "soon", [], "0001-01-01T00:00:00+14:00"])
def test_a_setting_that_says_nothing_pauses_nothing(vault: Vault, kept: object) -> None:
    vault.settings.set(PAUSED_SETTING, kept)
    assert ReminderStore(vault).all_paused_until is None
