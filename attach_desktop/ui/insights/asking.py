"""Asks the records for one card after the other, in another thread and over a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from attach_desktop.changes import Changes
from attach_desktop.errors import AttachError
from attach_desktop.ui.insights.card_state import CardState, Known
from attach_desktop.ui.jobs import Job, Jobs, Progress
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    from attach_desktop.insights.facts.basis import Selection

Arrived = Callable[[CardState], None]
Failed = Callable[[str, AttachError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: which entries, and what was picked on cards (key, value)."""

    selection: Selection
    picks: Mapping[str, str] = field(default_factory=dict)


class Asking:
    """One question at a time, card by card; a new one calls the one before off."""

    def __init__(self, vault: Vault, jobs: Jobs, arrived: Arrived, failed: Failed, over: Callable[[], None]) -> None:
        """``arrived`` is told of each card, ``failed`` of one that could not be made, ``over`` when all are there."""
        self._vault, self._jobs = vault, jobs
        self._arrived, self._failed, self._over = arrived, failed, over
        self._job: Job | None = None
        self._asked = 0
        self._beside: Vault | None = None
        #: What the cards of one reading of the records tell each other; a new reading begins with nothing.
        self._known = Known()
        self._reading = 0

    @property
    def busy(self) -> bool:
        """Whether cards are still to come."""
        return self._job is not None

    def ask(self, question: Question, keys: tuple[str, ...], *, again: bool = False) -> None:
        """Ask for some cards, in this order; ``again`` where nothing has changed since but what was picked."""
        self.stop()
        if not again:
            self._known = Known()
        self._next(question, keys, self._asked)

    def stop(self) -> None:
        """Ask no further."""
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def close(self) -> None:
        """Let go of the connection; no work may be under way any more."""
        if self._beside is not None:
            self._beside.connection.close()
            self._beside = None

    def _next(self, question: Question, keys: tuple[str, ...], asked: int) -> None:
        if asked != self._asked:
            return
        self._job = None
        if not keys:
            # Not kept for later: the file may be put in the place of another one meanwhile, with a new passphrase.
            self.close()
            self._over()
            return
        key, rest, known = keys[0], keys[1:], self._known

        def go_on() -> None:
            # Through the event loop: what has arrived is painted, and keys are heard, before the next one.
            QTimer.singleShot(0, lambda: self._next(question, rest, asked))

        def done(state: CardState) -> None:
            if asked == self._asked:
                self._arrived(state)
                go_on()

        def failed(error: AttachError) -> None:
            if asked == self._asked:
                self._failed(key, error)
                go_on()

        self._job = self._jobs.run(lambda progress: self._work(question, key, known, asked, progress), done, failed)

    def _work(self, question: Question, key: str, known: Known, asked: int, progress: Progress) -> CardState:
        """In the other thread: work one card out."""
        from attach_desktop.ui.insights.states import Look, state_of

        progress.check()
        if self._reading != asked:
            # What a question that was called off has left open may lead to a file that is not the vault any more.
            self.close()
            self._reading = asked
        if self._beside is None:
            self._beside = Vault(self._vault.another_connection(), self._vault.clock, Changes())
        look = Look.at(self._beside, question.selection, question.picks, known)
        connection = self._beside.connection
        # All of a card from one state of the vault, whatever the window writes meanwhile. Whoever calls it off, such as
        # by closing or locking, waits for milliseconds only: each statement looks by itself whether it is still wanted
        # (an interruption from outside would end the one that happens to run, and the next would go on).
        with connection.snapshot(), connection.watched(progress.check):
            return state_of(key, look)
