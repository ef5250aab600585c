"""Deleting everything: the files of a vault, overwritten first as far as the disk does so in place."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from attach_desktop.clock import Clock
from attach_desktop.vault import swap
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.conflicts import conflict_copies
from attach_desktop.vault.shred import shred


class WipedFiles(NamedTuple):
    """How many files were deleted, and those that could not be."""

    deleted: int
    left: tuple[Path, ...]


def files_of(vault: Path, clock: Clock, *, backups: bool, copies: Path | None = None) -> list[Path]:
    """Every file of the vault at the path ``vault``: itself, its logs, what was set aside, conflict copies.

    With ``backups`` those too, and in the folder ``copies`` the second copies of the same names.
    """
    found = [vault, *swap.logs(vault)]
    found += [
        vault.with_name(f"{vault.name}{ending}") for ending in (".making", ".next", ".tries", ".lock", ".merging")
    ]
    for why in ("damaged", "before-restore", "conflict", "recovered"):
        found += sorted(vault.parent.glob(f"{vault.stem}-*-{why}*{vault.suffix}*"))
    found += [copy.path for copy in conflict_copies(vault, None)]
    # What was read of a damaged vault, and conflict copies that were taken in.
    found += sorted(vault.parent.glob(f"{vault.name}.salvaged*"))
    found += sorted(vault.parent.glob(f"{vault.name}*.scratch*"))
    found += sorted(vault.parent.glob(f"{vault.stem}*{vault.suffix}.taken-in*"))
    if backups:
        kept = Backups.of(vault, clock)
        for backup in kept.each():
            found.append(backup.path)
            if copies is not None:
                found.append(copies / backup.name)
        found += sorted(kept.folder.glob("*.making*"))
    return [file for file in dict.fromkeys(found) if file.exists()]


def everything(vault: Path, clock: Clock, *, backups: bool, copies: Path | None = None) -> WipedFiles:
    """Delete all files of the vault at the path ``vault``, which nobody may have open. See ``files_of``.

    The file itself goes first: of an encrypted one nothing can be read again once its first bytes, the salt, are gone.
    """
    deleted, left = 0, []
    for file in files_of(vault, clock, backups=backups, copies=copies):
        try:
            shred(file)
            deleted += 1
        except OSError:
            left.append(file)
    if backups:
        with suppress(OSError):
            Backups.of(vault, clock).folder.rmdir()
    return WipedFiles(deleted, tuple(left))
