"""What a new vault costs until the window is painted, and that nothing is lost by it: seen from the system."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import Vaults
from tests.watching import needs_strace

#: Makes a vault, says so, and writes into it.
_MAKE = """
import os, sys
from pathlib import Path
from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.vault.vault import Vault

vault = Vault.open(Path(sys.argv[1]), SystemClock(), Changes())
os.path.exists("/made-now")
vault.settings.set("theme", "dark")
os.path.exists("/written-now")
os._exit(9)
"""


@pytest.fixture
def calls(tmp_path: Path) -> tuple[list[str], list[str]]:
    """What was asked of the system for the vault and for its folder: while it was made, and while it was written to."""
    (tmp_path / "home").mkdir()
    vault, trace = tmp_path / "home" / "attach.vault", tmp_path / "trace"
    watch = "trace=openat,pwrite64,fsync,fdatasync,stat,newfstatat"
    command = ["strace", "-f", "-qq", "-y", "-o", str(trace), "-e", watch, sys.executable, "-c", _MAKE, str(vault)]
    subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
    made, _, rest = trace.read_text("utf-8", "replace").partition("/made-now")
    written, end, _ = rest.partition("/written-now")
    assert end, "it did not come to its end"
    return made.splitlines(), written.splitlines()


def _flushed(lines: list[str]) -> list[str]:
    """The files that were put on disk, in order, by the end of their names."""
    found = (re.search(r"f(?:data)?sync\(\d+<([^>]*)>", line) for line in lines)
    return [Path(match.group(1)).name.removeprefix("attach.vault") for match in found if match]


@needs_strace
def test_of_a_new_vault_the_file_is_on_disk_and_its_tables_only_with_what_is_kept(
    calls: tuple[list[str], list[str]],
) -> None:
    made, written = map(_flushed, calls)
    assert "" in made
    assert "-wal" not in made
    # The log and the folder that names it: all that was written up to here.
    assert written == ["-wal", "home"]


@needs_strace
def test_what_is_kept_is_on_disk_when_its_writing_returns(calls: tuple[list[str], list[str]]) -> None:
    asked = [line for line in calls[1] if "attach.vault-wal" in line and ("pwrite64(" in line or "sync(" in line)]
    assert "pwrite64(" in asked[0]
    assert "sync(" in asked[-1]


def test_a_new_vault_is_durable_from_then_on(vault_factory: Vaults) -> None:
    assert vault_factory().connection.one("PRAGMA synchronous") == (2,)
