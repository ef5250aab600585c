"""A plan cannot hold what cannot be."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, date, time
from typing import Any

import pytest
from hypothesis import given, settings

from attach_desktop.errors import FaultsError
from attach_desktop.reminders.plan import MAX_TIMES, NIGHT, Plan, minute_of, night_around, within
from tests.reminders.plans import minutes

EIGHT, TEN, NOON = time(8), time(10), time(12)


def faults(**fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        Plan(**{"times": (EIGHT,), **fields})
    return [(found.field, found.key) for found in caught.value.faults]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"rule": "hourly"}, ("rule", "not-a-choice")),
        ({"times": ()}, ("times", "missing")),
        ({"times": (time(8, 0, 1),)}, ("times", "not-a-minute")),
        ({"times": (time(8, 0, 0, 1),)}, ("times", "not-a-minute")),
        ({"times": (time(8, tzinfo=UTC),)}, ("times", "not-a-minute")),
        ({"times": (time(8, fold=1),)}, ("times", "not-a-minute")),
        ({"times": ("08:00",)}, ("times", "not-a-minute")),
        ({"times": tuple(time(hour, half) for hour in range(13) for half in (0, 30))}, ("times", "too-many")),
        ({"rule": "once", "begin": date(2026, 1, 1), "times": (EIGHT, TEN)}, ("times", "too-many")),
        ({"rule": "once"}, ("begin", "missing")),
        ({"rule": "weekdays"}, ("weekdays", "missing")),
        ({"weekdays": ("monday",)}, ("weekdays", "not-a-choice")),
        ({"rule": "every", "begin": date(2026, 1, 1)}, ("every", "missing")),
        ({"rule": "every", "every": 2}, ("begin", "missing")),
        ({"every": 0}, ("every", "out-of-range")),
        ({"every": 366}, ("every", "out-of-range")),
        ({"every": 2.0}, ("every", "not-a-whole-number")),
        ({"rule": "monthly"}, ("month_day", "missing")),
        ({"month_day": 32}, ("month_day", "out-of-range")),
        ({"month_day": 0}, ("month_day", "out-of-range")),
        ({"rule": "random"}, ("window", "missing")),
        ({"rule": "random", "window": (TEN, EIGHT)}, ("window", "too-short")),
        ({"rule": "random", "window": (EIGHT, EIGHT)}, ("window", "too-short")),
        ({"rule": "random", "window": (EIGHT, time(8, 2)), "per_day": 3}, ("window", "too-short")),
        ({"rule": "random", "window": (EIGHT, time(9, 0, 1))}, ("window", "not-a-minute")),
        ({"per_day": 0}, ("per_day", "out-of-range")),
        ({"per_day": MAX_TIMES + 1}, ("per_day", "out-of-range")),
        ({"begin": date(1899, 12, 31)}, ("begin", "day-out-of-range")),
        ({"end": date(9999, 1, 1)}, ("end", "day-out-of-range")),
        ({"begin": date(2026, 1, 2), "end": date(2026, 1, 1)}, ("end", "before-begin")),
        ({"quiet": (EIGHT, EIGHT)}, ("quiet", "no-span")),
        ({"quiet": (EIGHT, time(9, 0, 1))}, ("quiet", "not-a-minute")),
        ({"quiet": (EIGHT, TEN)}, ("times", "in-quiet-hours")),
        ({"quiet": (time(22), TEN)}, ("times", "in-quiet-hours")),
        ({"rule": "random", "window": (EIGHT, NOON), "quiet": (TEN, time(11))}, ("window", "in-quiet-hours")),
        ({"rule": "random", "window": (time(9), time(23)), "quiet": NIGHT}, ("window", "in-quiet-hours")),
        ({"rule": "random", "window": (time(6), NOON), "quiet": NIGHT}, ("window", "in-quiet-hours")),
    ],
)
def test_what_a_plan_cannot_be(fields: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(**fields) == [fault]


def test_every_fault_is_named_not_just_the_first() -> None:
    named = faults(rule="yearly", times=(), every=0, month_day=40, per_day=0, quiet=(EIGHT, EIGHT))
    assert [field for field, _ in named] == ["rule", "times", "every", "month_day", "per_day", "quiet"]


def test_times_and_days_come_in_order_each_once() -> None:
    one = Plan(rule="weekdays", times=(TEN, EIGHT, TEN), weekdays=("sun", "mon", "sun"))
    assert (one.times, one.weekdays) == ((EIGHT, TEN), ("mon", "sun"))
    with pytest.raises(FrozenInstanceError):
        one.rule = "daily"  # type: ignore[misc]


def test_what_does_not_belong_to_the_rule_is_let_go() -> None:
    everything: dict[str, Any] = {
        "times": (EIGHT,),
        "weekdays": ("mon",),
        "every": 3,
        "month_day": 5,
        "window": (EIGHT, TEN),
        "per_day": 4,
        "begin": date(2026, 1, 1),
        "end": date(2026, 2, 1),
    }
    days: dict[str, Any] = {"begin": date(2026, 1, 1), "end": date(2026, 2, 1)}
    assert Plan(rule="once", **everything) == Plan(rule="once", times=(EIGHT,), begin=date(2026, 1, 1))
    assert Plan(rule="daily", **everything) == Plan(times=(EIGHT,), **days)
    assert Plan(rule="weekdays", **everything) == Plan(rule="weekdays", times=(EIGHT,), weekdays=("mon",), **days)
    assert Plan(rule="every", **everything) == Plan(rule="every", times=(EIGHT,), every=3, **days)
    assert Plan(rule="monthly", **everything) == Plan(rule="monthly", times=(EIGHT,), month_day=5, **days)
    assert Plan(rule="random", **everything) == Plan(
        rule="random", window=(EIGHT, TEN), per_day=4, weekdays=("mon",), **days
    )


def test_the_quiet_hours_may_touch_the_times() -> None:
    assert Plan(times=(time(7), time(21, 59)), quiet=NIGHT).quiet == NIGHT
    assert Plan(rule="random", window=(time(7), time(22)), quiet=NIGHT).quiet == NIGHT


@pytest.mark.parametrize(
    ("at", "expected"), [("21:59", False), ("22:00", True), ("00:00", True), ("06:59", True), ("07:00", False)]
)
def test_the_night_goes_over_midnight(at: str, expected: bool) -> None:
    assert within(time.fromisoformat(at), NIGHT) is expected


@settings(deadline=None)
@given(minutes, minutes, minutes)
def test_a_time_is_in_a_span_or_in_the_rest_of_the_day(at: time, begin: time, end: time) -> None:
    if begin != end:
        assert within(at, (begin, end)) is not within(at, (end, begin))


@pytest.mark.parametrize(
    ("times", "window", "expected"),
    [
        ((EIGHT,), None, NIGHT),
        ((EIGHT, time(22, 30)), None, None),
        ((), (time(9), time(21)), NIGHT),
        ((), (time(9), time(22, 1)), None),
        ((), (time(6, 59), NOON), None),
    ],
)
def test_the_night_is_quiet_unless_a_time_was_chosen_in_it(times: Any, window: Any, expected: Any) -> None:
    assert night_around(times, window) == expected


def test_the_minutes_of_a_day() -> None:
    assert (minute_of(time(0)), minute_of(time(23, 59))) == (0, 1439)
