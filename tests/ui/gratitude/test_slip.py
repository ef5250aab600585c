"""One list on its slip: renaming, prompts, editing in place, and long lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.item_editor import ItemEditor
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.widgets.text_area import TextArea
from tests.ui.eyes import choose, part, parts, push, read
from tests.ui.gratitude.slips import gratitude_page, item_rows, rows, slip, thing
from tests.ui.hands import CTRL, focus_name, press, settle, write

Open = Callable[[], MainWindow]


def test_a_row_is_spoken_with_why_and_day(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", why="It was cold"))
    window = open_gratitude()
    item_rows(window)[0].setFocus()
    assert focus_name() == "warm tea. It was cold. 8 November"


def test_a_list_is_renamed_in_place(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    choose(slip(window), "Rename")
    assert focus_name() == "Name of the list"
    write("Me\n")
    settle()
    assert "Me" in read(slip(window))
    assert gratitude.lists.named("Me").key == "myself"


def test_a_prompt_comes_when_nothing_comes_to_mind(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    choose(slip(window), "Nothing comes to mind")
    first = [text for text in read(slip(window)) if text in gratitude.lists.prompts("myself")]
    choose(slip(window), "Nothing comes to mind")
    second = [text for text in read(slip(window)) if text in gratitude.lists.prompts("myself")]
    assert len(first) == len(second) == 1
    assert first != second


def test_the_first_few_shows_until_all_are_asked_for(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    for number in range(15):
        gratitude.add(thing(f"thing {number}", number))
    window = open_gratitude()
    assert len(rows(window)) == 5
    push(slip(window), "Show all")
    assert len(rows(window)) == 15


def test_enter_edits_and_escape_leaves_it(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_Return)
    write("not kept ")
    press(Qt.Key.Key_Escape)
    assert rows(window) == ["warm tea"]
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_A, CTRL)
    write("cold tea")
    press(Qt.Key.Key_Return, CTRL)
    assert rows(window) == ["cold tea"]
    assert [record.value.text for record in gratitude.each()] == ["cold tea"]


def test_what_is_being_edited_survives_what_changes_elsewhere(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_End, CTRL)
    write(" with honey")
    gratitude.add(thing("the walk home"))
    settle()
    editor = part(gratitude_page(window), ItemEditor)
    assert parts(editor, TextArea)[0].text() == "warm tea with honey"
    push(editor, "Keep")
    assert set(rows(window)) == {"warm tea with honey", "the walk home"}
    assert not parts(gratitude_page(window), ItemEditor)
