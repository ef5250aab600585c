"""Puts a backup in the place of the vault; the present vault is kept under a new name."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from attach_desktop.clock import Clock
from attach_desktop.errors import AttachError, StorageError
from attach_desktop.vault import swap
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import Contents, Progress, look_into, sync, sync_folder, write_copy
from attach_desktop.vault.key import Key


class Restored(NamedTuple):
    """What the vault holds now, and where the one before is kept (None if there was none)."""

    contents: Contents
    kept: Path | None


def restore(
    source: Path,
    key: Key | None,
    path: Path,
    key_now: Key | None,
    clock: Clock,
    progress: Progress | None = None,
) -> Restored:
    """Put a copy of ``source``, a backup that ``key`` opens, in the place of the vault at ``path`` (``key_now``).

    The present vault is kept whole under a new name beside it. Nobody may have it open meanwhile. The vault then has
    the passphrase that the backup had. Raises VaultDamagedError if the backup is not sound, StorageError, or what
    ``progress`` raises: the vault is then as it was. Killed at any moment, it leaves one whole vault.
    """
    _fold_in_if_sound(path, key_now)
    new = swap.making(path)
    with swap.told(path):
        for left in (new, *swap.logs(new)):
            left.unlink(missing_ok=True)
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = Connection(source, key, read_only=True, still=True)
    try:
        found = write_copy(connection, new, key, progress)
    finally:
        connection.close()
    try:
        kept = keep_beside(path, "before-restore", clock)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    swap.swap_in(new, path)
    return Restored(found, kept)


def keep_beside(path: Path, why: str, clock: Clock) -> Path | None:
    """Give the vault at ``path`` a second name beside it (with its log, if it has one); None if there is none.

    The name is ``attach-<date>-<time>-<why>.vault``. Where the disk knows no second names it is copied.
    """
    if not path.exists():
        return None
    kept = free_name(path, why, clock)
    with swap.told(path):
        for file, second in zip((path, *swap.logs(path)), (kept, *swap.logs(kept)), strict=True):
            if file.exists() and not file.name.endswith("-shm"):
                _second_name(file, second)
        sync_folder(path.parent)
    return kept


def free_name(path: Path, why: str, clock: Clock) -> Path:
    """A name beside ``path`` that says when and why, and that nothing has yet."""
    stamp = f"{clock.now():%Y%m%d-%H%M%S}"
    name = path.with_name(f"{path.stem}-{stamp}-{why}{path.suffix}")
    number = 1
    while name.exists():
        number += 1
        name = path.with_name(f"{path.stem}-{stamp}-{why}-{number}{path.suffix}")
    return name


def _second_name(file: Path, second: Path) -> None:
    try:
        os.link(file, second)
    except OSError:
        try:
            os.close(os.open(second, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            shutil.copyfile(file, second)
            sync(second)
        except BaseException:
            with suppress(OSError):
                second.unlink()
            raise


def _fold_in_if_sound(path: Path, key: Key | None) -> None:
    """Fold the present vault's log into it, where it is sound. Raises StorageError if somebody has it open.

    One that is damaged, or has another passphrase, is not written to and keeps its log: both get the new name.
    """
    if not path.exists():
        return
    try:
        look_into(path, key)
        connection = Connection(path, key)
    except AttachError:
        return
    try:
        connection.run("PRAGMA journal_mode=DELETE")
    except StorageError as error:
        if error.key == "busy":
            raise
    except AttachError:
        pass
    finally:
        connection.close()
