"""Cards on their way to paper: what is marked private stays out unless the person asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.ui.insights.asking import Asking, Question
from attach_desktop.ui.insights.card_state import CardState
from attach_desktop.ui.insights.paper import on_paper
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.paper import printing
from attach_desktop.ui.shell import Shell

_PRIVATE = Filter(words=(("flag", "private"),))


class PrintOut(QObject):
    """Prints cards; where any entry is marked private, it first asks whether such entries go on the paper."""

    def __init__(self, page: QWidget, journal: JournalStore, jobs: Jobs, shell: Shell) -> None:
        """``jobs`` works out anew what the cards say without private entries; ``page`` is the printer dialog's."""
        super().__init__(page)
        self._page, self._journal, self._shell = page, journal, shell
        self._asking = Asking(journal.vault, jobs, self._arrived, self._failed, self._over)
        self._about = ""
        self._states: list[CardState] = []
        self.menu: QMenu | None = None

    @property
    def busy(self) -> bool:
        """Whether cards are being worked out anew."""
        return self._asking.busy

    def begin(self, question: Question, states: Sequence[CardState], about: str, beside: QWidget) -> None:
        """Print ``states``, the answers to ``question`` as they are on show; a choice comes up below ``beside``.

        Whether any entry at all is private is what counts: some cards look at days outside the period, too.
        """
        self.stop()
        try:
            private = self._journal.find(_PRIVATE, 1)
        except AttachError as error:
            self._shell.complain(error)
            return
        if not private:
            self._print(states, about)
            return
        self.menu = QMenu(self._page)
        without = self.menu.addAction(self.tr("Without what I marked as private"))
        without.triggered.connect(lambda: self._work_out(question, states, about))
        everything = self.menu.addAction(self.tr("With what I marked as private"))
        everything.triggered.connect(lambda: self._print(states, about))
        self.menu.setActiveAction(without)
        self.menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def stop(self) -> None:
        """Print nothing any more that is not at the printer yet."""
        self._asking.stop()
        if self.menu is not None:
            self.menu.close()
            self.menu.deleteLater()
            self.menu = None

    def close(self) -> None:
        """Let go of the vault; no work may be under way any more."""
        self._asking.close()

    def _work_out(self, question: Question, states: Sequence[CardState], about: str) -> None:
        self._states = []
        self._about = self.tr("{days}, without what is marked as private").format(days=about)
        self._shell.say(self.tr("Getting the pages ready …"))
        selection = replace(question.selection, without_private=True)
        self._asking.ask(replace(question, selection=selection), tuple(state.key for state in states))

    def _arrived(self, state: CardState) -> None:
        if not state.empty:
            self._states.append(state)

    def _failed(self, _key: str, error: AttachError) -> None:
        # A page with a card missing would be taken for all there is.
        self.stop()
        self._shell.complain(error)

    def _over(self) -> None:
        if self._states:
            self._print(self._states, self._about)
        else:
            self._shell.say(self.tr("Without what is marked as private there is nothing to print."))

    def _print(self, states: Sequence[CardState], about: str) -> None:
        try:
            if printing.document(self._page, on_paper(self.tr("Insights"), about, states)):
                self._shell.say(self.tr("Sent to the printer."))
        except AttachError as error:
            self._shell.complain(error)
