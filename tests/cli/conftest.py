"""A terminal to try commands in."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from attach_desktop import cli
from tests.support import FixedClock


@dataclass(frozen=True)
class Outcome:
    """What a command left behind: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """Standard output, line by line."""
        return self.out.splitlines()


class Terminal:
    """Runs commands on one data folder, at a fixed time."""

    def __init__(self, folder: Path, clock: FixedClock) -> None:
        self.folder = folder
        self.clock = clock
        # Whoever runs the tests may sit before a desktop: nothing is brought up there.
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}

    def __call__(self, *words: str, typed: bytes = b"", encoding: str = "utf-8") -> Outcome:
        """What ``attach-desktop`` does with ``words``; ``typed`` comes in on standard input."""
        out, err = io.BytesIO(), io.BytesIO()
        stdout = io.TextIOWrapper(out, encoding=encoding)
        stderr = io.TextIOWrapper(err, encoding="utf-8", errors="backslashreplace")
        stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
        given = words if "--data-dir" in words else ("--data-dir", str(self.folder), *words)
        code = cli.run(given, stdin, stdout, stderr, self.environment, self.clock)
        stdout.flush()
        stderr.flush()
        return Outcome(code, out.getvalue().decode(encoding), err.getvalue().decode("utf-8"))

    def add(self, *words: str) -> str:
        """Add an entry, a minute after the one before; returns its id."""
        outcome = self("add", *words)
        assert outcome.code == 0, outcome.err
        return outcome.out.strip()

    def entry(self, record_id: str) -> dict[str, Any]:
        """The documented record of an entry."""
        record: dict[str, Any] = self("show", record_id, "--json").records
        return record


@pytest.fixture
def terminal(tmp_path: Path, clock: FixedClock) -> Terminal:
    """A terminal on an empty data folder."""
    return Terminal(tmp_path / "data", clock)
