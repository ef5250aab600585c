"""The bin: what was deleted comes back whole, until it is deleted for good and leaves no trace."""

from __future__ import annotations

from datetime import timedelta

from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.vault.notes import Note, at, found_ids, kind, texts


def test_what_is_binned_is_gone_and_comes_back_whole(notes: RecordStore[Note], clock: FixedClock) -> None:
    kept = notes.add(Note(at(), "text", ("tag",), 4))
    notes.change(kept.id, Note(at(), "edited", ("tag",), 4))
    present = notes.get(kept.id)
    clock.advance(timedelta(days=1))
    token = notes.bin([kept.id])
    assert token == (kept.id,)
    assert notes.get(kept.id) is None
    assert found_ids(notes, "edited") == []
    assert notes.labels("tags") == []
    assert notes.restore(token) == 1
    assert notes.get(kept.id) == present
    assert found_ids(notes, "edited") == [kept.id]
    assert notes.labels("tags") == [("tag", 1)]
    assert [note.text for _, note in notes.former(kept.id)] == ["text"]
    assert notes.binned() == []


def test_only_what_is_there_is_binned_and_once(notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    notes.add(Note(at()), "one")
    others.add(Note(at()), "other")
    assert notes.bin(["one", "none", "one", "other"]) == ("one",)
    assert notes.bin(["one"]) == ()
    assert notes.bin([]) == ()
    assert others.count() == 1
    assert others.restore(["one"]) == 0
    assert notes.restore(["one", "one", "none"]) == 1


def test_a_place_that_was_taken_meanwhile_is_not_taken_away(notes: RecordStore[Note]) -> None:
    notes.add(Note(at(), "first"), "first")
    notes.bin(["first"])
    notes.add(Note(at(), "second"), "second")
    notes.restore(["first"])
    assert sorted(texts(notes)) == ["first", "second"]
    assert notes.vault.check() == []


def test_emptying_the_bin_is_for_good(notes: RecordStore[Note], others: RecordStore[Note], clock: FixedClock) -> None:
    for store in (notes, others):
        for number in range(3):
            store.add(Note(at(), f"version one of {number}"), f"{store.kind.name}-{number}")
            store.change(f"{store.kind.name}-{number}", Note(at(), f"version two of {number}"))
    notes.bin(["notes-0", "notes-1"])
    others.bin(["others-0"])
    assert notes.empty_bin() == 2
    assert notes.binned() == []
    assert notes.restore(["notes-0"]) == 0
    assert [notes.former(f"notes-{number}") for number in range(3)] == [[], [], []]
    assert [len(others.former(f"others-{number}")) for number in range(3)] == [1, 1, 1]
    assert (len(others.binned()), others.count(), notes.count()) == (1, 2, 1)
    assert notes.empty_bin() == 0


def test_nothing_of_what_was_deleted_for_good_is_left_in_the_file(vault: Vault) -> None:
    notes, marker = RecordStore(vault, kind()), "xylophonic"
    for number in range(100):
        notes.add(Note(at(), f"common words {number}"))
    kept = notes.add(Note(at(), f"{marker} text", (marker,)))
    notes.change(kept.id, Note(at(), f"{marker} edited", (marker,)))
    for number in range(100):
        notes.add(Note(at(), f"more words {number}"))
    files = [vault.path, vault.path.with_name(f"{vault.path.name}-wal")]
    assert any(marker.encode() in file.read_bytes() for file in files)
    notes.bin([kept.id])
    notes.empty_bin()
    assert [file.name for file in files if marker.encode() in file.read_bytes()] == []
    assert found_ids(notes, "common 7") != []
    assert vault.check() == []
