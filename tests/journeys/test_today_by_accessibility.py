"""A line on Today, an item of gratitude and a rated sentence through the accessibility tree, in the real program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.changes import Changes
from attach_desktop.clock import Moment, SystemClock
from attach_desktop.gratitude.item import BUILT_IN, Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.paths import DATA_DIR_VARIABLE
from attach_desktop.vault.vault import Vault
from tests.journeys.test_accessibility import ROOT, SYSTEM_PYTHON, screen

__all__ = ["screen"]


def the_vault() -> Vault:
    folder = Path(os.environ[DATA_DIR_VARIABLE])
    folder.mkdir(parents=True, exist_ok=True)
    return Vault.open(folder / "attach.vault", SystemClock(), Changes())


def fill(number: int) -> None:
    """So many items of gratitude, a few hours apart, the newest a month old."""
    vault = the_vault()
    store, now = GratitudeStore(vault), SystemClock().now()
    with store.together():
        for at in range(number):
            moment = Moment.from_datetime(now - timedelta(days=40, hours=at))
            store.add(Item(at=moment, text=f"thing {at}", list=BUILT_IN[at % 5], people=("Kim",) if at % 3 else ()))
    vault.close()


def walk(screen: str, way: str = "today_by_ear", *more: str) -> dict[str, Any]:
    """What there was to hear on the ``way`` (a module beside this one, which takes what is ``more``)."""
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
        for name in ("AT_SPI_BUS_ADDRESS", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        done = subprocess.run(
            ["dbus-run-session", "--", SYSTEM_PYTHON, "-m", f"tests.journeys.{way}", *more,
             sys.executable, "-P", "-m", "attach_desktop"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=150,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return found


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 3, 10_000])
def test_by_the_accessibility_tree_alone_on_any_number_of_records(screen: str, number: int) -> None:
    fill(number)
    heard = walk(screen)
    assert (heard["today"], heard["gratitude"], heard["affirmations"]) == ([], [], [])
    assert heard["added"].startswith("Saved ")
    assert heard["item"].startswith("the lake by ear. It was quiet")
    assert heard["found"] == "1 item"
    assert heard["rated"] == ["How far can you believe this today?: 7 of 10"]
    assert heard["exit"] == 0
    vault = the_vault()
    try:
        newest = [(one.value.text, one.value.why) for one in GratitudeStore(vault).newest(2)]
        rated = [card.belief for card in AffirmationStore(vault).cards() if card.belief is not None]
    finally:
        vault.close()
    assert newest == [("the lake by ear", "It was quiet"), ("warm tea by ear", "")]
    assert rated == [7]
