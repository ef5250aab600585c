"""What encryption costs: unlocking a large vault beside deriving its key; a backup, written and read back."""

from __future__ import annotations

import hashlib
import shutil
import statistics
import time
from pathlib import Path

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.key import COSTS
from attach_desktop.vault.rekey import set_passphrase
from attach_desktop.vault.vault import Vault
from tests.benchmarks.figure import Figure, paired

_PASSPHRASE = "kettle moss orbit vanilla"  # noqa: S105 (of a vault that lives for a measurement)


def encrypted(full: Path, folder: Path) -> tuple[Path, float]:
    """An encrypted copy of the vault at ``full`` in a new folder, and how many milliseconds encrypting took."""
    path = folder / "locked" / "attach.vault"
    path.parent.mkdir()
    shutil.copy(full, path)
    begin = time.perf_counter()
    set_passphrase(path, None, _PASSPHRASE, lambda _: None, SystemClock())
    return path, (time.perf_counter() - begin) * 1e3


def unlock(path: Path, runs: int) -> Figure:
    """Opening it with the passphrase and reading the first page of the journal, less the derivation of the key."""
    cost = COSTS[0]

    def opened() -> float:
        begin = time.perf_counter()
        vault = Vault.open(path, SystemClock(), Changes(), lambda: _PASSPHRASE)
        assert JournalStore(vault).newest(50)
        spent = (time.perf_counter() - begin) * 1e3
        vault.close()
        return spent

    def derived() -> float:
        begin = time.perf_counter()
        hashlib.scrypt(_PASSPHRASE.encode(), salt=bytes(12), n=cost.n, r=cost.r, p=cost.p, maxmem=2**28, dklen=32)
        return (time.perf_counter() - begin) * 1e3

    value, floor = paired(opened, derived, runs)
    return Figure("unlock, beyond the key derivation", value - floor, 100.0, reason=f"of {value:.0f} ms in all")


def backup(path: Path, runs: int) -> Figure:
    """A backup of it, written, on disk and read back."""
    vault = Vault.open(path, SystemClock(), Changes(), lambda: _PASSPHRASE)
    backups = Backups.of(path, SystemClock())
    spent = []
    for _ in range(runs):
        begin = time.perf_counter()
        backups.make(vault)
        spent.append((time.perf_counter() - begin) * 1e3)
    vault.close()
    size = path.stat().st_size / 2**20
    return Figure("a verified backup, each MiB", statistics.median(spent) / size, 100.0, reason=f"of {size:.0f} MiB")
