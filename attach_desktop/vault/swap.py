"""Puts a new file in the place of a vault, so that at every moment there is exactly one that counts.

A new file is written as ``<vault>.making``, which never counts. Renamed to ``<vault>.next`` it counts in the place of
the vault from that moment on: whoever opens the vault finishes what was begun. A log that belongs to the old file
must be gone before the new one has its name, or SQLite would play it into the new one.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from attach_desktop.errors import StorageError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import sync_folder

#: What SQLite keeps beside a database.
LOGS = ("-wal", "-shm", "-journal")


def making(path: Path) -> Path:
    """Where the vault that shall take the place of the one at ``path`` is written."""
    return path.with_name(f"{path.name}.making")


def coming(path: Path) -> Path:
    """Where it lies, whole, in the moment before it has taken the place."""
    return path.with_name(f"{path.name}.next")


def logs(path: Path) -> tuple[Path, ...]:
    """The files that SQLite may keep beside the vault at ``path``."""
    return tuple(path.with_name(f"{path.name}{ending}") for ending in LOGS)


def swap_in(new: Path, path: Path) -> None:
    """Put the whole file ``new`` in the place of the vault at ``path``. Raises StorageError if that cannot be."""
    with told(path):
        new.replace(coming(path))
        sync_folder(path.parent)
    finish(path)


def finish(path: Path) -> None:
    """Finish a swap that was begun, if one was: cheap, and done before every opening of a vault."""
    following = coming(path)
    if not following.exists():
        return
    with told(path), _alone(path):
        if following.exists():
            for log in logs(path):
                log.unlink(missing_ok=True)
            following.replace(path)
            sync_folder(path.parent)


def clean(path: Path, connection: Connection) -> None:
    """Remove what a swap that was killed has left, unless one is under way (which holds the vault's write lock)."""
    left = making(path)
    if not left.exists():
        return
    with suppress(StorageError, OSError):
        connection.run("PRAGMA busy_timeout=0")
        try:
            with connection.transaction():
                left.unlink(missing_ok=True)
                for log in logs(left):
                    log.unlink(missing_ok=True)
        finally:
            connection.wait_when_busy()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of the system as this program's own."""
    try:
        yield
    except PermissionError as error:
        # Windows lets nobody replace a file that somebody has open.
        raise StorageError("busy" if os.name == "nt" else "read-only", path=path) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StorageError("disk-full", path=path) from error
        raise StorageError("disk", reason=error.strerror or type(error).__name__) from error


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One at a time: two programs that start together must not both think that the log is the old one's."""
    lock = path.with_name(f"{path.name}.lock")
    file = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        if os.name == "posix":
            import fcntl

            with suppress(OSError):  # not every network folder knows locks
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
        with suppress(OSError):
            lock.unlink()
    finally:
        os.close(file)
