from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from attach_desktop.reminders.gentler import gentler
from attach_desktop.reminders.plan import Plan
from attach_desktop.reminders.schedule import between
from tests.reminders.plans import BERLIN, plan, plans

TODAY = date(2026, 11, 8)  # a Sunday


def often(one: Plan) -> int:
    begin = datetime(2026, 11, 8, 23, tzinfo=UTC)
    return len(list(between(one, begin, begin + timedelta(days=200), BERLIN, "id")))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (plan("08:00", "13:00", "21:00"), plan("08:00")),
        (plan("21:00"), plan("21:00", rule="every", every=2, begin=TODAY)),
        (
            plan("21:00", begin=date(2026, 12, 1)),
            plan("21:00", rule="every", every=2, begin=date(2026, 12, 1)),
        ),
        (
            plan("21:00", rule="every", every=3, begin=date(2026, 1, 1)),
            plan("21:00", rule="every", every=6, begin=TODAY),
        ),
        (
            plan("21:00", rule="weekdays", weekdays=("mon", "wed", "fri")),
            plan("21:00", rule="weekdays", weekdays=("mon", "fri")),
        ),
        (
            plan("21:00", rule="weekdays", weekdays=("sun",)),
            plan("21:00", rule="every", every=14, begin=date(2026, 11, 8)),
        ),
        (
            plan("21:00", rule="weekdays", weekdays=("wed",)),
            plan("21:00", rule="every", every=14, begin=date(2026, 11, 11)),
        ),
        (plan("21:00", rule="monthly", month_day=1), None),
        (plan("08:00", "21:00", rule="monthly", month_day=1), plan("08:00", rule="monthly", month_day=1)),
        (plan("21:00", rule="once", begin=TODAY), None),
        (plan("21:00", rule="every", every=365, begin=TODAY), None),
        (plan("21:00", end=date(2026, 11, 7)), None),
    ],
)
def test_half_as_often(one: Plan, expected: Plan | None) -> None:
    assert gentler(one, TODAY) == expected


def test_chance_comes_fewer_times_then_on_fewer_days() -> None:
    window: Any = (datetime(2026, 1, 1, 9).time(), datetime(2026, 1, 1, 21).time())
    one: Plan | None = Plan(rule="random", window=window, per_day=3)
    counts = []
    while one is not None:
        counts.append((one.per_day, len(one.weekdays)))
        one = gentler(one, TODAY)
    assert counts == [(3, 0), (1, 0), (1, 4), (1, 2), (1, 1)]


@settings(deadline=None)  # on a busy computer, counting takes its time
@given(plans)
def test_it_never_comes_more_often(one: Plan) -> None:
    softer = gentler(one, TODAY)
    if softer is not None:
        assert often(softer) <= often(one)
