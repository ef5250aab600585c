from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.period import OWN, Period
from attach_desktop.insights.records import (
    BETWEEN,
    BETWEEN_ENTRIES,
    HOUR,
    MANY_WORDS,
    NAMED,
    WITHOUT,
    Records,
    date_of,
    month_end,
)
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.connection import Row
from attach_desktop.vault.vault import DAY_START_SETTING, Vault
from attach_desktop.vault.words import word_key
from tests.insights.known import at, keep, over

DAY = date(2026, 11, 3)


def _records(vault: Vault) -> Records:
    return Records(vault.connection, vault.day_start)


def test_moods_are_read_by_the_persons_day(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY, 23), mood=2), Entry(at=at(date(2026, 11, 4), 2), mood=5), Entry(at=at(DAY, 9))])
    assert [(date_of(day), moods, without) for day, moods, without in _records(vault).moods_by_day(over(DAY, DAY))] == [
        (DAY, "25", 1)
    ]
    vault.settings.set(DAY_START_SETTING, "00:00")
    assert [moods for _, moods, _ in _records(vault).moods_by_day(over(DAY, DAY))] == ["2"]


def test_only_what_is_selected_is_read(vault: Vault) -> None:
    keep(
        vault,
        [
            Entry(at=at(DAY), mood=1, people=("Sam",), tags=("work",), triggers=("Rain",)),
            Entry(at=at(DAY), mood=2, people=("sam",), tags=("home",)),
            Entry(at=at(DAY), mood=3),
        ],
    )
    records = _records(vault)

    def moods(**words: str) -> str:
        return "".join(found for _, found, _ in records.moods_by_day(over(DAY, DAY, **words)))

    assert [moods(), moods(person="SAM"), moods(person="Sam", tag="work"), moods(trigger="rain")] == [
        "123",
        "12",
        "1",
        "1",
    ]
    assert moods(tag="nowhere") == ""


def test_words_by_time_and_words_by_name_are_the_same(vault: Vault) -> None:
    keep(vault, (Entry(at=at(DAY), feelings=(f"word {number % 3}",)) for number in range(9)))
    records, selection = _records(vault), over(DAY, DAY)
    by_time = records.word_rows("w.place", "feelings", selection, more="AND w.key = ?", bindings=["word 1"])
    by_name = records.word_rows(
        "w.place", "feelings", selection, source=NAMED, more="AND w.key = ?", bindings=["word 1"]
    )
    assert by_time == by_name
    assert len(by_name) == 3


def test_parts_of_days_are_read_day_by_day(vault: Vault) -> None:
    following, later = DAY + timedelta(days=1), DAY + timedelta(days=40)
    keep(
        vault,
        [
            Entry(at=at(DAY, 5), mood=1, people=("Sam",)),
            Entry(at=at(DAY, 10, 59), mood=2),
            Entry(at=at(DAY, 11)),
            Entry(at=Moment.on(DAY), mood=3, people=("Sam",)),
            Entry(at=at(DAY, 22, 59), mood=4),
            Entry(at=at(following, 2), mood=5, private=True),
            Entry(at=at(later, 23), mood=1),
        ],
    )
    records, number = _records(vault), DAY.toordinal() - 1

    def parts(selection: Selection) -> list[Row]:
        return [tuple(row) for row in records.moods_by_part(selection, (5, 10), (17, 22))]

    assert parts(over(DAY, later)) == [(number, "12-345", "12", "4"), (number + 40, "1", None, None)]
    assert parts(over(DAY, following, person="sam")) == [(number, "13", "1", None)]
    assert parts(replace(over(DAY, DAY), without_private=True)) == [(number, "12-34", "12", "4")]
    assert parts(over(following, following)) == []


@given(hours=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 23), st.sampled_from([None, 1, 2, 5])), max_size=25))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_days_are_the_same_by_range_and_by_sorting(vault: Vault, hours: list[tuple[int, int, int | None]]) -> None:
    journal, days = JournalStore(vault), over(DAY, DAY + timedelta(days=9))
    journal.bin([record.id for record in journal.each()])
    keep(vault, (Entry(at=at(DAY + timedelta(days=day), hour), mood=mood) for day, hour, mood in hours))
    records = _records(vault)
    by_range = [(day, moods.replace(WITHOUT, ""), moods.count(WITHOUT)) for day, moods in records.moods_by_part(days)]
    assert by_range == records.moods_by_day(days)


@pytest.mark.parametrize("others", [0, MANY_WORDS])
def test_words_are_counted_the_same_whether_few_or_many_are_known(vault: Vault, others: int) -> None:
    keep(vault, (Entry(at=at(DAY - timedelta(days=9)), feelings=(f"other {n}",)) for n in range(others)))
    keep(
        vault,
        [
            Entry(at=at(DAY, 8), feelings=("Calm", "tense"), triggers=("Rain",)),
            Entry(at=at(DAY, 9), feelings=("calm", "glad"), triggers=("Rain", "Work"), people=("Sam",)),
            Entry(at=at(DAY, 10), feelings=("glad",), triggers=("Rain",)),
            Entry(at=at(DAY, 11), feelings=("tense",), people=("Sam",)),
            Entry(at=at(DAY, 12)),
        ],
    )
    records, day = _records(vault), over(DAY, DAY)
    assert records.most_frequent("feelings", day) == [("tense", 2), ("glad", 2), ("calm", 2)]
    assert records.most_frequent("feelings", over(DAY, DAY, person="Sam")) == [("tense", 1), ("calm", 1), ("glad", 1)]
    assert records.keys("feelings", day) == ["calm", "glad", "tense"]
    assert records.keys("coping", day) == []
    assert records.entries_with("feelings", day) == (4, 1)
    assert records.entries_with("triggers", over(DAY, DAY, person="Sam")) == (1, 1)
    in_turn = [keys.split(BETWEEN) for keys in records.words_of_entries("feelings", day)[0]]
    assert in_turn == [["calm", "tense"], ["calm", "glad"], ["glad"], ["tense"]]
    assert records.words_of_entries("feelings", over(DAY, DAY + timedelta(days=1), person="Sam"))[1] == 1
    assert records.words_of_entries("feelings", over(DAY, DAY, person="Kim")) == ([], 0)
    assert records.words_beside("triggers", ["rain", "snow"], "feelings", day) == {
        "rain": ["glad", "calm", "glad", "calm", "tense"],
        "snow": [],
    }
    begins = records.entries_of(f"{HOUR}, r.mood", "triggers", ["work", "snow", "rain"], day)
    assert begins == {"work": [(9, None, "work")], "snow": [], "rain": [(hour, None, "rain") for hour in (8, 9, 10)]}
    assert records.entries_of("r.mood", "triggers", [], day) == {}


def test_a_word_is_spelled_as_it_was_last(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY, 8), tags=("Work", "42")), Entry(at=at(DAY, 9), tags=("work",))])
    assert _records(vault).labels("tags", ["work", "42", "gone"]) == {"work": "work", "42": "42", "gone": "gone"}
    assert _records(vault).labels("tags", []) == {}


@given(st.text())
def test_what_stands_between_words_stands_in_none(text: str) -> None:
    assert {BETWEEN, BETWEEN_ENTRIES}.isdisjoint(word_key(text + BETWEEN + text + BETWEEN_ENTRIES))


def test_days_of_another_kind_and_the_bin_are_not_counted(vault: Vault) -> None:
    journal = JournalStore(vault)
    gone = journal.add(Entry(at=at(DAY), mood=1))
    journal.add(Entry(at=at(DAY), mood=4))
    journal.bin([gone.id])
    records = _records(vault)
    assert list(records.days_of_kind(journal.kind.number, Period(OWN, DAY, DAY)).values()) == [1]
    assert records.days_of_kind(5, Period(OWN, DAY, DAY)) == {}


def test_the_first_and_the_last_day(vault: Vault) -> None:
    records = _records(vault)
    assert records.first_and_last() is None
    keep(vault, [Entry(at=Moment.on(date.min)), Entry(at=at(DAY))])
    assert records.first_and_last() == (date.min, DAY)


def test_months_are_cut_to_what_there_is(vault: Vault) -> None:
    records = _records(vault)
    assert list(records.months(Period(OWN, DAY, DAY))) == []
    keep(vault, [Entry(at=at(date(2026, 9, 20))), Entry(at=at(DAY))])
    found = [(month.begin, month.end) for month in records.months(Period(OWN, date(2025, 1, 1), date(2027, 1, 1)))]
    assert found == [
        (date(2026, 9, 20), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 10, 31)),
        (date(2026, 11, 1), DAY),
    ]
    keep(vault, [Entry(at=Moment.on(date.max))])
    years = list(records.months(Period(OWN, date(2025, 1, 1), date.max)))
    assert (len(years), years[-1].begin, years[-1].end) == (4, date.max, date.max)


def test_month_ends() -> None:
    assert [month_end(date(2024, month, 1)).day for month in (1, 2, 4, 12)] == [31, 29, 30, 31]
    assert Records.__init__.__doc__
    assert time(3) == time(3, 0)
