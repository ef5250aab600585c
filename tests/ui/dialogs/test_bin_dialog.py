"""The bin: bringing back, emptying after a question, honest emptiness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from attach_desktop import demo
from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.rooms import KINDS, title_of
from attach_desktop.ui.dialogs.bin_dialog import BinDialog
from attach_desktop.ui.dialogs.wipe_dialog import Wanted, What
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, free_closed, heard, reachable, settle, unnamed

Show = Callable[[BinDialog], BinDialog]


def _bin(store: JournalStore, clock: FixedClock, count: int) -> list[str]:
    """So many entries in the bin; the ids, the last deleted first."""
    ids = []
    for number in range(count):
        clock.advance(timedelta(minutes=1))
        record = store.add(Entry(at=Moment.now(clock), mood=3, note=f"Entry {number}"))
        store.bin([record.id])
        ids.append(record.id)
    return ids[::-1]


@pytest.fixture
def open_bin(show: Show, store: JournalStore, vocabulary: Vocabulary) -> Callable[[], BinDialog]:
    return lambda: show(BinDialog(store.vault, vocabulary))


OpenBin = Callable[[], BinDialog]


def test_an_empty_bin_says_what_it_is_for(open_bin: OpenBin) -> None:
    dialog = open_bin()
    assert not dialog.table.isVisible()
    assert not dialog.restore_button.isVisible()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_what_was_deleted_is_listed_the_last_first(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    ids = _bin(store, clock, 3)
    dialog = open_bin()
    assert [dialog.model.id_at(row) for row in range(dialog.model.rowCount())] == ids
    assert dialog.table.hasFocus()
    assert heard(dialog.table) == "Deleted records"


def test_enter_restores_the_selected_one(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    ids = _bin(store, clock, 3)
    dialog = open_bin()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert [record.id for record in store.newest(5)] == [ids[1]]
    assert dialog.said.text() == "1 record is back in its place."
    assert dialog.model.rowCount() == 2
    assert dialog.table.hasFocus()
    assert dialog.table.selectionModel().hasSelection()


def test_all_can_be_restored_at_once(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    _bin(store, clock, 3)
    told: list[int] = []
    store.vault.changes.subscribe("journal", lambda: told.append(1))
    dialog = open_bin()
    dialog.table.selectAll()
    dialog.restore_button.click()
    assert (store.count(), len(told)) == (3, 1)
    assert dialog.said.text() == "3 records are back in their places."
    assert not dialog.table.isVisible()


def test_restore_needs_a_selection(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    _bin(store, clock, 1)
    dialog = open_bin()
    dialog.table.clearSelection()
    assert not dialog.restore_button.isEnabled()
    dialog.restore_selected()
    assert store.count() == 0


def words_of(dialog: BinDialog) -> str:
    """What the question says."""
    return " ".join(label.text() for label in dialog.question.findChildren(type(dialog.said)))


@pytest.fixture
def wiped() -> list[Wanted]:
    """What was decided to go for good."""
    return []


@pytest.fixture
def deciding(open_bin: OpenBin, wiped: list[Wanted]) -> OpenBin:
    def opened() -> BinDialog:
        dialog = open_bin()
        dialog.wipe_asked.connect(wiped.append)
        return dialog

    return opened


def test_emptying_asks_once_in_place(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    _bin(store, clock, 2)
    dialog = open_bin()
    dialog.empty_button.click()
    settle()
    assert dialog.question.isVisible()
    assert "2 records" in words_of(dialog)
    assert "former versions" in words_of(dialog)
    assert clipped(dialog) == []
    # Enter keeps them: the way back has the focus, and beside it only the backups and the verb can be reached.
    keep, verb, backups = reachable(dialog)
    assert keep.hasFocus()
    assert verb is dialog.wipe_now
    assert backups is dialog.backups
    QTest.keyClick(keep, Qt.Key.Key_Return)
    assert not dialog.question.isVisible()
    assert len(store.binned()) == 2


@pytest.mark.parametrize("backups", [False, True])
def test_the_verb_has_all_of_it_deleted(
    deciding: OpenBin, wiped: list[Wanted], store: JournalStore, clock: FixedClock, backups: bool
) -> None:
    _bin(store, clock, 2)
    dialog = deciding()
    dialog.empty_button.click()
    dialog.backups.setChecked(backups)
    dialog.wipe_now.click()
    assert wiped == [Wanted(What.BIN, backups=backups)]
    assert not dialog.isVisible()


def test_what_is_selected_is_deleted_after_a_question(
    deciding: OpenBin, wiped: list[Wanted], store: JournalStore, clock: FixedClock
) -> None:
    ids = _bin(store, clock, 3)
    dialog = deciding()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert "1 record will" in words_of(dialog)
    assert clipped(dialog) == []
    # Escape keeps it.
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert wiped == []
    assert dialog.table.hasFocus()
    dialog.table.selectAll()
    dialog.wipe_button.click()
    assert "3 records will" in words_of(dialog)
    dialog.wipe_now.click()
    assert wiped == [Wanted(What.RECORDS, ids=tuple(ids))]


def test_the_backups_are_asked_about_anew_and_only_where_there_are_any(
    show: Show, store: JournalStore, vocabulary: Vocabulary, clock: FixedClock
) -> None:
    _bin(store, clock, 1)
    dialog = show(BinDialog(store.vault, vocabulary))
    dialog.wipe_button.click()
    dialog.backups.setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.empty_button.click()
    assert dialog.backups.isVisible()
    assert not dialog.backups.isChecked()
    without = show(BinDialog(store.vault, vocabulary, has_backups=False))
    without.wipe_button.click()
    assert not without.backups.isVisible()


def test_deleting_for_good_needs_a_selection(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    _bin(store, clock, 1)
    dialog = open_bin()
    dialog.table.clearSelection()
    assert not dialog.wipe_button.isEnabled()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert not dialog.question.isVisible()


def test_former_versions_alone_can_be_deleted_too(deciding: OpenBin, wiped: list[Wanted]) -> None:
    dialog = deciding()
    assert dialog.empty_button.text() == "Delete former versions …"
    assert not dialog.wipe_button.isVisible()
    dialog.empty_button.click()
    assert words_of(dialog).startswith("The former versions")
    assert clipped(dialog) == []
    dialog.wipe_now.click()
    assert wiped == [Wanted(What.BIN)]


def test_escape_leaves_the_question_then_the_dialog(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    _bin(store, clock, 1)
    dialog = open_bin()
    dialog.empty_button.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.question.isVisible()
    assert dialog.table.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    free_closed()
    assert not isValid(dialog)
    assert len(store.binned()) == 1


def test_tab_goes_from_the_list_to_the_buttons(open_bin: OpenBin, store: JournalStore, clock: FixedClock) -> None:
    _bin(store, clock, 2)
    dialog = open_bin()
    buttons = [dialog.wipe_button, dialog.empty_button, dialog.close_button, dialog.restore_button]
    assert reachable(dialog) == [dialog.table, *buttons]
    assert unnamed(dialog) == []


def test_trouble_is_told_and_nothing_is_lost(
    open_bin: OpenBin, store: JournalStore, clock: FixedClock, vault_factory: Vaults
) -> None:
    _bin(store, clock, 1)
    dialog = open_bin()
    store.connection.run("PRAGMA busy_timeout=1")
    other = vault_factory()
    with other.connection.transaction():
        dialog.restore_selected()
    assert "held the vault" in dialog.trouble.text
    assert clipped(dialog) == []
    dialog.restore_selected()
    assert store.count() == 1
    assert not dialog.trouble.isVisible()


def _one_of_each(vault: Vault) -> dict[str, str]:
    """One record of every kind in the bin; the id of each by the name of its kind."""
    demo.fill(vault, 200, 1, 3, NOW)
    ids = {}
    for kind in KINDS:
        store = RecordStore(vault, kind)
        record = store.newest(1)[0]
        store.bin([record.id])
        ids[kind.name] = record.id
    return ids


def test_every_kind_of_record_is_shown_with_its_words(open_bin: OpenBin, store: JournalStore) -> None:
    ids = _one_of_each(store.vault)
    dialog = open_bin()
    shown = {dialog.model.at(row)[0].name: row for row in range(dialog.model.rowCount())}
    assert {name: dialog.model.id_at(row) for name, row in shown.items()} == ids
    for name, row in shown.items():
        words, kind, when, deleted = (str(dialog.model.index(row, column).data()) for column in range(4))
        assert kind == title_of(name)
        assert all((words, when, deleted)), name
    assert clipped(dialog) == []


def test_every_kind_is_restored(open_bin: OpenBin, store: JournalStore) -> None:
    ids = _one_of_each(store.vault)
    dialog = open_bin()
    dialog.table.selectAll()
    dialog.restore_button.click()
    for kind in KINDS:
        assert RecordStore(store.vault, kind).get(ids[kind.name]) is not None
    assert dialog.said.text() == f"{len(KINDS)} records are back in their places."
