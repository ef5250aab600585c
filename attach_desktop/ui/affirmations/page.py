"""The tab "Affirmations": practice, the library, and the values card, one at a time in one place."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.library_view import LibraryView
from attach_desktop.ui.affirmations.practice_view import PracticeView
from attach_desktop.ui.affirmations.values_view import ValuesView
from attach_desktop.ui.shell import Shell, attempt
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.sections import Sections


class AffirmationsPage(QWidget):
    """Practises, finds and keeps sentences."""

    def __init__(self, store: AffirmationStore, values: ValuesStore, theme: Theme, shell: Shell) -> None:
        """``shell`` shows the quiet line and the way back."""
        super().__init__()
        self._store, self._shell, self._stale = store, shell, False
        self.do = partial(attempt, shell)
        self.practice = PracticeView(store, theme, self.do)
        self.library = LibraryView(store, theme, shell, self.do)
        self.values = ValuesView(values, shell, self.do)
        self._sections = Sections(
            (
                (self.tr("Practice"), self.practice),
                (self.tr("All sentences"), self.library),
                (self.tr("What matters to me"), self.values),
            )
        )
        self._sections.opened.connect(self._refresh)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sections)
        self.practice.print_asked.connect(self.print_shown)
        self.library.practise_asked.connect(self._practise)
        changes = store.vault.changes
        self._ends = [changes.subscribe(topic, self._changed) for topic in (store.kind.name, values.kind.name)]
        self.open(0)

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """Give the focus to what is on show."""
        page = self._sections.section
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
        self._sections.open(number)

    def go_to_search(self) -> None:
        """Go to the search line of the library."""
        self.open(1)
        self.library.search.setFocus()
        self.library.search.selectAll()

    def print_shown(self) -> None:
        """Print the sentence on show as a card; from elsewhere on the page, today's."""
        card = self.practice.card or self._store.today()
        if card is None or not card.text:
            self._shell.say(self.tr("There is no sentence to print yet."))
            return
        from attach_desktop.summary.papers.cards import affirmation_card
        from attach_desktop.ui.paper.single import print_single

        text = card.text
        print_single(self, self._shell, lambda: affirmation_card(text))

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
        page = self._sections.section
        if isinstance(page, PracticeView | LibraryView | ValuesView):
            self.do(page.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._refresh()
