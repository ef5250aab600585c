"""What the system says of a locked screen and of sleep, on a real bus."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.desktop.session_lock import SessionLock
from tests.architecture.tree import ROOT
from tests.desktop.desktops import bus
from tests.desktop.fake_session import OURS


class Speaker:
    """The other side."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def say(self, words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()

    def hear(self) -> str:
        """The next thing it says; the test's time limit is the limit."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def speaking(address: str) -> Iterator[Speaker]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.fake_session", address],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    speaker = Speaker(process)
    try:
        assert speaker.hear() == "ready"
        yield speaker
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with bus() as address:
        yield address


@pytest.fixture
def speaker(address: str) -> Iterator[Speaker]:
    with speaking(address) as speaker:
        yield speaker


@pytest.fixture
def listening(qapp: QApplication, address: str, speaker: Speaker, qtbot: QtBot) -> Iterator[SessionLock]:
    lock = SessionLock({"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address})
    assert speaker.hear() == "delayed Notes"
    qtbot.waitUntil(lambda: lock._delay is not None and bool(lock._session_path))
    yield lock
    lock.close()


def test_it_hears_of_sleep_and_has_it_wait(listening: SessionLock, speaker: Speaker, qtbot: QtBot) -> None:
    assert listening.heard == (True, True)
    with qtbot.waitSignal(listening.about_to_sleep):
        speaker.say("sleep")
    listening.may_sleep()
    assert speaker.hear() == "released"
    speaker.say("wake")
    qtbot.waitUntil(lambda: listening._delay is not None)
    assert speaker.hear() == "delayed Notes"


def test_it_hears_the_session_being_locked(listening: SessionLock, speaker: Speaker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listening.screen_locked):
        speaker.say(f"lock {OURS}")


def test_another_session_is_none_of_our_business(listening: SessionLock, speaker: Speaker, qtbot: QtBot) -> None:
    heard: list[str] = []
    listening.screen_locked.connect(lambda: heard.append("locked"))
    speaker.say("lock /org/freedesktop/login1/session/_32")
    with qtbot.waitSignal(listening.about_to_sleep):
        speaker.say("sleep")
    assert heard == []


@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver"])
def test_it_hears_the_screen_saver(listening: SessionLock, speaker: Speaker, qtbot: QtBot, saver: str) -> None:
    with qtbot.waitSignal(listening.screen_locked):
        speaker.say(f"saver {saver} on")


def test_the_screen_coming_back_locks_nothing(listening: SessionLock, speaker: Speaker, qtbot: QtBot) -> None:
    heard: list[str] = []
    listening.screen_locked.connect(lambda: heard.append("locked"))
    speaker.say("saver org.gnome.ScreenSaver off")
    with qtbot.waitSignal(listening.about_to_sleep):
        speaker.say("sleep")
    assert heard == []


def test_closing_lets_the_computer_sleep(listening: SessionLock, speaker: Speaker) -> None:
    listening.close()
    assert speaker.hear() == "released"


def test_a_bus_that_goes_away_is_no_trouble(qapp: QApplication, qtbot: QtBot) -> None:
    with bus() as address:
        lock = SessionLock({"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address})
        assert lock.heard == (True, True)
    qtbot.waitUntil(lambda: lock.heard == (False, False))
    lock.close()


@pytest.mark.parametrize("address", ["disabled:", "unix:path=/nowhere", "tcp:host=localhost,port=1", "nonsense"])
def test_where_there_is_no_bus_it_says_so(qapp: QApplication, address: str) -> None:
    lock = SessionLock({"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address})
    assert lock.heard == (False, False)
    lock.may_sleep()
    lock.close()
