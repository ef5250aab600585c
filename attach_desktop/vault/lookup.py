"""Reading the records of one kind: one, a page, all of some days, the bin, what was there before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Generic, TypeVar

from attach_desktop.errors import FaultsError, VaultDamagedError
from attach_desktop.vault import place
from attach_desktop.vault.connection import Row
from attach_desktop.vault.kind import Binned, Kind, Stored
from attach_desktop.vault.vault import Vault

T = TypeVar("T")
COLUMNS = "r.place, r.id, r.created, r.updated, r.data"


class Lookup(Generic[T]):
    """The records of one kind in a vault, to be read. Raises VaultDamagedError where what was kept cannot be read."""

    def __init__(self, vault: Vault, kind: Kind[T]) -> None:
        """Records of ``kind`` in ``vault``."""
        self.vault = vault
        self.kind = kind
        self.connection = vault.connection

    @property
    def day_start(self) -> time:
        """When the person's day begins."""
        return self.vault.day_start

    def get(self, record_id: str) -> Stored[T] | None:
        """The live record with this id, or None."""
        row = self.connection.one(
            f"SELECT {COLUMNS} FROM record r WHERE r.id = ? AND r.place BETWEEN ? AND ?",  # noqa: S608 (constants)
            (record_id, *self._span),
        )
        return None if row is None else self.stored(row)

    def matching_ids(self, prefix: str, limit: int = 2) -> list[str]:
        """Ids of live and binned records that begin with ``prefix``, as people shorten them on a terminal."""
        pattern = (prefix, prefix + "\uffff")
        live = self.connection.rows(
            "SELECT id FROM record WHERE id BETWEEN ? AND ? AND place BETWEEN ? AND ? LIMIT ?",
            (*pattern, *self._span, limit),
        )
        gone = self.connection.rows(
            "SELECT id FROM bin WHERE id BETWEEN ? AND ? AND kind = ? LIMIT ?",
            (*pattern, self.kind.number, limit),
        )
        return [row[0] for row in live + gone]

    def newest(self, limit: int, before: int | None = None) -> list[Stored[T]]:
        """Up to ``limit`` records, newest first; ``before`` is the place of the last one already seen."""
        low, high = self._span
        rows = self.connection.rows(
            f"SELECT {COLUMNS} FROM record r WHERE r.place BETWEEN ? AND ? ORDER BY r.place DESC LIMIT ?",  # noqa: S608 (constants)
            (low, high if before is None else before - 1, limit),
        )
        return self.all_stored(rows)

    def each(self, begin: date | None = None, end: date | None = None) -> Iterator[Stored[T]]:
        """Every record from day ``begin`` to day ``end`` (both included), oldest first, read in pages."""
        low, high = place.of_days(self.kind.number, begin, end, self.day_start)
        while True:
            rows = self.connection.rows(
                f"SELECT {COLUMNS} FROM record r WHERE r.place >= ? AND r.place < ? ORDER BY r.place LIMIT 500",  # noqa: S608 (constants)
                (low, high),
            )
            for row in rows:
                yield self.stored(row)
            if len(rows) < 500:
                return
            low = rows[-1][0] + 1

    def count(self, begin: date | None = None, end: date | None = None) -> int:
        """How many live records there are, from day ``begin`` to day ``end`` (both included)."""
        low, high = self._span
        if begin or end:
            low, high = place.of_days(self.kind.number, begin, end, self.day_start)
            high -= 1
        row = self.connection.one("SELECT count(*) FROM record WHERE place BETWEEN ? AND ?", (low, high))
        return int(row[0]) if row else 0

    def labels(self, field: str, limit: int = 500) -> list[tuple[str, int]]:
        """The words used in ``field`` (as last written) and how often, the most used first."""
        rows = self.connection.rows(
            "SELECT label, count(*), max(place) FROM word WHERE field = ? GROUP BY key ORDER BY 2 DESC, 3 DESC LIMIT ?",
            (self._field(field), limit),
        )
        return [(row[0], row[1]) for row in rows]

    def former(self, record_id: str) -> list[tuple[datetime, T]]:
        """What a record said before it was edited, the latest first, with the moment each version was replaced."""
        rows = self.connection.rows(
            "SELECT replaced, data FROM former WHERE id = ? ORDER BY replaced DESC", (record_id,)
        )
        with self._sound():
            return [(datetime.fromisoformat(row[0]), self.kind.from_json(json.loads(row[1]))) for row in rows]

    def binned(self) -> list[Binned[T]]:
        """What lies in the bin, the last deleted first."""
        rows = self.connection.rows(
            "SELECT place, id, created, updated, data, binned FROM bin WHERE kind = ? ORDER BY binned DESC, place DESC",
            (self.kind.number,),
        )
        with self._sound():
            return [Binned(self.stored(row[:5]), datetime.fromisoformat(row[5])) for row in rows]

    def in_bin(self, record_id: str) -> Binned[T] | None:
        """The record with this id as it lies in the bin, or None."""
        row = self.connection.one(
            "SELECT place, id, created, updated, data, binned FROM bin WHERE id = ? AND kind = ?",
            (record_id, self.kind.number),
        )
        if row is None:
            return None
        with self._sound():
            return Binned(self.stored(row[:5]), datetime.fromisoformat(row[5]))

    def stored(self, row: Row) -> Stored[T]:
        """A row of COLUMNS as a record."""
        with self._sound():
            return self._read(row)

    def all_stored(self, rows: Iterable[Row]) -> list[Stored[T]]:
        """Rows of COLUMNS as records."""
        with self._sound():
            return [self._read(row) for row in rows]

    def _read(self, row: Row) -> Stored[T]:
        at, record_id, created, updated, data = row
        parsed = self.kind.from_json(json.loads(data))
        return Stored(record_id, parsed, datetime.fromisoformat(created), datetime.fromisoformat(updated), at)

    # -- inside ----------------------------------------------------------------------------------------------------

    @property
    def _span(self) -> place.Range:
        low, high = place.of_kind(self.kind.number)
        return low, high - 1

    def _field(self, field: str) -> str:
        return f"{self.kind.name}.{field}"

    def _binned(self, record_id: str) -> Stored[T] | None:
        gone = self.in_bin(record_id)
        return None if gone is None else gone.record

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """What was kept was sound; where it cannot be read any more, the vault is damaged."""
        try:
            yield
        except (ValueError, TypeError, AttributeError, FaultsError) as error:
            raise VaultDamagedError("damaged", path=self.vault.path) from error
