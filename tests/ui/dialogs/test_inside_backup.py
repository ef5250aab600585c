"""What is in a backup, to look at: all of it, and nothing that could be changed; what was looked at is let go of."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop import demo
from attach_desktop.errors import StorageError
from attach_desktop.journal.store import JournalStore
from attach_desktop.rooms import KINDS, title_of
from attach_desktop.ui.dialogs.backups_dialog import BackupsDialog
from attach_desktop.ui.dialogs.inside_backup import InsideDialog
from attach_desktop.ui.finding.found_model import ROW
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, free_closed, heard, reachable, settle, unnamed
from tests.ui.eyes import read
from tests.ui.hands import settle as wait
from tests.ui.journal.entries import entry
from tests.ui.programs import RIGHT, Programs, lock, open_dialog

Look = Callable[[Vault], InsideDialog]


@pytest.fixture
def look(show: Callable[[InsideDialog], InsideDialog], clock: FixedClock, theme: Theme) -> Look:
    """Backs a vault up, and looks into that."""

    def opened(vault: Vault) -> InsideDialog:
        made = Backups.of(vault.path, clock).make(vault)
        inside = Vault.look(made.backup.path, clock, vault.connection.key)
        return show(InsideDialog(inside, made.backup, made.contents, theme))

    return opened


@pytest.fixture
def full(vault: Vault) -> Vault:
    """Records of every kind, and three in the bin."""
    demo.fill(vault, 400, 1, 3, NOW)
    store = JournalStore(vault)
    store.bin([record.id for record in store.newest(3)])
    return vault


def lists(dialog: InsideDialog) -> list[str]:
    return [dialog.choice.itemText(index) for index in range(dialog.choice.count())]


def listed(dialog: InsideDialog) -> int:
    """How many records the list has, once it has been gone through from the top to the bottom."""
    assert dialog.panel is not None
    dialog.panel.model.count_days()
    rows = (dialog.panel.model.index(row, 0).data(ROW) for row in range(dialog.panel.model.rowCount()))
    return sum(isinstance(row, Stored) for row in rows)


def test_every_list_is_there_with_all_of_its_records(look: Look, full: Vault) -> None:
    dialog = look(full)
    counts = {kind.name: RecordStore(full, kind).count() for kind in KINDS}
    assert lists(dialog) == [*(f"{title_of(kind.name)} ({counts[kind.name]:,})" for kind in KINDS), "In the bin (3)"]
    assert counts["journal"] > 200
    for index, kind in enumerate(KINDS):
        dialog.choice.setCurrentIndex(index)
        settle()
        assert listed(dialog) == counts[kind.name], kind.name
        assert dialog.reading.toPlainText().strip(), kind.name
        assert not dialog.trouble.isVisible()
        assert clipped(dialog) == []
        assert unnamed(dialog) == []


def test_a_record_is_read_with_what_it_said_before(look: Look, vault: Vault) -> None:
    store = JournalStore(vault)
    record = store.add(entry(note="before *it* was changed"))
    store.change(record.id, entry(note="after\n\n<img src='/etc/passwd'>", mood=4))
    dialog = look(vault)
    text = dialog.reading.toPlainText()
    assert "after" in text
    assert "<img src='/etc/passwd'>" in text
    assert "Mood: 4 of 5" in text
    assert "Until 8 Nov 2026" in text
    assert text.index("after") < text.index("before it was changed")
    assert heard(dialog.reading) == "What is selected"


def test_the_bin_of_the_backup_can_be_read(look: Look, full: Vault) -> None:
    dialog = look(full)
    dialog.choice.setCurrentIndex(dialog.choice.count() - 1)
    settle()
    assert dialog.bin_model.rowCount() == 3
    first = dialog.reading.toPlainText()
    assert first.strip()
    QTest.keyClick(dialog.binned, Qt.Key.Key_Down)
    assert dialog.reading.toPlainText() != first
    # Another list holds nothing of it.
    dialog.choice.setCurrentIndex(0)
    assert dialog.bin_model.rowCount() == 0


def test_it_is_searched_and_what_is_read_goes_with_the_list(look: Look, vault: Vault) -> None:
    store = JournalStore(vault)
    for number in range(80):
        store.add(entry(number, note="heliotrope" if number == 70 else "other"))
    dialog = look(vault)
    assert dialog.panel is not None
    assert "other" in dialog.reading.toPlainText()
    dialog.panel.search.setFocus()
    QTest.keyClicks(dialog.panel.search, "heliotr")
    assert dialog.reading.toPlainText() == ""
    QTest.keyClick(dialog.panel.search, Qt.Key.Key_Down)
    assert "heliotrope" in dialog.reading.toPlainText()
    assert "1 record" in " ".join(read(dialog))
    # Escape empties the search first.
    dialog.panel.search.setFocus()
    QTest.keyClick(dialog.panel.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_everything_is_reached_by_keyboard_in_the_order_of_the_eye(look: Look, full: Vault) -> None:
    dialog = look(full)
    panel = dialog.panel
    assert panel is not None
    assert panel.table.hasFocus()
    ways = reachable(dialog)
    at = [ways.index(one) for one in (dialog.choice, panel.search, panel.table, dialog.reading)]
    turned = [(one - at[0]) % len(ways) for one in at]
    assert turned == sorted(turned)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert dialog.reading.hasFocus()
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    free_closed()
    assert not isValid(dialog)


def test_keys_that_change_things_elsewhere_change_nothing_here(look: Look, full: Vault) -> None:
    dialog = look(full)
    assert dialog.panel is not None
    before = listed(dialog)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_E):
        QTest.keyClick(dialog.panel.table, key)
    assert listed(dialog) == before
    with pytest.raises(StorageError):
        JournalStore(dialog.vault).add(entry(note="no"))


def test_little_of_a_long_list_is_in_memory(look: Look, vault: Vault) -> None:
    store = JournalStore(vault)
    with store.together():
        for number in range(3000):
            store.add(entry(number * 12, note=f"Entry {number}"))
    dialog = look(vault)
    assert dialog.panel is not None
    dialog.panel.model.count_days()
    model = dialog.panel.model
    for row in range(0, model.rowCount(), 20):
        dialog.panel.table.scrollTo(model.index(row, 0))
        model.index(row, 0).data(ROW)
    assert listed(dialog) == 3000
    assert sum(len(records) for records in model._records.values()) < 1500


def test_an_empty_backup_says_so(look: Look, vault: Vault) -> None:
    dialog = look(vault)
    assert lists(dialog) == []
    assert "0 records" in " ".join(read(dialog))
    assert not dialog.reading.isVisible()
    assert clipped(dialog) == []


def test_what_was_looked_at_is_closed_and_cleared_at_once(look: Look, full: Vault) -> None:
    dialog = look(full)
    assert dialog.panel is not None
    model, text = dialog.panel.model, dialog.reading.document()
    dialog.reject()
    assert model.rowCount() == 0
    assert text.isEmpty()
    assert dialog.vault._closed


@pytest.mark.parametrize("name", ["people", "reminders"])
def test_a_list_that_cannot_be_read_is_told_and_the_others_go_on(look: Look, full: Vault, name: str) -> None:
    number = next(kind.number for kind in KINDS if kind.name == name)
    full.connection.run("UPDATE record SET data = '{}' WHERE place >> 57 = ?", (number,))
    dialog = look(full)
    dialog.choice.setCurrentIndex(next(at for at, kind in enumerate(KINDS) if kind.name == name))
    settle()
    assert dialog.trouble.isVisible()
    dialog.choice.setCurrentIndex(0)
    settle()
    assert not dialog.trouble.isVisible()
    assert listed(dialog) > 200


def test_locking_closes_it_with_the_encrypted_backup_behind_it(
    programs: Programs, vault_factory: Vaults, qtbot: QtBot
) -> None:
    program = programs(RIGHT, lambda: RIGHT, lambda vault: JournalStore(vault).add(entry(note="heliotrope")))
    assert program.vault is not None
    program.door.backups.make(program.vault)
    program.open_backups()
    dialog = open_dialog(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    dialog.inside_button.click()
    qtbot.waitUntil(
        lambda: any(type(one) is InsideDialog and one.isVisible() for one in QApplication.topLevelWidgets())
    )
    inside = open_dialog(InsideDialog)
    assert isinstance(inside, InsideDialog)
    assert "heliotrope" in inside.reading.toPlainText()
    looked = weakref.ref(inside.vault)
    lock(program)
    free_closed()
    wait()
    assert not isValid(inside)
    del inside, dialog
    gc.collect()
    assert looked() is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not program.window] == []
