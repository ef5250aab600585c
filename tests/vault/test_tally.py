"""Numbers of what was kept, without a record read; the days of other rooms are counted in the period of a check-in."""

from __future__ import annotations

from datetime import date

from attach_desktop.checkins.checkin import CHECKINS
from attach_desktop.clock import Moment
from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.rooms import KINDS
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.tally import NUMBERS, Tally
from attach_desktop.vault.vault import Vault
from tests.checkins.samples import checkin

DAY = date(2026, 11, 8)


def entry(text: str, mood: int | None = None) -> Entry:
    return Entry(at=Moment.parse(text), mood=mood, note="x")


def test_the_numbers_are_those_of_the_rooms() -> None:
    assert {kind.name: kind.number for kind in KINDS if kind.name in NUMBERS} == NUMBERS


def test_records_moods_and_days_are_counted_by_the_persons_day(vault: Vault) -> None:
    store, tally = RecordStore(vault, JOURNAL), Tally(vault)
    for text, mood in (
        ("2026-11-08T02:59:59+01:00", 1),
        ("2026-11-08T03:00:00+01:00", 2),
        ("2026-11-08", None),
        ("2026-11-09T02:59:59+01:00", 3),
        ("2026-11-10T12:00:00+01:00", 4),
    ):
        store.add(entry(text, mood))
    assert (tally.count("journal", DAY, DAY), tally.moods(DAY, DAY), tally.days("journal", DAY, DAY)) == (3, 2, 1)
    week = (date(2026, 11, 4), date(2026, 11, 10))
    assert (tally.count("journal", *week), tally.moods(*week), tally.days("journal", *week)) == (5, 4, 3)
    vault.settings.set("day-start", "00:00")
    assert tally.count("journal", DAY, DAY) == 3
    assert tally.days("journal", *week) == 3
    assert tally.count("gratitude", *week) == 0


def test_the_newest_day(vault: Vault) -> None:
    store, tally = RecordStore(vault, JOURNAL), Tally(vault)
    assert tally.newest_day("journal") is None
    store.add(entry("2026-11-09T02:00:00+01:00"))
    binned = store.add(entry("2026-11-20T02:00:00+01:00"))
    assert tally.newest_day("journal") == date(2026, 11, 19)
    assert tally.newest_day("journal", until=date(2026, 11, 19)) == date(2026, 11, 19)
    assert tally.newest_day("journal", until=date(2026, 11, 18)) == DAY
    assert tally.newest_day("journal", until=date(2026, 11, 7)) is None
    store.bin([binned.id])
    assert tally.newest_day("journal") == DAY
    assert tally.newest_day("gratitude") is None


def test_the_newest_day_of_those_with_a_word(vault: Vault) -> None:
    store, tally = RecordStore(vault, CHECKINS), Tally(vault)
    store.add(checkin(date(2026, 11, 1)))
    store.add(checkin(DAY, "monthly"))
    assert tally.newest_day("checkins", ("form", "weekly")) == date(2026, 11, 1)
    assert tally.newest_day("checkins", ("form", "monthly")) == DAY
    assert tally.newest_day("checkins", ("form", "together")) is None
    assert tally.newest_day("checkins") == DAY
    assert tally.newest_day("checkins", ("form", "monthly"), date(2026, 11, 7)) is None
