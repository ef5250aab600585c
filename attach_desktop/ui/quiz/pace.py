"""Whether the answers came very fast. Nothing of it is shown or kept but that one word."""

from __future__ import annotations

from datetime import datetime
from statistics import median

from attach_desktop.clock import Clock

#: A median below this many seconds for an item counts as quick (two-seconds rule, Huang et al. 2012).
QUICK_SECONDS = 2.0
#: With fewer sentences answered than this, speed says nothing.
_FEWEST = 4


class Pace:
    """The seconds from seeing a sentence, or from the answer before, to its answer."""

    def __init__(self, clock: Clock) -> None:
        """Time as ``clock`` tells it."""
        self._clock = clock
        self._seconds: dict[int, float] = {}
        self._since: datetime | None = None

    def begin(self) -> None:
        """Forget what was; nothing has been seen yet."""
        self._seconds, self._since = {}, None

    def seen(self) -> None:
        """A sentence comes into view."""
        self._since = self._clock.now()

    def answered(self, place: int) -> None:
        """The sentence at ``place`` was answered, perhaps not for the first time."""
        now = self._clock.now()
        if self._since is not None and now >= self._since:
            self._seconds[place] = self._seconds.get(place, 0.0) + (now - self._since).total_seconds()
        self._since = now

    def quick(self) -> bool:
        """Whether the median time for a sentence was under two seconds."""
        return len(self._seconds) >= _FEWEST and median(self._seconds.values()) < QUICK_SECONDS
