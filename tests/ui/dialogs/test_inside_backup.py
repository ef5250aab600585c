"""What is in a backup, to look at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.backups_work import look_inside
from attach_desktop.ui.dialogs.inside_backup import InsideDialog
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.dialogs.driving import clipped, unnamed
from tests.ui.eyes import read
from tests.ui.journal.entries import entry


@pytest.mark.parametrize("notes", [(), ("one",), ("one", "two")])
def test_it_says_how_much_and_lists_the_newest(
    show: Callable[[InsideDialog], InsideDialog], vault: Vault, clock: FixedClock, notes: tuple[str, ...]
) -> None:
    store = JournalStore(vault)
    for note in notes:
        store.add(entry(note=note))
    backup = Backups.of(vault.path, clock).make(vault).backup
    dialog = show(InsideDialog(backup, look_inside(backup, None, clock)))
    words = " ".join(read(dialog))
    assert f"{len(notes)} record" in words
    assert dialog.list.count() == len(notes)
    assert dialog.list.isVisible() is bool(notes)
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
