"""Whole copies of a vault: written with VACUUM INTO under any key, made sure of on disk, and read back."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from attach_desktop.errors import StorageError, VaultDamagedError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.key import Key

#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
#: Of a copy's time, the part that writing takes; the rest is reading it back.
_WRITING = 0.7
_PLACE_OF_KIND = 57


class Contents(NamedTuple):
    """How much a vault holds: live ``records`` (``kinds`` tells them by kind number), those in the bin, versions."""

    records: int
    binned: int
    former: int
    kinds: tuple[tuple[int, int], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is no record at all, not in the bin either."""
        return not self.records and not self.binned


def contents(connection: Connection) -> Contents:
    """How much the vault behind ``connection`` holds. Raises VaultDamagedError where it cannot be counted."""
    kinds = connection.rows(f"SELECT place >> {_PLACE_OF_KIND}, count(*) FROM record GROUP BY 1 ORDER BY 1")  # noqa: S608 (a constant)
    rest = connection.one("SELECT (SELECT count(*) FROM bin), (SELECT count(*) FROM former)") or (0, 0)
    counted = tuple((int(kind), int(count)) for kind, count in kinds)
    return Contents(sum(count for _, count in counted), int(rest[0]), int(rest[1]), counted)


def write_copy(connection: Connection, target: Path, key: Key | None, progress: Progress | None = None) -> Contents:
    """Copy all of the vault behind ``connection`` into ``target``, a new empty file, encrypted with ``key`` or plain.

    It is on disk and was read back when this returns. Raises what SQLite or ``progress`` raises, VaultDamagedError
    ("copy-unsound") if reading back fails; then there is no ``target``.
    """
    try:
        if progress is not None:
            progress(0.0)
        with connection.watched(_share_of_writing(connection, target, progress)):
            connection.run("VACUUM INTO ?", (_uri(target, key),))
        sync(target)
        return _read_back(target, key, progress)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def look_into(path: Path, key: Key | None, progress: Progress | None = None) -> Contents:
    """Read every page of a copy and count what is in it. Raises VaultDamagedError if it is not sound."""
    connection = Connection(path, key, read_only=True, still=True)
    try:
        with connection.watched(lambda: progress(0.5) if progress else None):
            faults = connection.rows("PRAGMA integrity_check(1)")
        if faults != [("ok",)]:
            raise VaultDamagedError("copy-unsound", path=path)
        return contents(connection)
    finally:
        connection.close()


def new_file(path: Path) -> Path:
    """A new, empty file of that name, with a number behind it if there is one already; SQLite fills an empty file."""
    file, number = path, 1
    while True:
        try:
            # Made here, so that it is the owner's alone from its first byte.
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError:
            number += 1
            file = path.with_name(f"{path.stem}-{number}{path.suffix}")
        except OSError as error:
            raise StorageError("cannot-open", path=file) from error
        else:
            return file


def sync(file: Path) -> None:
    """Make sure that all of ``file`` is on disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Make sure that the names in ``folder`` are on disk, where the system can be asked for it."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders and sticks cannot; SQLite lets that pass as well
            os.fsync(opened)
    finally:
        os.close(opened)


def _uri(target: Path, key: Key | None) -> str:
    place = target.absolute().as_uri()
    if key is None:
        return f"{place}?key="
    return f"{place}?cipher=chacha20&hexkey={key.pragma.encode('ascii').hex()}"


def _share_of_writing(connection: Connection, target: Path, progress: Progress | None) -> Callable[[], None]:
    if progress is None:
        return lambda: None
    row = connection.one("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    whole = max(1, int(row[0]) if row else 1)

    def look() -> None:
        progress(_WRITING * min(1.0, target.stat().st_size / whole))

    return look


def _read_back(target: Path, key: Key | None, progress: Progress | None) -> Contents:
    share = None if progress is None else (lambda done: progress(_WRITING + (1 - _WRITING) * done))
    try:
        return look_into(target, key, share)
    except VaultDamagedError as error:
        raise VaultDamagedError("copy-unsound", path=target) from error
