"""The tabs of an open vault: each page is built when it is first shown, and all of them go when the vault does."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.house import House
from attach_desktop.ui.tabs import FIRST, TabSpec, page_of


class TabArea(QTabWidget):
    """Builds, shows and lets go of pages."""

    def __init__(self, house: House, specs: tuple[TabSpec, ...], first: str = FIRST) -> None:
        """Opens on the tab ``first``; ``house`` is what pages are built from."""
        super().__init__()
        self._house, self._specs = house, specs
        self._pages: dict[str, QWidget] = {}
        self._complete = False
        self.setDocumentMode(True)
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.setAccessibleName(self.tr("Tabs"))
        for spec in specs:
            self.addTab(_Room(), spec.shown_title())
        keys = [spec.key for spec in specs]
        at = next((keys.index(key) for key in (first, FIRST) if key in keys), 0)
        self.setCurrentIndex(at)
        self.currentChanged.connect(self._build)
        self._build(at)

    def page(self, key: str) -> QWidget | None:
        """The page of a tab, if it has been built."""
        return self._pages.get(key)

    @property
    def current(self) -> str:
        """The key of the tab on show."""
        return self._specs[self.currentIndex()].key

    def open(self, key: str) -> QWidget | None:
        """Show a tab and give its page the focus."""
        for at, spec in enumerate(self._specs):
            if spec.key == key:
                self.setCurrentIndex(at)
                page = self._pages.get(key)
                if page is not None:
                    page_of(page).start()
                return page
        return None

    def complete(self) -> None:
        """The window has been painted: pages build what could wait."""
        self._complete = True
        for page in self._pages.values():
            page_of(page).complete()

    def keep_all(self) -> None:
        """Put every half-written thing on disk."""
        for page in self._pages.values():
            page_of(page).leave()

    def release(self) -> None:
        """Pages let go of the vault; afterwards they are only good for being destroyed."""
        for page in self._pages.values():
            page_of(page).release()
        self._pages.clear()

    def _build(self, at: int) -> None:
        spec, room = self._specs[at], self.widget(at)
        if spec.key in self._pages or not isinstance(room, _Room):
            return
        try:
            page = spec.build(self._house)
        except AttachError as error:
            from attach_desktop.sentences import tell
            from attach_desktop.ui.widgets.empty_state import EmptyState

            told = tell(error)
            room.put(EmptyState(told.happened, f"{told.safe} {told.next}"))
            return
        self._pages[spec.key] = page
        room.put(page)
        if self._complete:
            page_of(page).complete()


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
        # At once, not when the layout gets to it: the page is about to be given the focus. In a window that is not on
        # show yet it would be measured for nothing, and comes into sight with the window.
        if self.isVisible():
            widget.show()
