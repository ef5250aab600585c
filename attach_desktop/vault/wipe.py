"""Deleting for good: records, the bin, a person, some days, everything. What may remain is told, never passed over.

For good means: the record, its words, its text in the index, what lies in the bin, former versions, drafts, and, where
asked, backups. SQLite overwrites what it deletes (secure_delete); the file is then written anew and its log emptied.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from attach_desktop.clock import day_of
from attach_desktop.errors import InputRefusedError
from attach_desktop.vault import place
from attach_desktop.vault.backups import COPY_FOLDER_SETTING, Backups
from attach_desktop.vault.copying import Progress
from attach_desktop.vault.kind import JsonObject, Kind, Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.rotation import DAILY
from attach_desktop.vault.search import match_query
from attach_desktop.vault.shred import shred
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

#: Fields of any record that name people: lists of aliases, and single ones.
_LISTS, _SINGLES = ("people", "hidden-people"), ("alias", "person")
#: Of the time, the part that writing the file anew takes; the rest is a fresh backup.
_ANEW = 0.5
#: The kind whose records are the people themselves.
_PEOPLE = "people"


class Wiped(NamedTuple):
    """What was deleted for good. ``changed`` records stayed without the person's alias; ``mentions`` still have it in
    their texts. ``remains`` are the keys of sentences (content/<language>/wipe.json) about what may still be there.
    """

    records: int = 0
    changed: int = 0
    binned: int = 0
    former: int = 0
    drafts: int = 0
    backups: int = 0
    mentions: int = 0
    remains: tuple[str, ...] = ()


class Wipe:
    """Deletes for good from one open vault, and from its backups where asked."""

    def __init__(
        self, vault: Vault, kinds: Sequence[Kind[Any]], backups: Backups, progress: Progress | None = None
    ) -> None:
        """Delete from ``vault``, whose records are of ``kinds``, and from ``backups``.

        ``progress`` hears how far it has come. It cannot call anything off: what is deleted is deleted to the end.
        """
        self._vault = vault
        self._progress: Progress = progress or (lambda _: None)
        self._connection = vault.connection
        self._stores = [RecordStore(vault, kind) for kind in kinds]
        self._backups = backups

    def record(self, record_id: str, *, backups: bool = False) -> Wiped:
        """Delete one record, live or in the bin, of any kind. Raises InputRefusedError if there is none."""
        return self.records([record_id], backups=backups)

    def records(self, record_ids: Sequence[str], *, backups: bool = False) -> Wiped:
        """Delete some records, live or in the bin, of any kind. Raises InputRefusedError if none of them is there."""
        with self._connection.transaction():
            wiped = self._erase(record_ids)
            if not wiped.records and not wiped.binned:
                raise InputRefusedError("no-such-record", id=next(iter(record_ids), ""))
            wiped = wiped._replace(drafts=self._drop_drafts_of(record_ids))
        return self._finish(wiped, backups=backups)

    def bin(self, *, backups: bool = False) -> Wiped:
        """Delete all that lies in the bin, and the former versions of everything."""
        with self._connection.transaction():
            ids = [row[0] for row in self._connection.rows("SELECT id FROM bin")]
            binned = self._connection.run("DELETE FROM bin")
            former = self._connection.run("DELETE FROM former")
            wiped = Wiped(binned=binned, former=former, drafts=self._drop_drafts_of(ids))
        return self._finish(wiped, backups=backups)

    def person(self, alias: str, *, with_records: bool, backups: bool = False) -> Wiped:
        """Delete a person by the alias: from every record, or, ``with_records``, every record that names them.

        Free texts are not changed without their record; how many still have the alias is in ``mentions``.
        """
        key = word_key(alias)
        if not key:
            raise InputRefusedError("no-such-person")
        wiped = Wiped()
        with self._connection.transaction():
            for store in self._stores:
                wiped = self._person_in(store, key, wiped, with_records=with_records)
            wiped = wiped._replace(drafts=self._person_in_drafts(key, with_records=with_records))
            self._person_in_settings(key)
        return self._finish(wiped._replace(mentions=self.mentions(alias)), backups=backups)

    def days(self, begin: date, end: date, *, backups: bool = False) -> Wiped:
        """Delete every record of the person's days ``begin`` to ``end``, both included, and drafts saved on them."""
        day_start = self._vault.day_start
        ids: list[str] = []
        for store in self._stores:
            low, high = place.of_days(store.kind.number, begin, end, day_start)
            for table in ("record", "bin"):
                rows = self._connection.rows(
                    f"SELECT id FROM {table} WHERE place >= ? AND place < ?",  # noqa: S608 (constants)
                    (low, high),
                )
                ids += [row[0] for row in rows]

        def in_days(_name: str, _data: object, saved: datetime) -> bool:
            local = saved.astimezone(self._vault.clock.now().tzinfo).replace(tzinfo=None)
            return begin <= day_of(local, day_start) <= end

        with self._connection.transaction():
            wiped = self._erase(ids)._replace(drafts=self._drop_drafts(in_days))
        return self._finish(wiped, backups=backups)

    def named(self, alias: str) -> int:
        """How many live records name the person, as a word of theirs (not in a text)."""
        return sum(len(self._of_person(store, word_key(alias))) for store in self._stores)

    def mentions(self, alias: str) -> int:
        """How many live records have the alias in a text, as the search finds it."""
        query = match_query(alias)
        if query is None:
            return 0
        row = self._connection.one("SELECT count(*) FROM search WHERE text MATCH ?", (query,))
        return int(row[0]) if row else 0

    def within(self, begin: date, end: date) -> int:
        """How many live records lie within the person's days ``begin`` to ``end``."""
        return sum(store.count(begin, end) for store in self._stores)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _erase(self, ids: Sequence[str]) -> Wiped:
        records = binned = former = 0
        for record_id in dict.fromkeys(ids):
            for store in self._stores:
                records += store.erase(record_id)
            binned += self._connection.run("DELETE FROM bin WHERE id = ?", (record_id,))
            former += self._connection.run("DELETE FROM former WHERE id = ?", (record_id,))
        return Wiped(records=records, binned=binned, former=former)

    def _of_person(self, store: RecordStore[Any], key: str) -> list[Stored[Any]]:
        return [record for record in store.each() if _names(store.kind, store.kind.to_json(record.value), key)]

    def _person_in(self, store: RecordStore[Any], key: str, wiped: Wiped, *, with_records: bool) -> Wiped:
        gone = [record.id for record in self._of_person(store, key) if with_records or store.kind.name == _PEOPLE]
        erased = self._erase(gone)
        changed = 0
        for record in self._of_person(store, key):
            value = store.kind.from_json(_without(store.kind.to_json(record.value), key))
            store.rewrite(replace(record, value=value, updated=self._vault.clock.now()))
            changed += 1
        binned = former = 0
        for record_id, data in self._connection.rows("SELECT id, data FROM bin WHERE kind = ?", (store.kind.number,)):
            if _names(store.kind, json.loads(data), key):
                if with_records or store.kind.name == _PEOPLE:
                    more = self._erase([record_id])
                    binned, former = binned + more.binned, former + more.former
                else:
                    self._connection.run("UPDATE bin SET data = ? WHERE id = ?", (_text_without(data, key), record_id))
        return wiped._replace(
            records=wiped.records + erased.records,
            changed=wiped.changed + changed,
            binned=wiped.binned + erased.binned + binned,
            former=wiped.former
            + erased.former
            + former
            + self._person_in_former(store, key, with_records=with_records),
        )

    def _person_in_former(self, store: RecordStore[Any], key: str, *, with_records: bool) -> int:
        """Former versions of records that (no longer) name the person may still do so."""
        count = 0
        for record_id, replaced, data in self._connection.rows("SELECT id, replaced, data FROM former"):
            if _names(store.kind, json.loads(data), key) and (store.get(record_id) or self._in_bin(store, record_id)):
                if with_records:
                    sql, bindings = "DELETE FROM former WHERE id = ? AND replaced = ?", (record_id, replaced)
                    count += self._connection.run(sql, bindings)
                else:
                    text = _text_without(data, key)
                    sql = "UPDATE former SET data = ? WHERE id = ? AND replaced = ?"
                    self._connection.run(sql, (text, record_id, replaced))
        return count

    def _in_bin(self, store: RecordStore[Any], record_id: str) -> bool:
        sql = "SELECT 1 FROM bin WHERE id = ? AND kind = ?"
        return self._connection.one(sql, (record_id, store.kind.number)) is not None

    def _person_in_drafts(self, key: str, *, with_records: bool) -> int:
        if with_records:
            return self._drop_drafts(lambda _name, data, _saved: any(word_key(text) == key for text in _strings(data)))
        for name, data in self._connection.rows("SELECT name, data FROM draft"):
            self._connection.run("UPDATE draft SET data = ? WHERE name = ?", (_text_without(data, key), name))
        return 0

    def _person_in_settings(self, key: str) -> None:
        for name, data in self._connection.rows("SELECT name, data FROM setting"):
            value = json.loads(data)
            if name in _LISTS and isinstance(value, list):
                kept = [one for one in value if not (isinstance(one, str) and word_key(one) == key)]
                self._vault.settings.set(name, kept)

    def _drop_drafts(self, wanted: Callable[[str, Any, datetime], bool]) -> int:
        count = 0
        for name, saved, data in self._connection.rows("SELECT name, saved, data FROM draft"):
            if wanted(name, json.loads(data), datetime.fromisoformat(saved)):
                count += self._connection.run("DELETE FROM draft WHERE name = ?", (name,))
        return count

    def _drop_drafts_of(self, record_ids: Sequence[str]) -> int:
        """A draft is a record's if it says so: in its name or in any of its fields."""
        gone = set(record_ids)
        return self._drop_drafts(
            lambda name, data, _saved: not gone.isdisjoint(_strings(data)) or any(one in name for one in gone)
        )

    def _write_anew(self) -> None:
        """The file without what was deleted: the index merged, its free pages gone, its log folded in."""
        row = self._connection.one("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        whole = max(1, int(row[0]) if row else 1)
        self._connection.run("INSERT INTO search (search) VALUES ('optimize')")
        with self._connection.watched(
            lambda: self._progress(_ANEW * min(1.0, self._connection.log_size / whole)),
        ):
            self._connection.run("VACUUM")
        self._connection.fold_in()
        self._progress(_ANEW)

    def _finish(self, wiped: Wiped, *, backups: bool) -> Wiped:
        """Make sure that nothing of it stays in the file, and tell what may remain."""
        self._write_anew()
        folder = self._vault.settings.get(COPY_FOLDER_SETTING)
        second = [Path(folder) / backup.name for backup in self._backups.each()] if folder else []
        deleted = 0
        if backups:
            for copy in second:
                with suppress(OSError):
                    shred(copy)
            deleted = self._backups.delete(self._backups.each())
            if not self._vault.empty:
                self._backups.make(self._vault, DAILY, lambda done: self._progress(_ANEW + (1 - _ANEW) * done))
        self._progress(1.0)
        for store in self._stores:
            self._vault.changes.notify(store.kind.name)
        remains = ["disk", "exports"]
        if self._connection.log_size:
            remains.insert(0, "log")
        if wiped.mentions:
            remains.insert(0, "mentions")
        if any(copy.exists() for copy in second):
            remains.insert(0, "copies")
        if not backups and self._backups.each():
            remains.insert(0, "backups")
        return wiped._replace(backups=deleted, remains=tuple(remains))


def _names(kind: Kind[Any], data: JsonObject, key: str) -> bool:
    """Whether a record names the person in one of its fields."""
    if kind.name == _PEOPLE and word_key(str(data.get("name", ""))) == key:
        return True
    without: object = _without(data, key)
    return without != data


def _without(data: Any, key: str) -> Any:
    """The same JSON without the person in any list of people or field that names one."""
    if isinstance(data, dict):
        return {name: _field_without(name, value, key) for name, value in data.items()}
    return [_without(one, key) for one in data] if isinstance(data, list) else data


def _field_without(name: str, value: Any, key: str) -> Any:
    if name in _LISTS and isinstance(value, list):
        return [one for one in value if not (isinstance(one, str) and word_key(one) == key)]
    if name in _SINGLES and isinstance(value, str) and word_key(value) == key:
        return ""
    return _without(value, key)


def _text_without(data: str, key: str) -> str:
    return json.dumps(_without(json.loads(data), key), ensure_ascii=False, separators=(",", ":"))


def _strings(data: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        data = list(data.values())
    return [text for one in data for text in _strings(one)] if isinstance(data, list) else []
