from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.interchange.record import content_id, record_from, supposed_writing
from attach_desktop.journal.entry import JOURNAL, Entry
from tests.interchange import strategies
from tests.support import NOW

_AT = {"at": "2026-11-01T09:30:00+01:00"}


def _faults(data: dict[str, Any]) -> set[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        record_from(JOURNAL, data, NOW)
    return {(fault.field, fault.key) for fault in caught.value.faults}


def test_a_record_keeps_its_id_and_its_dates() -> None:
    data = {**_AT, "id": "abc-1", "written_at": "2026-11-02T08:00:00-05:00", "updated_at": "2026-11-03T08:00:00Z"}
    record = record_from(JOURNAL, data, NOW)
    assert record.id == "abc-1"
    assert record.created == datetime(2026, 11, 2, 13, tzinfo=UTC)
    assert record.updated == datetime(2026, 11, 3, 8, tzinfo=UTC)


def test_without_an_id_the_same_content_has_the_same_one() -> None:
    one = record_from(JOURNAL, {**_AT, "note": "a", "mood": None}, NOW)
    again = record_from(JOURNAL, {"note": "a", **_AT}, NOW + timedelta(days=3))
    other = record_from(JOURNAL, {**_AT, "note": "b"}, NOW)
    assert one == again
    assert one.id != other.id


def test_without_dates_it_was_written_when_it_happened() -> None:
    record = record_from(JOURNAL, _AT, NOW)
    assert record.created == record.updated == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)


def test_without_a_change_it_was_changed_when_it_was_written() -> None:
    record = record_from(JOURNAL, {**_AT, "written_at": "2026-11-05T00:00:00Z"}, NOW)
    assert record.updated == record.created == datetime(2026, 11, 5, tzinfo=UTC)


def test_what_is_still_to_come_never_looks_newer_than_what_was_changed_by_hand() -> None:
    record = record_from(JOURNAL, {"at": "2027-01-01"}, NOW)
    assert record.created == NOW
    assert record.updated < NOW - timedelta(days=10_000)


@given(strategies.moments)
def test_every_moment_has_a_supposed_writing(moment: Moment) -> None:
    written, updated = supposed_writing(moment, NOW)
    assert updated <= written <= NOW


@pytest.mark.parametrize("wrong", ["", "a b", "x" * 65, "ä", "../up", 7, ["a"], "a\n"])
def test_an_id_is_a_sane_string(wrong: object) -> None:
    assert _faults({**_AT, "id": wrong}) == {("id", "not-an-id")}


@pytest.mark.parametrize("wrong", ["", "yesterday", "2026-11-01", "2026-11-01T10:00:00", "2026-02-30T00:00:00Z"])
def test_the_writing_is_a_moment_with_an_offset(wrong: str) -> None:
    assert _faults({**_AT, "written_at": wrong}) == {("written_at", "not-a-moment")}


@pytest.mark.parametrize("wrong", ["0001-01-01T00:00:00+10:00", "9999-12-31T23:00:00-10:00", "\ud800"])
def test_the_writing_is_a_moment_that_can_be_kept(wrong: str) -> None:
    assert _faults({**_AT, "updated_at": wrong}) == {("updated_at", "not-a-moment")}


def test_every_fault_is_named() -> None:
    data = {"id": 1, "at": "never", "mood": 6, "note": "\0", "tags": "x", "written_at": 5, "people": [" "]}
    assert _faults(data) == {
        ("id", "not-an-id"),
        ("written_at", "not-a-text"),
        ("at", "not-a-moment"),
        ("tags", "not-a-list-of-texts"),
        ("mood", "out-of-range"),
        ("note", "nul"),
        ("people", "blank-word"),
    }


def test_an_unreadable_zone_is_a_fault() -> None:
    assert _faults({**_AT, "zone": "Europe/\ud800"}) == {("zone", "lone-surrogate")}
    assert _faults({**_AT, "zone": "x" * 65}) == {("zone", "too-long")}


def test_the_id_of_a_content_does_not_depend_on_when_it_is_asked() -> None:
    entry = Entry(at=Moment.parse("2026-11-01"), note="ß")
    assert content_id(JOURNAL, entry) == content_id(JOURNAL, Entry(at=Moment.parse("2026-11-01"), note="ß"))


def test_the_first_hours_of_all_time_can_be_kept() -> None:
    record = record_from(JOURNAL, {"at": "0001-01-01T00:00:00+10:00"}, NOW)
    assert record.created == datetime(1, 1, 1, tzinfo=UTC)
