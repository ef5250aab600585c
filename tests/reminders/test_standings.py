from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from attach_desktop.reminders.standings import STANDING_SETTING, Standings
from attach_desktop.reminders.timetable import Standing
from attach_desktop.vault.vault import Vault
from tests.support import Vaults

SOME = {
    "a": Standing(),
    "b": Standing(datetime(2026, 11, 8, 20), datetime(2026, 11, 9, 20), datetime(2026, 11, 9, 21, tzinfo=UTC), 2, True),
}


def test_they_are_there_for_whoever_opens_the_vault_next(vault: Vault, vault_factory: Vaults) -> None:
    told: list[str] = []
    vault.changes.subscribe("reminders", lambda: told.append("reminders"))
    standings = Standings(vault)
    assert standings.known() == {}
    assert standings.keep(SOME)
    assert not standings.keep(SOME)
    assert Standings(vault_factory()).known() == SOME
    assert told == []
    standings.tell()
    assert told == ["reminders"]
    assert standings.keep({})
    assert standings.known() == {}


@pytest.mark.parametrize(
    "kept",
    [
        3,
        None,
        {},
        {"handled": "soon", "shown": None, "snoozed": None, "ignored": 0, "asked": False},
        {"handled": 3, "shown": None, "snoozed": None, "ignored": 0, "asked": False},
        {"handled": None, "shown": None, "snoozed": None, "ignored": "often", "asked": False},
    ],
)
def test_what_cannot_be_read_is_as_if_nothing_had_happened(vault: Vault, kept: Any) -> None:
    vault.settings.set(STANDING_SETTING, {"a": kept})
    assert Standings(vault).known() == {"a": Standing()}
