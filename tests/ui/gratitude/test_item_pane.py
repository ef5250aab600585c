"""The item that was chosen in the list by days, in full."""

from __future__ import annotations

from collections.abc import Callable

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.item_editor import ItemEditor
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.finding import Filter
from tests.ui.eyes import part, push, read
from tests.ui.gratitude.slips import gratitude_page, thing
from tests.ui.hands import settle
from tests.ui.windows import NARROW, WIDE

Open = Callable[[], MainWindow]


def test_it_shows_all_of_an_item_and_goes_with_the_list(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", why="It was cold", people=("Kim",)))
    page = gratitude_page(open_gratitude())
    page.panel.set_filter(Filter(query="tea"))
    page.panel.table.step(1)
    assert read(page.pane) == ["warm tea", "It was cold", "Myself · 8 November · Kim"]
    page.panel.go_home()
    assert not page.pane.isVisible()


def test_a_long_item_leaves_the_list_in_sight(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("word " * 900))
    window = open_gratitude()
    page = gratitude_page(window)
    page.panel.set_filter(Filter(query="word"))
    page.panel.table.step(1)
    settle()
    assert page.panel.table.height() > 100
    assert page.pane.height() <= window.height() * 0.6


def test_what_is_edited_stays_open_and_cancel_shows_it_again(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    gratitude.add(thing("cold tea", 1))
    page = gratitude_page(open_gratitude())
    page.panel.set_filter(Filter(query="tea"))
    page.panel.table.step(1)
    push(page.pane, "Edit")
    page.panel.table.step(1)
    assert page.pane.editing.values()["text"] == "warm tea"
    push(page.pane, "Cancel")
    assert "cold tea" in read(page.pane)


def test_the_editor_has_the_room_it_needs_or_half_of_the_window(
    open_gratitude: Open, gratitude: GratitudeStore
) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    page = gratitude_page(window)
    for size in (WIDE, NARROW):
        window.resize(size)
        page.panel.set_filter(Filter(query="tea"))
        page.panel.table.step(1)
        push(page.pane, "Edit")
        editor = part(page.pane, ItemEditor)
        assert page.pane.height() >= min(editor.minimumSizeHint().height(), int(window.height() * 0.5))
        push(page.pane, "Cancel")
