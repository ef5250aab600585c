"""Writes a file whole or not at all: whoever looks at it sees the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from attach_desktop.errors import InputRefusedError, StorageError

#: What SQLite puts beside a vault.
_BESIDE = ("", "-wal", "-shm", "-journal")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_whole(path: Path, write: Callable[[TextIO], None], encoding: str = "utf-8") -> None:
    """Let ``write`` fill a new file beside ``path``, bring it to disk, and only then put it in the place of ``path``.

    The file is readable by its owner alone. Line breaks are written as they are given. If anything fails, what was at
    ``path`` is untouched and nothing else is left behind. Raises StorageError; errors of ``write`` pass through.
    """

    def fill(out: BinaryIO) -> None:
        text = TextIOWrapper(out, encoding=encoding, newline="")
        write(text)
        text.flush()
        text.detach()

    _write_whole(path, fill)


def write_whole_bytes(path: Path, data: bytes) -> None:
    """The same for a file that is no text. Raises StorageError."""

    def fill(out: BinaryIO) -> None:
        out.write(data)

    _write_whole(path, fill)


def _write_whole(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    if "\0" in str(path):
        raise StorageError("cannot-write", path=path, reason="")
    with _told(path):
        target = Path(os.path.realpath(path))  # a link keeps pointing where it pointed
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if mode is not None and not stat.S_ISREG(mode):
        _into_device(target, fill)
        return
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with _told(path):
            handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with _told(path), open(handle, "wb") as out:  # noqa: PTH123 (a handle)
            fill(out)
            out.flush()
            os.fsync(out.fileno())
        with _told(path):
            beside.replace(target)
            _fsync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def refuse_vault(path: Path, vault: Path) -> None:
    """Raise InputRefusedError where writing to ``path`` would overwrite the vault or what belongs to it."""
    target = os.path.realpath(path)
    if target in {os.path.realpath(f"{vault}{ending}") for ending in _BESIDE}:
        raise InputRefusedError("out-is-vault", path=path)


def _into_device(target: Path, fill: Callable[[BinaryIO], None]) -> None:
    """A pipe or a device is written to: putting a file in its place would destroy it."""
    with _told(target), target.open("wb") as out:
        fill(out)


def _fsync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    with suppress(OSError):  # some file systems cannot; the file itself is on disk
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            key = "disk-full"
        elif error.errno in _FORBIDDEN:
            key = "read-only"
        else:
            key = "cannot-write"
        raise StorageError(key, path=path, reason=error.strerror or "") from error
