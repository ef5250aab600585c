"""Opens the whole window on a vault, as the program does, without starting another process."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.journal.page import JournalPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS, TabSpec, page_of
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.ui.hands import settle

WIDE = QSize(1280, 800)
NARROW = QSize(900, 600)
#: The journal's tab alone.
JOURNAL = tuple(spec for spec in TABS if spec.key == "journal")


class Windows:
    """Opens windows and closes them again, freeing them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._open: list[MainWindow] = []

    def __call__(
        self, vault: Vault, size: QSize | None = WIDE, tabs: tuple[TabSpec, ...] = JOURNAL, tab: str | None = "journal"
    ) -> MainWindow:
        """A window on ``vault``, shown, complete and started, on ``tab``; ``size`` None leaves it at what it chose."""
        window = MainWindow(vault, self._theme, tabs)
        self._open.append(window)
        if size is not None:
            window.resize(size)
        window.show()
        window.activateWindow()
        settle()
        window.start()
        window.complete()
        if tab is not None:
            window.open_tab(tab)
        assert QApplication.activeWindow() is window
        return window

    def leave(self, window: MainWindow) -> None:
        """Close a window as a person does, and free it."""
        window.close()
        self._free(window)

    def crash(self, window: MainWindow) -> None:
        """Let a window vanish as in a crash: nothing is told, nothing is put on disk."""
        for spec in TABS:
            page = window.page(spec.key)
            if page is not None:
                page_of(page).release()
        self._free(window)

    def close(self) -> None:
        """Close and free what is still open."""
        for window in tuple(self._open):
            self.leave(window)

    def _free(self, window: MainWindow) -> None:
        self._open.remove(window)
        window.deleteLater()
        settle()


def journal_page(window: MainWindow) -> JournalPage:
    """The journal's page of a window."""
    page = window.page("journal")
    assert isinstance(page, JournalPage)
    return page
