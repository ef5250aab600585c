"""Several writes as one: whole or not at all, told once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

import pytest

from attach_desktop.changes import Changes
from attach_desktop.errors import AttachError, InputRefusedError, StorageError
from attach_desktop.vault import place
from attach_desktop.vault.records import RecordStore
from tests.support import Vaults
from tests.vault.notes import Note, at, elsewhere, found_ids, kind, texts


def test_writes_together_are_told_once_and_when_they_are_done(notes: RecordStore[Note], told: list[str]) -> None:
    with notes.together():
        for number in range(3):
            notes.add(Note(at(), str(number)), str(number))
        with notes.together():
            notes.change("0", Note(at(), "changed"))
        notes.bin(["2"])
        assert told == []
    assert told == ["notes"]
    assert sorted(texts(notes)) == ["1", "changed"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, InputRefusedError])
def test_writes_together_that_fail_leave_everything_as_it_was(
    error: type[BaseException], notes: RecordStore[Note], told: list[str]
) -> None:
    notes.add(Note(at(), "kept", ("tag",)), "kept")
    notes.add(Note(at(), "binned"), "binned")
    notes.bin(["binned"])
    told.clear()

    def fail() -> None:
        with notes.together():
            notes.add(Note(at(), "new", ("tag",)))
            notes.change("kept", Note(at(), "changed"))
            notes.restore(["binned"])
            notes.empty_bin()
            raise error("some-key")

    with pytest.raises(error):
        fail()
    assert texts(notes) == ["kept"]
    assert notes.former("kept") == []
    assert [gone.record.id for gone in notes.binned()] == ["binned"]
    assert notes.labels("tags") == [("tag", 1)]
    assert (found_ids(notes, "kept"), found_ids(notes, "new"), found_ids(notes, "changed")) == (["kept"], [], [])
    assert told == []
    assert notes.vault.check() == []
    notes.add(Note(at(), "after"))
    assert told == ["notes"]


def test_a_record_is_never_lost_where_a_failed_change_was_overlooked(notes: RecordStore[Note]) -> None:
    notes.add(Note(at("2026-01-01T00:00:00Z"), "kept"), "kept")
    notes.add(Note(at(), "in the way"), "way")
    notes.connection.run("UPDATE record SET place = place + ? WHERE id = 'way'", (place.ARRIVALS - 1,))

    def overlook() -> None:
        with notes.together(), suppress(AttachError):
            # The second of the new moment is full, which turns out after the record was taken from its old place.
            notes.change("kept", Note(at(), "kept"))

    with pytest.raises(StorageError):
        overlook()
    assert sorted(texts(notes)) == ["in the way", "kept"]


def test_what_could_not_be_done_may_be_overlooked(notes: RecordStore[Note]) -> None:
    with notes.together():
        notes.add(Note(at(), "one"))
        with suppress(InputRefusedError):
            notes.change("none", Note(at(), "two"))
        notes.add(Note(at(), "three"))
    assert texts(notes) == ["three", "one"]


@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.add(Note(at(), "new")),
        lambda store: store.change("kept", Note(at(), "changed")),
        lambda store: store.bin(["kept"]),
        lambda store: store.restore(["binned"]),
        lambda store: store.empty_bin(),
        lambda store: store.put(elsewhere("new", datetime(2027, 1, 1, tzinfo=UTC))),
    ],
    ids=["add", "change", "bin", "restore", "empty_bin", "put"],
)
def test_every_write_is_told_once_and_is_on_disk_by_then(
    write: Callable[[RecordStore[Note]], object], vault_factory: Vaults
) -> None:
    changes = Changes()
    notes = RecordStore(vault_factory(changes=changes), kind())
    notes.add(Note(at(), "kept"), "kept")
    notes.add(Note(at(), "binned"), "binned")
    notes.bin(["binned"])
    other = vault_factory()
    seen = [other.data_version()]
    changes.subscribe("notes", lambda: seen.append(other.data_version()))
    write(notes)
    assert len(seen) == 2
    assert seen[0] != seen[1]
