"""The tab of gratitude: writing, moving, finding, and lists of the person's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.vault.vault import Vault
from tests.ui.eyes import part, parts, push, read
from tests.ui.gratitude.slips import GRATITUDE_TABS, gratitude_page, item_rows, rows, slip, slips, thing
from tests.ui.hands import focus, focus_name, press, settle, write
from tests.ui.windows import Windows

Open = Callable[[], MainWindow]


def choices(window: MainWindow) -> Fold:
    """The lists and the rhythm, opened."""
    fold = part(gratitude_page(window), Fold)
    fold.set_open(True)
    settle()
    return fold


def texts(store: GratitudeStore) -> set[str]:
    return {record.value.text for record in store.each()}


def test_three_lines_and_three_times_enter_add_three(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    assert focus_name() == "Something for the list Myself"
    write("warm tea\nthe walk home\nsaid no\n")
    assert texts(gratitude) == {"warm tea", "the walk home", "said no"}
    assert set(rows(window)) == texts(gratitude)
    assert window.status.text() == "Saved 20:40"
    assert focus_name() == "Something for the list Myself"


def test_a_blank_line_adds_nothing(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    open_gratitude()
    write("   \n")
    assert not texts(gratitude)


def test_what_is_too_long_is_told_beside_the_line_and_stays(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window, long = open_gratitude(), "a" * 20_000
    slip(window).line.setText(long)
    press(Qt.Key.Key_Return)
    assert slip(window).fault.isVisible()
    assert slip(window).fault.text()
    assert slip(window).line.text() == long
    assert not texts(gratitude)
    slip(window).line.setText("short")
    press(Qt.Key.Key_Return)
    assert not slip(window).fault.isVisible()


def test_items_move_within_their_list(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    for days, text in enumerate(("first", "second", "third")):
        gratitude.add(thing(text, days))
    window = open_gratitude()
    assert rows(window) == ["first", "second", "third"]
    item_rows(window)[2].setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows(window) == ["first", "third", "second"]
    assert focus() is item_rows(window)[1]
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, times=2)
    assert rows(window) == ["third", "first", "second"]


def test_a_deleted_item_comes_back(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert rows(window) == []
    assert window.status.step == "Undo delete"
    window.undo()
    assert rows(window) == ["warm tea"]


def test_one_item_is_copied_as_a_note(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("You waited for me", people=("Kim",)))
    window = open_gratitude()
    item_rows(window)[0].tell_asked.emit(item_rows(window)[0].record)
    assert "You waited for me" in QGuiApplication.clipboard().text()


def test_search_narrows_and_says_when_nothing_is_found(
    open_gratitude: Open, gratitude: GratitudeStore, qtbot: QtBot
) -> None:
    gratitude.add(thing("warm tea"))
    gratitude.add(thing("the walk home"))
    window = open_gratitude()
    search = next(one for one in parts(window, QLineEdit) if one.accessibleName() == "Search the lists")
    search.setText("walk")
    qtbot.waitUntil(lambda: len(slips(window)) == 1)
    assert rows(window) == ["the walk home"]
    search.setText("zebra")
    qtbot.waitUntil(lambda: not slips(window))
    search.clear()
    qtbot.waitUntil(lambda: len(slips(window)) > 1)


def test_a_list_is_added_once_only(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    fold = choices(window)
    name = next(one for one in parts(fold, QLineEdit) if one.accessibleName() == "Name of a new list")
    name.setText("Small things")
    push(fold, "Add list")
    assert "Small things" in [one.heading.name for one in slips(window)]
    assert name.text() == ""
    name.setText("small things")
    before = read(fold)
    push(fold, "Add list")
    assert len(read(fold)) == len(before) + 1
    assert name.text() == "small things"
    assert len(gratitude.lists.headings()) == 6


def test_a_list_is_hidden_and_shown_again(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    slip(window, "partner").hide_asked.emit("partner")
    assert "partner" not in [one.heading.key for one in slips(window)]
    window.undo()
    assert "partner" in [one.heading.key for one in slips(window)]
    slip(window, "partner").hide_asked.emit("partner")
    push(choices(window), "Show My partner")
    assert "partner" in [one.heading.key for one in slips(window)]


def test_lists_move_to_the_left(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    slip(window, "partner").shift_asked.emit("partner", -1)
    assert [one.key for one in gratitude.lists.headings()][:2] == ["partner", "myself"]


def test_prompts_about_a_partner_switch_off_in_one_place(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    part(choices(window), QCheckBox).click()
    assert not gratitude.lists.partner_prompts


def test_a_half_written_line_is_there_again(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
    write("the smell of")
    windows.leave(window)
    again = windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
    assert slip(again).line.text() == "the smell of"
    write("\n")
    windows.leave(again)
    assert slip(windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")).line.text() == ""


def test_a_half_written_line_survives_what_changes_elsewhere(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    write("the smell of")
    gratitude.lists.add("Small things")
    settle()
    assert slip(window).line.text() == "the smell of"
