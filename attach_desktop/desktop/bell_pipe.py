"""How a second start reaches the first window where there are named pipes: anywhere but on Windows.

A pipe of the person's own is rung by writing a line into it. Who rings makes another pipe for the answer, next to the
first, and names it by a number in front of the line. A line is shorter than what the system writes in one piece.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSocketNotifier

#: Bytes. POSIX promises that up to 512 are written in one piece.
LONGEST = 512
ANSWER = b"ok\n"
_PAUSE = 0.01


class PipeBell:
    """A bell at one path."""

    def __init__(self, path: Path) -> None:
        """``path`` is absolute; nothing is done with it yet."""
        self.path = path
        self._ends: list[int] = []
        self._notifier: QSocketNotifier | None = None
        self._line = b""

    # -- at the door -----------------------------------------------------------------------------------------------

    def ring(self, line: bytes, patience: float) -> bool:
        """Ring with a ``line`` without its end; whether it was answered within ``patience`` seconds."""
        until = monotonic() + patience
        number = os.getpid()
        said = b"%d\t%s\n" % (number, line)
        if len(said) > LONGEST:
            return False
        bell = self._bell(until)
        if bell is None:
            return False
        answers = self._answers(number)
        try:
            # Left by one with the same number that was killed while it waited.
            answers.unlink(missing_ok=True)
            os.mkfifo(answers, 0o600)
            heard = os.open(answers, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            os.close(bell)
            return False
        try:
            return _write(bell, said, until) and _read(heard, until) == ANSWER
        finally:
            os.close(heard)
            os.close(bell)
            answers.unlink(missing_ok=True)

    def _bell(self, until: float) -> int | None:
        """The pipe, open for writing. The first one may only just have been started: it hangs once it is painted."""
        while (bell := _opened(self.path)) is None and monotonic() < until:
            sleep(_PAUSE)
        return bell

    # -- inside ----------------------------------------------------------------------------------------------------

    def hang(self, heard: Callable[[bytes], bool]) -> bool:
        """Answer from now on if ``heard(line)`` says so; False where no pipe can be made. Only one hangs at a path."""
        from PySide6.QtCore import QSocketNotifier

        try:
            # There is one at a time: a pipe that is there was left behind by a process that was killed.
            for left in (self.path, *self.path.parent.glob(f"{self.path.name}.*")):
                left.unlink(missing_ok=True)
            os.mkfifo(self.path, 0o600)
            self._ends = [os.open(self.path, os.O_RDONLY | os.O_NONBLOCK)]
            # Held open, so that the pipe does not end, over and over, when somebody has rung.
            self._ends.append(os.open(self.path, os.O_WRONLY | os.O_NONBLOCK))
        except OSError:
            self.take_down()
            return False
        self._heard = heard
        self._notifier = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._rung)
        return True

    def take_down(self) -> None:
        """Answer no more."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
            with suppress(OSError):
                self.path.unlink()
        for end in self._ends:
            os.close(end)
        self._ends = []

    def _rung(self) -> None:
        with suppress(BlockingIOError):
            self._line += os.read(self._ends[0], 8 * LONGEST)
        *lines, rest = self._line.split(b"\n")
        self._line = rest if len(rest) <= LONGEST else b""
        for line in lines:
            number, _, said = line.partition(b"\t")
            if number.isdigit() and len(number) < 12 and self._heard(said):
                self._answer(self._answers(int(number)))

    def _answer(self, path: Path) -> None:
        answers = _opened(path)
        if answers is not None:
            with suppress(OSError):
                os.write(answers, ANSWER)
            os.close(answers)

    def _answers(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{number}")


def _opened(path: Path) -> int | None:
    """A pipe that somebody reads, open for writing; None where there is none."""
    try:
        end = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError:
        return None
    if stat.S_ISFIFO(os.fstat(end).st_mode):
        return end
    os.close(end)
    return None


def _write(end: int, said: bytes, until: float) -> bool:
    """Write in one piece; False where the pipe stays full, because nobody takes anything out of it."""
    while True:
        try:
            return os.write(end, said) == len(said)
        except BlockingIOError:
            if monotonic() > until:
                return False
            sleep(_PAUSE)
        except OSError:
            return False


def _read(end: int, until: float) -> bytes:
    """What is written to a pipe, up to the end of a line or of the patience."""
    found = b""
    while not found.endswith(b"\n") and monotonic() < until:
        with suppress(BlockingIOError):
            found += os.read(end, LONGEST)
        if not found.endswith(b"\n"):
            sleep(_PAUSE)
    return found
