"""Lays out what is chosen, in another thread: the newest choice wins, and the one before is really called off."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from attach_desktop.errors import AttachError
from attach_desktop.summary.build import Wanted
from attach_desktop.ui.jobs import Job, Jobs
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary import work
from attach_desktop.ui.summary.work import Laid
from attach_desktop.vault.vault import Vault

#: Choices that come thick and fast are waited for, in milliseconds.
_SETTLED = 120
#: After so many milliseconds it is told that it takes a while; before that nobody has had the time to wonder.
_A_WHILE = 400


class Laying(QObject):
    """Knows the pages of the last choice that came through, and whether they are those of the present one."""

    #: New pages, as Laid.
    arrived = Signal(object)
    #: It takes a while.
    lasting = Signal()
    progressed = Signal(int, int)
    #: An AttachError: the pages before are still those that are known.
    failed = Signal(object)

    def __init__(self, vault: Vault, jobs: Jobs, parent: QObject | None = None) -> None:
        """``jobs`` does the work, on ``vault`` over another connection."""
        super().__init__(parent)
        self._vault, self._jobs = vault, jobs
        self._asked: tuple[Wanted, Paper] | None = None
        self._job: Job | None = None
        self.laid: Laid | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._begin)
        self._while = QTimer(self)
        self._while.setSingleShot(True)
        self._while.setInterval(_A_WHILE)
        self._while.timeout.connect(self.lasting)

    @property
    def busy(self) -> bool:
        """Whether pages are still to come."""
        return self._job is not None or self._later.isActive()

    @property
    def current(self) -> bool:
        """Whether the pages that are known are those of what was asked for last."""
        return self.laid is not None and (self.laid.wanted, self.laid.paper) == self._asked

    def ask(self, wanted: Wanted, paper: Paper, after: int = _SETTLED) -> None:
        """Lay this out, ``after`` so many milliseconds in which nothing else was asked for."""
        self.stop()
        self._asked = wanted, paper
        if self.current:
            # Back to what is there: nothing to do, and whoever waits for it has it.
            self.arrived.emit(self.laid)
            return
        self._while.start()
        self._later.start(after)

    def stop(self) -> None:
        """Call off what is under way; nothing more of it is heard."""
        self._later.stop()
        self._while.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def forget(self) -> None:
        """Call off what is under way, and let go of the pages."""
        self.stop()
        self.laid = None

    def _begin(self) -> None:
        if self._asked is None:
            return
        wanted, paper = self._asked
        vault, known = self._vault, self.laid
        job = self._job = self._jobs.run(
            lambda progress: work.laid_out(vault, wanted, paper, known, progress),
            lambda laid: self._done(job, laid),
            lambda error: self._failed(job, error),
            lambda done, total: self._progress(job, done, total),
        )

    def _done(self, job: Job, laid: Laid) -> None:
        if job is self._job:
            self._over()
            self.laid = laid
            self.arrived.emit(laid)

    def _failed(self, job: Job, error: AttachError) -> None:
        if job is self._job:
            self._over()
            self.failed.emit(error)

    def _progress(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self.progressed.emit(done, total)

    def _over(self) -> None:
        self._while.stop()
        self._job = None
