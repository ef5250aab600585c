"""The slips side by side: how many fit, and that a slip stays the same one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt

from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.item_editor import ItemEditor
from attach_desktop.ui.main_window import MainWindow
from tests.ui.eyes import part
from tests.ui.gratitude.slips import gratitude_page, item_rows, slip, slips, thing
from tests.ui.hands import press, settle
from tests.ui.windows import Windows

Open = Callable[[], MainWindow]


@pytest.mark.parametrize(("width", "columns"), [(660, 2), (900, 2), (1280, 3), (2400, 3)])
def test_as_many_columns_as_there_is_room_for(open_gratitude: Open, width: int, columns: int) -> None:
    window = open_gratitude()
    window.resize(QSize(width, 600))
    settle()
    found = slips(window)
    assert len({one.x() for one in found}) == columns
    assert all(one.geometry().right() <= gratitude_page(window).board.width() for one in found)
    assert not any(a.geometry().intersects(b.geometry()) for a in found for b in found if a is not b)


def test_slips_stay_the_same_whatever_becomes_of_their_lists(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    board = gratitude_page(window).board
    before = {key: board.slip(key) for key in ("myself", "partner", "anything")}
    gratitude.lists.add("Garden")
    gratitude.lists.rename("myself", "Me")
    gratitude.lists.hide("partner")
    gratitude.lists.arrange(["anything", "myself"])
    settle()
    assert {key: board.slip(key) for key in before} == before
    assert [one.heading.name for one in board.slips] == [one.name for one in gratitude.lists.headings()]
    partner = board.slip("partner")
    assert partner is not None
    assert not partner.isVisible()


def test_the_same_lists_change_nothing(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    board = gratitude_page(open_gratitude()).board
    assert not board.show_lists(gratitude.lists.headings())
    assert board.show_lists([Heading("anything", "Anything", hidden=False)])


def test_they_stand_in_the_order_of_the_lists(open_gratitude: Open, windows: Windows) -> None:
    window = open_gratitude()
    found = sorted(slips(window), key=lambda one: (one.y() > 40, one.x()))
    assert [one.heading.key for one in found[:3]] == ["myself", "partner", "relationships"]
    assert slip(window).y() == 0


def test_an_editor_is_as_high_as_it_needs_whatever_the_width(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    for width in (900, 1280):
        window.resize(QSize(width, 600))
        settle()
    item_rows(window)[0].setFocus()
    press(Qt.Key.Key_E)
    settle()
    editor = part(window, ItemEditor)
    assert editor.height() >= editor.minimumSizeHint().height()
