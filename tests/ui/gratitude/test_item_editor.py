"""Editing one item: what is kept, what is told, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit

from attach_desktop.gratitude.item import Item
from attach_desktop.ui.gratitude.item_editor import ItemEditor
from attach_desktop.ui.widgets.text_area import TextArea
from tests.ui.eyes import part, parts, push, read
from tests.ui.gratitude.slips import thing
from tests.ui.hands import CTRL, press, write

Show = Callable[..., None]


def opened(on_screen: Show, item: Item) -> tuple[ItemEditor, list[Item | None]]:
    """An editor with the focus, and what comes of it: items that are kept, None where it is left."""
    editor, came = ItemEditor(item, lambda: ["Kim"]), list[Item | None]()
    editor.kept.connect(came.append)
    editor.cancelled.connect(lambda: came.append(None))
    on_screen(editor)
    editor.start()
    return editor, came


def test_the_text_changes_and_the_rest_stays(on_screen: Show) -> None:
    item = thing("warm tea", why="It was cold", people=("Kim",))
    _, came = opened(on_screen, item)
    press(Qt.Key.Key_End, CTRL)
    write(" with honey")
    press(Qt.Key.Key_Return, CTRL)
    assert came == [thing("warm tea with honey", why="It was cold", people=("Kim",))]


def test_another_day_is_kept_and_the_same_day_keeps_its_time(on_screen: Show) -> None:
    item = thing("warm tea")
    editor, came = opened(on_screen, item)
    push(editor, "Keep")
    part(editor, QDateEdit).setDate(QDate(2026, 11, 1))
    push(editor, "Keep")
    same, other = came
    assert same == item
    assert other is not None
    assert other.at.day == date(2026, 11, 1)


def test_a_fault_is_told_and_what_was_written_stays(on_screen: Show) -> None:
    editor, came = opened(on_screen, thing("warm tea"))
    text = parts(editor, TextArea)[0]
    for wrong in ("a" * 20_000, "   "):
        text.set_text(wrong)
        push(editor, "Keep")
        assert len(read(editor)) == 1
        assert text.text() == wrong
    assert came == []


def test_escape_leaves_it(on_screen: Show) -> None:
    _, came = opened(on_screen, thing("warm tea"))
    press(Qt.Key.Key_Escape)
    assert came == [None]
