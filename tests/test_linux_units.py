"""The unit files for systemd say what the program understands."""

from __future__ import annotations

import configparser
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from attach_desktop import resources
from tests.cli.conftest import Terminal
from tests.support import FixedClock

_FOLDER = resources.path("linux")
_UNITS = sorted(_FOLDER.glob("*.service")) + sorted(_FOLDER.glob("*.timer"))


def _read(unit: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(unit.read_text("utf-8"))
    return parser


def test_a_timer_has_its_service() -> None:
    assert [unit.suffix for unit in _UNITS] == [".service", ".timer"]
    assert len({unit.stem for unit in _UNITS}) == 1


def test_the_service_runs_a_command_that_there_is(tmp_path: Path) -> None:
    program, *words = shlex.split(_read(_UNITS[0])["Service"]["ExecStart"])
    assert program == "attach-desktop"
    outcome = Terminal(tmp_path / "data", FixedClock())(*words)
    assert (outcome.code, outcome.err) == (0, "")


def test_what_the_journal_of_the_system_keeps_says_nothing_private() -> None:
    assert _read(_UNITS[0])["Service"]["StandardOutput"] == "null"
    assert {_read(unit)["Unit"]["Description"] for unit in _UNITS} == {"Reminder"}


def test_systemd_finds_nothing_wrong(tmp_path: Path) -> None:
    checker = shutil.which("systemd-analyze")
    if checker is None:
        pytest.skip("systemd-analyze is not installed")
    for unit in _UNITS:
        # The command is looked for by its whole path only.
        text = unit.read_text("utf-8").replace("ExecStart=attach-desktop", "ExecStart=/bin/true")
        (tmp_path / unit.name).write_text(text, "utf-8")
    files = [str(tmp_path / unit.name) for unit in _UNITS]
    done = subprocess.run([checker, "verify", "--user", *files], capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines() if "attach-remind" in line]
    assert told == []
