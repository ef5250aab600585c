from __future__ import annotations

from datetime import date, time

from attach_desktop.clock import Moment
from attach_desktop.insights.period import OWN, Period
from attach_desktop.insights.records import NAMED, Records, date_of, month_end
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.vault import DAY_START_SETTING, Vault
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
