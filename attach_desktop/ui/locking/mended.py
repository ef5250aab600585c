"""A copy of a vault whose first bytes, its salt, were damaged, with the salt put right that its backups have."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.key import Key

_LOG = "-wal"
_BESIDE = ("", _LOG, "-shm", "-journal")


@contextmanager
def mended(path: Path, key: Key | None) -> Iterator[Path]:
    """The vault at ``path``, or for as long as the block lasts a copy that begins with the salt of ``key``.

    The vault itself is only read. Raises StorageError where there is no room for the copy.
    """
    if key is None or first_bytes(path, len(key.salt)) == key.salt:
        yield path
        return
    copy = path.with_name(f"{path.name}.mended")
    try:
        _copy(path, copy)
        if path.with_name(path.name + _LOG).exists():
            _copy(path.with_name(path.name + _LOG), copy.with_name(copy.name + _LOG))
        with copy.open("rb+") as file:
            file.write(key.salt)
        yield copy
    except OSError as error:
        raise StorageError("disk", reason=error.strerror or type(error).__name__) from error
    finally:
        for ending in _BESIDE:
            copy.with_name(copy.name + ending).unlink(missing_ok=True)


def is_readable(path: Path, key: Key) -> bool:
    """Whether ``key`` reads the vault at ``path``, its salt aside."""
    try:
        with mended(path, key) as readable:
            connection = Connection(readable, key, read_only=True)
            try:
                connection.rows("SELECT name FROM sqlite_master")
            finally:
                connection.close()
    except AttachError:
        return False
    return True


def first_bytes(file: Path, count: int) -> bytes:
    """So many of its first bytes; none where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(count)
    except OSError:
        return b""


def _copy(source: Path, target: Path) -> None:
    # Made here, so that it is the owner's alone from its first byte.
    os.close(os.open(target, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
    shutil.copyfile(source, target)
