from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.made_up import fill
from attach_desktop.reminders.store import ReminderStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults


def test_the_same_seed_gives_the_same_reminders_whatever_the_clock_says(vault_factory: Vaults) -> None:
    one = vault_factory("one.vault")
    other = vault_factory("other.vault", clock=FixedClock(NOW + timedelta(days=400)))
    counts = fill(one, 300, 2, 7, NOW)
    assert counts == fill(other, 300, 2.0, 7, NOW)
    made = ReminderStore(one).everything()
    assert made == ReminderStore(other).everything()
    assert counts == {"reminders": len(made)}


def test_there_is_something_of_everything_to_look_at(vault: Vault) -> None:
    fill(vault, 300, 2, 7, NOW)
    made = [record.value for record in ReminderStore(vault).everything()]
    assert {one.plan.rule for one in made} >= {"daily", "weekdays", "monthly", "random", "every"}
    assert any(one.paused_until for one in made)
    assert any(not one.on for one in made)
    assert any(one.text for one in made)


def test_nothing_is_due_at_once_and_something_soon(vault: Vault, clock: FixedClock) -> None:
    fill(vault, 300, 2, 7, NOW)
    agenda = Agenda(vault)
    assert agenda.due(clock.now()) is None
    assert agenda.coming(clock.now(), 1)
    clock.advance(timedelta(days=8))
    assert agenda.due(clock.now()) is not None


@pytest.mark.parametrize(("entries", "years", "any_"), [(0, 3.0, False), (10, 0.001, True), (1, 100.0, True)])
def test_little_or_nothing(vault: Vault, entries: int, years: float, any_: bool) -> None:
    told: list[float] = []
    counts = fill(vault, entries, years, 7, NOW, told.append)
    assert bool(counts["reminders"]) is any_
    assert told[-1] == 1.0
