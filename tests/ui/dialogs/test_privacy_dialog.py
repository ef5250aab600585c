"""The privacy dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QSize

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.privacy_dialog import Discretion, PrivacyDialog, Ways
from attach_desktop.ui.dialogs.privacy_facts import look
from attach_desktop.vault.backups import Backups
from tests.support import FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, unnamed
from tests.ui.eyes import buttons, push, read
from tests.ui.hands import settle
from tests.ui.journal.entries import entry

Show = Callable[[PrivacyDialog], PrivacyDialog]


@pytest.fixture
def gone() -> list[str]:
    return []


def made(show: Show, vaults: Vaults, clock: FixedClock, gone: list[str], passphrase: str | None) -> PrivacyDialog:
    vault = vaults(passphrase=passphrase)
    JournalStore(vault).add(entry())
    backups = Backups.of(vault.path, clock)
    backups.make(vault)
    ways = Ways(*(partial(gone.append, name) for name in Ways._fields))
    return show(
        PrivacyDialog(look(vault, backups), vault.settings, ways, Discretion(False, lambda _: None, "Unheard."))
    )


@pytest.mark.parametrize("passphrase", [None, "correct horse"])
def test_it_tells_the_truth_about_this_vault(
    show: Show, vault_factory: Vaults, clock: FixedClock, gone: list[str], passphrase: str | None
) -> None:
    dialog = made(show, vault_factory, clock, gone, passphrase)
    words = " ".join(read(dialog)).replace("\u200b", "")
    assert ("Whoever knows the passphrase" in words) is (passphrase is not None)
    assert ("There is no passphrase." in words) is (passphrase is None)
    assert str(vault_factory.folder / "attach.vault") in words
    assert ("not encrypted" in words) is (passphrase is None)
    assert "The last backup is of 8 Nov 2026" in words
    assert "no network code" in words
    assert all(limit in words for limit in dialog.limits())
    assert unnamed(dialog) == []
    dialog.resize(QSize(760, 500))
    settle()
    assert clipped(dialog) == []


@pytest.mark.parametrize(
    ("passphrase", "name", "way"),
    [
        (None, "Set a passphrase …", "set_passphrase"),
        ("x", "Change the passphrase …", "change_passphrase"),
        ("x", "Remove it …", "remove_passphrase"),
        (None, "Backups …", "backups"),
        (None, "Hide", "hide"),
        ("x", "Lock now", "lock"),
        (None, "Delete for good …", "wipe"),
    ],
)
def test_it_leads_on(
    show: Show, vault_factory: Vaults, clock: FixedClock, gone: list[str], passphrase: str | None, name: str, way: str
) -> None:
    push(made(show, vault_factory, clock, gone, passphrase), name)
    assert gone == [way]


def test_without_a_passphrase_there_is_no_lock(
    show: Show, vault_factory: Vaults, clock: FixedClock, gone: list[str]
) -> None:
    assert "Lock now" not in buttons(made(show, vault_factory, clock, gone, None))
