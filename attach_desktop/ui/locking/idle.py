"""How long nothing was pressed, by the wall clock: the hours that a computer sleeps count as well."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from attach_desktop.clock import Clock

#: A timer that is due a little before its time is not made again for a few milliseconds.
_SLACK = 0.05


class Idle(QObject):
    """Says ``over`` once nothing was pressed for so long. Its one timer is only set again when it has run down."""

    over = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Not counting yet."""
        super().__init__(parent)
        self._clock = clock
        self._limit = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    @property
    def minutes(self) -> int:
        """After how many minutes it is over; 0 while it does not count."""
        return round(self._limit / 60)

    def begin(self, minutes: int) -> None:
        """Count from now; 0 minutes is never."""
        self._limit, self._last = minutes * 60.0, self._now()
        self._timer.stop()
        if minutes:
            self._timer.start(round(self._limit * 1000))

    def end(self) -> None:
        """Count no more."""
        self.begin(0)

    def touched(self) -> bool:
        """Something was pressed. Returns whether it came too late: then it is over, and it counts for nothing."""
        if self.look():
            return True
        self._last = self._now()
        return False

    def look(self) -> bool:
        """Look at the clock, and say that it is over if it is; returns whether it is."""
        if not self._limit:
            return False
        now = self._now()
        # A clock that was set back must not make it wait for longer than it says.
        self._last = min(self._last, now)
        left = self._last + self._limit - now
        if left <= _SLACK:
            self.end()
            self.over.emit()
            return True
        if not self._timer.isActive():
            self._timer.start(round(left * 1000))
        return False

    def _now(self) -> float:
        return self._clock.now().timestamp()
