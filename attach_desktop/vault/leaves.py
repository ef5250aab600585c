"""Reads records from the leaves of a damaged vault, page after page, where the pages above them are gone.

In a scratch copy the list of tables is written anew: each page becomes the root of a table that looks like the
records' own. SQLite (and with it the cipher) then reads from that page what it holds, or says that it is no such page.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from attach_desktop.errors import AttachError
from attach_desktop.vault.connection import Connection, Row
from attach_desktop.vault.key import Key

_TABLE = "CREATE TABLE {name} (place INTEGER PRIMARY KEY, id, created, updated, data)"
#: So many pages are looked at between two readings of the list of tables.
_BATCH = 500
_TYPES = (int, str, str, str, str)


def records_of_leaves(path: Path, key: Key | None, scratch: Path) -> Iterator[Row]:
    """Rows (place, id, created, updated, data) of every page of the vault at ``path`` that has some.

    The same row may come more than once. ``scratch`` is a file that is made and removed. Raises AttachError or OSError
    where not even the first page can be read, or the disk has no room for the copy.
    """
    _remove(scratch)
    try:
        for ending in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{ending}", f"{scratch}{ending}")
                scratch.with_name(f"{scratch.name}{ending}").chmod(0o600)
        count = _make_ready(scratch, key)
        for begin in range(2, count + 1, _BATCH):
            yield from _batch(scratch, key, range(begin, min(begin + _BATCH, count + 1)))
    finally:
        _remove(scratch)


def _make_ready(scratch: Path, key: Key | None) -> int:
    """Fold the log in, where there is one; how many pages there are."""
    connection = _connect(scratch, key)
    try:
        row = connection.one("PRAGMA page_count")
        return int(row[0]) if row else 0
    finally:
        connection.close()


def _batch(scratch: Path, key: Key | None, pages: range) -> Iterator[Row]:
    connection = _connect(scratch, key)
    try:
        with connection.transaction():
            connection.run("DELETE FROM sqlite_schema")
            connection.run_many(
                "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES ('table', ?1, ?1, ?2, ?3)",
                [(f"leaf_{page}", page, _TABLE.format(name=f"leaf_{page}")) for page in pages],
            )
    finally:
        connection.close()
    connection = _connect(scratch, key)
    try:
        for page in pages:
            with suppress(AttachError):
                for row in connection.each(f"SELECT * FROM leaf_{page}"):  # noqa: S608 (a number)
                    if all(type(value) is wanted for value, wanted in zip(row, _TYPES, strict=True)):
                        yield row
    finally:
        connection.close()


def _connect(scratch: Path, key: Key | None) -> Connection:
    connection = Connection(scratch, key)
    connection.run("PRAGMA writable_schema=ON")
    with suppress(AttachError):
        connection.run("PRAGMA journal_mode=MEMORY")
    connection.run("PRAGMA synchronous=OFF")
    return connection


def _remove(scratch: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        scratch.with_name(f"{scratch.name}{ending}").unlink(missing_ok=True)
