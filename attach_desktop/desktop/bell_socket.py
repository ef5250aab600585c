"""How a second start reaches the first window on Windows, which has no named pipes among its files: a local socket."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep
from typing import TYPE_CHECKING

from attach_desktop.desktop.bell_pipe import ANSWER, LONGEST

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PAUSE = 0.05


class SocketBell:
    """A bell of one name."""

    def __init__(self, name: str) -> None:
        """Nothing is done with ``name`` yet."""
        self.name = name
        self._server: QLocalServer | None = None

    def ring(self, line: bytes, patience: float) -> bool:
        """Ring with a ``line`` without its end; whether it was answered within ``patience`` seconds."""
        from PySide6.QtNetwork import QLocalSocket

        socket, until = QLocalSocket(), monotonic() + patience
        socket.connectToServer(self.name)
        while not socket.waitForConnected(int(patience * 1000)):
            # It may only just have been started, and listens once it has been painted.
            if monotonic() > until:
                return False
            sleep(_PAUSE)
            socket.connectToServer(self.name)
        socket.write(line + b"\n")
        socket.flush()
        answer = b""
        while not answer.endswith(b"\n") and socket.waitForReadyRead(int(patience * 1000)):
            answer += socket.readAll().data()
        socket.abort()
        return answer == ANSWER

    def hang(self, heard: Callable[[bytes], bool]) -> bool:
        """Answer from now on if ``heard(line)`` says so; False where the system gives no socket."""
        from PySide6.QtNetwork import QLocalServer

        # There is one at a time: a socket that is there is one that a process left behind when it died.
        QLocalServer.removeServer(self.name)
        server = QLocalServer()
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self.name):
            return False
        server.newConnection.connect(self._connected)
        self._server, self._heard = server, heard
        return True

    def take_down(self) -> None:
        """Answer no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _connected(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            reader = _Reader(socket, self._heard)
            # A closure, because Qt would not keep the reader alive.
            socket.readyRead.connect(lambda reader=reader: reader.read())
            reader.read()


class _Reader:
    """Reads one line of one connection, and not more than a line can be long."""

    def __init__(self, socket: QLocalSocket, heard: Callable[[bytes], bool]) -> None:
        self._socket, self._heard = socket, heard
        self._line = b""

    def read(self) -> None:
        self._line += self._socket.readAll().data()
        if self._line.endswith(b"\n") or len(self._line) > LONGEST:
            if self._heard(self._line.rstrip(b"\n")):
                self._socket.write(ANSWER)
                self._socket.flush()
            self._socket.disconnectFromServer()
