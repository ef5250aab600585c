"""The journal's page in the program's window: writing, reading, finding, editing, deleting, and never losing a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop.errors import StorageError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.ui.journal.page import JournalPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.vault import DAY_START_SETTING, Vault
from tests.support import FixedClock, Vaults
from tests.ui.hands import CTRL, click, focus, focus_name, press, settle, tab_to, write
from tests.ui.journal.entries import FULL, add_days, entry, moment
from tests.ui.windows import NARROW, WIDE, Windows, journal_page


@pytest.fixture
def window(windows: Windows, vault: Vault) -> MainWindow:
    return windows(vault)


@pytest.fixture
def page(window: MainWindow) -> JournalPage:
    return journal_page(window)


@pytest.fixture
def store(vault: Vault) -> JournalStore:
    return JournalStore(vault)


def everything(store: JournalStore) -> list[Entry]:
    return [record.value for record in store.each()]


def reading(page: JournalPage) -> str | None:
    """The note of the entry that is on show to read, or None."""
    record = page.reader.record
    return record.value.note if page.reader.isVisible() and record is not None else None


def select(page: JournalPage, note: str) -> None:
    """Go to an entry with the keyboard."""
    page.go_to_search()
    write(note)
    press(Qt.Key.Key_Down)
    selected = page.list.selected()
    assert selected is not None
    assert selected.value.note == note


def said(window: MainWindow) -> str:
    return window.status.text()


def notice(page: JournalPage) -> str:
    """What is said above the form about a draft, or nothing."""
    found = [label.text() for label in page.findChildren(QLabel) if label.isVisible() and "not saved" in label.text()]
    return found[0] if found else ""


def button(page: JournalPage, text: str) -> QPushButton:
    settle()
    return next(one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible())


# -- writing -----------------------------------------------------------------------------------------------------------


def test_ten_seconds_from_start_to_saved(window: MainWindow, page: JournalPage, store: JournalStore) -> None:
    write("24\n")
    assert everything(store) == [Entry(at=moment(), mood=2, energy=4)]
    assert said(window) == "Saved 20:40"
    assert page.form.is_empty
    assert page.form.grid.isAncestorOf(focus())
    saved = page.list.selected()
    assert saved is not None
    assert saved.value.mood == 2
    write("51\n")
    assert len(everything(store)) == 2


def test_it_is_on_disk_before_the_window_says_so(page: JournalPage, vault_factory: Vaults) -> None:
    write("24\n")
    assert len(everything(JournalStore(vault_factory()))) == 1


def test_nothing_at_all_is_not_saved(page: JournalPage, store: JournalStore) -> None:
    press(Qt.Key.Key_Return)
    assert everything(store) == []
    assert page.form.faults.text() == "A point on the grid or one word is enough."
    write("3\n")
    assert len(everything(store)) == 1
    assert page.form.faults.isHidden()


def test_too_long_a_note_is_told_and_stays(window: MainWindow, page: JournalPage, store: JournalStore) -> None:
    page.form.note.set_text("x" * 1_000_001)
    page.form.note.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    assert everything(store) == []
    assert "note" in page.form.faults.text()
    assert page.form.faults.isVisible()
    assert len(page.form.note.text()) == 1_000_001
    assert said(window)
    page.form.note.set_text("short")
    press(Qt.Key.Key_Return, CTRL)
    assert [value.note for value in everything(store)] == ["short"]


def test_a_disk_that_refuses_is_told_and_what_was_typed_stays(
    window: MainWindow, page: JournalPage, store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("24")
    tab_to("Note")
    write("kept")

    def full(self: Connection, sql: str, bindings: Any = ()) -> int:
        raise StorageError("disk-full", path=self.path)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "run", full)
        press(Qt.Key.Key_Return, CTRL)
        assert "disk" in said(window).casefold()
        assert page.form.faults.isVisible()
        page.keep_draft()  # and neither can the draft be kept
    assert page.form.note.text() == "kept"
    press(Qt.Key.Key_Return, CTRL)
    assert everything(store) == [Entry(at=moment(), mood=2, energy=4, note="kept")]


def test_new_triggers_enter_the_library_with_the_entry(page: JournalPage, store: JournalStore) -> None:
    from attach_desktop.journal.library import Library

    write("24")
    tab_to("What set it off, closed")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    write("A slammed door,")
    press(Qt.Key.Key_Return, CTRL)
    assert everything(store)[0].triggers == ("A slammed door",)
    assert Library(store.vault).trigger("a slammed door") is not None
    assert not page.form.trigger_fold.is_open


# -- drafts ------------------------------------------------------------------------------------------------------------


def test_a_pause_puts_the_draft_on_disk(page: JournalPage, vault: Vault, vault_factory: Vaults, qtbot: QtBot) -> None:
    tab_to("Note")
    write("half a sen")
    other = vault_factory().drafts
    assert other.get("journal") is None
    qtbot.waitUntil(lambda: other.get("journal") is not None, timeout=3000)
    kept = other.get("journal")
    assert kept is not None
    assert kept[0]["note"] == "half a sen"


def test_a_draft_comes_back_after_a_crash_and_can_be_saved(
    windows: Windows, window: MainWindow, page: JournalPage, vault: Vault, store: JournalStore, clock: FixedClock
) -> None:
    write("24")
    tab_to("Note")
    write("half a sen")
    page.keep_draft()
    windows.crash(window)
    clock.advance(timedelta(minutes=7))
    again = journal_page(windows(vault))
    assert again.form.note.text() == "half a sen"
    assert again.form.grid.value() == (2, 4)
    assert notice(again) == "What you had not saved yet is still here, from 20:40."
    press(Qt.Key.Key_Return)
    assert [value.note for value in everything(store)] == ["half a sen"]
    assert notice(again) == ""
    assert vault.drafts.get("journal") is None


def test_a_draft_of_another_day_says_its_date(
    windows: Windows, window: MainWindow, page: JournalPage, vault: Vault, clock: FixedClock
) -> None:
    write("2")
    page.keep_draft()
    windows.crash(window)
    clock.advance(timedelta(days=1))
    assert notice(journal_page(windows(vault))) == ("What you had not saved yet is still here, from 08.11.2026, 20:40.")


def test_closing_the_window_keeps_what_is_half_written(
    windows: Windows, window: MainWindow, page: JournalPage, vault: Vault
) -> None:
    tab_to("Note")
    write("just closed")
    windows.leave(window)
    again = journal_page(windows(vault))
    assert again.form.note.text() == "just closed"


def test_what_was_emptied_again_is_no_draft(windows: Windows, window: MainWindow, vault: Vault) -> None:
    tab_to("Note")
    write("x")
    press(Qt.Key.Key_Backspace)
    windows.leave(window)
    assert vault.drafts.get("journal") is None
    assert notice(journal_page(windows(vault))) == ""


def test_a_saved_entry_leaves_no_draft(windows: Windows, window: MainWindow, page: JournalPage, vault: Vault) -> None:
    write("24")
    page.keep_draft()
    press(Qt.Key.Key_Return)
    assert vault.drafts.get("journal") is None
    windows.leave(window)
    assert journal_page(windows(vault)).form.is_empty


def test_starting_afresh_puts_the_draft_aside_and_it_can_come_back(
    windows: Windows, window: MainWindow, page: JournalPage, vault: Vault
) -> None:
    tab_to("Note")
    write("old thoughts")
    page.keep_draft()
    windows.crash(window)
    window = windows(vault)
    page = journal_page(window)
    click(button(page, "Start afresh"))
    assert page.form.is_empty
    assert notice(page) == ""
    assert vault.drafts.get("journal") is None
    press(Qt.Key.Key_Z, CTRL)
    assert page.form.note.text() == "old thoughts"
    assert notice(page)


def test_the_draft_of_an_edit_comes_back_after_a_crash(
    windows: Windows, window: MainWindow, page: JournalPage, vault: Vault, store: JournalStore
) -> None:
    record = store.add(FULL)
    select(page, FULL.note)
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    page.keep_draft()
    windows.crash(window)
    again = journal_page(windows(vault))
    assert again.form.note.text() == "changed " + FULL.note
    assert again.form.save.text() == "Save changes"
    assert notice(again)
    again.form.note.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    changed = store.get(record.id)
    assert changed is not None
    assert changed.value == replace(FULL, note="changed " + FULL.note)
    assert len(everything(store)) == 1


def test_a_draft_of_an_entry_that_is_gone_is_not_offered(
    windows: Windows, window: MainWindow, page: JournalPage, vault: Vault, store: JournalStore
) -> None:
    record = store.add(FULL)
    select(page, FULL.note)
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    page.keep_draft()
    windows.crash(window)
    store.bin([record.id])
    again = journal_page(windows(vault))
    assert again.form.is_empty
    assert again.form.save.text() == "Save"


def test_starting_afresh_from_the_draft_of_an_edit_leaves_the_entry_alone(
    windows: Windows, window: MainWindow, page: JournalPage, vault: Vault, store: JournalStore
) -> None:
    store.add(FULL)
    select(page, FULL.note)
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    page.keep_draft()
    windows.crash(window)
    page = journal_page(windows(vault))
    click(button(page, "Start afresh"))
    assert page.form.is_empty
    assert page.form.save.text() == "Save"
    assert everything(store) == [FULL]


# -- reading and finding -----------------------------------------------------------------------------------------------


def test_an_entry_that_is_chosen_can_be_read(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 3)
    select(page, "day 2, 1")
    assert reading(page) == "day 2, 1"
    page.list.search.clear()
    page.list.table.setFocus()
    press(Qt.Key.Key_Down, times=3)
    assert reading(page) == "day 1, 0"
    press(Qt.Key.Key_Up)
    assert reading(page) == "day 0, 1"


def test_back_to_a_new_entry_and_to_the_same_one_again(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 1)
    select(page, "day 0, 0")
    tab_to("Write a new one")
    press(Qt.Key.Key_Space)
    assert page.form.isVisible()
    assert page.form.grid.isAncestorOf(focus())
    assert page.list.selected() is None
    row = page.list.table.visualRect(page.list.model.index(1, 0)).center()
    click(page.list.table.viewport(), row)
    assert reading(page) == "day 0, 0"


def test_a_click_on_the_entry_just_saved_opens_it(page: JournalPage) -> None:
    write("24\n")
    assert reading(page) is None
    click(page.list.table.viewport(), page.list.table.visualRect(page.list.table.currentIndex()).center())
    assert page.reader.isVisible()


def test_looking_at_an_entry_keeps_what_was_half_written(page: JournalPage, store: JournalStore, vault: Vault) -> None:
    add_days(store, 1)
    tab_to("Note")
    write("half")
    select(page, "day 0, 0")
    kept = vault.drafts.get("journal")
    assert kept is not None
    assert kept[0]["note"] == "half"
    page.start_entry()
    assert page.form.note.text() == "half"


def test_other_tabs_can_narrow_the_list_and_show_an_entry(page: JournalPage, store: JournalStore) -> None:
    made = add_days(store, 3)
    page.show_filter(Filter(query="day 2"))
    assert page.list.model.entry_count == 2
    page.show_entry(made[0].id)
    assert reading(page) == "day 0, 0"
    assert page.list.filter == Filter()
    page.show_entry("no such id")
    assert reading(page) == "day 0, 0"


def test_other_tabs_can_begin_an_entry_and_a_draft_keeps_the_rest(page: JournalPage, vault: Vault) -> None:
    tab_to("Note")
    write("half")
    page.write({"mood": 2, "energy": None, "feelings": ["uneasy"]})
    assert page.form.note.text() == "half"
    assert page.form.entry().feelings == ("uneasy",)
    assert page.form.entry().mood == 2
    assert focus() is page.form.note
    assert vault.drafts.get("journal") is not None


def test_what_changed_elsewhere_is_seen_where_it_is_read(page: JournalPage, store: JournalStore) -> None:
    made = add_days(store, 2)
    select(page, "day 0, 0")
    store.change(made[0].id, replace(made[0].value, note="changed elsewhere"))
    assert reading(page) == "changed elsewhere"
    store.bin([made[0].id])
    assert reading(page) is None
    assert page.form.isVisible()


@pytest.mark.parametrize("topic", ["journal", "settings"])
def test_a_change_elsewhere_does_not_take_the_form_away(
    page: JournalPage, store: JournalStore, vault: Vault, topic: str
) -> None:
    add_days(store, 2)
    write("24\n")
    assert page.list.selected() is not None
    tab_to("Note")
    write("a second one")
    vault.changes.notify(topic)
    assert page.form.isVisible()
    assert focus() is page.form.note
    write("!")
    assert page.form.note.text() == "a second one!"


def test_a_change_elsewhere_does_not_end_editing(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 2)
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("more ")
    store.add(entry(note="from the command line"))
    assert page.form.save.text() == "Save changes"
    assert page.form.note.text() == "more day 0, 0"
    assert focus() is page.form.note


def test_what_changes_while_the_page_is_out_of_sight_is_read_when_it_comes_back(
    window: MainWindow, page: JournalPage, store: JournalStore
) -> None:
    page.list.model.show(Filter())
    page.hide()
    store.add(entry(note="meanwhile"))
    assert page.list.model.entry_count == 0
    page.show()
    assert page.list.model.entry_count == 1


def test_two_windows_on_one_vault(windows: Windows, vault_factory: Vaults) -> None:
    vaults = [vault_factory(), vault_factory()]
    first, second = (windows(vault) for vault in vaults)
    assert journal_page(first).list.model.entry_count == 0
    second.activateWindow()
    settle()
    write("24\n")
    assert journal_page(second).list.model.entry_count == 1
    first.activateWindow()
    settle()
    assert journal_page(first).list.model.entry_count == 1
    journal_page(first).go_to_search()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert everything(JournalStore(vaults[0])) == []
    second.look_again()
    assert journal_page(second).list.model.entry_count == 0


# -- editing -----------------------------------------------------------------------------------------------------------


def test_editing_keeps_the_entry_and_its_former_version(
    window: MainWindow, page: JournalPage, store: JournalStore, clock: FixedClock
) -> None:
    record = store.add(FULL)
    select(page, FULL.note)
    press(Qt.Key.Key_E)
    assert page.form.grid.isAncestorOf(focus())
    clock.advance(timedelta(minutes=30))
    write("4")
    press(Qt.Key.Key_Return)
    changed = store.get(record.id)
    assert changed is not None
    assert changed.value == replace(FULL, mood=4)
    assert changed.created == record.created
    assert [value for _, value in store.former(record.id)] == [FULL]
    assert reading(page) == FULL.note
    assert said(window) == "Saved 21:10"
    assert focus() is page.list.table
    assert page.form.save.text() == "Save"


@pytest.mark.parametrize("value", [entry(mood=4), entry(energy=2), replace(FULL, coping=(), mood=None)])
def test_saving_without_a_change_changes_nothing(page: JournalPage, store: JournalStore, value: Entry) -> None:
    record = store.add(replace(value, note="unchanged"))
    select(page, "unchanged")
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_Return)
    present = store.get(record.id)
    assert present == record
    assert store.former(record.id) == []


def test_back_dating(page: JournalPage, store: JournalStore) -> None:
    write("24")
    tab_to("another time", back=True)
    press(Qt.Key.Key_Space)
    tab_to("Day it happened")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CTRL)
    assert [value.at for value in everything(store)] == [moment(24)]
    assert page.form.values()["at"] is None


def test_cancelling_without_changes_leaves_nothing_behind(
    window: MainWindow, page: JournalPage, store: JournalStore, vault: Vault
) -> None:
    store.add(FULL)
    select(page, FULL.note)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Escape)
    assert reading(page) == FULL.note
    assert focus() is page.list.table
    assert not window.status.can_undo
    assert vault.drafts.get("journal.editing") is None


def test_cancelled_changes_can_be_taken_up_again(window: MainWindow, page: JournalPage, store: JournalStore) -> None:
    record = store.add(replace(FULL, note="before"))
    select(page, "before")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    press(Qt.Key.Key_Escape)
    assert reading(page) == "before"
    assert window.status.step == "Take them up again"
    press(Qt.Key.Key_Z, CTRL)
    assert page.form.note.text() == "changed before"
    assert page.form.save.text() == "Save changes"
    page.form.note.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    present = store.get(record.id)
    assert present is not None
    assert present.value.note == "changed before"


def test_changes_are_taken_up_for_their_own_entry_whatever_the_list_shows(
    window: MainWindow, page: JournalPage, store: JournalStore
) -> None:
    record = store.add(entry(1, note="mine"))
    other = store.add(entry(2, note="another"))
    select(page, "mine")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    press(Qt.Key.Key_Escape)
    page.list.set_filter(Filter(query="another"))
    page.list.search.setFocus()
    press(Qt.Key.Key_Down)
    window.undo()
    assert page.form.note.text() == "changed mine"
    page.form.note.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    assert [one.value.note for one in (store.get(record.id), store.get(other.id)) if one] == ["changed mine", "another"]


def test_changes_stay_with_their_entry_while_others_are_looked_at(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 1)
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    select(page, "day 0, 1")
    assert reading(page) == "day 0, 1"
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    assert page.form.note.text() == "changed day 0, 0"


def test_an_edit_that_was_only_looked_at_leaves_no_draft(page: JournalPage, store: JournalStore, vault: Vault) -> None:
    made = add_days(store, 1)
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    select(page, "day 0, 1")
    assert vault.drafts.get(f"journal.{made[0].id}") is None
    assert vault.drafts.get("journal.editing") is None
    store.change(made[0].id, replace(made[0].value, note="changed elsewhere"))
    select(page, "changed elsewhere")
    press(Qt.Key.Key_E)
    assert page.form.note.text() == "changed elsewhere"


def test_editing_keeps_the_draft_of_a_new_entry_for_afterwards(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 1)
    tab_to("Note")
    write("new one")
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    assert page.form.note.text() == "day 0, 0"
    press(Qt.Key.Key_Escape)
    page.start_entry()
    assert page.form.note.text() == "new one"


def test_a_new_entry_while_editing_keeps_the_changes(page: JournalPage, store: JournalStore, vault: Vault) -> None:
    made = add_days(store, 1)
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    press(Qt.Key.Key_N, CTRL)
    assert page.form.is_empty
    assert page.form.save.text() == "Save"
    kept = vault.drafts.get(f"journal.{made[0].id}")
    assert kept is not None
    assert kept[0]["note"] == "changed day 0, 0"


def test_with_nothing_selected_editing_and_deleting_do_nothing(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 1)
    page.edit_selected()
    page.delete_selected()
    assert page.form.save.text() == "Save"
    assert len(everything(store)) == 2


def test_an_entry_that_was_deleted_elsewhere_cannot_be_edited(
    page: JournalPage, vault_factory: Vaults, store: JournalStore
) -> None:
    made = add_days(store, 1)
    select(page, "day 0, 0")
    JournalStore(vault_factory()).bin([made[0].id])
    press(Qt.Key.Key_E)
    assert page.form.save.text() == "Save"


def test_saving_an_entry_that_was_deleted_meanwhile_is_told_and_keeps_the_text(
    window: MainWindow, page: JournalPage, vault_factory: Vaults, store: JournalStore
) -> None:
    made = add_days(store, 1)
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    JournalStore(vault_factory()).bin([made[0].id])
    press(Qt.Key.Key_Return, CTRL)
    assert page.form.faults.isVisible()
    assert page.form.note.text() == "changed day 0, 0"


# -- deleting ----------------------------------------------------------------------------------------------------------


def test_deleting_and_bringing_back(window: MainWindow, page: JournalPage, store: JournalStore) -> None:
    made = add_days(store, 2)
    page.go_to_search()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert len(everything(store)) == 3
    assert said(window) == "Entry moved to the bin"
    assert window.status.step == "Undo delete"
    assert focus() is page.list.table
    press(Qt.Key.Key_Z, CTRL)
    assert store.get(made[0].id) == replace(made[0], place=made[0].place)
    assert said(window) == "Brought back"
    selected = page.list.selected()
    assert selected is not None
    assert selected.id == made[0].id
    assert not window.status.can_undo


def test_after_a_deletion_the_next_entry_is_selected(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 1, each=3)
    page.go_to_search()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert reading(page) == "day 0, 1"
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    assert everything(store) == []
    assert page.form.isVisible()


def test_deleting_what_is_read(page: JournalPage, store: JournalStore) -> None:
    add_days(store, 1, each=1)
    select(page, "day 0, 0")
    tab_to("Delete")
    press(Qt.Key.Key_Space)
    assert everything(store) == []


def test_deleting_while_editing_takes_the_changes_along_and_brings_them_back(
    window: MainWindow, page: JournalPage, store: JournalStore, vault: Vault
) -> None:
    made = add_days(store, 1, each=1)
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    page.delete_selected()
    assert everything(store) == []
    assert page.form.save.text() == "Save"
    assert vault.drafts.get(f"journal.{made[0].id}") is None
    window.undo()
    assert [value.note for value in everything(store)] == ["day 0, 0"]
    page.list.table.setFocus()
    press(Qt.Key.Key_E)
    assert page.form.note.text() == "changed day 0, 0"


def test_a_deletion_that_fails_is_told(
    window: MainWindow, page: JournalPage, store: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_days(store, 1, each=1)
    select(page, "day 0, 0")

    def full(self: Connection, sql: str, bindings: Any = ()) -> int:
        raise StorageError("disk-full", path=self.path)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "run", full)
        press(Qt.Key.Key_Delete)
    assert "disk" in said(window).casefold()
    assert len(everything(store)) == 1


# -- arrangement -------------------------------------------------------------------------------------------------------


def test_wide_both_sides_are_there(page: JournalPage) -> None:
    assert page.form.isVisible()
    assert page.list.isVisible()
    assert not [one for one in page.findChildren(QPushButton) if one.text() == "‹ All entries" and one.isVisible()]


def test_narrow_one_is_there_at_a_time(windows: Windows, vault: Vault, store: JournalStore) -> None:
    add_days(store, 1)
    window = windows(vault, NARROW)
    page = journal_page(window)
    assert page.form.isVisible()
    assert not page.list.isVisible()
    click(button(page, "‹ All entries"))
    assert page.list.isVisible()
    assert not page.form.isVisible()
    assert focus() is page.list.table
    click(button(page, "New entry"))
    assert page.form.isVisible()
    assert page.form.grid.isAncestorOf(focus())
    window.resize(WIDE)
    settle()
    assert page.form.isVisible()
    assert page.list.isVisible()


@pytest.mark.parametrize("by_key", [True, False])
def test_narrow_an_entry_can_be_read_edited_and_left(
    windows: Windows, vault: Vault, store: JournalStore, by_key: bool
) -> None:
    add_days(store, 1)
    page = journal_page(windows(vault, NARROW))
    press(Qt.Key.Key_F, CTRL)
    assert focus_name() == "Search entries"
    if by_key:
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
    else:
        click(page.list.table.viewport(), page.list.table.visualRect(page.list.model.index(1, 0)).center())
    assert reading(page) == "day 0, 0"
    assert page.reader.isAncestorOf(focus())
    press(Qt.Key.Key_E)
    assert page.form.save.text() == "Save changes"
    tab_to("Note")
    write("more ")
    press(Qt.Key.Key_Return, CTRL)
    assert reading(page) == "more day 0, 0"
    assert page.reader.isAncestorOf(focus())
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_Escape)
    assert page.reader.isAncestorOf(focus())
    press(Qt.Key.Key_Escape)
    assert page.form.isVisible()
    assert page.form.grid.isAncestorOf(focus())


def test_narrow_log_a_mood_from_the_list(windows: Windows, vault: Vault, store: JournalStore) -> None:
    page = journal_page(windows(vault, NARROW))
    click(button(page, "‹ All entries"))
    press(Qt.Key.Key_N, CTRL)
    write("24\n")
    assert everything(store) == [Entry(at=moment(), mood=2, energy=4)]


def test_opening_the_tab_gives_the_focus_to_what_is_there(windows: Windows, vault: Vault, store: JournalStore) -> None:
    window = windows(vault, NARROW)
    page = journal_page(window)
    click(button(page, "‹ All entries"))
    window.tab_widget.tabBar().setFocus()
    page.start()
    assert focus() is page.list.search
    store.add(entry(note="x"))
    page.start()
    assert focus() is page.list.table
    page.start_entry()
    page.start()
    assert page.form.grid.isAncestorOf(focus())


def test_what_cannot_be_saved_can_be_put_aside_and_taken_up_all_the_same(
    window: MainWindow, page: JournalPage, store: JournalStore
) -> None:
    store.add(entry(note="before"))
    select(page, "before")
    press(Qt.Key.Key_E)
    page.form.note.set_text("x" * 1_000_001)
    press(Qt.Key.Key_Escape)
    assert reading(page) == "before"
    window.undo()
    assert len(page.form.note.text()) == 1_000_001


def test_opening_an_entry_without_a_key_while_another_is_edited_keeps_the_changes(
    page: JournalPage, store: JournalStore, vault: Vault
) -> None:
    made = add_days(store, 1)
    select(page, "day 0, 0")
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("changed ")
    page.list.search.clear()
    settle()
    click(page.list.table.viewport(), page.list.table.visualRect(page.list.model.index(2, 0)).center())
    assert reading(page) == "day 0, 1"
    kept = vault.drafts.get(f"journal.{made[0].id}")
    assert kept is not None
    assert kept[0]["note"] == "changed day 0, 0"


def test_what_cannot_be_read_is_told_in_the_line_at_the_bottom(windows: Windows, vault: Vault) -> None:
    store = JournalStore(vault)
    store.add(entry(note="walk"))
    window = windows(vault)
    page = journal_page(window)
    vault.connection.run("UPDATE record SET data = '{}'")
    page.list.search.setFocus()
    write("walk")
    assert "damaged" in window.status.text()
    assert page.list.model.entry_count == 1
    window.say("")
    vault.settings.set(DAY_START_SETTING, "05:00")
    assert "damaged" in window.status.text()


def test_what_was_saved_is_saved_even_if_the_list_cannot_be_read(windows: Windows, vault: Vault) -> None:
    store = JournalStore(vault)
    broken = store.add(entry(note="walk"))
    window = windows(vault)
    vault.connection.run("UPDATE record SET data = '{}'")
    added = store.add(entry(note="tea"))
    assert store.get(added.id) == added
    assert "damaged" in window.status.text()
    assert broken.id != added.id
