"""One window for one person's records: a second start asks the first to show itself, and ends.

Whether there is a first one is told by a locked file beside the records, in microseconds and without Qt: the system
takes the lock away from a process that died, so nothing is ever left behind. Asking goes through a local socket of the
person's own, which the first one opens only after its window has been painted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

#: What a second start may ask: to be shown, on a page or as it is. "moment" is a new mood.
SHOW = "show"
_FILE = "window.lock"
_ANSWER = b"ok\n"
#: Milliseconds. One that does not answer for so long hangs; the second start then opens a window of its own.
PATIENCE = 2000
_PAUSE = 0.05
_LONGEST = 200


class SingleInstance:
    """The claim to be the one window on the records in a folder."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds the records; it must exist by the time of ``claim``."""
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._server: QLocalServer | None = None
        self._asked: Callable[[str, str], object] | None = None

    @property
    def address(self) -> str:
        """The name of the local socket: of this person and this folder, without saying which folder."""
        from hashlib import sha256

        digest = sha256(str(self._folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:20]
        name = f"attach-{digest}"
        if sys.platform == "win32":
            return f"{name}-{os.environ.get('USERNAME', '')}"
        place = os.environ.get("XDG_RUNTIME_DIR", "")
        # The runtime folder is the person's alone; the folder of the records, the next best, may have too long a name.
        for candidate in (Path(place) if place.startswith("/") else None, self._folder):
            if candidate is not None and candidate.is_dir() and len(str(candidate)) + len(name) < 100:
                return str(candidate / name)
        return f"{name}-{os.getuid()}"

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

    def ask(self, page: str = "") -> bool:
        """Ask the first one to show itself, on ``page`` where one is named. False where it does not answer."""
        from time import monotonic, sleep

        from PySide6.QtNetwork import QLocalSocket

        socket, until = QLocalSocket(), monotonic() + PATIENCE / 1000
        socket.connectToServer(self.address)
        while not socket.waitForConnected(PATIENCE):
            # It may only just have been started, and listens once it has been painted.
            if monotonic() > until:
                return False
            sleep(_PAUSE)
            socket.connectToServer(self.address)
        # On Wayland a window may come to the front only with the token that this start was given.
        token = os.environ.get("XDG_ACTIVATION_TOKEN", "") or os.environ.get("DESKTOP_STARTUP_ID", "")
        socket.write(f"{SHOW}\t{page}\t{token}\n".encode()[:_LONGEST])
        socket.flush()
        answer = b""
        while not answer.endswith(b"\n") and socket.waitForReadyRead(PATIENCE):
            answer += socket.readAll().data()
        socket.abort()
        return answer == _ANSWER

    def listen(self, asked: Callable[[str, str], object]) -> bool:
        """Call ``asked(page, activation token)`` whenever another start asks. To be called after the first paint.

        False where the system gives no socket, or where another process is the first.
        """
        if self._file is None:
            return False
        from PySide6.QtNetwork import QLocalServer

        self._asked = asked
        # The lock is ours: a socket that is there is one that a process left behind when it died.
        QLocalServer.removeServer(self.address)
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self.address):
            return False
        server.newConnection.connect(self._connected)
        self._server = server
        return True

    def release(self) -> None:
        """Be the first one no longer."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._file is not None:
            self._file.close()
            self._file = None

    def _connected(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            reader = _Reader(socket, self._heard)
            # A closure, because Qt would not keep the reader alive.
            socket.readyRead.connect(lambda reader=reader: reader.read())
            reader.read()

    def _heard(self, line: bytes) -> bool:
        """Do what a line asks for; returns whether it was understood."""
        with suppress(ValueError):
            verb, page, token = line.decode().rstrip("\n").split("\t")
            if verb == SHOW and self._asked is not None:
                self._asked(page, token)
                return True
        return False


class _Reader:
    """Reads one line of one connection, and not more than a line can be long."""

    def __init__(self, socket: QLocalSocket, heard: Callable[[bytes], bool]) -> None:
        self._socket, self._heard = socket, heard
        self._line = b""

    def read(self) -> None:
        self._line += self._socket.readAll().data()
        if self._line.endswith(b"\n") or len(self._line) > _LONGEST:
            if self._heard(self._line):
                self._socket.write(_ANSWER)
                self._socket.flush()
            self._socket.disconnectFromServer()


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
