from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.errors import FaultsError
from attach_desktop.insights.period import ALL, LENGTHS, OWN, Period, rolling

TODAY = date(2026, 11, 8)


def test_a_rolling_period_ends_today_and_has_its_days() -> None:
    assert rolling("weeks", TODAY) == Period("weeks", date(2026, 10, 26), TODAY)
    assert {key: rolling(key, TODAY).days for key in LENGTHS} == LENGTHS


def test_a_period_at_the_beginning_of_the_calendar_is_cut() -> None:
    assert rolling("year", date(1, 1, 3)) == Period("year", date.min, date(1, 1, 3))


def test_the_period_before_ends_the_day_before() -> None:
    assert rolling("weeks", TODAY).before == Period(OWN, date(2026, 10, 12), date(2026, 10, 25))


@pytest.mark.parametrize("period", [Period(ALL, date(2020, 1, 1), TODAY), Period(OWN, date(1, 1, 2), date(1, 1, 5))])
def test_there_is_not_always_a_period_before(period: Period) -> None:
    assert period.before is None


def test_a_period_may_lie_ahead() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert Period(OWN, tomorrow, tomorrow).ahead(TODAY)
    assert not Period(OWN, TODAY, tomorrow).ahead(TODAY)


def test_what_cannot_be_is_refused_with_every_fault() -> None:
    with pytest.raises(FaultsError) as caught:
        Period("decade", TODAY, TODAY - timedelta(days=1))
    assert [fault.key for fault in caught.value.faults] == ["not-a-choice", "days-crossed"]


@given(st.dates(), st.integers(0, 500))
def test_its_days_are_all_there(begin: date, more: int) -> None:
    more = min(more, (date.max - begin).days)
    period = Period(OWN, begin, begin + timedelta(days=more))
    days = list(period.each_day())
    assert (days[0], days[-1], len(days)) == (period.begin, period.end, period.days)
    before = period.before
    assert before is None or (before.days == period.days and before.end + timedelta(days=1) == begin)
