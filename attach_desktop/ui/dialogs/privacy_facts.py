"""Where everything lies and who can read it, looked up on the disk at the moment one asks. No widgets here."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from attach_desktop.vault.backups import Backup, Backups
from attach_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder: ``size`` in bytes, ``mode`` as its permission bits, None where the system has none.

    ``encrypted`` is None for what holds no records.
    """

    key: str
    path: Path
    size: int
    mode: int | None
    encrypted: bool | None = None

    @property
    def is_private(self) -> bool:
        """Whether the system lets nobody but its owner read it (and administrators, always)."""
        return self.mode is not None and not self.mode & 0o077


@dataclass(frozen=True, slots=True)
class Facts:
    """What can be said truly at this moment."""

    encrypted: bool
    places: Sequence[Place]
    last_backup: Backup | None
    plain_backups: int


def look(vault: Vault, backups: Backups, log: Path | None = None) -> Facts:
    """Look it all up."""
    data, path = vault.path.parent, vault.path
    each = backups.each()
    places = [
        _place("folder", data, None),
        _place("records", path, vault.encrypted),
        _place("recent", path.with_name(f"{path.name}-wal"), vault.encrypted),
        _place("backups", backups.folder, None if not each else all(backup.encrypted for backup in each)),
        *(_place("aside", file, _is_encrypted(file)) for file in sorted(data.glob(f"{path.stem}-*{path.suffix}"))),
    ]
    if log is not None:
        places.append(_place("log", log, None))
    return Facts(
        vault.encrypted,
        [place for place in places if place is not None],
        each[0] if each else None,
        sum(not backup.encrypted for backup in each),
    )


def _place(key: str, path: Path, encrypted: bool | None) -> Place | None:
    try:
        found = path.stat()
        size = found.st_size if path.is_file() else sum(file.stat().st_size for file in path.iterdir())
    except OSError:
        return None
    mode = stat.S_IMODE(found.st_mode) if os.name == "posix" else None
    return Place(key, path, 0 if key == "folder" else size, mode, encrypted)


def _is_encrypted(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(16) != b"SQLite format 3\0"
    except OSError:
        return False
