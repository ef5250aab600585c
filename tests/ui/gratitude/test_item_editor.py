"""Editing one item: what is kept, what is told, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.order import rank_at
from attach_desktop.ui.gratitude.item_editor import ItemEditor, Offers
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.text_area import TextArea
from tests.support import NOW
from tests.ui.eyes import part, parts, push, read
from tests.ui.gratitude.slips import thing
from tests.ui.hands import CTRL, press, tab_to, write

Show = Callable[..., None]
LISTS = [Heading("myself", "Myself", hidden=False), Heading("anything", "Anything", hidden=False)]
OFFERS = Offers(lambda: ["Kim"], lambda: LISTS)


def opened(on_screen: Show, item: Item) -> tuple[ItemEditor, list[Item | None]]:
    """An editor with the focus, and what comes of it: items that are kept, None where it is left."""
    editor, came = ItemEditor(item, item.list, item.at, item.at.day, OFFERS), list[Item | None]()
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
        assert any(told.startswith("This cannot be kept as it is: text") for told in read(editor))
        assert text.text() == wrong
    assert came == []


def test_escape_leaves_it(on_screen: Show) -> None:
    _, came = opened(on_screen, thing("warm tea"))
    press(Qt.Key.Key_Escape)
    assert came == [None]


def test_a_new_one_takes_all_of_it_at_once(on_screen: Show) -> None:
    editor, came = ItemEditor(None, "myself", thing("x").at, NOW.date(), OFFERS), list[Item]()
    editor.kept.connect(came.append)
    on_screen(editor)
    editor.start()
    write("the walk home")
    tab_to("Why it mattered")
    write("It was quiet")
    tab_to("People")
    write("Kim,")
    part(editor, Choice).setCurrentIndex(1)
    press(Qt.Key.Key_Return, CTRL)
    assert came == [thing("the walk home", why="It was quiet", people=("Kim",), list="anything")]


def test_in_another_list_its_old_place_counts_no_more(on_screen: Show) -> None:
    item = thing("warm tea", order=rank_at(NOW.replace(tzinfo=None)))
    editor, came = opened(on_screen, item)
    push(editor, "Keep")
    part(editor, Choice).setCurrentIndex(1)
    push(editor, "Keep")
    assert came == [item, thing("warm tea", list="anything")]


def test_a_draft_of_it_is_shown_as_it_was_written(on_screen: Show) -> None:
    editor, _ = opened(on_screen, thing("warm tea"))
    written = {"text": "cold", "why": "y", "people": ["Kim"], "day": "2026-11-01", "list": "anything"}
    editor.set_values(written)
    assert editor.values() == written


def test_a_list_out_of_sight_may_stay_its_list(on_screen: Show) -> None:
    editor, came = opened(on_screen, thing("warm tea", list="own-list"))
    push(editor, "Keep")
    assert came == [thing("warm tea", list="own-list")]
