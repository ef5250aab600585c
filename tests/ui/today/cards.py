"""The page Today of a window, and the cards on it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.ui.today.page import TodayPage
from tests.ui.eyes import parts

#: Today, and the journal that it leads on to.
TODAY_TABS = tuple(spec for spec in TABS if spec.key in ("today", "journal"))


def today_page(window: MainWindow) -> TodayPage:
    """The page Today."""
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def titles(window: MainWindow) -> list[str]:
    """The titles of what is on show, from above."""
    page = today_page(window)
    found = [one for one in parts(page, QLabel) if one.property("role") == "lead"]
    return [one.text() for one in sorted(found, key=lambda one: one.mapTo(page, one.rect().topLeft()).y())]
