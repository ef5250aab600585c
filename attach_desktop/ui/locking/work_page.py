"""What is shown while the vault's file itself is being worked on, and nobody may have it open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Waiting
from attach_desktop.ui.jobs import Job, Jobs, Progress, one_thread
from attach_desktop.ui.locking.card import centred_card
from attach_desktop.ui.theme.tokens import MEDIUM
from attach_desktop.ui.widgets.labels import label

T = TypeVar("T")
#: Work on a file: it is told how to say how far it has come, 0 to 1, which raises Cancelled when it was called off.
FileWork = Callable[[Callable[[float], None]], T]
_WIDTH, _PARTS = 440, 1000


class WorkPage(QWidget):
    """Says what is being done, how far it has come, and offers to call it off where that is possible."""

    def __init__(self, text: str, jobs: Jobs | None = None, *, may_stop: bool = True) -> None:
        """Nothing is being done yet; ``text`` says what will be, ``may_stop`` whether it can be called off."""
        super().__init__()
        self._jobs = jobs or Jobs(one_thread, self)
        self._job: Job | None = None
        self._text = text
        _, column = centred_card(self, _WIDTH)
        column.addWidget(label(self.tr("One moment"), "title"))
        column.addSpacing(MEDIUM)
        self.waiting = Waiting(self.call_off if may_stop else None)
        column.addWidget(self.waiting)

    def run(self, work: FileWork[T], done: Callable[[T], None], failed: Callable[[AttachError], None]) -> None:
        """Do ``work`` in another thread, then call either ``done`` or ``failed``."""

        def working(progress: Progress) -> T:
            def tell(share: float) -> None:
                progress.check()
                progress.step(round(share * _PARTS), _PARTS)

            return work(tell)

        self.waiting.begin(self._text)
        self._job = self._jobs.run(working, done, failed, self.waiting.step)

    def call_off(self) -> None:
        """Call it off. It ends as it was before, or as wanted if it was past the point of no return."""
        if self._job is not None:
            self._job.cancel()
            self.waiting.stopping()

    def close_down(self) -> None:
        """Call it off and wait until it has ended: the program ends."""
        self._jobs.close()
