from __future__ import annotations

from datetime import date, timedelta

import pytest

from attach_desktop.insights.period import Period
from attach_desktop.summary.last import PERIODS, SINCE, keep_last_day, last_day, period, put_back
from attach_desktop.vault.vault import Vault

TODAY = date(2026, 11, 8)


def test_before_the_first_summary_it_is_two_weeks(vault: Vault) -> None:
    assert last_day(vault.settings) is None
    found = period(SINCE, vault.settings, TODAY)
    assert (found.begin, found.end) == (date(2026, 10, 26), TODAY)


def test_the_next_one_goes_on_from_the_day_after(vault: Vault) -> None:
    keep_last_day(vault.settings, date(2026, 10, 20), TODAY)
    assert last_day(vault.settings) == date(2026, 10, 20)
    assert period(SINCE, vault.settings, TODAY) == Period("own", date(2026, 10, 21), TODAY)


def test_a_second_one_on_the_same_day_has_that_day(vault: Vault) -> None:
    keep_last_day(vault.settings, TODAY, TODAY)
    assert period(SINCE, vault.settings, TODAY) == Period("own", TODAY, TODAY)


def test_days_to_come_are_not_in_the_last_one_yet(vault: Vault) -> None:
    keep_last_day(vault.settings, TODAY + timedelta(days=30), TODAY)
    assert last_day(vault.settings) == TODAY


@pytest.mark.parametrize(
    ("begin", "end", "kept"),
    [
        (date(2026, 10, 21), date(2026, 11, 1), date(2026, 11, 1)),
        (date(2026, 1, 1), date(2026, 11, 1), date(2026, 11, 1)),
        (date(2026, 10, 22), date(2026, 11, 1), date(2026, 10, 20)),
        (date(2026, 1, 1), date(2026, 1, 31), date(2026, 10, 20)),
        (date(2026, 10, 20), date(2026, 10, 20), date(2026, 10, 20)),
    ],
    ids=["just after", "reaching back", "with a gap", "an older one", "the same day"],
)
def test_one_that_does_not_go_on_from_the_last_one_is_not_the_last(
    vault: Vault, begin: date, end: date, kept: date
) -> None:
    assert keep_last_day(vault.settings, date(2026, 10, 20), TODAY, date(2026, 10, 1))
    assert keep_last_day(vault.settings, end, TODAY, begin) == (kept == end != date(2026, 10, 20))
    assert last_day(vault.settings) == kept


@pytest.mark.parametrize("day", [None, date(2026, 10, 20)])
def test_it_can_be_put_back(vault: Vault, day: date | None) -> None:
    keep_last_day(vault.settings, TODAY, TODAY)
    put_back(vault.settings, day)
    assert last_day(vault.settings) == day


@pytest.mark.parametrize("kept", [17, "tomorrow", None, ["2026-11-01"]])
def test_what_cannot_be_read_counts_as_none(vault: Vault, kept: object) -> None:
    vault.settings.set("summary-last", kept)
    assert last_day(vault.settings) is None


@pytest.mark.parametrize(("key", "days"), [("weeks", 14), ("month", 30), ("months", 90)])
def test_the_other_periods_are_those_of_the_insights(vault: Vault, key: str, days: int) -> None:
    assert key in PERIODS
    assert period(key, vault.settings, TODAY).days == days
    with pytest.raises(KeyError):
        period("own", vault.settings, TODAY)
