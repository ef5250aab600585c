"""The tab "Affirmations": practice, the library, and the values card, one at a time in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.errors import AttachError
from attach_desktop.ui.affirmations.library_view import LibraryView
from attach_desktop.ui.affirmations.practice_view import PracticeView
from attach_desktop.ui.affirmations.values_view import ValuesView
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, SMALL
from attach_desktop.ui.widgets.labels import button


class AffirmationsPage(QWidget):
    """Practises, finds and keeps sentences."""

    def __init__(self, store: AffirmationStore, values: ValuesStore, theme: Theme, shell: Shell) -> None:
        """``shell`` shows the quiet line and the way back."""
        super().__init__()
        self._store, self._shell, self._stale = store, shell, False
        self.practice = PracticeView(store, theme, self.do)
        self.library = LibraryView(store, theme, shell, self.do)
        self.values = ValuesView(values, shell, self.do)
        self._pages = QStackedWidget()
        head = QHBoxLayout()
        head.setContentsMargins(LARGE, SMALL, LARGE, 0)
        head.setSpacing(SMALL)
        # No button group: Tab then reaches each of them, not only the one that is chosen.
        self._choices: list[QPushButton] = []
        for number, (text, page) in enumerate(
            (
                (self.tr("Practice"), self.practice),
                (self.tr("All sentences"), self.library),
                (self.tr("What matters to me"), self.values),
            )
        ):
            choice = button(text, partial(self.open, number), "section")
            choice.setCheckable(True)
            self._choices.append(choice)
            head.addWidget(choice)
            self._pages.addWidget(page)
        head.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._pages, 1)
        self.library.practise_asked.connect(self._practise)
        changes = store.vault.changes
        self._ends = [changes.subscribe(topic, self._changed) for topic in (store.kind.name, values.kind.name)]
        self.open(0)

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """Give the focus to what is on show."""
        page = self._pages.currentWidget()
        if page is not None:
            page.setFocus()

    def leave(self) -> None:
        """What is half-written is kept as a draft."""
        self.do(self.values.keep_draft)
        self.do(self.library.keep_draft)

    def release(self) -> None:
        """End the subscriptions."""
        for end in self._ends:
            end()

    def open(self, number: int) -> None:
        """Show practice (0), the library (1) or the values card (2)."""
        for at, choice in enumerate(self._choices):
            choice.setChecked(at == number)
        self._pages.setCurrentIndex(number)
        self._refresh()

    def go_to_search(self) -> None:
        """Go to the search line of the library."""
        self.open(1)
        self.library.search.setFocus()
        self.library.search.selectAll()

    def do(self, act: Callable[[], object]) -> bool:
        """Do something to the records; a known error is told, and False returned."""
        try:
            act()
        except AttachError as error:
            self._shell.complain(error)
            return False
        return True

    def _practise(self, name: str) -> None:
        self.open(0)
        self.do(lambda: self.practice.show_card(name))

    def _changed(self) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _refresh(self) -> None:
        self._stale = False
        page = self._pages.currentWidget()
        if isinstance(page, PracticeView | LibraryView | ValuesView):
            self.do(page.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._refresh()
