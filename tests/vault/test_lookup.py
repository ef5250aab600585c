"""Reading the records of one kind: pages, days, prefixes of ids, words with their counts, the bin, former versions."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from attach_desktop.clock import DEFAULT_DAY_START, Moment
from attach_desktop.errors import InputRefusedError, VaultDamagedError
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import DAY_START_SETTING, Vault
from tests.support import FixedClock
from tests.vault.notes import Note, at, kind, wall


@pytest.fixture
def others(vault: Vault) -> RecordStore[Note]:
    """Records of another kind in the same vault: never to be seen among the notes."""
    store = RecordStore(vault, kind("others", 62))
    store.add(Note(at(), "another kind", ("tag",)), "other-1")
    store.add(Note(wall(datetime(1, 1, 1)), "another kind", ("tag",)), "other-2")
    store.bin(["other-2"])
    return store


def _texts(notes: RecordStore[Note]) -> list[str]:
    return [record.value.text for record in notes.newest(1000)]


def test_a_record_by_its_id(notes: RecordStore[Note], others: RecordStore[Note], clock: FixedClock) -> None:
    kept = notes.add(Note(at(), "text", ("tag",), 3), "an-id")
    found = notes.get("an-id")
    assert found == kept
    assert found is not None
    assert found.created == found.updated == clock.now()
    assert notes.get("other-1") is None
    assert notes.get("other-2") is None
    assert notes.get("no-such-id") is None
    assert notes.get("an-i") is None


def test_an_id_that_is_no_text_is_refused(notes: RecordStore[Note]) -> None:
    with pytest.raises(InputRefusedError):
        notes.get("\udcff")


@pytest.mark.parametrize(
    ("prefix", "ids"),
    [
        ("", ["aa-1", "aa-2", "ab-1", "aa-3"]),
        ("aa", ["aa-1", "aa-2", "aa-3"]),
        ("aa-1", ["aa-1"]),
        ("aa-11", []),
        ("b", []),
        ("%", []),
        ("_", []),
        ("other", []),
    ],
)
def test_ids_that_begin_with_a_prefix(
    prefix: str, ids: list[str], notes: RecordStore[Note], others: RecordStore[Note]
) -> None:
    for record_id in ("aa-1", "aa-2", "aa-3", "ab-1"):
        notes.add(Note(at()), record_id)
    notes.bin(["aa-3"])
    assert notes.matching_ids(prefix, 10) == ids


def test_two_ids_are_enough_to_know_that_a_prefix_is_not(notes: RecordStore[Note]) -> None:
    for number in range(9):
        notes.add(Note(at()), f"aa-{number}")
    assert len(notes.matching_ids("aa")) == 2


def test_pages_show_every_record_once_newest_first(notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    for number in range(17):
        notes.add(Note(wall(datetime(2026, 11, 8, 20, number // 3)), str(number)))
    seen: list[str] = []
    before: int | None = None
    while page := notes.newest(5, before):
        assert len(page) <= 5
        seen += [record.value.text for record in page]
        before = page[-1].place
    assert seen == [str(number) for number in reversed(range(17))]


def test_a_record_that_comes_while_someone_pages_does_not_repeat_another(notes: RecordStore[Note]) -> None:
    for minute in range(4):
        notes.add(Note(wall(datetime(2026, 11, 8, 20, minute)), str(minute)))
    first = notes.newest(2)
    notes.add(Note(wall(datetime(2026, 11, 8, 21)), "new"))
    assert [record.value.text for record in notes.newest(2, first[-1].place)] == ["1", "0"]


def test_each_is_every_record_of_the_days_oldest_first(notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    for day, hour in [(7, 2), (7, 3), (7, 23), (8, 2), (8, 3), (9, 2), (9, 3)]:
        notes.add(Note(wall(datetime(2026, 11, day, hour)), f"{day} {hour}"))
    notes.add(Note(Moment.on(date(2026, 11, 8)), "8 noon"))

    def each(begin: int | None, end: int | None) -> list[str]:
        first, last = (None if day is None else date(2026, 11, day) for day in (begin, end))
        return [record.value.text for record in notes.each(first, last)]

    assert each(None, None) == ["7 2", "7 3", "7 23", "8 2", "8 3", "8 noon", "9 2", "9 3"]
    assert each(7, 7) == ["7 3", "7 23", "8 2"]
    assert each(8, 8) == ["8 3", "8 noon", "9 2"]
    assert each(None, 6) == ["7 2"]
    assert each(9, None) == ["9 3"]
    assert each(9, 7) == []


def test_each_reads_in_pages_without_losing_or_repeating(notes: RecordStore[Note]) -> None:
    with notes.together():
        for number in range(1003):
            notes.add(Note(wall(datetime(2026, 11, 8) + timedelta(seconds=number // 7)), str(number)))
    assert [record.value.text for record in notes.each()] == [str(number) for number in range(1003)]


def test_the_ends_of_the_calendar_are_days_too(notes: RecordStore[Note]) -> None:
    notes.add(Note(wall(datetime(1, 1, 1)), "first"))
    notes.add(Note(wall(datetime(9999, 12, 31, 23, 59, 59)), "last"))
    assert [record.value.text for record in notes.each(date.min, date.min)] == ["first"]
    assert [record.value.text for record in notes.each(date.max, date.max)] == ["last"]


def test_counting(notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    assert notes.count() == 0
    for number in range(3):
        notes.add(Note(at()), str(number))
    notes.bin(["1"])
    assert notes.count() == 2
    assert others.count() == 1


def test_counting_some_days(notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    for day, hour in [(7, 2), (7, 3), (8, 2), (8, 3), (8, 23)]:
        notes.add(Note(wall(datetime(2026, 11, day, hour))))
    seventh, eighth = date(2026, 11, 7), date(2026, 11, 8)
    assert (notes.count(seventh, seventh), notes.count(eighth, eighth), notes.count(seventh, eighth)) == (2, 2, 4)
    assert (notes.count(seventh), notes.count(end=seventh), notes.count(eighth, seventh)) == (4, 3, 0)


def test_words_with_their_counts_the_most_used_first(notes: RecordStore[Note], others: RecordStore[Note]) -> None:
    for minute, tags in enumerate([("Sad",), ("sad", "calm"), ("SAD ", "tired"), ("calm",), ("gone",)]):
        notes.add(Note(wall(datetime(2026, 11, 8, 20, minute)), tags=tags), str(minute))
    notes.bin(["4"])
    assert notes.labels("tags") == [("SAD ", 3), ("calm", 2), ("tired", 1)]
    assert notes.labels("tags", limit=1) == [("SAD ", 3)]
    assert notes.labels("people") == []


def test_former_versions_the_latest_first(notes: RecordStore[Note], clock: FixedClock) -> None:
    kept = notes.add(Note(at(), "one"))
    for text in ("two", "three"):
        clock.advance(timedelta(hours=1))
        notes.change(kept.id, Note(at(), text))
    assert [(replaced, note.text) for replaced, note in notes.former(kept.id)] == [
        (datetime(2026, 11, 8, 21, 40, tzinfo=UTC), "two"),
        (datetime(2026, 11, 8, 20, 40, tzinfo=UTC), "one"),
    ]
    assert notes.former("no-such-id") == []


def test_the_bin_the_last_deleted_first(notes: RecordStore[Note], others: RecordStore[Note], clock: FixedClock) -> None:
    for number in range(3):
        notes.add(Note(at(), str(number)), str(number))
    notes.bin(["1"])
    clock.advance(timedelta(hours=1))
    notes.bin(["0"])
    assert [(gone.record.value.text, gone.binned) for gone in notes.binned()] == [
        ("0", datetime(2026, 11, 8, 20, 40, tzinfo=UTC)),
        ("1", datetime(2026, 11, 8, 19, 40, tzinfo=UTC)),
    ]


@pytest.mark.parametrize(
    ("setting", "start"),
    [
        (None, DEFAULT_DAY_START),
        ("00:00", time(0)),
        ("04:30", time(4, 30)),
        ("", DEFAULT_DAY_START),
        ("25:00", DEFAULT_DAY_START),
        ("morning", DEFAULT_DAY_START),
        (3, DEFAULT_DAY_START),
        (["03:00"], DEFAULT_DAY_START),
        ("04:30+01:00", time(4, 30)),
    ],
)
def test_when_the_day_starts(setting: object, start: time, notes: RecordStore[Note]) -> None:
    if setting is not None:
        notes.vault.settings.set(DAY_START_SETTING, setting)
    assert notes.day_start == start
    assert list(notes.each(date(2026, 11, 8), date(2026, 11, 8))) == []


@pytest.mark.parametrize(
    "change",
    [
        "data = '[]'",
        "data = '3'",
        "data = '{}'",
        "data = json_set(data, '$.mood', 6)",
        "data = json_set(data, '$.at', 'then')",
        "data = json_set(data, '$.text', 3)",
        "created = 'then'",
        "updated = ''",
    ],
)
def test_a_record_that_cannot_be_read_any_more_is_damage(change: str, notes: RecordStore[Note]) -> None:
    notes.add(Note(at(), "one"), "an-id")
    notes.change("an-id", Note(at(), "two"))
    notes.connection.run(f"UPDATE record SET {change}")  # noqa: S608 (constants)
    for read in (lambda: notes.get("an-id"), lambda: notes.newest(5), lambda: list(notes.each())):
        with pytest.raises(VaultDamagedError):
            read()


def test_a_binned_or_former_one_that_cannot_be_read_any_more_is_damage(notes: RecordStore[Note]) -> None:
    notes.add(Note(at(), "one"), "an-id")
    notes.change("an-id", Note(at(), "two"))
    notes.bin(["an-id"])
    notes.connection.run("UPDATE bin SET data = '{}'")
    notes.connection.run("UPDATE former SET replaced = 'then'")
    for read in (notes.binned, lambda: notes.restore(["an-id"]), lambda: notes.former("an-id")):
        with pytest.raises(VaultDamagedError):
            read()
    assert notes.connection.one("SELECT count(*) FROM bin") == (1,)
