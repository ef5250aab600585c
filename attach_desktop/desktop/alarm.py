"""One timer for everything that happens at a time of day: it sleeps until the next moment, and does nothing meanwhile.

It goes by the wall clock, not by how long it has waited: a computer that sleeps, a clock that is set and a zone that
changes are all looked at again, at once where the system tells of them, within ``LONGEST`` where it does not.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer

from attach_desktop.clock import Clock

#: The longest that it sleeps before it looks at the clock again.
LONGEST = timedelta(minutes=15)
#: A timer may fire a little early by the wall clock; sleeping less than this again would be sleeping for nothing.
_LEAST = timedelta(milliseconds=50)

#: The next moment at which there is something to do, seen from now; None if nothing lies ahead.
Next = Callable[[datetime], datetime | None]


class Alarm(QObject):
    """Calls ``ring`` at the moments that ``next_moment`` names, and whenever the clock may have jumped.

    ``ring`` is called with the present moment; it looks for itself whether anything is due, so that being called once
    too often does nothing. With nothing ahead the alarm does not run at all, until ``arm`` is called.
    """

    def __init__(self, clock: Clock, next_moment: Next, ring: Callable[[datetime], object]) -> None:
        """It starts with the first ``arm``."""
        super().__init__()
        self._clock, self._next, self._ring = clock, next_moment, ring
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # To the millisecond: a coarse timer may be late by a twentieth of its time, and this one wakes nobody but once.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._watch = ClockWatch(self.look)

    @property
    def waits(self) -> timedelta | None:
        """How long it sleeps from now on; None while it does not run."""
        return timedelta(milliseconds=self._timer.remainingTime()) if self._timer.isActive() else None

    def arm(self) -> None:
        """Look what lies ahead, and sleep until then. To be called whenever what lies ahead has changed."""
        now = self._clock.now()
        ahead = self._next(now)
        if ahead is None:
            self._timer.stop()
            self._watch.stop()
            return
        # In UTC: two moments of one zone are otherwise subtracted by their hands, over a change of summer time too.
        pause = min(max(ahead.astimezone(UTC) - now.astimezone(UTC), _LEAST), LONGEST)
        self._watch.start()
        self._timer.start(int(pause / timedelta(milliseconds=1)) + 1)

    def look(self) -> None:
        """Ring, and sleep again. Called by the timer, on waking from the computer's sleep and after a clock change."""
        self._timer.stop()
        self._ring(self._clock.now())
        # Ringing may have armed it already, for instance because a record was written.
        if not self._timer.isActive():
            self.arm()

    def stop(self) -> None:
        """Sleep until ``arm`` is called."""
        self._timer.stop()
        self._watch.stop()


class ClockWatch:
    """Tells when the computer's clock has jumped: it was set, or the computer woke up. Costs nothing meanwhile.

    Linux only (timerfd with TFD_TIMER_CANCEL_ON_SET, see timerfd_create(2)); elsewhere it never tells.
    """

    def __init__(self, jumped: Callable[[], object]) -> None:
        """It watches between ``start`` and ``stop``."""
        self._jumped = jumped
        self._file = -1
        self._notifier: QSocketNotifier | None = None

    @property
    def watches(self) -> bool:
        """Whether it would be told."""
        return self._notifier is not None

    def start(self) -> None:
        """Watch from now on."""
        if self._notifier is not None:
            return
        self._file = _jump_file()
        if self._file < 0:
            return
        self._notifier = QSocketNotifier(self._file, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._told)

    def stop(self) -> None:
        """Watch no longer."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
            os.close(self._file)
            self._file = -1

    def _told(self) -> None:
        # Reading says ECANCELED after a jump; then it has to be set again.
        with suppress(OSError):
            os.read(self._file, 8)
        self.stop()
        self.start()
        self._jumped()


def _jump_file() -> int:
    """A file that can be read once the clock has jumped; -1 where the system has none."""
    if sys.platform != "linux":
        return -1
    import ctypes

    class Until(ctypes.Structure):
        """``struct itimerspec``: how often, and when first."""

        _fields_ = (("every", ctypes.c_long * 2), ("first", ctypes.c_long * 2))

    realtime, nonblocking, cloexec, absolute, cancel_on_set = 0, 0o4000, 0o2000000, 1, 2
    try:
        system = ctypes.CDLL(None, use_errno=True)
        file = int(system.timerfd_create(realtime, nonblocking | cloexec))
    except (OSError, AttributeError):
        return -1
    if file < 0:
        return -1
    # Far ahead (the year 2100): it is the cancelling that is waited for.
    until = Until((0, 0), (4_102_444_800, 0))
    if system.timerfd_settime(file, absolute | cancel_on_set, ctypes.byref(until), None) != 0:
        os.close(file)
        return -1
    return file
