"""What to do with a vault that fails its check: set it aside, read out of it what can be read, find the newest backup.

Nothing here ever writes into the damaged file.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from attach_desktop.changes import Changes
from attach_desktop.clock import Clock
from attach_desktop.errors import AttachError, VaultDamagedError
from attach_desktop.vault import swap
from attach_desktop.vault.backups import Backup, Backups
from attach_desktop.vault.copying import Contents, contents, look_into, sync, sync_folder
from attach_desktop.vault.key import Key
from attach_desktop.vault.kind import Kind
from attach_desktop.vault.restoring import free_name, keep_beside
from attach_desktop.vault.salvage import Damaged, fill
from attach_desktop.vault.vault import Vault


class Good(NamedTuple):
    """The newest backup that is sound, and what it holds."""

    backup: Backup
    contents: Contents


class Salvaged(NamedTuple):
    """The new vault at ``path``, what it holds, and how many pieces were found that could not be read any more."""

    path: Path
    contents: Contents
    lost: int


class Recovered(NamedTuple):
    """What the vault holds now, how many pieces could not be read, and where the damaged one is ``kept``."""

    contents: Contents
    lost: int
    kept: Path | None


def recover(path: Path, key: Key | None, kinds: Sequence[Kind[Any]], clock: Clock) -> Recovered:
    """Put what can be read of the damaged vault at ``path`` in its place; the damaged one gets a new name.

    Raises as ``salvage`` does; the damaged vault is then where it was. Nobody may have it open meanwhile.
    """
    new = swap.making(path)
    with swap.told(path):
        for left in (new, *swap.logs(new)):
            left.unlink(missing_ok=True)
    saved = salvage(path, key, new, kinds, clock)
    kept = keep_beside(path, "damaged", clock)
    swap.swap_in(new, path)
    return Recovered(saved.contents, saved.lost, kept)


def newest_good(backups: Backups, key: Key | None) -> Good | None:
    """The newest backup that ``key`` opens and that is sound, with what it holds; None if there is none."""
    for backup in backups.each():
        with suppress(AttachError):
            return Good(backup, backups.check(backup, key))
    return None


def set_aside(path: Path, clock: Clock) -> Path:
    """Give a damaged vault, with its log, a new name beside it; returns that. Raises StorageError if it cannot be."""
    aside = free_name(path, "damaged", clock)
    with swap.told(path):
        # The log first: left alone, it would be played into the next vault of this name.
        for log, following in zip(swap.logs(path), swap.logs(aside), strict=True):
            if log.exists():
                log.replace(following)
        path.replace(aside)
        sync_folder(path.parent)
    return aside


def salvage(path: Path, key: Key | None, target: Path, kinds: Sequence[Kind[Any]], clock: Clock) -> Salvaged:
    """Read all that can be read of the damaged vault at ``path`` into a new one at ``target``, under the same key.

    Records, those in the bin, former versions, drafts and settings are read one by one; what cannot be read is left
    out and counted. Words and search are made anew. ``path`` is only read. Raises StorageError, and VaultDamagedError
    where nothing at all can be read; then there is no ``target``.
    """
    with Damaged.opened(path, key, target.with_name(f"{target.name}.scratch")) as damaged:
        return gather(damaged, target, key, kinds, clock)


def gather(damaged: Damaged, target: Path, key: Key | None, kinds: Sequence[Kind[Any]], clock: Clock) -> Salvaged:
    """What ``salvage`` does, out of a vault that is open. Records of kinds that are not named are kept as they are."""
    try:
        vault = Vault.create(target, clock, Changes(), key)
        try:
            lost = fill(vault, damaged, kinds)
            # Into the one file, or the error of a full disk: closing would leave it in the log, and say nothing.
            vault.connection.run("PRAGMA journal_mode=DELETE")
            found = contents(vault.connection)
            if found == Contents(0, 0, 0) and not vault.connection.one(
                "SELECT 1 FROM setting UNION SELECT 1 FROM draft"
            ):
                raise VaultDamagedError("nothing-readable", path=target)
        finally:
            vault.close()
        sync(target)
        if look_into(target, key) != found:
            raise VaultDamagedError("copy-unsound", path=target)
    except BaseException:
        for half in (target, *swap.logs(target)):
            half.unlink(missing_ok=True)
        raise
    return Salvaged(target, found, lost)
