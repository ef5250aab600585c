"""One window for one person's records: a second start asks the first to show itself, and ends.

Whether there is a first one is told by a locked file beside the records, in microseconds and without Qt: the system
takes the lock away from a process that died, so nothing is ever left behind. Asking is ringing a bell of the person's
own (a named pipe; on Windows, a local socket), which the first one hangs up only after its window has been painted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Protocol

#: What a second start may ask: to be shown, on a page or as it is. "moment" is a new mood.
SHOW = "show"
_FILE = "window.lock"
#: Seconds. One that does not answer for so long hangs; the second start then opens a window of its own.
PATIENCE = 2.0
#: The longest that a token for coming to the front may be; without it one comes there all the same, or flashes.
_LONGEST_TOKEN = 256


class Bell(Protocol):
    """What a second start rings."""

    def ring(self, line: bytes, patience: float) -> bool:
        """Ring with a ``line`` without its end; whether it was answered within ``patience`` seconds."""
        ...

    def hang(self, heard: Callable[[bytes], bool]) -> bool:
        """Answer from now on if ``heard(line)`` says so; False where the system does not let one."""
        ...

    def take_down(self) -> None:
        """Answer no more."""
        ...


class SingleInstance:
    """The claim to be the one window on the records in a folder."""

    def __init__(self, folder: Path, bell: Callable[[Path], Bell] | None = None) -> None:
        """``folder`` holds the records; it must exist by the time of ``claim``.

        ``bell`` makes the bell of a folder: where it is None, that of this system.
        """
        self._folder, self._make_bell = folder, bell or bell_of
        self._file: IO[bytes] | None = None
        self._bell: Bell | None = None
        self._asked: Callable[[str, str], object] | None = None

    def claim(self) -> bool:
        """Become the first one; False where another process is. Where nothing can be locked, everybody is the first."""
        try:
            # The owner's alone, as every file in there, whatever the umask.
            file = os.fdopen(os.open(self._folder / _FILE, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "ab")
        except OSError:
            return True
        try:
            _lock(file)
        except BlockingIOError:
            file.close()
            return False
        except OSError:
            file.close()
            return True
        self._file = file
        return True

    def ask(self, page: str = "", patience: float = PATIENCE) -> bool:
        """Ask the first one to show itself, on ``page`` where one is named. False where it does not answer.

        ``patience`` is how many seconds it is given.
        """
        # On Wayland a window may come to the front only with the token that this start was given.
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", "")
        if len(token) > _LONGEST_TOKEN or not token.isprintable():
            token = ""
        return self._make_bell(self._folder).ring(f"{SHOW}\t{page}\t{token}".encode(), patience)

    def listen(self, asked: Callable[[str, str], object]) -> bool:
        """Call ``asked(page, activation token)`` whenever another start asks. To be called after the first paint.

        False where the system does not let one listen, or where another process is the first.
        """
        if self._file is None:
            return False
        self._asked = asked
        bell = self._make_bell(self._folder)
        if not bell.hang(self._heard):
            return False
        self._bell = bell
        return True

    def release(self) -> None:
        """Be the first one no longer."""
        if self._bell is not None:
            self._bell.take_down()
            self._bell = None
        if self._file is not None:
            self._file.close()
            self._file = None

    def _heard(self, line: bytes) -> bool:
        """Do what a line asks for; returns whether it was understood."""
        with suppress(ValueError):
            verb, page, token = line.decode().split("\t")
            if verb == SHOW and self._asked is not None:
                self._asked(page, token)
                return True
        return False


def bell_of(folder: Path) -> Bell:
    """This system's bell for the records in ``folder``, which tells nobody which folder that is."""
    if sys.platform == "win32":
        from attach_desktop.desktop.bell_socket import SocketBell

        return SocketBell(f"{_name(folder)}-{os.environ.get('USERNAME', '')}")
    from attach_desktop.desktop.bell_pipe import PipeBell

    # The runtime folder is the person's alone, and gone when they are; the folder of the records is the next best.
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    at = Path(place) if place.startswith("/") and Path(place).is_dir() else folder.absolute()
    return PipeBell(at / _name(folder))


def _name(folder: Path) -> str:
    """A name that no other folder has, made from the folder's path, which it does not tell."""
    # Qt's: Python's would bring three megabytes of OpenSSL along.
    from PySide6.QtCore import QCryptographicHash

    path = str(folder.resolve()).encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    return f"attach-{digest.data().hex()[:20]}"


def _lock(file: IO[bytes]) -> None:
    """Lock a file for this process alone. Raises BlockingIOError where another holds it, OSError where none can be."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
