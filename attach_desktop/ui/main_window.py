"""The window: tabs built when first shown, a menu that holds everything, and the quiet line at the bottom."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QTabWidget, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.status_line import StatusLine
from attach_desktop.ui.tabs import FIRST, TABS, House, TabSpec, page_of
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    # Named in annotations alone; Qt's event types take a millisecond each to come into being.
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from attach_desktop.vault.finding import Filter

_GEOMETRY = "window-size"


class MainWindow(QMainWindow):
    """Shows the tabs of ``tabs``; is the Shell of their pages. ``painted`` comes once, after the first time."""

    painted = Signal()

    def __init__(self, vault: Vault, theme: Theme, tabs: tuple[TabSpec, ...] = TABS, *, demo: bool = False) -> None:
        """``demo`` says in the title that the records are made up."""
        super().__init__()
        self.vault, self.theme, self._specs = vault, theme, tabs
        self._pages: dict[str, QWidget] = {}
        self._painted = False
        self._data_version = vault.data_version()
        self.setWindowTitle(self.tr("Attach – made-up records") if demo else self.tr("Attach"))
        self.status = StatusLine()
        self.setStatusBar(self.status)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(False)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.setAccessibleName(self.tr("Tabs"))
        for spec in tabs:
            self._tabs.addTab(_Room(), spec.shown_title())
        first = next((at for at, spec in enumerate(tabs) if spec.key == FIRST), 0)
        self._tabs.setCurrentIndex(first)
        self._tabs.currentChanged.connect(self._open_tab)
        self.setCentralWidget(self._tabs)
        self.painted.connect(self.complete)
        self.resize(self._kept_size())
        self.setMinimumSize(QSize(640, 480))
        self._open_tab(first)

    # -- the Shell -------------------------------------------------------------------------------------------------

    def say(self, text: str) -> None:
        """Show a quiet line."""
        self.status.say(text)

    def offer_undo(self, text: str, undo: Callable[[], object], step: str) -> None:
        """Say what was done and offer the way back."""

        def guarded() -> None:
            try:
                undo()
            except AttachError as error:
                self.complain(error)

        self.status.offer(text, guarded, step)

    def complain(self, error: AttachError) -> None:
        """Tell a known error in the line at the bottom; what was typed stays where it is."""
        from attach_desktop.sentences import tell

        told = tell(error)
        self.status.say(f"{told.happened} {told.safe} {told.next}")

    def show_journal(self, begin: date, end: date) -> None:
        """Open the journal on some days."""
        from attach_desktop.journal.store import Filter

        self.show_entries(Filter(begin=begin, end=end))

    def show_entries(self, wanted: Filter) -> None:
        """Open the journal on the entries that ``wanted`` finds."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.show_filter(wanted)

    def open_entry(self, record_id: str) -> None:
        """Open one entry in the journal."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.show_entry(record_id)

    def write_entry(self, values: dict[str, Any]) -> None:
        """Go on with a new entry in the journal."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.write(values)

    def look_around(self) -> None:
        """A second window on made-up records, in a process of its own."""
        from PySide6.QtCore import QProcess

        frozen = getattr(sys, "frozen", False)
        QProcess.startDetached(sys.executable, ["--demo"] if frozen else ["-P", "-m", "attach_desktop", "--demo"])

    # -- tabs ------------------------------------------------------------------------------------------------------

    @property
    def tab_widget(self) -> QTabWidget:
        """The tabs."""
        return self._tabs

    def page(self, key: str) -> QWidget | None:
        """The page of a tab, if it has been built."""
        return self._pages.get(key)

    def open_tab(self, key: str) -> QWidget | None:
        """Show a tab and give its page the focus."""
        for at, spec in enumerate(self._specs):
            if spec.key == key:
                self._tabs.setCurrentIndex(at)
                page = self._pages.get(key)
                if page is not None:
                    page_of(page).start()
                return page
        return None

    def _open_tab(self, at: int) -> None:
        spec, room = self._specs[at], self._tabs.widget(at)
        if spec.key in self._pages or not isinstance(room, _Room):
            return
        try:
            page = spec.build(House(self.vault, self.theme, self))
        except AttachError as error:
            from attach_desktop.sentences import tell
            from attach_desktop.ui.widgets.empty_state import EmptyState

            told = tell(error)
            room.put(EmptyState(told.happened, f"{told.safe} {told.next}"))
            return
        self._pages[spec.key] = page
        room.put(page)
        if self._painted:
            page_of(page).complete()

    # -- menu ------------------------------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        from attach_desktop.ui.menu import fill_menu

        fill_menu(self, self._specs)

    def undo(self) -> None:
        """Take back what was done last, if it can be."""
        self.status.undo()

    def log_mood(self) -> None:
        """From anywhere: the mood grid, ready for two digits and Enter."""
        from attach_desktop.ui.journal.page import JournalPage

        page = self.open_tab("journal")
        if isinstance(page, JournalPage):
            page.start_entry()

    # -- coming and going ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint comes what one does not wait for: the menu, and what pages left for later."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def complete(self) -> None:
        """Build what could wait until the window had been painted once."""
        self._painted = True
        if not self.menuBar().actions():
            self._fill_menu()
        for page in self._pages.values():
            page_of(page).complete()

    def start(self) -> None:
        """Give the focus to the first page."""
        self.open_tab(self._specs[self._tabs.currentIndex()].key)

    def keep_all(self) -> None:
        """Put every half-written thing on disk."""
        for page in self._pages.values():
            page_of(page).leave()

    def look_again(self) -> None:
        """Refresh if another process has changed the vault."""
        version = self.vault.data_version()
        if version != self._data_version:
            self._data_version = version
            for spec in self._specs:
                self.vault.changes.notify(spec.key)

    def changeEvent(self, event: QEvent) -> None:
        """On coming to the front, look whether the records changed elsewhere."""
        super().changeEvent(event)
        if self.isActiveWindow():
            try:
                self.look_again()
            except AttachError as error:
                self.complain(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing half-written is lost; pages let go of the vault."""
        self.keep_all()
        try:
            if not self.isMaximized():
                self.vault.settings.set(_GEOMETRY, [self.width(), self.height()])
        except AttachError:
            # The size of a window is not worth keeping somebody in the program for.
            event.accept()
        for page in self._pages.values():
            page_of(page).release()
        super().closeEvent(event)

    def _kept_size(self) -> QSize:
        kept = self.vault.settings.get(_GEOMETRY)
        if isinstance(kept, list) and len(kept) == 2 and all(isinstance(side, int) for side in kept):
            return QSize(max(640, min(kept[0], 6000)), max(480, min(kept[1], 4000)))
        return QSize(1180, 780)


class _Room(QWidget):
    """The place of a page until it is built."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def put(self, widget: QWidget) -> None:
        while (before := self._box.takeAt(0)) is not None:
            if (card := before.widget()) is not None:
                card.hide()
                card.deleteLater()
        self._box.addWidget(widget)
        # At once, not when the layout gets to it: the page is about to be given the focus.
        widget.show()
