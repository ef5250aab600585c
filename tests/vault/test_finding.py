"""Finding works for every kind of record alike, and keeps the kinds apart. The journal's tests try every filter."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from attach_desktop.vault.finding import DayCount, Filter, FindingStore
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.vault.notes import Note, at, kind, wall


@pytest.fixture
def found(vault: Vault) -> FindingStore[Note]:
    return FindingStore(vault, kind())


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(query="tea"),
        Filter(words=(("tags", "HOME"),)),
        Filter(mood_low=2, mood_high=3),
        Filter(begin=date(2026, 11, 8), end=date(2026, 11, 8)),
        Filter(query="te", words=(("tags", "home"), ("tags", "warm")), mood_high=2, begin=date(2026, 11, 1)),
    ],
)
def test_what_is_found_is_of_one_kind(
    found: FindingStore[Note], others: RecordStore[Note], notes: RecordStore[Note], wanted: Filter
) -> None:
    tea = Note(at(), "tea", ("home", "warm"), 2)
    others.add(tea)
    assert found.find(wanted, 9) == []
    assert found.days(wanted) == []
    kept = notes.add(tea)
    notes.add(Note(at("2026-10-08"), "rain", ("out",), 5))
    assert found.find(wanted, 1) == [kept]
    assert found.days(wanted)[0] == DayCount(date(2026, 11, 8), 1)
    assert found.find_days(wanted, date(2026, 11, 8), date.max) == [kept]
    assert found.find_days(wanted, date(2026, 10, 9), date(2026, 11, 7)) == []


def test_every_record_is_found_page_by_page_newest_first(found: FindingStore[Note]) -> None:
    with found.together():
        kept = [found.add(Note(wall(datetime(2026, 1, 1) + timedelta(hours=hour)), "tea")) for hour in range(1203)]
    assert list(found.each_found(Filter(query="tea"))) == kept[::-1]
    assert found.find(Filter(), 5, before=kept[9].place) == kept[8:3:-1]
    assert sum(day.count for day in found.days(Filter())) == 1203


def test_every_record_is_found_oldest_first_where_that_is_wanted(found: FindingStore[Note]) -> None:
    with found.together():
        kept = [found.add(Note(wall(datetime(2026, 1, 1) + timedelta(hours=hour)), "tea")) for hour in range(1203)]
    assert list(found.each_found(Filter(query="tea"), oldest_first=True)) == kept
    assert list(found.each_found(Filter(), oldest_first=True)) == kept
    assert found.count_found(Filter(query="tea")) == 1203
    assert found.count_found(Filter(query="coffee")) == 0
