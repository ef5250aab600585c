"""Backups from before the passphrase."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.plain_backups import PlainBackupsDialog
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.dialogs.driving import clipped, unnamed
from tests.ui.journal.entries import entry

Show = Callable[[PlainBackupsDialog], PlainBackupsDialog]


@pytest.fixture
def backups(vault: Vault, clock: FixedClock) -> Backups:
    JournalStore(vault).add(entry())
    made = Backups.of(vault.path, clock)
    made.make(vault)
    return made


@pytest.mark.parametrize("delete", [True, False])
def test_they_are_deleted_only_if_one_says_so(show: Show, backups: Backups, delete: bool) -> None:
    dialog = show(PlainBackupsDialog(backups, backups.plain()))
    assert dialog.keep.hasFocus()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    (dialog.delete if delete else dialog.keep).click()
    assert len(backups.plain()) == (0 if delete else 1)
    assert not dialog.isVisible()
