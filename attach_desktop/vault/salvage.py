"""Reads row by row what a damaged vault still gives, going around what it does not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from attach_desktop.errors import AttachError, StorageError, VaultDamagedError
from attach_desktop.vault import place
from attach_desktop.vault.connection import Connection, Row
from attach_desktop.vault.key import Key
from attach_desktop.vault.kind import Kind, Stored
from attach_desktop.vault.leaves import records_of_leaves
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

_RECORD = "place, id, created, updated, data"
#: Tables whose rows are moved as they are: their columns, and the one (or two) they are ordered by.
_PLAIN_TABLES = (
    ("bin", "id, kind, place, created, updated, binned, data", ("id",)),
    ("former", "id, replaced, updated, data", ("id", "replaced")),
    ("setting", "name, data", ("name",)),
    ("draft", "name, saved, data", ("name",)),
)
#: Where places of records can be read besides the records themselves.
_PLACES = (
    "SELECT place FROM record INDEXED BY record_figures WHERE place IS NOT NULL ORDER BY place",
    "SELECT place FROM record INDEXED BY sqlite_autoindex_record_1 ORDER BY id",
    "SELECT DISTINCT place FROM word INDEXED BY word_place ORDER BY place",
    "SELECT id FROM search_docsize ORDER BY id",
)


class Damaged:
    """A damaged vault, opened to be read."""

    def __init__(self, connection: Connection, scratch: Path | None = None) -> None:
        """Read what ``connection`` still gives. Raises VaultDamagedError where not even the list of its tables is read.

        ``scratch`` is the name of a file that may be made for a while (see leaves.py); without it, pages that cannot be
        reached from the root of their table are not looked for.
        """
        self._connection, self._scratch = connection, scratch
        self._met_damage = False
        self._connection.rows("SELECT name FROM sqlite_master")

    @classmethod
    @contextmanager
    def opened(cls, path: Path, key: Key | None, scratch: Path) -> Iterator[Damaged]:
        """The vault at ``path`` for as long as the block lasts. Raises as making one does."""
        connection = Connection(path, key, read_only=True, still=True)
        try:
            connection.run("PRAGMA ignore_check_constraints=ON")
            yield cls(connection, scratch)
        finally:
            connection.close()

    def records(self) -> tuple[list[Row], int]:
        """The rows of all records that can be read, and how many are known of that cannot."""
        found: dict[int, Row] = {}
        for order in ("ASC", "DESC"):
            for row in self._until_damage(f"SELECT {_RECORD} FROM record ORDER BY place {order}"):  # noqa: S608
                found[row[0]] = row
        if self._met_damage and self._scratch is not None:
            # As what is walked from the root comes first, so it stays: a leaf may be one that was given up long ago.
            with suppress(AttachError, OSError):
                for row in records_of_leaves(self._connection.path, self._connection.key, self._scratch):
                    found.setdefault(row[0], row)
        known: set[int] = set()
        for query in _PLACES:
            for order in ("", " DESC"):
                known.update(row[0] for row in self._until_damage(query + order) if isinstance(row[0], int))
        lost = 0
        for at in sorted(known - found.keys()):
            one = next(self._until_damage(f"SELECT {_RECORD} FROM record WHERE place = ?", (at,)), None)  # noqa: S608
            if one is None:
                lost += 1
            else:
                found[at] = one
        return list(found.values()), lost

    def rows(self, table: str, columns: str, order: Sequence[str]) -> list[Row]:
        """The rows of another table that can be read, from both of its ends."""
        found: dict[Row, None] = {}
        for direction in ("ASC", "DESC"):
            by = ", ".join(f"{column} {direction}" for column in order)
            for row in self._until_damage(f"SELECT {columns} FROM {table} ORDER BY {by}"):  # noqa: S608
                found[row] = None
        return list(found)

    def _until_damage(self, sql: str, bindings: Sequence[Any] = ()) -> Iterator[Row]:
        # A disk that fails cannot read some of its blocks: that is damage as well.
        try:
            yield from self._connection.each(sql, bindings)
        except (VaultDamagedError, StorageError):
            self._met_damage = True


def fill(vault: Vault, damaged: Damaged, kinds: Sequence[Kind[Any]]) -> int:
    """Move all that can be read into the empty ``vault``; returns how many pieces were found that could not be."""
    with vault.connection.transaction():
        rows, lost = damaged.records()
        stores = {kind.number: RecordStore(vault, kind) for kind in kinds}
        for row in rows:
            lost += not _keep_record(vault, stores, row)
        for table, columns, order in _PLAIN_TABLES:
            for row in damaged.rows(table, columns, order):
                lost += not _keep_row(vault, table, row)
    return lost


def _keep_record(vault: Vault, stores: dict[int, RecordStore[Any]], row: Row) -> bool:
    """Keep one record, with its words and its text in the index. One whose kind is not known is kept as it is."""
    at, record_id, created, updated, data = row
    try:
        store = stores.get(place.kind_of(at))
        if store is None:
            return _keep_row(vault, "record (place, id, created, updated, data)", row)
        value = store.kind.from_json(json.loads(data))
        stored = Stored(record_id, value, datetime.fromisoformat(created), datetime.fromisoformat(updated), at)
        store.merge(stored)
    except (AttachError, ValueError, TypeError, AttributeError):
        return False
    return True


def _keep_row(vault: Vault, table: str, row: Row) -> bool:
    try:
        json.loads(row[-1])
        vault.connection.run(f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608
    except (AttachError, ValueError, TypeError):
        return False
    return True
