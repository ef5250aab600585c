"""Long work away from the window: one runner, with progress and a Cancel that really cancels. Nothing else threads.

A job works in a thread of its executor; what it has to say is delivered in the window's thread, through the event
loop. It must not touch widgets or the window's own vault: it opens another connection.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic, sleep
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from attach_desktop.errors import AttachError
from attach_desktop.interchange.progress import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")


#: After so many seconds of work the window's thread has a turn, of so many seconds at least.
_WORK, _TURN = 0.008, 0.001


class Progress:
    """Handed to the work: it says how far it has come, and learns whether it was called off.

    Whenever it is asked, it also sees to it that the window's thread has its turns. Left to itself, Python gives them
    only to who has waited for five milliseconds without a break, and work that lets go for a moment again and again, as
    each call to SQLite does, begins that time anew each time.
    """

    def __init__(self, cancelled: Event, tell: Callable[[int, int], None]) -> None:
        """``tell`` is told of each step, in the thread of the work."""
        self._cancelled, self._tell = cancelled, tell
        self._since = monotonic()

    def step(self, done: int, total: int) -> bool:
        """``done`` of ``total`` are done (a total of 0: not known). False when the job was called off."""
        if self._cancelled.is_set():
            return False
        self._tell(done, total)
        self._give_way()
        return True

    def check(self) -> None:
        """Raise Cancelled if the job was called off."""
        if self._cancelled.is_set():
            raise Cancelled
        self._give_way()

    def _give_way(self) -> None:
        if monotonic() - self._since >= _WORK:
            sleep(_TURN)
            self._since = monotonic()


class Job:
    """One piece of work under way."""

    def __init__(self) -> None:
        """Not called off, and not over."""
        self.cancelled = Event()
        self.over = False

    def cancel(self) -> None:
        """Call it off. It ends with Cancelled, or as ever if it was past the point of no return."""
        self.cancelled.set()


class Jobs(QObject):
    """Runs work in an executor. Whoever makes one closes it."""

    _delivered = Signal(object)

    def __init__(self, executor: Callable[[], Executor], parent: QObject | None = None) -> None:
        """``executor`` makes the executor when the first work comes: most sessions have none."""
        super().__init__(parent)
        self._make_executor = executor
        self._executor: Executor | None = None
        self._running: set[Job] = set()
        # Queued whatever the thread: a callback never comes before ``run`` has returned.
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[AttachError], None],
        progressed: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Do ``work``, then call either ``done`` with its result or ``failed`` with a known error.

        What nobody foresaw fails with AttachError("unexpected"), the cause attached. ``progressed`` hears of steps.
        """
        job = Job()
        self._running.add(job)

        def tell(step: int, total: int) -> None:
            if progressed is not None:
                self._delivered.emit(partial(self._step, job, progressed, step, total))

        if self._executor is None:
            self._executor = self._make_executor()
        self._executor.submit(self._work, job, partial(work, Progress(job.cancelled, tell)), done, failed)
        return job

    def close(self) -> None:
        """Call off what is under way, wait until it has ended, and deliver nothing any more."""
        for job in self._running:
            job.cancel()
            job.over = True
        self._running.clear()
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=True, cancel_futures=True)

    # -- in the thread of the work ---------------------------------------------------------------------------------

    def _work(
        self,
        job: Job,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AttachError], None],
    ) -> None:
        deliver: Callable[[], None]
        try:
            if job.cancelled.is_set():
                raise Cancelled
            deliver = partial(done, work())
        except AttachError as error:
            deliver = partial(failed, error)
        except BaseException as error:  # whatever it was, somebody is waiting for the end
            unforeseen = AttachError("unexpected", name=type(error).__name__)
            unforeseen.__cause__ = error
            deliver = partial(failed, unforeseen)
        self._delivered.emit(partial(self._end, job, deliver))

    # -- in the window's thread ------------------------------------------------------------------------------------

    def _deliver(self, call: Callable[[], None]) -> None:
        call()

    def _step(self, job: Job, progressed: Callable[[int, int], None], done: int, total: int) -> None:
        if not job.over:
            progressed(done, total)

    def _end(self, job: Job, deliver: Callable[[], None]) -> None:
        if not job.over:
            job.over = True
            self._running.discard(job)
            deliver()


def one_thread() -> Executor:
    """The window's executor: one thread, so that two jobs never write at the same time."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
