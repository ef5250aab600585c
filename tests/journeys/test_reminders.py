"""Reminders in the real program on a real desktop: with notifications, a tray, or neither; hidden and found again."""

from __future__ import annotations

import ctypes.util
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment, SystemClock
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.plan import Plan
from attach_desktop.reminders.reminder import Reminder
from attach_desktop.reminders.timetable import Due
from attach_desktop.vault.vault import Vault
from tests.desktop.desktops import bus, dunst, dunstctl, hand, need, screen, tint2, wait_until
from tests.support import CHEAP_COSTS, FixedClock

PROGRAM = [sys.executable, "-m", "attach_desktop"]


@pytest.fixture(autouse=True)
def _needs() -> None:
    if sys.platform != "linux":
        pytest.skip("this is about desktops of Linux")
    if ctypes.util.find_library("xcb-cursor") is None:
        pytest.skip("the libraries of a window on X11 are missing (Debian package libxcb-cursor0 and its like)")
    need("Xvfb", "xdotool")


class Person:
    """A person with records, at a desktop."""

    def __init__(self, folder: Path, display: str, address: str = "disabled:") -> None:
        self.data, self.display = folder / "records", display
        self.data.mkdir()
        self.environment = {
            **os.environ,
            "ATTACH_DESKTOP_DATA_DIR": str(self.data),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": address,
            "XDG_RUNTIME_DIR": str(folder),
        }

    def vault(self, ago: timedelta = timedelta(0)) -> Vault:
        """The vault, opened now or some time ago."""
        now = SystemClock().now() - ago
        return Vault.open(self.data / "attach.vault", FixedClock(now, SystemClock().zone_name()), Changes())

    def remind(self, at: datetime, ago: timedelta = timedelta(0)) -> None:
        """Make a daily reminder, now or some time ago."""
        vault = self.vault(ago)
        moment = at.time().replace(second=0, microsecond=0)
        Agenda(vault).store.add(Reminder(noted=Moment.now(vault.clock), what="mood", plan=Plan(times=(moment,))))
        vault.close()

    def due(self) -> Due | None:
        """What is due, by the records."""
        vault = self.vault()
        try:
            return Agenda(vault).due(vault.clock.now())
        finally:
            vault.close()

    def choose(self, name: str, value: object) -> None:
        """Keep a setting."""
        vault = self.vault()
        vault.settings.set(name, value)
        vault.close()

    @contextmanager
    def started(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """The program, ended afterwards as the session ends it."""
        with subprocess.Popen([*PROGRAM, *words], env=self.environment) as process:
            try:
                yield process
            finally:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command, to its end."""
        return subprocess.run([*PROGRAM, *words], env=self.environment, capture_output=True, text=True, timeout=60)

    def sees(self, name: str) -> list[str]:
        """The windows on the screen whose name begins so."""
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{name}"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()


@pytest.mark.slow
def test_a_reminder_a_minute_away_is_notified_and_its_button_puts_it_off(tmp_path: Path) -> None:
    with bus() as address, screen() as display, dunst(address, display, tmp_path, choose="In 10 minutes"):
        person = Person(tmp_path, display, address)
        at = datetime.now().astimezone() + timedelta(seconds=62)
        person.remind(at)
        with person.started("--hidden"):
            wait_until(lambda: dunstctl(address, "count", "displayed") == "1", "the reminder comes", 100)
            late = datetime.now().astimezone() - at.replace(second=0, microsecond=0)
            assert timedelta(0) <= late < timedelta(seconds=10)
            assert not person.sees("Attach")
            before = person.due()
            assert before is not None
            assert not before.new
            dunstctl(address, "context")
            wait_until(lambda: person.due() is None, "it is put off")


def test_with_neither_tray_nor_notifications_a_small_window_comes(tmp_path: Path) -> None:
    with screen() as display:
        person = Person(tmp_path, display)
        # Made yesterday, for a time of today that has passed.
        person.remind(datetime.now().astimezone() - timedelta(minutes=2), ago=timedelta(days=1))
        with person.started("--hidden"):
            wait_until(lambda: len(person.sees("Reminder")) == 1, "the small window comes", 30)
            assert not person.sees("Attach")
            assert person.run("open", "journal").returncode == 0
            wait_until(lambda: len(person.sees("Attach")) == 1, "a second start shows the window")


def test_with_a_tray_alone_a_message_comes_at_the_icon_and_opens(tmp_path: Path) -> None:
    with screen() as display, tint2(display, tmp_path):
        person = Person(tmp_path, display)
        person.remind(datetime.now().astimezone() - timedelta(minutes=2), ago=timedelta(days=1))
        with person.started("--hidden"):

            def message_opens() -> bool:
                # Just above the icon, in what Qt draws as a balloon.
                hand(display, "mousemove", 60, 946, "click", 1)
                return bool(person.sees("Attach"))

            wait_until(message_opens, "a click on the message opens the window", 30)
            assert not person.sees("Reminder")


def test_hidden_in_the_tray_a_click_brings_it_back(tmp_path: Path) -> None:
    with screen() as display, tint2(display, tmp_path):
        person = Person(tmp_path, display)
        person.remind(datetime.now().astimezone() - timedelta(hours=2))
        person.choose("stay-in-background", True)
        with person.started() as program:
            wait_until(lambda: len(person.sees("Attach")) == 1, "the window opens", 30)

            def icon_opens() -> bool:
                # At the left end of the panel, where tint2 puts the first icon.
                hand(display, "mousemove", 20, 980, "click", 1)
                return bool(person.sees("Attach"))

            def icon_hides() -> bool:
                hand(display, "mousemove", 20, 980, "click", 3, "sleep", 0.4, "key", "Down", "Down", "Down", "Return")
                return not person.sees("Attach")

            wait_until(icon_hides, "the icon's menu hides it", 30)
            assert program.poll() is None
            wait_until(icon_opens, "a click on the icon opens it", 30)


def test_started_with_the_session_and_locked_the_icon_leads_to_the_passphrase(tmp_path: Path) -> None:
    with screen() as display, tint2(display, tmp_path):
        person = Person(tmp_path, display)
        changes, clock = Changes(), SystemClock()
        Vault.open(person.data / "attach.vault", clock, changes, lambda: "correct horse", CHEAP_COSTS).close()
        with person.started("--hidden"):

            def icon_opens() -> bool:
                hand(display, "mousemove", 20, 980, "click", 1)
                return bool(person.sees("Attach"))

            wait_until(icon_opens, "a click on the icon opens it", 30)


def test_a_second_start_shows_the_first_and_one_that_died_is_not_missed(tmp_path: Path) -> None:
    with screen() as display:
        person = Person(tmp_path, display)
        with person.started("--hidden") as first:
            wait_until(lambda: any(path.is_fifo() for path in tmp_path.iterdir()), "it listens", 30)
            assert person.run("open", "gratitude").returncode == 0
            wait_until(lambda: len(person.sees("Attach")) == 1, "it is shown")
            first.send_signal(signal.SIGKILL)
            first.wait()
        with person.started() as second:
            wait_until(lambda: len(person.sees("Attach")) == 1, "another one opens", 30)
            assert second.poll() is None


def test_a_page_there_is_not_is_refused(tmp_path: Path) -> None:
    done = subprocess.run([*PROGRAM, "open", "nowhere"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
