"""Items for the slips, and the slips of a window."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QMenu

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.ui.gratitude.item_row import ItemRow
from attach_desktop.ui.gratitude.page import GratitudePage
from attach_desktop.ui.gratitude.slip import Slip
from attach_desktop.ui.gratitude.wishes import ItemMenu
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from tests.support import NOW, ZONE
from tests.ui.eyes import parts
from tests.ui.hands import settle

#: The tab of gratitude alone.
GRATITUDE_TABS = tuple(spec for spec in TABS if spec.key == "gratitude")


def thing(text: str, days_ago: int = 0, moment: Moment | None = None, **fields: Any) -> Item:
    """An item of some days before the clock's now, or of a moment."""
    at = moment or Moment.from_datetime(NOW - timedelta(days=days_ago), ZONE)
    return Item(at=at, text=text, **{"list": "myself", **fields})


def gratitude_page(window: MainWindow) -> GratitudePage:
    """The page of gratitude."""
    page = window.page("gratitude")
    assert isinstance(page, GratitudePage)
    return page


def slips(window: MainWindow) -> list[Slip]:
    """The slips on show."""
    return parts(gratitude_page(window), Slip)


def slip(window: MainWindow, key: str = "myself") -> Slip:
    """The slip of one list."""
    return next(one for one in slips(window) if one.heading.key == key)


def rows(window: MainWindow, key: str = "myself") -> list[str]:
    """The texts on the slip of one list, from above."""
    return [one.record.value.text for one in item_rows(window, key)]


def item_rows(window: MainWindow, key: str = "myself") -> list[ItemRow]:
    """The rows of one list, from above."""
    return sorted(parts(slip(window, key), ItemRow), key=lambda row: row.y())


def choose_for(row: ItemRow, name: str) -> None:
    """Choose a line of a row's menu, in a menu within it perhaps."""
    menu = row.findChildren(ItemMenu)[0]
    menu.aboutToShow.emit()
    settle()
    actions = [*menu.actions(), *(one for inner in menu.findChildren(QMenu) for one in inner.actions())]
    next(one for one in actions if one.text() == name).trigger()
    settle()
