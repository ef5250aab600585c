"""What the journal hands to Today: the mood grid, and the last entries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.journal.today import LastEntriesCard, MoodCard
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.ui.eyes import part, parts, push
from tests.ui.hands import press, write
from tests.ui.journal.entries import entry
from tests.ui.today.cards import TODAY_TABS, today_page
from tests.ui.windows import Windows, journal_page


@pytest.fixture
def window(windows: Windows, vault: Vault) -> MainWindow:
    return windows(vault, tabs=TODAY_TABS, tab="today")


def mood_card(window: MainWindow) -> MoodCard:
    return part(today_page(window), MoodCard)


def test_two_digits_and_enter_save_an_entry(window: MainWindow, store: JournalStore) -> None:
    write("42\n")
    (record,) = store.newest(3)
    assert (record.value.mood, record.value.energy) == (4, 2)
    assert mood_card(window).grid.value() == (None, None)
    assert window.status.text() == "Saved 20:40"
    write("11\n")
    assert len(store.newest(3)) == 2


def test_nothing_is_saved_of_nothing(window: MainWindow, store: JournalStore) -> None:
    write("\n")
    assert store.newest(3) == []
    assert window.status.text() == "A point on the grid or one word is enough."


def test_a_line_alone_is_enough(window: MainWindow, store: JournalStore) -> None:
    mood_card(window).note.setFocus()
    write("A long walk\n")
    assert [record.value.note for record in store.newest(3)] == ["A long walk"]


def test_a_line_that_is_too_long_is_told_and_stays(window: MainWindow, store: JournalStore) -> None:
    card = mood_card(window)
    card.feelings.set_words(["x" * 300])
    card.note.setText("A long walk")
    card.note.setFocus()
    press(Qt.Key.Key_Return)
    assert store.newest(3) == []
    assert window.status.text()
    assert card.note.text() == "A long walk"


def test_write_more_hands_it_all_to_the_journal(window: MainWindow, store: JournalStore) -> None:
    write("42")
    card = mood_card(window)
    card.feelings.set_words(["hopeful"])
    card.note.setText("A long walk")
    push(card, "Write more")
    values = journal_page(window).form.values()
    assert (values["mood"], values["energy"], values["note"]) == (4, 2, "A long walk")
    assert list(values["feelings"]) == ["hopeful"]
    assert journal_page(window).isVisible()
    assert card.note.text() == ""
    assert store.newest(3) == []


def test_what_is_half_done_is_there_again(windows: Windows, vault: Vault) -> None:
    first = windows(vault, tabs=TODAY_TABS, tab="today")
    write("42")
    mood_card(first).note.setText("A long")
    windows.leave(first)
    again = mood_card(windows(vault, tabs=TODAY_TABS, tab="today"))
    assert again.grid.value() == (4, 2)
    assert again.note.text() == "A long"


def test_the_last_three_entries_lead_to_the_journal(window: MainWindow, store: JournalStore) -> None:
    for note in ("one", "two", "three", "four"):
        record = store.add(entry(note=note))
    card = part(today_page(window), LastEntriesCard)
    links = parts(card, QPushButton)
    assert len(links) == 3
    next(link for link in links if "four" in link.accessibleName()).click()
    shown = journal_page(window).reader.record
    assert shown is not None
    assert shown.id == record.id


def test_after_a_crash_the_mood_is_there_again(windows: Windows, vault: Vault, qtbot: QtBot) -> None:
    first = windows(vault, tabs=TODAY_TABS, tab="today")
    write("24")
    qtbot.waitUntil(lambda: vault.drafts.get("today") is not None)
    windows.crash(first)
    again = windows(vault, tabs=TODAY_TABS, tab="today")
    assert part(today_page(again), MoodCard).grid.value() == (2, 4)
