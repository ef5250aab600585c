"""Takes everything of one vault into another: the newer of two versions wins, and the older is not lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from attach_desktop.clock import utc_text
from attach_desktop.vault.kind import Kind, Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

_TICK = timedelta(microseconds=1)


class Merged(NamedTuple):
    """What came in: new records, records whose newer version came in, records whose older version was kept as former.

    ``binned`` were put in the bin or lie there besides; ``former`` and ``drafts`` count earlier versions and drafts
    that were not here yet.
    """

    added: int = 0
    updated: int = 0
    older_kept: int = 0
    binned: int = 0
    former: int = 0
    drafts: int = 0

    def __add__(self, other: tuple[int, ...]) -> Merged:  # type: ignore[override]
        """Both together."""
        return Merged(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def any(self) -> bool:
        """Whether anything came in."""
        return any(self)


def merge_from(other: Vault, vault: Vault, kinds: Sequence[Kind[Any]]) -> Merged:
    """Take all that ``other`` holds into ``vault``, in one transaction. Tells no listener."""
    merged = Merged()
    with vault.connection.transaction():
        for kind in kinds:
            merged += _records(RecordStore(other, kind), RecordStore(vault, kind))
        merged += _former(other, vault)
        merged += _drafts(other, vault)
        for name, data in other.connection.rows("SELECT name, data FROM setting"):
            vault.connection.run("INSERT OR IGNORE INTO setting VALUES (?, ?)", (name, data))
    return merged


def _records(theirs: RecordStore[Any], ours: RecordStore[Any]) -> Merged:
    merged = Merged()
    for record in theirs.each():
        merged += _live(record, ours)
    for gone in theirs.binned():
        merged += _gone(gone.record, gone.binned, ours)
    return merged


def _live(record: Stored[Any], ours: RecordStore[Any]) -> Merged:
    """One live record of theirs."""
    present = ours.get(record.id)
    if present is not None:
        outcome = ours.merge(record)
        if outcome == "updated":
            return Merged(updated=1)
        return Merged(older_kept=_keep_former(ours, record, present.updated))
    binned = ours.in_bin(record.id)
    if binned is None:
        ours.merge(record)
        return Merged(added=1)
    if record.updated > binned.binned:
        # Changed there after it was deleted here: it comes back, and what was deleted becomes a former version.
        ours.connection.run("DELETE FROM bin WHERE id = ?", (record.id,))
        ours.merge(record)
        _keep_former(ours, binned.record, record.updated)
        return Merged(updated=1)
    if record.updated > binned.record.updated:
        ours.connection.run("DELETE FROM bin WHERE id = ?", (record.id,))
        ours.merge(record)
        _keep_former(ours, binned.record, record.updated)
        _put_in_bin(ours, record, binned.binned)
        return Merged(updated=1)
    return Merged(older_kept=_keep_former(ours, record, binned.record.updated))


def _gone(record: Stored[Any], binned: datetime, ours: RecordStore[Any]) -> Merged:
    """One record that lies in their bin."""
    present = ours.get(record.id)
    if present is None:
        here = ours.in_bin(record.id)
        if here is not None:
            return Merged(older_kept=_keep_former(ours, record, here.binned))
        ours.merge(record)
        _put_in_bin(ours, record, binned)
        return Merged(binned=1)
    if binned > present.updated:
        older = _keep_former(ours, record, binned)
        if record.updated > present.updated:
            ours.merge(record)
        _put_in_bin(ours, record, binned)
        return Merged(binned=1, older_kept=older)
    return Merged(older_kept=_keep_former(ours, record, present.updated))


def _put_in_bin(ours: RecordStore[Any], record: Stored[Any], binned: datetime) -> None:
    ours.bin([record.id])
    ours.connection.run("UPDATE bin SET binned = ? WHERE id = ?", (utc_text(binned), record.id))


def _keep_former(ours: RecordStore[Any], record: Stored[Any], replaced: datetime) -> int:
    """Keep what ``record`` says as a former version, unless it is what is there or was kept already; 1 if it was."""
    text = json.dumps(ours.kind.to_json(record.value), ensure_ascii=False, separators=(",", ":"))
    said = [row[0] for row in ours.connection.rows(_SAID, (record.id,))]
    if text in said:
        return 0
    _add_former(ours.vault, record.id, replaced, utc_text(record.updated), text)
    return 1


_SAID = (
    "SELECT data FROM record WHERE id = ?1 UNION ALL SELECT data FROM bin WHERE id = ?1"
    " UNION ALL SELECT data FROM former WHERE id = ?1"
)


def _add_former(vault: Vault, record_id: str, replaced: datetime, updated: str, data: str) -> None:
    # Two versions may have been replaced at one moment, on two computers: none takes the place of the other.
    while vault.connection.one("SELECT 1 FROM former WHERE id = ? AND replaced = ?", (record_id, utc_text(replaced))):
        replaced += _TICK
    vault.connection.run("INSERT INTO former VALUES (?, ?, ?, ?)", (record_id, utc_text(replaced), updated, data))


def _former(other: Vault, vault: Vault) -> Merged:
    count = 0
    for record_id, replaced, updated, data in other.connection.rows("SELECT id, replaced, updated, data FROM former"):
        if data not in [row[0] for row in vault.connection.rows(_SAID, (record_id,))]:
            _add_former(vault, record_id, datetime.fromisoformat(replaced), updated, data)
            count += 1
    return Merged(former=count)


def _drafts(other: Vault, vault: Vault) -> Merged:
    """Drafts that are not here come in; of two of one name the last saved stays, the other gets a name of its own."""
    count = 0
    for name, saved, data in other.connection.rows("SELECT name, saved, data FROM draft"):
        present = vault.connection.one("SELECT saved, data FROM draft WHERE name = ?", (name,))
        if present is not None and present[1] == data:
            continue
        count += 1
        if present is None:
            vault.connection.run("INSERT INTO draft VALUES (?, ?, ?)", (name, saved, data))
            continue
        newer, older = sorted([(saved, data), (present[0], present[1])], reverse=True)
        vault.connection.run("UPDATE draft SET saved = ?, data = ? WHERE name = ?", (*newer, name))
        vault.connection.run("INSERT OR IGNORE INTO draft VALUES (?, ?, ?)", (f"{name} {older[0]}", *older))
    return Merged(drafts=count)
