"""What the File menu offers around the vault, from the click to the file on disk."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.backups_dialog import BackupsDialog
from attach_desktop.ui.dialogs.bin_dialog import BinDialog
from attach_desktop.ui.dialogs.passphrase import PassphraseDialog
from attach_desktop.ui.dialogs.plain_backups import PlainBackupsDialog
from attach_desktop.ui.dialogs.privacy_dialog import PrivacyDialog
from attach_desktop.ui.dialogs.recovery_code import RecoveryDialog
from attach_desktop.ui.dialogs.wipe_dialog import What, WipedDialog, WipeDialog
from attach_desktop.ui.locking.choices import Step
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.work_page import WorkPage
from attach_desktop.ui.program import Program
from attach_desktop.vault import remembered
from attach_desktop.vault.key import Key
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS
from tests.ui.dialogs.driving import free_closed
from tests.ui.eyes import push
from tests.ui.hands import settle
from tests.ui.journal.entries import entry
from tests.ui.programs import RIGHT, Programs, lock, open_dialog, unlock, unlock_page
from tests.vault.test_remembered import Store, store

__all__ = ["store"]

NEW = "a lamp over the northern door"
MARKER = "heliotrope"


def fill(vault: Vault) -> None:
    JournalStore(vault).add(entry(note=MARKER))


def decide(program: Program, step: Step, qtbot: QtBot, new: str = NEW) -> None:
    program.open_passphrase(step)
    dialog = open_dialog(PassphraseDialog)
    assert isinstance(dialog, PassphraseDialog)
    dialog.present.setText(RIGHT)
    dialog.first.setText(new)
    dialog.second.setText(new)
    with qtbot.waitSignal(program.unlocked):
        dialog.go.click()
    settle()


def test_a_passphrase_is_set_the_code_shown_and_the_old_backups_offered(programs: Programs, qtbot: QtBot) -> None:
    program = programs(None, fill=fill)
    decide(program, Step.SET, qtbot)
    assert program.can_lock
    assert MARKER.encode() not in program.door.path.read_bytes()
    code = open_dialog(RecoveryDialog)
    assert isinstance(code, RecoveryDialog)
    shown = " ".join(code.lines())
    code.reject()
    plain = open_dialog(PlainBackupsDialog)
    assert isinstance(plain, PlainBackupsDialog)
    assert len(program.door.backups.plain()) == 1
    plain.delete.click()
    free_closed()
    assert program.door.backups.plain() == []
    for typed in (NEW, shown):
        lock(program)
        unlock(program, qtbot, typed)
    assert program.vault is not None
    assert [record.value.note for record in JournalStore(program.vault).each()] == [MARKER]


def test_it_is_changed_and_the_former_one_opens_nothing(programs: Programs, qtbot: QtBot) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    decide(program, Step.CHANGE, qtbot)
    open_dialog(RecoveryDialog).reject()
    settle()
    lock(program)
    unlock(program, qtbot, NEW)
    assert program.vault is not None
    assert JournalStore(program.vault).count() == 1


def test_it_is_removed(programs: Programs, qtbot: QtBot) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    decide(program, Step.REMOVE, qtbot)
    assert not program.can_lock
    assert "The passphrase is gone" in program.window.status.text()
    assert program.door.path.read_bytes().startswith(b"SQLite format 3\0")


def test_where_somebody_else_has_it_open_it_stays_as_it_was(programs: Programs, qtbot: QtBot) -> None:
    program = programs(None, fill=fill)
    other = program.door.open(None)
    decide(program, Step.SET, qtbot)
    assert program.window.is_open
    assert not program.can_lock
    assert program.window.status.text()
    assert JournalStore(other).count() == 1
    other.close()


@pytest.mark.parametrize("passphrase", [None, RIGHT])
def test_going_back_to_a_backup_keeps_what_is_there(programs: Programs, qtbot: QtBot, passphrase: str | None) -> None:
    program = programs(passphrase, ask=None if passphrase is None else lambda: RIGHT, fill=fill)
    vault = program.vault
    assert vault is not None
    program.door.backups.make(vault)
    JournalStore(vault).add(entry(note="written afterwards"))
    before = set(program.door.path.parent.glob("*.vault"))
    dialog = backups_of(program)
    dialog.restore_button.click()
    with qtbot.waitSignal(program.unlocked):
        dialog.restore_now.click()
    settle()
    assert program.vault is not None
    assert [record.value.note for record in JournalStore(program.vault).each()] == [MARKER]
    assert "Everything is as it was on" in program.window.status.text()
    [kept] = set(program.door.path.parent.glob("*.vault")) - before
    old = Door(kept, program.door.clock, CHEAP_COSTS).open(None if passphrase is None else lambda: RIGHT)
    assert JournalStore(old).count() == 2
    old.close()


def backups_of(program: Program) -> BackupsDialog:
    program.open_backups()
    dialog = open_dialog(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    return dialog


def no_more_unknown(dialog: BackupsDialog) -> bool:
    return dialog.model.unknown() == []


def test_a_backup_of_a_former_passphrase_is_opened_with_that(programs: Programs, qtbot: QtBot) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    decide(program, Step.CHANGE, qtbot)
    open_dialog(RecoveryDialog).reject()
    settle()
    for typed, said in (("wrong", "does not open"), (RIGHT, "Everything is as it was on")):
        dialog = backups_of(program)
        qtbot.waitUntil(partial(no_more_unknown, dialog))
        dialog.restore_button.click()
        dialog.passphrase.setText(typed)
        with qtbot.waitSignal(program.unlocked):
            dialog.restore_now.click()
        settle()
        assert said in program.window.status.text()
    lock(program)
    unlock(program, qtbot, RIGHT)


def test_privacy_leads_to_deleting_everything_and_one_begins_anew(programs: Programs, qtbot: QtBot) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    program.open_privacy()
    push(open_dialog(PrivacyDialog), "Delete for good …")
    dialog = open_dialog(WipeDialog)
    assert isinstance(dialog, WipeDialog)
    dialog.choose(What.EVERYTHING)
    dialog.backups.click()
    dialog.word.setText("delete")
    with qtbot.waitSignal(program.unlocked):
        dialog.go.click()
    settle()
    assert open_dialog(WipedDialog).isVisible()
    assert program.vault is not None
    assert program.vault.empty
    assert not program.vault.encrypted


def test_locking_beside_the_recovery_code_shows_nothing_more(programs: Programs, qtbot: QtBot) -> None:
    program = programs(None, fill=fill)
    decide(program, Step.SET, qtbot)
    assert open_dialog(RecoveryDialog).isVisible()
    assert program.door.backups.plain()
    lock(program)
    settle()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not program.window] == []


def binned(vault: Vault) -> None:
    """Two records in the bin; the older one has the word."""
    store = JournalStore(vault)
    for note in (MARKER, "the other"):
        record = store.add(entry(note=note))
        store.bin([record.id])


def bin_of(program: Program) -> BinDialog:
    program.open_bin()
    dialog = open_dialog(BinDialog)
    assert isinstance(dialog, BinDialog)
    return dialog


@pytest.mark.parametrize("passphrase", [None, RIGHT], ids=["plain", "encrypted"])
def test_one_record_is_deleted_for_good_from_the_bin_backups_too(
    programs: Programs, qtbot: QtBot, passphrase: str | None
) -> None:
    program = programs(passphrase, None if passphrase is None else lambda: RIGHT, binned)
    assert program.vault is not None
    program.door.backups.make(program.vault)
    dialog = bin_of(program)
    where = next(index for row in range(2) if MARKER in str((index := dialog.model.index(row, 0)).data()))
    dialog.table.choose(where.row())
    dialog.wipe_button.click()
    dialog.backups.click()
    with qtbot.waitSignal(program.unlocked):
        dialog.wipe_now.click()
    told = open_dialog(WipedDialog)
    words = " ".join(label.text() for label in told.findChildren(QLabel))
    assert "Records deleted: 1." in words
    assert "A disk may still hold" in words
    if passphrase is None:
        files = [file for file in program.door.path.parent.rglob("*") if file.is_file()]
        assert not any(MARKER.encode() in file.read_bytes() for file in files)
    # Back to the other one, which is still there.
    push(told, "Close")
    again = open_dialog(BinDialog)
    assert isinstance(again, BinDialog)
    assert again.model.rowCount() == 1
    again.empty_button.click()
    with qtbot.waitSignal(program.unlocked):
        again.wipe_now.click()
    settle()
    assert program.vault.empty
    push(open_dialog(WipedDialog), "Close")
    settle()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, BinDialog) and one.isVisible()]


def test_locking_beside_what_was_told_opens_no_bin(programs: Programs, qtbot: QtBot) -> None:
    program = programs(RIGHT, lambda: RIGHT, binned)
    dialog = bin_of(program)
    dialog.wipe_button.click()
    with qtbot.waitSignal(program.unlocked):
        dialog.wipe_now.click()
    assert open_dialog(WipedDialog).isVisible()
    lock(program)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not program.window] == []


def test_what_cannot_be_called_off_offers_no_way_to(programs: Programs) -> None:
    program = programs(None, fill=binned)
    dialog = bin_of(program)
    dialog.empty_button.click()
    dialog.wipe_now.click()
    page = program.window.shown
    assert isinstance(page, WorkPage)
    assert page.findChildren(QPushButton) == []


def test_being_discreet_is_known_before_the_vault_is_open(programs: Programs) -> None:
    program = programs(ask=lambda: RIGHT)
    program.set_discreet(True)
    assert program.window.windowTitle() == "Notes"
    lock(program)
    assert program.window.windowTitle() == "Notes"
    again = programs.start(program.door)
    assert again.window.windowTitle() == "Notes"
    program.set_discreet(False)
    assert program.window.windowTitle() == "Attach"
    assert not again.discreet


def test_a_page_can_offer_to_set_a_passphrase(programs: Programs) -> None:
    program = programs(None)
    program.window.protect()
    assert open_dialog(PassphraseDialog).windowTitle() == "Set a passphrase"


def test_the_key_store_opens_it_at_the_start_and_never_after_a_lock(
    programs: Programs, qtbot: QtBot, store: Store
) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    program.open_privacy()
    dialog = open_dialog(PrivacyDialog)
    assert isinstance(dialog, PrivacyDialog)
    assert not dialog.remember.isChecked()
    dialog.remember.click()
    dialog.reject()
    lock(program)
    assert unlock_page(program).field.isEnabled()
    assert program.vault is None
    again = programs.start(program.door)
    qtbot.waitUntil(lambda: again.vault is not None)
    again.open_privacy()
    dialog = open_dialog(PrivacyDialog)
    assert isinstance(dialog, PrivacyDialog)
    dialog.remember.click()
    assert store.kept == {}


def test_a_key_store_that_remembers_a_former_key_leads_to_the_passphrase(
    programs: Programs, qtbot: QtBot, store: Store
) -> None:
    program = programs(fill=fill)
    remembered.remember(program.door.path, Key(bytes(32), bytes(16)))
    again = programs.start(program.door)
    qtbot.waitUntil(lambda: not unlock_page(again).field.isReadOnly())
    assert again.vault is None
    assert not unlock_page(again).trouble.isVisible()
    unlock(again, qtbot)


def test_a_changed_passphrase_is_remembered_anew(programs: Programs, qtbot: QtBot, store: Store) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    assert program.vault is not None
    key = program.vault.connection.key
    assert key is not None
    remembered.remember(program.door.path, key)
    before = dict(store.kept)
    decide(program, Step.CHANGE, qtbot)
    open_dialog(RecoveryDialog).reject()
    assert len(store.kept) == 1
    assert store.kept != before
    opened = program.door.open_remembered()
    assert opened is not None
    opened.close()
