"""A pause after each failed unlock that grows, and that a restart does not shorten.

It slows down somebody who guesses at this window. It is no protection of the file itself: that is the key's cost.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from attach_desktop.clock import Clock, utc_text

LONGEST = timedelta(seconds=60)
_MOST = 1_000_000


class Failures(NamedTuple):
    """How many unlocks have failed since the last that did not, and when the last one did (aware)."""

    number: int
    last: datetime


def pause_after(count: int) -> timedelta:
    """How long to wait after ``count`` failures: 1, 2, 4 … seconds, up to a minute."""
    if count <= 0:
        return timedelta(0)
    return min(timedelta(seconds=2 ** min(count - 1, 10)), LONGEST)


def remaining(failures: Failures | None, now: datetime) -> timedelta:
    """How long it is until the next try. A clock that was set back asks for one whole pause, never for more."""
    if failures is None:
        return timedelta(0)
    pause = pause_after(failures.number)
    return max(timedelta(0), min(pause, failures.last + pause - now))


class Attempts:
    """Failed unlocks of one vault, kept in a small file beside it that holds a count and a time, nothing else."""

    def __init__(self, vault: Path, clock: Clock) -> None:
        """Failed unlocks of the vault at the path ``vault``."""
        self.path = vault.with_name(f"{vault.name}.tries")
        self._clock = clock
        self._known: Failures | None = None

    def wait(self) -> timedelta:
        """How long it is until the next try; nothing if one may be made now."""
        failures, now = self._read(), self._clock.now()
        if failures is not None and failures.last > now:
            # The clock was set back. From here on the pause runs by the new time, so that it ends.
            failures = self._keep(Failures(failures.number, now))
        return remaining(failures, now)

    def failed(self) -> timedelta:
        """One more has failed; returns how long to wait now."""
        before = self._read()
        count = min(before.number if before else 0, _MOST) + 1
        self._keep(Failures(count, self._clock.now()))
        return pause_after(count)

    def succeeded(self) -> None:
        """The vault is open: nothing is held against anybody any more."""
        self._known = None
        with suppress(OSError):
            self.path.unlink()

    def _read(self) -> Failures | None:
        try:
            data = json.loads(self.path.read_bytes())
            last = datetime.fromisoformat(data["last"])
            return Failures(int(data["count"]), last if last.tzinfo else last.replace(tzinfo=UTC))
        except (OSError, ValueError, TypeError, LookupError, OverflowError):
            return self._known  # no file, or one that somebody else wrote: what this run knows is what there is

    def _keep(self, failures: Failures) -> Failures:
        self._known = failures
        text = json.dumps({"count": failures.number, "last": utc_text(failures.last)})
        with suppress(OSError):  # a disk that is full or read-only must not keep anybody from unlocking
            file = os.open(self.path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            try:
                os.write(file, text.encode())
            finally:
                os.close(file)
        return failures
