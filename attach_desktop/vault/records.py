"""The store that every kind of record shares: add, change, bin and restore; ``Lookup`` is its reading half."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any, Literal, TypeVar

from attach_desktop.clock import utc_text
from attach_desktop.errors import InputRefusedError, StorageError
from attach_desktop.vault import place
from attach_desktop.vault.identity import new_id
from attach_desktop.vault.kind import Kind, Stored
from attach_desktop.vault.lookup import Lookup
from attach_desktop.vault.search import indexed
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

T = TypeVar("T")
Outcome = Literal["added", "updated", "unchanged"]


class RecordStore(Lookup[T]):
    """Records of one kind in a vault.

    Every write is one transaction that is on disk before the call returns, and then notifies the kind's topic.
    """

    def __init__(self, vault: Vault, kind: Kind[T]) -> None:
        """Records of ``kind`` in ``vault``."""
        super().__init__(vault, kind)
        self._held = 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several writes as one: all of them or none, one notification at the end."""
        self._held += 1
        try:
            with self.connection.transaction():
                yield
        finally:
            self._held -= 1
        self._notify()

    def add(self, value: T, record_id: str | None = None) -> Stored[T]:
        """Keep a new value; it is on disk when this returns. Raises InputRefusedError if ``record_id`` is in use."""
        now = self.vault.clock.now()
        record = Stored(record_id or new_id(now), value, now, now)
        with self.connection.transaction():
            if record_id is not None and self._taken(record_id):
                raise InputRefusedError("id-taken", id=record_id)
            record = self._insert(record)
        self._notify()
        return record

    def change(self, record_id: str, value: T) -> Stored[T]:
        """Replace what a record says, keeping its former version. Raises InputRefusedError if it is not there."""
        with self.connection.transaction():
            present = self._must_get(record_id)
            if self.kind.to_json(present.value) == self.kind.to_json(value):
                return present
            # Later than the version before even where the computer's clock was set back: the newer of two wins.
            updated = max(self.vault.clock.now(), present.updated + timedelta(microseconds=1))
            record = self._replace(present, replace(present, value=value, updated=updated))
        self._notify()
        return record

    def put(self, record: Stored[T]) -> Outcome:
        """Take in a record from elsewhere: the newer of two with one id wins, the older becomes a former version.

        A record that lies in the bin stays there unless the one from elsewhere is newer. Raises InputRefusedError if
        a record of another kind has the id.
        """
        with self.connection.transaction():
            outcome = self.merge(record)
        if outcome != "unchanged":
            self._notify()
        return outcome

    def merge(self, record: Stored[T]) -> Outcome:
        """What ``put`` does, inside a transaction of the caller's, who also tells the listeners when it is kept."""
        present = self.get(record.id)
        if present is None:
            if self._binned_as_new(record):
                return "unchanged"
            self._insert(record)
            return "added"
        if record.updated <= present.updated or self.kind.to_json(record.value) == self.kind.to_json(present.value):
            return "unchanged"
        self._replace(present, record)
        return "updated"

    def bin(self, record_ids: Sequence[str]) -> tuple[str, ...]:
        """Put records in the bin. The ids returned are the token that ``restore`` takes to undo it."""
        now = utc_text(self.vault.clock.now())
        with self.connection.transaction():
            found = (self.get(record_id) for record_id in dict.fromkeys(record_ids))
            moved = [record for record in found if record is not None]
            for record in moved:
                self.connection.run(
                    "INSERT INTO bin SELECT id, ?, place, created, updated, ?, data FROM record WHERE id = ?",
                    (self.kind.number, now, record.id),
                )
                self._remove(record)
        self._notify()
        return tuple(record.id for record in moved)

    def restore(self, record_ids: Iterable[str]) -> int:
        """Take records out of the bin again; returns how many were there."""
        restored = 0
        with self.connection.transaction():
            for record_id in record_ids:
                record = self._binned(record_id)
                if record is not None:
                    self.connection.run("DELETE FROM bin WHERE id = ?", (record_id,))
                    self._insert(record)
                    restored += 1
        self._notify()
        return restored

    def empty_bin(self) -> int:
        """Delete for good what lies in the bin, and the former versions of everything; returns how many records."""
        with self.connection.transaction():
            low, high = self._span
            emptied = self.connection.run("DELETE FROM bin WHERE kind = ?", (self.kind.number,))
            self.connection.run(
                "DELETE FROM former WHERE id NOT IN (SELECT id FROM bin)"
                " AND id NOT IN (SELECT id FROM record WHERE place NOT BETWEEN ? AND ?)",
                (low, high),
            )
            # The index keeps the words of what was deleted until its parts are merged (half a second for 100,000).
            self.connection.run("INSERT INTO search (search) VALUES ('optimize')")
        self.connection.fold_in()
        self._notify()
        return emptied

    def erase(self, record_id: str) -> int:
        """Delete a live record for good, in a transaction of the caller's, who tells the listeners; 1 if it was there.

        Its former versions are the caller's as well.
        """
        record = self.get(record_id)
        if record is None:
            return 0
        self._remove(record)
        return 1

    def rewrite(self, record: Stored[T]) -> None:
        """Put ``record`` in the place of the one of its id, without a former version, in the caller's transaction."""
        present = self._must_get(record.id)
        self._remove(present)
        self._insert(replace(record, place=present.place))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _must_get(self, record_id: str) -> Stored[T]:
        record = self.get(record_id)
        if record is None:
            raise InputRefusedError("no-such-record", id=record_id)
        return record

    def _binned_as_new(self, record: Stored[T]) -> bool:
        """Whether the bin holds ``record`` as new as this or newer; an older one there makes room for it."""
        gone = self._binned(record.id)
        if gone is None:
            if self._taken(record.id):
                raise InputRefusedError("id-of-another-kind", id=record.id)
            return False
        if gone.updated >= record.updated:
            return True
        self.connection.run("DELETE FROM bin WHERE id = ?", (record.id,))
        return False

    def _taken(self, record_id: str) -> bool:
        """Whether any record has this id, of whatever kind, live or in the bin."""
        found = "SELECT 1 FROM record WHERE id = ?1 UNION ALL SELECT 1 FROM bin WHERE id = ?1"
        return self.connection.one(found, (record_id,)) is not None

    def _insert(self, record: Stored[T]) -> Stored[T]:
        record = replace(record, place=self._free_place(record))
        self.connection.run(
            "INSERT INTO record (place, id, created, updated, data) VALUES (?, ?, ?, ?, ?)",
            (
                record.place,
                record.id,
                utc_text(record.created),
                utc_text(record.updated),
                json.dumps(self.kind.to_json(record.value), ensure_ascii=False, separators=(",", ":")),
            ),
        )
        words = [
            (self._field(field), word_key(label), record.place, label) for field, label in self.kind.words(record.value)
        ]
        if words:
            self.connection.run_many("INSERT OR IGNORE INTO word VALUES (?, ?, ?, ?)", words)
        text = "\n".join(indexed(part) for part in self.kind.texts(record.value) if part)
        if text:
            self.connection.run("INSERT INTO search (rowid, text) VALUES (?, ?)", (record.place, text))
        return record

    def _remove(self, record: Stored[T]) -> None:
        self.connection.run("DELETE FROM record WHERE place = ?", (record.place,))
        self.connection.run("DELETE FROM word WHERE place = ?", (record.place,))
        self.connection.run("DELETE FROM search WHERE rowid = ?", (record.place,))

    def _replace(self, present: Stored[T], record: Stored[T]) -> Stored[T]:
        self.connection.run(
            "INSERT OR REPLACE INTO former VALUES (?, ?, ?, ?)",
            (
                present.id,
                utc_text(record.updated),
                utc_text(present.updated),
                json.dumps(self.kind.to_json(present.value), ensure_ascii=False, separators=(",", ":")),
            ),
        )
        self._remove(present)
        return self._insert(replace(record, place=present.place))

    def _free_place(self, record: Stored[T]) -> int:
        """The record's own place if it is one of its second and free: editing one of several does not reorder them.

        Else the next after all of that second.
        """
        base = place.first(self.kind.number, self.kind.moment(record.value).wall)
        last = base + place.ARRIVALS - 1
        if base <= record.place <= last and not self.connection.one(
            "SELECT 1 FROM record WHERE place = ?", (record.place,)
        ):
            return record.place
        row = self.connection.one("SELECT max(place) FROM record WHERE place BETWEEN ? AND ?", (base, last))
        taken: Any = row[0] if row else None
        if taken == last:
            raise StorageError("moment-full")
        return base if taken is None else int(taken) + 1

    def _notify(self) -> None:
        if not self._held:
            self.vault.changes.notify(self.kind.name)
