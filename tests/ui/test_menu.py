"""The menu bar: everything there is, with keys that are unique and work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.interchange.exports import View, Wanted
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.export_dialog import ExportDialog
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.gratitude.slips import thing
from tests.ui.hands import CTRL, SHIFT, focus, focus_name, press, settle, tab_to, write
from tests.ui.journal.entries import add_days, entry
from tests.ui.pages import noted
from tests.ui.printer import Printer, needs_poppler
from tests.ui.windows import JOURNAL, Windows, journal_page

TWO = (noted("one"), *JOURNAL)


@pytest.fixture
def window(windows: Windows, vault: Vault) -> MainWindow:
    return windows(vault, tabs=TWO)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The dialogs that would have waited for a person."""
    found: list[str] = []

    def note(dialog: QDialog) -> int:
        found.append(type(dialog).__name__)
        return 0

    monkeypatch.setattr(QDialog, "exec", note)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
    return found


def menus(window: MainWindow) -> Iterator[tuple[str, QMenu]]:
    """Every menu, also those within others, with its title."""
    for menu in window.menuBar().findChildren(QMenu):
        yield menu.title(), menu


def actions(window: MainWindow) -> list[QAction]:
    """Everything that can be chosen."""
    found = [action for _, menu in menus(window) for action in menu.actions()]
    return [action for action in found if not action.isSeparator() and action.menu() is None]


def plain(text: str) -> str:
    return text.replace("&", "")


def action(window: MainWindow, text: str) -> QAction:
    return next(one for one in actions(window) if plain(one.text()) == text)


def test_every_key_stands_for_one_thing(window: MainWindow) -> None:
    keys = Counter(key.toString() for one in actions(window) for key in one.shortcuts()) + Counter(
        shortcut.key().toString() for shortcut in window.findChildren(QShortcut)
    )
    assert [key for key, times in keys.items() if times > 1] == []
    for key in ("Ctrl+N", "Ctrl+F", "Ctrl+Z", "Ctrl+Q", "F1", "F2", "Ctrl+Del"):
        assert key in keys


def test_every_letter_of_a_menu_stands_for_one_thing(window: MainWindow) -> None:
    for title, menu in [*menus(window), ("", None)]:
        texts = [one.text() for one in (menu.actions() if menu is not None else window.menuBar().actions())]
        letters = Counter(text[text.index("&") + 1].casefold() for text in texts if "&" in text)
        assert [letter for letter, times in letters.items() if times > 1] == [], title


def test_every_menu_can_be_reached_by_its_letter(window: MainWindow) -> None:
    assert all("&" in one.text() for one in window.menuBar().actions())
    assert all("&" in one.text() for _, menu in menus(window) for one in menu.actions() if one.menu() is not None)


def test_go_leads_to_every_tab_by_its_number(windows: Windows, vault: Vault) -> None:
    specs = (noted("one"), noted("two"), noted("three"), *JOURNAL)
    window = windows(vault, tabs=specs, tab="journal")
    for number, spec in enumerate(specs[:3], 1):
        press(Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert window.tab_widget.currentIndex() == number - 1
        assert focus().accessibleName() == spec.key
    assert len(TABS) <= 9


def test_log_a_mood(window: MainWindow, vault: Vault) -> None:
    window.open_tab("one")
    press(Qt.Key.Key_N, CTRL)
    write("24\n")
    assert JournalStore(vault).count() == 1


def test_find(window: MainWindow) -> None:
    window.open_tab("one")
    press(Qt.Key.Key_F, CTRL)
    search = journal_page(window).list.search
    assert focus() is search
    write("walk")
    press(Qt.Key.Key_F, CTRL)
    assert search.selectedText() == "walk"


def test_edit_and_delete_the_selected_entry(window: MainWindow, vault: Vault) -> None:
    store = JournalStore(vault)
    add_days(store, 1)
    page = journal_page(window)
    page.go_to_search()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F2)
    assert page.form.save.text() == "Save changes"
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Delete, CTRL)
    assert store.count() == 1


def test_undo_says_what_it_would_take_back(window: MainWindow) -> None:
    edit = next(menu for title, menu in menus(window) if plain(title) == "Edit")
    undo = edit.actions()[0]
    edit.aboutToShow.emit()
    assert plain(undo.text()) == "Undo"
    taken: list[str] = []
    window.offer_undo("Entry moved to the bin", lambda: taken.append("x"), "Undo delete")
    edit.aboutToShow.emit()
    assert undo.text() == "Undo delete"
    window.tab_widget.tabBar().setFocus()
    undo.trigger()
    assert taken == ["x"]
    edit.aboutToShow.emit()
    assert plain(undo.text()) == "Undo"


def test_undo_from_the_menu_in_a_text(window: MainWindow) -> None:
    form = journal_page(window).form
    form.note.setFocus()
    write("x")
    action(window, "Undo").trigger()
    assert form.note.text() == ""


@pytest.mark.parametrize(
    ("text", "choice"),
    [("Dark", "dark"), ("Light", "light"), ("High contrast", "contrast"), ("As the system", "follow")],
)
def test_the_colours_apply_at_once_and_are_kept(
    window: MainWindow, vault: Vault, theme: Theme, text: str, choice: str
) -> None:
    action(window, text).trigger()
    assert theme.choice == choice
    assert vault.settings.get("theme") == choice
    assert action(window, text).isChecked()
    colours = [one for one in actions(window) if one.isChecked() and ":" not in one.text()]
    assert len(colours) == 1


def test_the_start_of_the_day_applies_at_once_and_is_kept(window: MainWindow, vault: Vault) -> None:
    store = JournalStore(vault)
    store.add(entry(18, note="at 2:40"))
    model = journal_page(window).list.model
    assert action(window, "3:00").isChecked()
    before = model.days()[0].day
    action(window, "0:00").trigger()
    settle()
    assert vault.settings.get("day-start") == "00:00"
    assert (model.days()[0].day - before).days == 1
    assert action(window, "0:00").isChecked()
    assert not action(window, "3:00").isChecked()


def test_what_was_chosen_is_ticked_next_time(windows: Windows, vault: Vault, theme: Theme) -> None:
    vault.settings.set("day-start", "05:00")
    theme.choose("dark")
    window = windows(vault, tabs=TWO)
    ticked = {plain(one.text()) for one in actions(window) if one.isChecked()}
    assert ticked == {"5:00", "Dark"}


@pytest.mark.parametrize("text", ["Export …", "Keys", "About Attach"])
def test_dialogs_open(window: MainWindow, opened: list[str], text: str) -> None:
    action(window, text).trigger()
    assert len(opened) == 1


def test_import_asks_for_a_file_and_goes_no_further_without_one(window: MainWindow, opened: list[str]) -> None:
    action(window, "Import …").trigger()
    assert opened == []


def test_quit_closes_the_window_and_keeps_what_is_half_written(window: MainWindow, vault: Vault) -> None:
    journal_page(window).form.note.setFocus()
    write("half")
    press(Qt.Key.Key_Q, CTRL)
    assert not window.isVisible()
    assert vault.drafts.get("journal") is not None


def test_what_goes_wrong_in_a_menu_is_told_in_the_line_at_the_bottom(
    window: MainWindow, vault: Vault, vault_factory: Vaults
) -> None:
    vault.connection.run("PRAGMA busy_timeout=1")
    with vault_factory().connection.transaction():
        for name in ("Dark", "5:00"):
            window.say("")
            next(action for action in actions(window) if plain(action.text()) == name).trigger()
            assert "held the vault" in window.status.text()
    assert window.theme.choice == "dark"


def test_find_goes_to_the_search_of_the_page_on_show(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=TABS, tab="gratitude")
    for tab, name in (
        ("gratitude", "Search the lists"),
        ("affirmations", "Search sentences"),
        ("today", "Search entries"),
    ):
        window.open_tab(tab)
        press(Qt.Key.Key_F, CTRL)
        settle()
        assert focus_name() == name


def test_edit_and_delete_are_of_the_page_on_show_and_of_no_other(windows: Windows, vault: Vault) -> None:
    add_days(JournalStore(vault), 1)
    items = GratitudeStore(vault)
    items.add(thing("warm tea"))
    window = windows(vault, tabs=TABS, tab="journal")
    journal_page(window).list.table.setFocus()
    press(Qt.Key.Key_Down)
    for tab in ("today", "affirmations", "gratitude"):
        window.open_tab(tab)
        press(Qt.Key.Key_Delete, CTRL)
        assert JournalStore(vault).count() == 2
        assert items.count() == 1
    tab_to("warm tea")
    press(Qt.Key.Key_F2)
    assert focus_name() == "What it was"
    press(Qt.Key.Key_Escape)
    settle()
    press(Qt.Key.Key_Delete, CTRL)
    assert items.count() == 0


def test_what_is_on_show_is_printed_or_it_is_said_that_nothing_can_be(
    windows: Windows, vault: Vault, printer: Printer
) -> None:
    record = JournalStore(vault).add(entry(10, note="for paper"))
    window = windows(vault, tabs=TWO)
    press(Qt.Key.Key_P, CTRL | SHIFT)
    assert "Choose an entry" in window.status.text()
    journal_page(window).show_entry(record.id)
    press(Qt.Key.Key_P, CTRL | SHIFT)
    assert len(printer.files) == 1
    assert window.status.text() == "Sent to the printer."
    window.open_tab("one")
    press(Qt.Key.Key_P, CTRL | SHIFT)
    assert "nothing on this page" in window.status.text()


def test_what_the_list_shows_is_exported_and_elsewhere_everything(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = list[Wanted]()

    def note(dialog: ExportDialog) -> int:
        wanted.append(dialog.wanted())
        return 0

    monkeypatch.setattr(ExportDialog, "exec", note)
    journal_page(window).list.set_filter(Filter(query="rain"))
    press(Qt.Key.Key_E, CTRL | SHIFT)
    window.open_tab("one")
    press(Qt.Key.Key_E, CTRL | SHIFT)
    assert [one.view for one in wanted] == [View("journal", Filter(query="rain")), None]


@needs_poppler
def test_a_blank_thought_record_comes_from_the_menu(window: MainWindow, printer: Printer) -> None:
    action(window, "Print a blank thought record …").trigger()
    assert "What speaks against it" in printer.text
