"""The window around the pages: tabs, what it offers them, coming and going."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QProcess, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.errors import FaultsError, StorageError, fault
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.ui.house import House
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TabSpec
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.hands import CTRL, focus, focus_name, press, settle, write
from tests.ui.journal.entries import add_days, entry, moment
from tests.ui.pages import NotedPage, noted
from tests.ui.windows import JOURNAL, WIDE, Windows, journal_page

THREE = (noted("one"), noted("two"), *JOURNAL)


def page(window: MainWindow, key: str) -> NotedPage:
    found = window.page(key)
    assert isinstance(found, NotedPage)
    return found


def said(window: MainWindow) -> str:
    return window.status.text()


# -- tabs --------------------------------------------------------------------------------------------------------------


def test_tabs_are_built_when_they_are_first_shown(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=THREE, tab=None)
    titles = [window.tab_widget.tabText(at) for at in range(window.tab_widget.count())]
    assert titles == ["One", "Two", "Journal"]
    assert set(page(window, "one").asked) == {"start", "complete"}
    assert window.page("two") is None
    assert window.page("journal") is None
    window.open_tab("two")
    assert page(window, "two").asked == ["complete", "start"]
    assert page(window, "two").isVisible()
    assert focus_name() == "two"
    window.open_tab("one")
    window.open_tab("two")
    assert page(window, "two").asked == ["complete", "start", "start"]


def test_a_tab_that_there_is_not_opens_nothing(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=THREE, tab=None)
    assert window.open_tab("nine") is None
    assert window.tab_widget.currentIndex() == 0


def test_a_page_that_cannot_be_built_says_why_and_the_others_go_on(windows: Windows, vault: Vault) -> None:
    trouble = [StorageError("disk-full", path=vault.path)] * 2

    def build(house: House) -> QWidget:
        if trouble:
            raise trouble.pop()
        return NotedPage("healed")

    window = windows(vault, tabs=(TabSpec("sick", "Sick", build), *THREE), tab=None)
    room = window.tab_widget.widget(0)
    assert room is not None
    assert "disk" in " ".join(label.text() for label in room.findChildren(QLabel)).casefold()
    assert window.page("sick") is None
    window.open_tab("two")
    assert focus_name() == "two"
    window.open_tab("sick")
    settle()
    assert len([label for label in room.findChildren(QLabel) if label.property("role") == "lead"]) == 1
    window.open_tab("two")
    window.open_tab("sick")
    settle()
    assert page(window, "sick").isVisible()
    assert room.findChildren(QLabel) == []


def test_the_first_tab_is_there_before_the_first_paint_and_the_rest_comes_after(
    vault: Vault, theme: Theme, windows: Windows
) -> None:
    window = MainWindow(vault, theme, THREE)
    assert page(window, "one").asked == []
    assert window.menuBar().actions() == []
    window.show()
    settle()
    assert page(window, "one").asked == ["complete"]
    assert window.menuBar().actions() != []
    window.complete()
    assert len(window.menuBar().actions()) == 5
    window.close()
    window.deleteLater()
    settle()


def test_the_title_says_whether_the_records_are_made_up(vault: Vault, theme: Theme) -> None:
    for demo, title in ((False, "Attach"), (True, "Attach – made-up records")):
        window = MainWindow(vault, theme, THREE, demo=demo)
        assert window.windowTitle() == title
        window.close()
        window.deleteLater()
    settle()


# -- what it offers its pages ------------------------------------------------------------------------------------------


def test_a_known_error_is_told_with_what_happened_what_is_safe_and_what_to_do(windows: Windows, vault: Vault) -> None:
    window = windows(vault)
    window.complain(FaultsError([fault("mood", "out-of-range", low=1, high=5, given=6)]))
    assert "mood" in said(window)
    assert said(window).count(".") >= 3
    assert not window.status.can_undo
    window.say("Saved 20:40")
    assert said(window) == "Saved 20:40"


def test_control_z_takes_back_what_the_window_did(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=THREE, tab=None)
    taken: list[str] = []
    window.offer_undo("Entry moved to the bin", lambda: taken.append("back"), "Undo delete")
    window.tab_widget.tabBar().setFocus()
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert taken == ["back"]


def test_a_step_back_that_fails_is_told(windows: Windows, vault: Vault) -> None:
    window = windows(vault)

    def fail() -> None:
        raise StorageError("busy", path=vault.path)

    window.offer_undo("Entry moved to the bin", fail, "Undo delete")
    window.undo()
    assert said(window)
    assert "moved to the bin" not in said(window)


def test_log_a_mood_from_anywhere(windows: Windows, vault: Vault) -> None:
    windows(vault, tabs=THREE, tab="two")
    press(Qt.Key.Key_N, CTRL)
    write("24\n")
    assert [record.value for record in JournalStore(vault).each()] == [Entry(at=moment(), mood=2, energy=4)]


def test_pages_can_lead_to_the_journal(windows: Windows, vault: Vault) -> None:
    store = JournalStore(vault)
    made = add_days(store, 3, each=1)
    window = windows(vault, tabs=THREE, tab="one")
    window.show_journal(date(2026, 11, 7), date(2026, 11, 8))
    journal = journal_page(window)
    assert journal.isVisible()
    assert journal.list.model.entry_count == 2
    window.open_tab("one")
    window.show_entries(Filter(begin=date(2026, 11, 8)))
    assert journal.list.model.entry_count == 1
    window.open_tab("one")
    window.open_entry(made[2].id)
    assert journal.reader.isVisible()
    assert journal.reader.record == store.get(made[2].id)
    window.open_tab("one")
    window.write_entry({"mood": 2, "note": "begun elsewhere"})
    assert journal.form.isVisible()
    assert journal.form.note.text() == "begun elsewhere"


def test_where_there_is_no_journal_nothing_leads_there(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=THREE[:2], tab="one")
    for lead in (
        window.log_mood,
        lambda: window.show_journal(date(2026, 1, 1), date(2026, 1, 2)),
        lambda: window.show_entries(Filter()),
        lambda: window.open_entry("x"),
        lambda: window.write_entry({"mood": 1}),
    ):
        lead()
    assert window.tab_widget.currentIndex() == 0


def test_looking_around_starts_a_program_of_its_own(
    windows: Windows, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Any] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *given: started.append(given))
    window = windows(vault, tabs=THREE, tab=None)
    window.look_around()
    assert len(started) == 1
    assert started[0][1][-1] == "--demo"


# -- coming and going --------------------------------------------------------------------------------------------------


def test_closing_has_pages_put_everything_on_disk_and_let_go(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=THREE, tab="two")
    one, two = page(window, "one"), page(window, "two")
    one.asked.clear()
    two.asked.clear()
    window.close()
    assert one.asked == two.asked == ["leave", "release"]


def test_everything_half_written_can_be_kept_at_any_time(windows: Windows, vault: Vault) -> None:
    window = windows(vault)
    journal_page(window).form.note.setFocus()
    write("half")
    window.keep_all()
    kept = vault.drafts.get("journal")
    assert kept is not None
    assert kept[0]["note"] == "half"


def test_the_size_of_the_window_is_kept(windows: Windows, vault: Vault) -> None:
    window = windows(vault, QSize(1010, 710))
    windows.leave(window)
    assert windows(vault, None).size() == QSize(1010, 710)


@pytest.mark.parametrize(
    ("kept", "size"),
    [
        (None, QSize(1180, 780)),
        ([1, 1], QSize(640, 480)),
        ([90_000, 90_000], QSize(6000, 4000)),
        ("nonsense", QSize(1180, 780)),
        ([800], QSize(1180, 780)),
        (["a", 700], QSize(1180, 780)),
    ],
)
def test_a_kept_size_that_cannot_be_is_put_right(vault: Vault, theme: Theme, kept: object, size: QSize) -> None:
    vault.settings.set("window-size", kept)
    window = MainWindow(vault, theme, THREE)
    assert window.size() == size
    window.deleteLater()
    settle()


def test_a_maximized_window_keeps_the_size_it_had(windows: Windows, vault: Vault) -> None:
    vault.settings.set("window-size", [1010, 710])
    window = windows(vault, None)
    window.showMaximized()
    settle()
    windows.leave(window)
    assert vault.settings.get("window-size") == [1010, 710]


def test_a_full_disk_does_not_keep_anybody_in_the_program(
    windows: Windows, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = windows(vault)
    journal_page(window).form.note.setFocus()
    write("half")

    def full(self: Connection, sql: str, bindings: Any = ()) -> int:
        raise StorageError("disk-full", path=self.path)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "run", full)
        window.close()
    assert not window.isVisible()


def test_coming_to_the_front_shows_what_changed_elsewhere(windows: Windows, vault_factory: Vaults) -> None:
    vault = vault_factory()
    window = windows(vault)
    told: list[str] = []
    vault.changes.subscribe("journal", lambda: told.append("journal"))
    window.look_again()
    assert told == []
    JournalStore(vault_factory()).add(entry(note="from the command line"))
    other = windows(vault_factory("other.vault"))
    other.activateWindow()
    settle()
    window.activateWindow()
    settle()
    assert told == ["journal"]
    assert journal_page(window).list.model.entry_count == 1


def test_a_vault_that_cannot_be_looked_at_again_is_told(
    windows: Windows, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = windows(vault)

    def broken(self: Connection, sql: str, bindings: Any = ()) -> Any:
        raise StorageError("cannot-open", path=self.path)

    with monkeypatch.context() as patch:
        patch.setattr(Connection, "one", broken)
        window.tab_widget.tabBar().setFocus()
        window.setWindowTitle("changed")  # any change of the window's state
    assert said(window)


def test_it_is_freed_when_it_has_been_closed(vault: Vault, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(vault, theme, THREE)
    window.show()
    settle()
    window.open_tab("journal")
    pages: list[QWidget] = [journal_page(window), page(window, "one")]
    gone: list[str] = []
    for widget in (window, *pages):
        widget.destroyed.connect(lambda *_: gone.append("x"))
    window.close()
    window.deleteLater()
    settle()
    assert len(gone) == 3
    vault.changes.notify("journal")
    vault.changes.notify("settings")
    theme.choose("dark")


def test_the_focus_is_where_one_begins(windows: Windows, vault: Vault) -> None:
    window = windows(vault, WIDE, tabs=THREE, tab=None)
    assert isinstance(focus(), QLineEdit)
    assert focus_name() == "one"
    window.open_tab("journal")
    assert journal_page(window).form.grid.isAncestorOf(focus())


def test_undo_in_a_text_is_the_texts(windows: Windows, vault: Vault) -> None:
    window = windows(vault)
    taken: list[str] = []
    form = journal_page(window).form
    form.note.setFocus()
    write("one")
    window.offer_undo("deleted", lambda: taken.append("x"), "Undo delete")
    press(Qt.Key.Key_Z, CTRL)
    assert form.note.text() == ""
    assert taken == []


@pytest.mark.parametrize("where", ["note", "search", "feelings", "tab bar", "grid"])
def test_undo_where_no_text_can_is_the_windows(windows: Windows, vault: Vault, where: str) -> None:
    window = windows(vault)
    journal = journal_page(window)
    goes: dict[str, Callable[[], None]] = {
        "note": journal.form.note.setFocus,
        "search": journal.go_to_search,
        "feelings": journal.form.feelings.setFocus,
        "tab bar": window.tab_widget.tabBar().setFocus,
        "grid": journal.form.start,
    }
    goes[where]()
    taken: list[str] = []
    window.offer_undo("deleted", lambda: taken.append("x"), "Undo delete")
    press(Qt.Key.Key_Z, CTRL)
    assert taken == ["x"]
