"""The real program locks when the system says so, and comes back with what was half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.vault.vault import Vault
from tests.architecture.tree import ROOT
from tests.desktop.desktops import bus
from tests.desktop.fake_session import OURS
from tests.desktop.test_session_lock import Speaker, speaking
from tests.journeys.driven import HALF
from tests.journeys.lock_driven import RIGHT


@contextmanager
def program(folder: Path, address: str, keys: str = "") -> Iterator[Speaker]:
    """The program on an encrypted vault in ``folder``."""
    Vault.open(folder / "attach.vault", SystemClock(), Changes(), lambda: RIGHT).close()
    environment = {
        **os.environ,
        "DBUS_SYSTEM_BUS_ADDRESS": address,
        "DBUS_SESSION_BUS_ADDRESS": address,
        "QT_QPA_PLATFORM": "offscreen",
        "ATTACH_TEST_KEYS": keys,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.lock_driven", "--data-dir", str(folder)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Speaker(process)
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with bus() as address:
        yield address


@pytest.mark.slow
@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("sleep", "The computer went to sleep."),
        (f"lock {OURS}", "The screen was locked."),
        ("saver org.gnome.ScreenSaver on", "The screen was locked."),
    ],
)
def test_it_locks_when_the_system_says_so(address: str, tmp_path: Path, told: str, why: str) -> None:
    with speaking(address) as system, program(tmp_path, address) as window:
        assert system.hear() == "delayed Notes"
        assert window.hear() == "typed"
        system.say(told)
        assert window.hear() == why
        if told == "sleep":
            # Only now may the computer sleep.
            assert system.hear() == "released"
        assert window.hear() == f"journal: {HALF}"


@pytest.mark.slow
@pytest.mark.parametrize(("keys", "why"), [("Ctrl+L", "You locked it."), ("Esc, Esc", "It was hidden.")])
def test_it_locks_when_the_person_says_so(tmp_path: Path, keys: str, why: str) -> None:
    with program(tmp_path, "disabled:", keys) as window:
        assert window.hear() == "typed"
        assert window.hear() == why
        assert window.hear() == f"journal: {HALF}"


@pytest.mark.slow
def test_it_locks_with_the_pages_of_a_summary_on_show(address: str, tmp_path: Path) -> None:
    with speaking(address) as system, program(tmp_path, address, "Ctrl+P") as window:
        assert system.hear() == "delayed Notes"
        assert window.hear() == "pages"
        system.say("sleep")
        assert window.hear() == "The computer went to sleep."
        assert system.hear() == "released"
        assert window.hear() == f"journal: {HALF}"
