"""Every write: adding, changing, taking in from elsewhere. Nothing that was there before is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from attach_desktop.errors import FaultsError, InputRefusedError, StorageError
from attach_desktop.vault import place
from attach_desktop.vault.records import RecordStore
from tests.support import FixedClock
from tests.vault.notes import Note, at, elsewhere, found_ids, texts, wall


def test_an_added_record_has_an_id_a_place_and_its_times(notes: RecordStore[Note], clock: FixedClock) -> None:
    kept = notes.add(Note(at("2026-11-01T08:00:00+01:00"), "text"))
    assert len(kept.id) == 36
    assert kept.place == place.first(61, datetime(2026, 11, 1, 8))
    assert kept.created == kept.updated == clock.now()
    assert notes.get(kept.id) == kept


def test_records_of_the_same_second_keep_the_order_they_came_in(notes: RecordStore[Note]) -> None:
    for number in range(5):
        notes.add(Note(at(), str(number)))
    assert texts(notes) == ["4", "3", "2", "1", "0"]


@pytest.mark.parametrize("taken", ["live", "bin", "live of another kind", "bin of another kind"])
def test_an_id_that_is_taken_is_refused(taken: str, notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    store = others if "another" in taken else notes
    store.add(Note(at(), "first"), "an-id")
    if "bin" in taken:
        store.bin(["an-id"])
    with pytest.raises(InputRefusedError) as caught:
        notes.add(Note(at(), "second"), "an-id")
    assert caught.value.key == "id-taken"
    assert "second" not in texts(notes)


def test_a_value_that_cannot_be_never_gets_as_far_as_the_vault(notes: RecordStore[Note], told: list[str]) -> None:
    with pytest.raises(FaultsError):
        notes.add(Note(at(), mood=6))
    with pytest.raises(InputRefusedError):
        notes.add(Note(at(), "\ud800"))
    assert (notes.count(), told) == (0, [])
    assert notes.vault.check() == []


def test_a_second_that_is_full_is_told(notes: RecordStore[Note]) -> None:
    kept = notes.add(Note(at(), "last of its second"))
    notes.connection.run("UPDATE record SET place = place + ?", (place.ARRIVALS - 1,))
    with pytest.raises(StorageError) as caught:
        notes.add(Note(at(), "one too many"))
    assert caught.value.key == "moment-full"
    assert [record.id for record in notes.newest(5)] == [kept.id]


def test_a_change_keeps_what_was_there_before(notes: RecordStore[Note], clock: FixedClock) -> None:
    kept = notes.add(Note(at(), "before", ("old",)))
    clock.advance(timedelta(minutes=1))
    changed = notes.change(kept.id, Note(at(), "after", ("new",)))
    assert (changed.created, changed.updated) == (kept.created, clock.now())
    assert notes.get(kept.id) == changed
    assert notes.former(kept.id) == [(clock.now(), kept.value)]
    assert found_ids(notes, "after new") == [kept.id]
    assert found_ids(notes, "before") == found_ids(notes, "old") == []
    assert notes.labels("tags") == [("new", 1)]


def test_a_change_to_the_same_is_none(notes: RecordStore[Note], clock: FixedClock, told: list[str]) -> None:
    kept = notes.add(Note(at(), "same"))
    clock.advance(timedelta(minutes=1))
    assert notes.change(kept.id, Note(at(), "same")) == kept
    assert notes.former(kept.id) == []
    assert told == ["notes"]


@pytest.mark.parametrize("passed", [timedelta(0), timedelta(days=-400)])
def test_no_version_is_lost_where_the_clock_stands_still_or_was_set_back(
    passed: timedelta, notes: RecordStore[Note], clock: FixedClock
) -> None:
    kept = notes.add(Note(at(), "0"))
    for number in range(1, 5):
        clock.advance(passed)
        notes.change(kept.id, Note(at(), str(number)))
    assert [note.text for _, note in notes.former(kept.id)] == ["3", "2", "1", "0"]
    # The edit is the newest version there is: the file it came from does not win over it again.
    assert notes.put(kept) == "unchanged"
    assert texts(notes) == ["4"]


def test_a_change_of_the_moment_moves_the_record(notes: RecordStore[Note]) -> None:
    for hour in (8, 9, 10):
        notes.add(Note(wall(datetime(2026, 11, 8, hour)), str(hour)), str(hour))
    notes.change("9", Note(wall(datetime(2026, 11, 8, 11)), "moved", ("tag",)))
    assert texts(notes) == ["moved", "10", "8"]
    assert found_ids(notes, "moved") == ["9"]
    assert notes.vault.check() == []


def test_editing_one_of_several_of_a_second_does_not_reorder_them(notes: RecordStore[Note]) -> None:
    for number in range(4):
        notes.add(Note(at(), str(number)), str(number))
    notes.change("1", Note(at(), "edited"))
    assert texts(notes) == ["3", "2", "edited", "0"]
    notes.bin(["0"])
    notes.restore(["0"])
    assert texts(notes) == ["3", "2", "edited", "0"]


def test_a_record_that_is_not_there_cannot_be_changed(
    notes: RecordStore[Note], others: RecordStore[Note], told: list[str]
) -> None:
    others.add(Note(at(), "another kind"), "other")
    notes.add(Note(at(), "binned"), "binned")
    notes.bin(["binned"])
    told.clear()
    for record_id in ("none", "other", "binned"):
        with pytest.raises(InputRefusedError) as caught:
            notes.change(record_id, Note(at(), "new"))
        assert (caught.value.key, caught.value.details) == ("no-such-record", {"id": record_id})
    assert told == []
    assert found_ids(notes, "new") == []


def test_a_record_from_elsewhere_keeps_its_id_and_times(notes: RecordStore[Note]) -> None:
    record = elsewhere("text", datetime(2026, 2, 1, 12, 0, 0, 5, tzinfo=UTC))
    assert notes.put(record) == "added"
    assert notes.get("an-id") == replace(record, place=place.first(61, datetime(2026, 11, 8, 20, 40)))
    assert notes.put(record) == "unchanged"
    assert notes.put(record) == "unchanged"
    assert notes.former("an-id") == []


@pytest.mark.parametrize(
    ("text", "later", "outcome"),
    [
        ("theirs", timedelta(microseconds=1), "updated"),
        ("theirs", timedelta(0), "unchanged"),
        ("theirs", timedelta(days=-1), "unchanged"),
        ("ours", timedelta(days=1), "unchanged"),
    ],
)
def test_the_newer_of_two_wins(
    text: str, later: timedelta, outcome: str, notes: RecordStore[Note], told: list[str]
) -> None:
    ours = datetime(2026, 2, 1, tzinfo=UTC)
    notes.put(elsewhere("ours", ours))
    told.clear()
    assert notes.put(elsewhere(text, ours + later)) == outcome
    assert texts(notes) == [text if outcome == "updated" else "ours"]
    assert [note.text for _, note in notes.former("an-id")] == (["ours"] if outcome == "updated" else [])
    assert told == (["notes"] if outcome == "updated" else [])


@pytest.mark.parametrize(
    ("later", "outcome"), [(timedelta(0), "unchanged"), (timedelta(-1), "unchanged"), (timedelta(1), "added")]
)
def test_what_lies_in_the_bin_stays_there_unless_a_newer_one_comes(
    later: timedelta, outcome: str, notes: RecordStore[Note]
) -> None:
    ours = datetime(2026, 2, 1, tzinfo=UTC)
    notes.put(elsewhere("ours", ours))
    notes.bin(["an-id"])
    assert notes.put(elsewhere("theirs", ours + later)) == outcome
    assert texts(notes) == (["theirs"] if outcome == "added" else [])
    assert len(notes.binned()) == (0 if outcome == "added" else 1)


@pytest.mark.parametrize("binned", [False, True])
def test_an_id_of_another_kind_is_refused(binned: bool, notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    others.add(Note(at(), "another kind"), "an-id")
    if binned:
        others.bin(["an-id"])
    with pytest.raises(InputRefusedError) as caught:
        notes.put(elsewhere("text", datetime(2027, 1, 1, tzinfo=UTC)))
    assert caught.value.key == "id-of-another-kind"
    assert notes.count() == 0
    assert (others.restore(["an-id"]) if binned else others.count()) == 1


def test_times_at_the_ends_of_the_calendar_are_kept(notes: RecordStore[Note]) -> None:
    for year in (1, 987, 9999):
        record = elsewhere(str(year), datetime(year, 1, 1, 12, tzinfo=UTC), str(year))
        assert notes.put(record) == "added"
        assert notes.put(record) == "unchanged"
    assert sorted(record.updated.year for record in notes.newest(5)) == [1, 987, 9999]
