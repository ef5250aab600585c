"""The page of the affirmations in a window."""

from __future__ import annotations

from attach_desktop.ui.affirmations.page import AffirmationsPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS

#: The tab of the affirmations alone.
AFFIRMATION_TABS = tuple(spec for spec in TABS if spec.key == "affirmations")


def affirmations_page(window: MainWindow) -> AffirmationsPage:
    """The page of the affirmations."""
    page = window.page("affirmations")
    assert isinstance(page, AffirmationsPage)
    return page


def window_of(page: AffirmationsPage) -> MainWindow:
    """The window that a page is in."""
    window = page.window()
    assert isinstance(window, MainWindow)
    return window
