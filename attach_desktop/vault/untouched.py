"""Notices when a program that knows nothing of SQLite has written into the file of an open vault.

While a vault is open, SQLite writes into the file itself at one occasion only: when the write-ahead log is folded in.
Whoever does that, this process or another one (the command line beside the window), leaves a trace that SQLite tells:
how much of the log has been folded in, how long the log is, and whether another connection has committed. Where the
file's size or time of change has moved and none of these has, something else wrote.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

#: Nanoseconds for which a time of change must lie back before a later one tells anything: while another process folds
#: in a long log, the file changes again and again, and the trace of it comes last.
_SETTLED = 2_000_000_000
#: How often, and after how many seconds each time, it looks for that trace before it says that there is none.
_LOOKS, _BETWEEN = 20, 0.02


class Trace(NamedTuple):
    """What SQLite tells: frames in the log, how many are folded in, and a number that others' commits change.

    The number is None where the file cannot be read.
    """

    log: int
    folded: int
    version: int | None

    def shows_folding_since(self, before: Trace) -> bool:
        """Whether the log may have been folded in since ``before``. Our own commits alone only make it longer."""
        others = None not in (self.version, before.version) and self.version != before.version
        return others or self.folded != before.folded or self.log < before.log


#: Reads the trace now; None where SQLite cannot be asked.
Ask = Callable[[], Trace | None]


class Untouched:
    """Watches one open file, from the moment it is made. Looking costs some microseconds."""

    def __init__(self, path: Path, ask: Ask, now: Callable[[], int] = time.time_ns) -> None:
        """Watch the file at ``path``. ``now`` is the clock that dates files, in nanoseconds."""
        self._path, self._ask, self._now = path, ask, now
        # The trace first: what is folded in between the two shows as a later trace, never as a foreign hand.
        self._trace = ask()
        self._seen = _stamp(path)
        self._settled = self._lies_back()
        self.written = False

    def look(self) -> bool:
        """Whether nobody else has written into the file so far; once somebody has, that stays so.

        False positives are dear, so in doubt it is nobody: shortly after a folding in, or where SQLite cannot be asked.
        """
        if self.written or self._seen is None:
            return not self.written
        trace = self._ask()
        seen = _stamp(self._path)
        if seen is None or trace is None or self._trace is None:
            # It is gone, which others notice; or the connection is in the middle of something.
            self._trace = self._trace or trace
            return True
        if seen == self._seen:
            self._trace = trace
            self._settled = self._settled or self._lies_back()
        elif self._settled and not self._folding_shows():
            self.written = True
        else:
            self._trace, self._settled = self._ask() or trace, False
            self._seen = _stamp(self._path) or seen
        return not self.written

    def _lies_back(self) -> bool:
        return self._seen is not None and self._now() - self._seen[1] >= _SETTLED

    def _folding_shows(self) -> bool:
        for _ in range(_LOOKS):
            trace = self._ask()
            if trace is None or self._trace is None or trace.shows_folding_since(self._trace):
                return True
            time.sleep(_BETWEEN)
        return False


def _stamp(path: Path) -> tuple[int, int] | None:
    """Size and time of change; the size alone where the time comes late (Windows); None where there is no file."""
    try:
        found = os.stat(path)  # noqa: PTH116 (before every write: half the time of Path.stat)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns if os.name == "posix" else 0
