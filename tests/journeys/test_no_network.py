"""A whole journey, watched by the system: the program makes no socket that could reach another computer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.watching import needs_strace

ROOT = Path(__file__).parents[2]


def _watched(trace: Path, *command: str) -> str:
    """What ``command`` asked of the system about sockets, in it and in everything that it started."""
    watching = ["strace", "-f", "-qq", "-o", str(trace), "-e", "trace=socket,connect,sendto,execve"]
    done = subprocess.run([*watching, sys.executable, *command], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    seen = trace.read_text("utf-8", "replace")
    assert "execve(" in seen  # it did watch
    return seen


@needs_strace
@pytest.mark.slow
def test_a_whole_journey_in_the_window_makes_no_socket_to_anywhere(tmp_path: Path) -> None:
    seen = _watched(tmp_path / "trace", "-m", "tests.journeys.private_driven", "journey", str(tmp_path))
    assert "AF_INET" not in seen
    # And it was a journey.
    exported = json.loads((tmp_path / "export.json").read_text("utf-8"))
    assert [entry["note"] for entry in exported["journal"]] == ["a journey from the beginning to the end"]
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


@needs_strace
@pytest.mark.slow
def test_asking_for_printers_asks_this_computer_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Which printers there are is asked of the system's own print service, by Qt, when a person prints and only then.
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    seen = _watched(tmp_path / "trace", "-m", "tests.journeys.private_driven", "printer", str(tmp_path))
    reached = [line for line in seen.splitlines() if "sa_family=AF_INET" in line]
    assert [line for line in reached if '"::1"' not in line and '"127.0.0.1"' not in line] == []
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


@needs_strace
@pytest.mark.slow
def test_no_command_makes_one_either(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    words = tmp_path / "words"
    words.write_text("tulip lamp harbour")
    commands = [
        ("demo", "--entries", "20"),
        ("add", "--note", "a note"),
        ("list", "--search", "note"),
        ("export", str(tmp_path / "all.json")),
        ("import", str(tmp_path / "all.json")),
        ("summary", "--period", "all", str(tmp_path / "all.md")),
        ("summary", "--period", "all", str(tmp_path / "all.html")),
        ("summary", "--period", "all", str(tmp_path / "all.pdf")),
        ("backup",),
        ("backups", "--check"),
        ("passphrase", "set", "--new-passphrase-file", str(words)),
        ("wipe", "everything", "--backups", "--yes"),
    ]
    for number, command in enumerate(commands):
        base = ("-m", "attach_desktop", "--data-dir", str(folder))
        seen = _watched(tmp_path / f"trace-{number}", *base, *command)
        assert "socket(" not in seen, command


@needs_strace
def test_the_watching_would_see_one(tmp_path: Path) -> None:
    program = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()"
    assert "AF_INET" in _watched(tmp_path / "trace", "-c", program)
    assert os.environ["QT_QPA_PLATFORM"]
