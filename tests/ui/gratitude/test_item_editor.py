from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.ui.gratitude.item_editor import ItemEditor
from tests.ui.hands import press

ITEM = Item(at=Moment.on(date(2026, 3, 4), "Europe/Berlin"), text="bread", why="warm", list="anything", people=("Noa",))


def edited(on_screen: Callable[..., None]) -> tuple[ItemEditor, list[Item], list[str]]:
    """An editor on show, with what it keeps and whether it was left."""
    editor = ItemEditor(ITEM, list)
    kept: list[Item] = []
    left: list[str] = []
    editor.kept.connect(kept.append)
    editor.cancelled.connect(lambda: left.append("left"))
    on_screen(editor)
    editor.start()
    return editor, kept, left


def test_what_is_not_changed_is_kept_as_it_was(on_screen: Callable[..., None]) -> None:
    editor, kept, _ = edited(on_screen)
    editor._keep()
    assert kept == [ITEM]


def test_every_part_can_be_changed(on_screen: Callable[..., None]) -> None:
    editor, kept, _ = edited(on_screen)
    editor._text.set_text("fresh bread")
    editor._why.set_text("")
    editor._people.set_words(["Ida"])
    editor._day.setDate(QDate(2026, 3, 1))
    editor._keep()
    (item,) = kept
    assert (item.text, item.why, item.people, item.at.day) == ("fresh bread", "", ("Ida",), date(2026, 3, 1))


def test_an_empty_text_is_told_and_nothing_is_kept(on_screen: Callable[..., None]) -> None:
    editor, kept, _ = edited(on_screen)
    editor._text.set_text("  ")
    editor._keep()
    assert kept == []
    assert editor._fault.isVisible()


def test_escape_leaves_it_as_it_was(on_screen: Callable[..., None]) -> None:
    _, kept, left = edited(on_screen)
    press(Qt.Key.Key_Escape)
    assert (kept, left) == ([], ["left"])
