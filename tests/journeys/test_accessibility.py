"""An entry made through the accessibility tree alone, in the real program, in a real window.

It needs a screen that nobody sees (Xvfb), a message bus, and the accessibility bus with its bindings for Python; where
one of them is missing the test is skipped, and says which.
"""

from __future__ import annotations

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.journal.store import JournalStore
from attach_desktop.paths import DATA_DIR_VARIABLE
from attach_desktop.vault.vault import Vault
from tests.desktop import desktops

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
_BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_BUS = "dbus-1/services/org.a11y.Bus.service"


def missing() -> str:
    """What this machine lacks, in words; nothing if it has everything."""
    if sys.platform != "linux":
        return "AT-SPI is the accessibility of Linux"
    for program, package in (("Xvfb", "xvfb"), ("dbus-run-session", "dbus")):
        if shutil.which(program) is None:
            return f"there is no {program} (Debian package {package})"
    if not any((Path(base) / _BUS).exists() for base in ("/usr/share", "/usr/local/share")):
        return "there is no accessibility bus (Debian package at-spi2-core)"
    if ctypes.util.find_library("xcb-cursor") is None:
        return "the libraries of a window on X11 are missing (Debian package libxcb-cursor0 and its like)"
    python = Path(SYSTEM_PYTHON)
    if not python.exists() or subprocess.run([python, "-c", _BINDINGS], capture_output=True).returncode:
        return "there are no bindings of AT-SPI for Python (Debian packages python3-gi and gir1.2-atspi-2.0)"
    return ""


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a screen that nobody sees."""
    lack = missing()
    if lack:
        pytest.skip(lack)
    with desktops.screen() as display:
        yield display


@pytest.fixture
def heard(screen: str) -> dict[str, Any]:
    """What there was to hear while an entry was made."""
    # Sockets have short names, and tests long folders.
    with tempfile.TemporaryDirectory(prefix="ear-") as runtime:
        environment = {
            **os.environ,
            "DISPLAY": screen,
            "LANG": "C.UTF-8",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": runtime,
        }
        environment.pop("AT_SPI_BUS_ADDRESS", None)
        environment.pop("WAYLAND_DISPLAY", None)
        command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(ROOT / "tests/journeys/by_ear.py")]
        done = subprocess.run(
            [*command, sys.executable, "-P", "-m", "attach_desktop"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return found


def test_an_entry_is_made_by_the_accessibility_tree_alone(heard: dict[str, Any]) -> None:
    controls = [tuple(control) for control in heard["controls"]]
    for control in (
        ("page tab", "Journal"),
        ("push button", "another time"),
        ("radio button", "worried: pleasantness 2 of 5, energy 4 of 5"),
        ("text", "Feelings"),
        ("text", "Note"),
        ("push button", "What set it off, closed"),
        ("push button", "Thought record, closed"),
        ("text", "Tags"),
        ("check box", "For my session"),
        ("check box", "Private"),
        ("push button", "Save"),
        ("text", "Search entries"),
        ("push button", "Calendar"),
    ):
        assert control in controls, control
    asked = {"text", "push button", "check box", "radio button", "combo box", "spin button", "page tab"}
    assert [role for role, name in controls if role in asked and not name] == []
    assert len([name for role, name in controls if role == "radio button" and "pleasantness" in name]) == 25

    assert heard["chosen"] == ["worried: pleasantness 2 of 5, energy 4 of 5"]
    assert heard["fold"] == "What set it off, open"
    assert heard["status"].startswith("Saved ")
    role, said = heard["row"]
    assert role == "table cell"
    for part in ("worried, pleasantness 2 of 5", "energy 4 of 5", "for my session", "written by ear"):
        assert part in said
    assert heard["exit"] == 0

    vault = Vault.open(Path(os.environ[DATA_DIR_VARIABLE]) / "attach.vault", SystemClock(), Changes())
    try:
        entries = [record.value for record in JournalStore(vault).each()]
    finally:
        vault.close()
    assert [(one.mood, one.energy, one.note, one.for_session) for one in entries] == [(2, 4, "written by ear", True)]
