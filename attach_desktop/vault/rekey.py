"""Sets, changes or removes the passphrase of a vault: as a new file beside it, read back, and swapped in.

Never in place: the journal of SQLite's own rekeying holds what was written in the clear.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from attach_desktop.clock import Clock
from attach_desktop.errors import InputRefusedError, StorageError, VaultDamagedError
from attach_desktop.vault import swap
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import Progress, contents, write_copy
from attach_desktop.vault.key import COSTS, Key, KeyCost, new_key
from attach_desktop.vault.shred import overwrite


def set_passphrase(
    path: Path,
    key_now: Key | None,
    passphrase: str | None,
    progress: Progress,
    clock: Clock,
    costs: tuple[KeyCost, ...] = COSTS,
) -> Key | None:
    """Encrypt the vault at ``path`` with a new ``passphrase``, or make it plain with None; returns the new key.

    A new passphrase has a new salt, and with it a new recovery code. A backup is made first, as the vault was. Nobody
    may have the vault open meanwhile (StorageError "busy"). What ``progress`` raises ends it before the swap, with the
    vault as it was; so does any error. Killed at any moment, it leaves one whole vault: the old or the new one.
    """
    from attach_desktop.vault.backups import Backups

    key = None if passphrase is None else _new_key(passphrase, costs)
    progress(0.05)
    connection = Connection(path, key_now)
    try:
        _fold_in_alone(connection)
        holder = Connection(path, key_now)
        try:
            # Holds the place against every other writer until the new file has it; they are told "vault-replaced".
            holder.run("BEGIN IMMEDIATE")
            Backups.of(path, clock).make_from(connection, "before-passphrase", _part(progress, 0.05, 0.4))
            _write_and_swap(connection, path, key, _part(progress, 0.4, 1.0), holder)
        finally:
            holder.close()
    finally:
        connection.close()
    return key


def _new_key(passphrase: str, costs: tuple[KeyCost, ...]) -> Key:
    if not passphrase:
        raise InputRefusedError("passphrase-empty")
    try:
        return new_key(passphrase, costs)
    except UnicodeEncodeError as error:
        raise InputRefusedError("passphrase-unreadable") from error


def _fold_in_alone(connection: Connection) -> None:
    """Make the file whole by itself, without a log beside it. Raises StorageError if anybody else has it open."""
    mode = connection.one("PRAGMA journal_mode=DELETE")
    if mode != ("delete",):
        raise StorageError("busy", path=connection.path)


def _write_and_swap(
    connection: Connection, path: Path, key: Key | None, progress: Progress, holder: Connection
) -> None:
    new = swap.making(path)
    for left in (new, *swap.logs(new)):
        left.unlink(missing_ok=True)
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    before = contents(connection)
    after = write_copy(connection, new, key, progress)
    try:
        if after != before:
            raise VaultDamagedError("copy-unsound", path=new)
        progress(1.0)
        if os.name != "posix":
            # Windows replaces no file that is open; for a moment the place is not held.
            connection.close()
            holder.close()
        old = os.open(path, os.O_RDWR) if key is not None and connection.key is None and os.name == "posix" else None
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    try:
        swap.swap_in(new, path)
    finally:
        if old is not None:
            _forget(old)


def _forget(file: int) -> None:
    """Write over what was kept in the clear, where it has no name any more."""
    with suppress(OSError):
        if os.fstat(file).st_nlink == 0:
            overwrite(file)
    os.close(file)


def _part(progress: Progress, begin: float, end: float) -> Progress:
    return lambda done: progress(begin + (end - begin) * done)
