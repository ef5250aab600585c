"""Killed while a passphrase changes or a backup is restored, one whole vault is left (``python -m tests.killed``)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.vault import swap
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.copying import contents
from attach_desktop.vault.vault import Vault
from tests.killed import NOTES, fill, open_as_the_next_start_would, run
from tests.watching import needs_strace


@pytest.mark.slow
def test_one_whole_vault_is_left_whenever_it_is_killed(tmp_path: Path) -> None:
    report = run(rounds=12, folder=tmp_path, seed=20261125)
    assert report.faults == []
    assert report.counts["changes"] > 0


#: What changes the names in a folder, or makes sure of what lies on the disk.
_CALLS = ("rename", "unlink", "link", "linkat", "fsync", "fdatasync", "ftruncate", "flock")


@pytest.mark.slow
@needs_strace
@pytest.mark.parametrize("what", ["set", "restore"])
def test_killed_at_every_single_step_that_changes_the_folder(what: str, tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    ready.mkdir()
    fill(ready / "attach.vault")
    clock = SystemClock()
    vault = Vault.open(ready / "attach.vault", clock, Changes())
    Backups.of(vault.path, clock).make(vault)
    vault.close()
    between = kills = 0
    for call in _CALLS:
        for step in range(1, 30):
            folder = tmp_path / f"{call}-{step}"
            shutil.copytree(ready, folder)
            if not _killed_at(call, step, folder / "attach.vault", what):
                break
            kills += 1
            between += swap.coming(folder / "attach.vault").exists()
            _look(folder / "attach.vault")
            shutil.rmtree(folder)
        else:
            pytest.fail("it never came to an end")
    assert kills > 20
    assert between > 2  # also in the moment when both files are there


def _killed_at(call: str, step: int, path: Path, what: str) -> bool:
    """Let it work until its ``step``-th ``call``; whether it came to that."""
    strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}"]
    inject = ["-e", f"inject={call}:signal=KILL:when={step}"]
    command = [*strace, *inject, sys.executable, "-m", "tests.killed", "--once", str(path), what]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, cwd=root, check=False, capture_output=True)
    assert b"Traceback" not in done.stderr
    return done.returncode != 0


def _look(path: Path) -> None:
    """The next start has one whole vault, and nothing half made beside it."""
    opened, _ = open_as_the_next_start_would(path)
    assert opened.check() == []
    assert contents(opened.connection).records == NOTES
    opened.close()
    left = {file.name for file in path.parent.iterdir() if file.name.startswith("attach.vault")}
    # SQLite leaves a journal that it has found to hold nothing to undo.
    assert left <= {"attach.vault", "attach.vault.lock", "attach.vault-journal"}
