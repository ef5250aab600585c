"""The real program, killed while it writes a draft: the next start has what it had said was on disk."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.paths import DATA_DIR_VARIABLE
from attach_desktop.vault.vault import Vault
from tests.journeys.driven import HALF

ROOT = Path(__file__).parents[2]


@contextmanager
def program(mode: str) -> Iterator[subprocess.Popen[str]]:
    """The program with hands in it; whatever happens, it does not outlive the block."""
    command = [sys.executable, "-m", "tests.journeys.driven", mode]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def lines(running: subprocess.Popen[str]) -> Iterator[str]:
    assert running.stdout is not None
    for line in running.stdout:
        yield line.strip()


def look() -> dict[str, str]:
    """What the next start shows in the journal's form."""
    with program("look") as running:
        out, err = running.communicate(timeout=60)
        assert running.returncode == 0, err
    found: dict[str, str] = json.loads(out.strip().splitlines()[-1])
    return found


def vault_is_sound() -> bool:
    path = Path(os.environ[DATA_DIR_VARIABLE]) / "attach.vault"
    vault = Vault.open(path, SystemClock(), Changes())
    try:
        return vault.check() == []
    finally:
        vault.close()


def test_what_was_on_disk_when_it_was_killed_is_there_at_the_next_start() -> None:
    chance, longest = Random(5), 0
    for _ in range(2):
        with program("write") as running:
            told = lines(running)
            for _ in range(chance.randint(3, 60)):
                longest = int(next(told))
            running.send_signal(signal.SIGKILL)
            # Of what it said before it was gone, nothing may be missing.
            longest = max([longest, *(int(line) for line in told if line.isdigit())])
        assert vault_is_sound()
        found = look()
        assert len(found["note"]) >= longest
        assert found["note"] == "silence " * (len(found["note"]) // len("silence "))
        assert found["notice"].startswith("What you had not saved yet is still here")


@pytest.mark.skipif(os.name != "posix", reason="signals are how other systems ask a program to stop")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name)
def test_asked_to_stop_it_keeps_what_is_half_written_and_leaves_in_good_order(number: signal.Signals) -> None:
    with program("type") as running:
        assert next(lines(running)) == "typed"
        # Before the pause that would have put the draft on disk.
        running.send_signal(number)
        _, err = running.communicate(timeout=60)
        assert running.returncode == 0, err
        assert err.strip() == ""
    assert look()["note"] == HALF
