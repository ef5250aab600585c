"""The work behind the backups dialog."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

import pytest

from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs import backups_work
from attach_desktop.ui.dialogs.backups_model import DAMAGED, LOCKED
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.ui.journal.entries import entry


@pytest.fixture
def backups(vault: Vault, clock: FixedClock) -> Backups:
    JournalStore(vault).add(entry(note="one"))
    made = Backups.of(vault.path, clock)
    made.make(vault)
    return made


def progress(*, cancelled: bool = False) -> Progress:
    flag = Event()
    if cancelled:
        flag.set()
    return Progress(flag, lambda done, total: None)


def test_each_is_counted_or_why_not(backups: Backups, vault: Vault, clock: FixedClock, vault_factory: Vaults) -> None:
    clock.advance(timedelta(days=1))
    locked = backups.make(vault_factory("locked.vault", passphrase="x")).backup  # noqa: S106
    clock.advance(timedelta(days=1))
    broken = backups.make(vault).backup
    broken.path.write_bytes(broken.path.read_bytes()[:100] + bytes(9000))
    told: dict[str, int] = {}
    backups_work.count_all(backups, backups.each(), None, progress(), told.__setitem__)
    assert told[locked.name] == LOCKED
    assert told[broken.name] == DAMAGED
    assert sorted(told.values())[-1] == 1


def test_counting_ends_when_it_is_called_off(backups: Backups, vault: Vault, clock: FixedClock) -> None:
    clock.advance(timedelta(days=1))
    backups.make(vault)
    told: dict[str, int] = {}
    backups_work.count_all(backups, backups.each(), None, progress(cancelled=True), told.__setitem__)
    assert len(told) == 1


def test_making_one_can_be_called_off(backups: Backups, vault: Vault) -> None:
    with pytest.raises(Cancelled):
        backups_work.make(backups, vault, progress(cancelled=True))
    assert len(list(backups.folder.iterdir())) == 1
