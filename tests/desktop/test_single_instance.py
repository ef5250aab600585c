from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from attach_desktop.desktop import single_instance
from attach_desktop.desktop.single_instance import SingleInstance
from tests.desktop.desktops import wait_until

#: Another process: ``hold`` claims and waits, with or without listening; ``ask`` asks and says what came of it.
OTHER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from attach_desktop.desktop import single_instance
from attach_desktop.desktop.single_instance import SingleInstance

app = QCoreApplication([])
single_instance.PATIENCE = 400
mode, instance = sys.argv[1], SingleInstance(Path(sys.argv[2]))
if mode == "ask":
    print(instance.claim(), instance.ask("journal"), flush=True)
else:
    claimed = instance.claim()
    if mode == "listen":
        instance.listen(lambda page, token: print(f"asked {page} {token}", flush=True))
    print(claimed, flush=True)
    if mode == "hang":
        instance.listen(lambda *_: None)
        time.sleep(600)
    app.exec()
"""


@pytest.fixture
def first(tmp_path: Path) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path)
    yield made
    made.release()


def other(mode: str, folder: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "XDG_ACTIVATION_TOKEN": "token-1"}
    return subprocess.Popen(
        [sys.executable, "-c", OTHER, mode, str(folder)], stdout=subprocess.PIPE, text=True, env=environment
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_second_start_is_shown_by_the_first(tmp_path: Path, first: SingleInstance, qtbot: QtBot) -> None:
    asked: list[tuple[str, str]] = []
    assert first.claim()
    assert first.listen(lambda page, token: asked.append((page, token)))
    second = other("ask", tmp_path)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert asked == [("journal", "token-1")]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert line(second) == "False True"
    second.communicate()


def test_it_asks_the_first_one(tmp_path: Path, first: SingleInstance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-2")
    running = other("listen", tmp_path)
    try:
        assert line(running) == "True"
        assert not first.claim()
        assert first.ask("gratitude")
        assert line(running) == "asked gratitude token-2"
        assert first.ask()
        assert line(running) == "asked  token-2"
    finally:
        end(running)


def test_where_no_socket_can_be_made_it_does_not_listen(
    tmp_path: Path, first: SingleInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first.claim()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    # A folder in the place of the socket.
    Path(first.address).mkdir()
    assert not first.listen(lambda *_: None)


def test_nobody_answers_where_there_is_nobody(first: SingleInstance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE", 100)
    assert not first.ask()


def test_every_folder_has_its_own(tmp_path: Path, first: SingleInstance) -> None:
    assert first.claim()
    (tmp_path / "other").mkdir()
    elsewhere = SingleInstance(tmp_path / "other")
    assert elsewhere.claim()
    assert elsewhere.address != first.address
    elsewhere.release()


def test_the_address_says_nothing_about_the_folder_and_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("a" * 60) / ("secret" * 20)
    deep.mkdir(parents=True)
    assert "secret" not in SingleInstance(deep).address
    assert len(SingleInstance(deep).address) < 104
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert Path(SingleInstance(deep).address).parent == tmp_path or len(str(tmp_path)) > 70


def test_one_that_was_killed_leaves_nothing_behind(tmp_path: Path, first: SingleInstance) -> None:
    dead = other("listen", tmp_path)
    assert line(dead) == "True"
    assert not first.claim()
    dead.send_signal(signal.SIGKILL)
    dead.communicate()
    assert first.claim()
    assert first.listen(lambda *_: None)


def test_one_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    hanging = other("hang", tmp_path)
    try:
        assert line(hanging) == "True"
        asking = other("ask", tmp_path)
        assert line(asking) == "False False"
        asking.communicate()
    finally:
        end(hanging)


def test_one_that_does_not_listen_yet_is_not_waited_for(tmp_path: Path) -> None:
    opening = other("hold", tmp_path)
    try:
        assert line(opening) == "True"
        asking = other("ask", tmp_path)
        assert line(asking) == "False False"
        asking.communicate()
    finally:
        end(opening)


def test_whoever_is_not_the_first_does_not_listen(tmp_path: Path, first: SingleInstance) -> None:
    assert first.claim()
    second = SingleInstance(tmp_path)
    assert not second.claim()
    assert not second.listen(lambda *_: None)


def test_released_it_can_be_claimed_again(tmp_path: Path, first: SingleInstance) -> None:
    assert first.claim()
    assert first.listen(lambda *_: None)
    first.release()
    first.release()
    second = SingleInstance(tmp_path)
    assert second.claim()
    second.release()


def test_where_nothing_can_be_written_everybody_is_the_first(tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "nowhere").claim()


@pytest.mark.parametrize("said", [b"rubbish\n", b"show\n", b"\xff\xfe\t\t\n", b"x" * 5000])
def test_what_is_not_understood_is_not_done(tmp_path: Path, first: SingleInstance, qtbot: QtBot, said: bytes) -> None:
    asked: list[str] = []
    assert first.claim()
    assert first.listen(lambda page, token: asked.append(page))
    socket = QLocalSocket()
    socket.connectToServer(first.address)
    assert socket.waitForConnected(2000)
    socket.write(said)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=5000)
    assert asked == []
    assert socket.readAll().data() == b""


def test_claiming_imports_no_qt(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from attach_desktop.desktop.single_instance import SingleInstance\n"
        "SingleInstance(Path(sys.argv[1])).claim()\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_socket_is_the_persons_alone(tmp_path: Path, first: SingleInstance) -> None:
    assert first.claim()
    assert first.listen(lambda *_: None)
    if not first.address.startswith("/"):
        pytest.skip("the socket has no file here")
    wait_until(lambda: Path(first.address).exists(), "the socket is there")
    assert Path(first.address).stat().st_mode & 0o077 == 0


def test_the_file_that_is_locked_is_the_persons_alone_whatever_the_umask(tmp_path: Path, first: SingleInstance) -> None:
    before = os.umask(0)
    try:
        assert first.claim()
    finally:
        os.umask(before)
    modes = [file.stat().st_mode & 0o777 for file in tmp_path.iterdir()]
    assert modes == [0o600]
