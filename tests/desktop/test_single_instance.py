from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from attach_desktop.desktop.bell_pipe import PipeBell
from attach_desktop.desktop.bell_socket import SocketBell
from attach_desktop.desktop.single_instance import Bell, SingleInstance, bell_of

#: Another process: ``hold`` claims and waits, with or without listening; ``ask`` asks and says what came of it.
OTHER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from attach_desktop.desktop.single_instance import SingleInstance
from tests.desktop.test_single_instance import BELLS

app = QCoreApplication([])
mode, instance = sys.argv[1], SingleInstance(Path(sys.argv[2]), BELLS[sys.argv[3]])
if mode == "ask":
    print(instance.claim(), instance.ask("journal", 0.4), flush=True)
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


def _socket(folder: Path) -> SocketBell:
    """The bell of Windows, which works on other systems, too: a file beside the records."""
    return SocketBell(str(folder / "bell"))


#: Every kind of bell there is keeps to what is tested here.
BELLS: dict[str, Callable[[Path], Bell]] = {"own": bell_of, "socket": _socket}


@pytest.fixture(params=sorted(BELLS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def first(tmp_path: Path, kind: str) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path, BELLS[kind])
    yield made
    made.release()


def other(mode: str, folder: Path, kind: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "XDG_ACTIVATION_TOKEN": "token-1"}
    return subprocess.Popen(
        [sys.executable, "-c", OTHER, mode, str(folder), kind],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )


def ringer(folder: Path, kind: str, said: bytes) -> subprocess.Popen[str]:
    """Another process that rings with a line of ours."""
    program = (
        "import sys; from pathlib import Path; from tests.desktop.test_single_instance import BELLS;"
        "print(BELLS[sys.argv[2]](Path(sys.argv[1])).ring(bytes.fromhex(sys.argv[3]), 0.4))"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder), kind, said.hex()],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_a_second_start_is_shown_by_the_first(tmp_path: Path, first: SingleInstance, qtbot: QtBot, kind: str) -> None:
    asked: list[tuple[str, str]] = []
    assert first.claim()
    assert first.listen(lambda page, token: asked.append((page, token)))
    second = other("ask", tmp_path, kind)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert asked == [("journal", "token-1")]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert line(second) == "False True"
    second.communicate()


def test_it_asks_the_first_one(
    tmp_path: Path, first: SingleInstance, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-2")
    running = other("listen", tmp_path, kind)
    try:
        assert line(running) == "True"
        assert not first.claim()
        assert first.ask("gratitude")
        assert line(running) == "asked gratitude token-2"
        assert first.ask()
        assert line(running) == "asked  token-2"
    finally:
        end(running)


def test_where_there_can_be_no_bell_it_does_not_listen(tmp_path: Path, kind: str) -> None:
    (tmp_path / "taken").mkdir()
    taken: dict[str, Bell] = {
        "own": PipeBell(tmp_path / "taken"),
        "socket": SocketBell(str(tmp_path / "taken")),
    }
    first = SingleInstance(tmp_path, lambda _: taken[kind])
    assert first.claim()
    assert not first.listen(lambda *_: None)
    first.release()


def test_nobody_answers_where_there_is_nobody(first: SingleInstance) -> None:
    assert not first.ask(patience=0.1)


def test_every_folder_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    folders = [tmp_path / "one", tmp_path / "other"]
    instances = [SingleInstance(folder) for folder in folders]
    for folder, instance in zip(folders, instances, strict=True):
        folder.mkdir()
        assert instance.claim()
        assert instance.listen(lambda *_: None)
    assert len(list(tmp_path.glob("attach-*"))) == 2
    for instance in instances:
        instance.release()


def test_the_bell_says_nothing_about_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime, deep = tmp_path / "runtime", tmp_path / ("a" * 60) / ("secret" * 20)
    runtime.mkdir()
    deep.mkdir(parents=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    bell = bell_of(deep)
    assert isinstance(bell, PipeBell)
    assert bell.path.parent == runtime
    assert "secret" not in bell.path.name
    monkeypatch.setenv("XDG_RUNTIME_DIR", "not/absolute")
    beside = bell_of(deep)
    assert isinstance(beside, PipeBell)
    assert beside.path == deep / bell.path.name
    # However long the folder's name.
    assert beside.hang(lambda _: True)
    beside.take_down()


def test_one_that_was_killed_leaves_nothing_behind(tmp_path: Path, first: SingleInstance, kind: str) -> None:
    dead = other("listen", tmp_path, kind)
    assert line(dead) == "True"
    assert not first.claim()
    dead.send_signal(signal.SIGKILL)
    dead.communicate()
    assert first.claim()
    assert first.listen(lambda *_: None)


def test_one_that_hangs_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    hanging = other("hang", tmp_path, kind)
    try:
        assert line(hanging) == "True"
        asking = other("ask", tmp_path, kind)
        assert line(asking) == "False False"
        asking.communicate()
    finally:
        end(hanging)


def test_one_that_does_not_listen_yet_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    opening = other("hold", tmp_path, kind)
    try:
        assert line(opening) == "True"
        asking = other("ask", tmp_path, kind)
        assert line(asking) == "False False"
        asking.communicate()
    finally:
        end(opening)


def test_whoever_is_not_the_first_does_not_listen(tmp_path: Path, first: SingleInstance, kind: str) -> None:
    assert first.claim()
    second = SingleInstance(tmp_path, BELLS[kind])
    assert not second.claim()
    assert not second.listen(lambda *_: None)


def test_released_it_can_be_claimed_again(tmp_path: Path, first: SingleInstance, kind: str) -> None:
    assert first.claim()
    assert first.listen(lambda *_: None)
    first.release()
    first.release()
    second = SingleInstance(tmp_path, BELLS[kind])
    assert second.claim()
    second.release()


def test_where_nothing_can_be_written_everybody_is_the_first(tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "nowhere").claim()


@pytest.mark.parametrize("said", [b"rubbish", b"show", b"\xff\xfe\t\t", b"x" * 400, b""])
def test_what_is_not_understood_is_not_done(
    tmp_path: Path, first: SingleInstance, kind: str, qtbot: QtBot, said: bytes
) -> None:
    asked: list[str] = []
    assert first.claim()
    assert first.listen(lambda page, token: asked.append(page))
    ringing = ringer(tmp_path, kind, said)
    qtbot.waitUntil(lambda: ringing.poll() is not None, timeout=10_000)
    assert line(ringing) == "False"
    ringing.communicate()
    assert asked == []


def test_claiming_imports_no_qt(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from attach_desktop.desktop.single_instance import SingleInstance\n"
        "SingleInstance(Path(sys.argv[1])).claim()\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_bell_is_the_persons_alone(tmp_path: Path, first: SingleInstance, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert first.claim()
    assert first.listen(lambda *_: None)
    (bell,) = [one for one in tmp_path.iterdir() if one.is_fifo() or one.is_socket()]
    assert bell.stat().st_mode & 0o077 == 0
    first.release()
    assert not bell.exists()


def test_the_file_that_is_locked_is_the_persons_alone_whatever_the_umask(tmp_path: Path, first: SingleInstance) -> None:
    before = os.umask(0)
    try:
        assert first.claim()
    finally:
        os.umask(before)
    modes = [file.stat().st_mode & 0o777 for file in tmp_path.iterdir()]
    assert modes == [0o600]
