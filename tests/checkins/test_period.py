from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.affirmations.practice import PRACTICE, VALUES, Practice, ValuesNote
from attach_desktop.checkins.checkin import Count
from attach_desktop.checkins.form import FORMS
from attach_desktop.checkins.period import Period, counts, is_due, period_for
from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import GRATITUDE, Item
from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.tally import Tally
from attach_desktop.vault.vault import Vault

TODAY = date(2026, 11, 8)


@pytest.mark.parametrize(
    ("form", "today", "last", "begin"),
    [
        ("weekly", "2026-11-08", None, "2026-11-02"),
        ("together", "2026-11-08", None, "2026-11-02"),
        ("monthly", "2026-11-08", None, "2026-10-09"),
        ("monthly", "2026-03-31", None, "2026-03-01"),
        ("monthly", "2024-03-31", None, "2024-03-01"),
        ("monthly", "2026-01-15", None, "2025-12-16"),
        # Since the one before, where that is not long ago.
        ("weekly", "2026-11-08", "2026-11-05", "2026-11-06"),
        ("weekly", "2026-11-08", "2026-10-29", "2026-10-30"),
        ("weekly", "2026-11-08", "2026-10-25", "2026-10-26"),
        # Nothing has to be made up for.
        ("weekly", "2026-11-08", "2026-10-24", "2026-11-02"),
        ("monthly", "2026-11-08", "2026-01-01", "2026-10-09"),
        # A second one on the same day looks at that day; one of the future is no guide.
        ("weekly", "2026-11-08", "2026-11-08", "2026-11-08"),
        ("weekly", "2026-11-08", "2026-11-09", "2026-11-02"),
    ],
)
def test_the_days_it_looks_at(form: str, today: str, last: str | None, begin: str) -> None:
    found = period_for(form, date.fromisoformat(today), date.fromisoformat(last) if last else None)
    assert found == Period(date.fromisoformat(begin), date.fromisoformat(today))


@settings(deadline=None)
@given(st.sampled_from(FORMS), st.dates(), st.none() | st.dates())
def test_it_ends_today_and_has_a_day_at_least(form: str, today: date, last: date | None) -> None:
    found = period_for(form, today, last)
    assert found.end == today
    assert 1 <= found.days <= 62


@settings(deadline=None)
@given(st.sampled_from(FORMS), st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 40))
def test_two_in_a_row_neither_overlap_nor_leave_a_day_out(form: str, today: date, pause: int) -> None:
    first = period_for(form, today)
    second = period_for(form, today + timedelta(days=pause), first.end)
    if 0 < pause <= 13:
        assert second.begin == first.end + timedelta(days=1)


@pytest.mark.parametrize(
    ("form", "last", "due"),
    [
        ("weekly", None, False),
        ("weekly", TODAY - timedelta(days=6), False),
        ("weekly", TODAY - timedelta(days=7), True),
        ("weekly", TODAY + timedelta(days=7), False),
        ("monthly", date(2026, 10, 9), False),
        ("monthly", date(2026, 10, 8), True),
    ],
)
def test_the_next_is_due_after_a_week_or_a_month_and_none_without_a_first(
    form: str, last: date | None, due: bool
) -> None:
    assert is_due(form, TODAY, last) is due


def test_what_was_kept_in_these_days_is_counted(vault: Vault) -> None:
    def at(text: str) -> Moment:
        return Moment.parse(f"{text}:00+01:00")

    journal = RecordStore(vault, JOURNAL)
    journal.add(Entry(at=at("2026-11-02T02:30"), mood=3))  # still the day before
    for text, mood in (("2026-11-02T03:00", 2), ("2026-11-02T22:00", None), ("2026-11-09T02:59", 4)):
        journal.add(Entry(at=at(text), mood=mood))
    journal.add(Entry(at=at("2026-11-09T03:00"), mood=3))  # the day after
    RecordStore(vault, GRATITUDE).add(Item(at=at("2026-11-05T10:00"), text="tea"))
    RecordStore(vault, PRACTICE).add(Practice(at=at("2026-11-05T10:00"), sentence="one", text="One."))
    RecordStore(vault, VALUES).add(ValuesNote(at=at("2026-11-15T10:00"), value="peace"))
    assert counts(Tally(vault), Period(date(2026, 11, 2), TODAY)) == (
        Count("journal", 3), Count("moods", 2), Count("days", 2), Count("gratitude", 1), Count("practice", 1),
    )  # fmt: skip
    assert counts(Tally(vault), Period(date(2020, 1, 1), date(2020, 1, 7))) == ()
