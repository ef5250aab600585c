"""The menu of an item, and what is wished with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from attach_desktop.gratitude.lists import Heading
from attach_desktop.ui.gratitude.item_row import ItemRow
from attach_desktop.ui.gratitude.wishes import ItemMenu, Wishes
from attach_desktop.vault.kind import Stored
from tests.support import NOW
from tests.ui.gratitude.slips import choose_for, thing

LISTS = [Heading("myself", "Myself", hidden=False), Heading("rd", "R&D", hidden=False)]


def opened(on_screen: Callable[..., None], wishes: Wishes, *, steps: bool = True) -> tuple[ItemRow, list[QAction]]:
    record = Stored("id", thing("warm tea", people=("Kim",)), NOW, NOW)
    row = ItemRow(record, "8 November", wishes)
    on_screen(row)
    menu = ItemMenu(record, wishes, row, steps=steps)
    menu.aboutToShow.emit()
    return row, menu.actions()


def words(actions: list[QAction]) -> list[str]:
    return [action.text() for action in actions if not action.isSeparator()]


def test_what_can_be_done_with_an_item(on_screen: Callable[..., None]) -> None:
    _, actions = opened(on_screen, Wishes(lambda: LISTS))
    assert words(actions) == [
        "Edit", "Move up", "Move down", "Move to another list", "Tell them: copy as a note",
        "Tell them: print as a note …", "Do not bring back what is with Kim", "Delete",
    ]  # fmt: skip


def test_in_a_list_by_days_nothing_moves_up_or_down(on_screen: Callable[..., None]) -> None:
    _, actions = opened(on_screen, Wishes(lambda: LISTS[:1]), steps=False)
    assert "Move up" not in words(actions)
    assert "Move to another list" not in words(actions)


def test_each_wish_carries_the_item(on_screen: Callable[..., None]) -> None:
    wishes, came = Wishes(lambda: LISTS), list[object]()
    for signal in (wishes.delete, wishes.copy, wishes.print):
        signal.connect(lambda record: came.append(record.value.text))
    wishes.step.connect(lambda record, by: came.append(by))
    wishes.move.connect(lambda record, key: came.append(key))
    wishes.hide_person.connect(came.append)
    row, _ = opened(on_screen, wishes)
    for name in ("Delete", "Tell them: copy as a note", "Tell them: print as a note …", "Move up", "Move down",
                 "R&&D", "Do not bring back what is with Kim"):  # fmt: skip
        choose_for(row, name)
    assert came == ["warm tea", "warm tea", "warm tea", -1, 1, "rd", "Kim"]
    assert all(isinstance(menu, QMenu) for menu in row.findChildren(QMenu))
