"""The bell of Windows, rung here over the same local sockets that Qt has everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from attach_desktop.desktop.bell_pipe import ANSWER, LONGEST
from attach_desktop.desktop.bell_socket import SocketBell

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def bell(tmp_path: Path) -> Iterator[SocketBell]:
    made = SocketBell(str(tmp_path / "bell"))
    yield made
    made.take_down()


class Heard(list[bytes]):
    """What was heard, and what is said to it."""

    def __init__(self, understood: bool) -> None:
        super().__init__()
        self._understood = understood

    def __call__(self, line: bytes) -> bool:
        self.append(line)
        return self._understood


def visitor(bell: SocketBell, said: bytes) -> QLocalSocket:
    """Somebody who connects and says something, whatever that is."""
    socket = QLocalSocket()
    socket.connectToServer(bell.name)
    assert socket.waitForConnected(5000)
    socket.write(said)
    socket.flush()
    return socket


def test_each_line_is_heard_and_answered(bell: SocketBell, qtbot: QtBot) -> None:
    heard = Heard(understood=True)
    assert bell.hang(heard)
    visitors = [visitor(bell, b"one\n"), visitor(bell, b"two\n")]
    qtbot.waitUntil(lambda: all(each.bytesAvailable() > 0 for each in visitors))
    assert [each.readAll().data() for each in visitors] == [ANSWER, ANSWER]
    assert sorted(heard) == [b"one", b"two"]


def test_what_is_not_understood_is_not_answered(bell: SocketBell, qtbot: QtBot) -> None:
    assert bell.hang(lambda line: False)
    stranger = visitor(bell, b"nonsense\n")
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert stranger.readAll().data() == b""


def test_a_line_without_end_is_cut_off(bell: SocketBell, qtbot: QtBot) -> None:
    heard = Heard(understood=False)
    assert bell.hang(heard)
    stranger = visitor(bell, b"x" * 10 * LONGEST)
    qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert len(heard) == 1


def test_what_a_process_that_died_left_behind_is_in_nobodys_way(bell: SocketBell) -> None:
    Path(bell.name).touch()
    assert bell.hang(lambda line: True)


def test_nobody_is_heard_after_it_was_taken_down(bell: SocketBell) -> None:
    assert bell.hang(lambda line: True)
    bell.take_down()
    assert not SocketBell(bell.name).ring(b"anybody", 0.1)
