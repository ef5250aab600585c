"""A locked vault and somebody who knows its passphrase."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.locking.door import Door
from attach_desktop.vault.vault import Ask, Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults

RIGHT = "correct horse"


class Noted(Door):
    """Opens one locked vault, and remembers what it opened and in which thread."""

    def __init__(self, path: Path, clock: FixedClock) -> None:
        super().__init__(path, clock, CHEAP_COSTS)
        self.opened: list[Vault] = []
        self.threads: set[str] = set()

    def open(self, ask: Ask | None) -> Vault:
        self.threads.add(threading.current_thread().name)
        vault = super().open(ask)
        self.opened.append(vault)
        return vault


@pytest.fixture
def door(vault_factory: Vaults, clock: FixedClock) -> Iterator[Noted]:
    vault = vault_factory("locked.vault", passphrase=RIGHT)
    JournalStore(vault).add(Entry(at=Moment.now(clock), note="behind a lock"))
    made = Noted(vault.path, clock)
    yield made
    for each in made.opened:
        each.close()
