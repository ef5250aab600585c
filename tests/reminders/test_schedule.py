"""The rules of time, to the bone: against a naive reckoning, in every kind of zone, and as laws."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo, _zoneinfo, available_timezones  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings

from attach_desktop.reminders.plan import LAST, Plan, within
from attach_desktop.reminders.schedule import Occurrence, between, latest, moment_of, next_after, quiet_until
from tests.reminders.plans import BERLIN, chosen, moments, plan, planned_days, plans, reckoned, zones

_DAYS = timedelta(days=1)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def local(moment: datetime | None, zone: ZoneInfo) -> str:
    assert moment is not None
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")


# -- laws --------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@settings(max_examples=250, deadline=None)
@given(plans, moments, zones)
def test_it_comes_when_a_look_at_the_clock_every_minute_says_so(one: Plan, begin: datetime, zone: ZoneInfo) -> None:
    end = begin + 2 * _DAYS
    assert [found.moment for found in between(one, begin, end, zone, "seed")] == reckoned(one, begin, end, zone, "seed")


@settings(deadline=None)
@given(plans, moments, zones)
def test_next_is_after_now_and_goes_strictly_on(one: Plan, now: datetime, zone: ZoneInfo) -> None:
    found: list[datetime] = []
    moment = now
    while len(found) < 30 and (after := next_after(one, moment, zone, "seed")) is not None:
        assert after > moment
        found.append(after)
        moment = after
    if found:
        # And none is left out on the way.
        whole = between(one, now + timedelta(microseconds=1), found[-1] + timedelta(microseconds=1), zone, "seed")
        assert [one.moment for one in whole] == found


@settings(deadline=None)
@given(plans, moments, zones)
def test_no_occurrence_comes_twice(one: Plan, begin: datetime, zone: ZoneInfo) -> None:
    found = list(between(one, begin, begin + 5 * _DAYS, zone, "seed"))
    for before, after in pairwise(found):
        assert before.moment < after.moment
        assert before.wall < after.wall
    assert len({occurrence.id for occurrence in found}) == len(found)


@settings(deadline=None)
@given(plans, moments, zones)
def test_the_latest_is_the_last_of_all_until_then(one: Plan, now: datetime, zone: ZoneInfo) -> None:
    found = latest(one, now, zone, "seed")
    until = now + timedelta(microseconds=1)
    if found is None:
        assert list(between(one, now - 60 * _DAYS, until, zone, "seed")) == []
    else:
        assert found.moment <= now
        assert list(between(one, found.moment, until, zone, "seed")) == [found]


@settings(deadline=None)
@given(plans, moments, zones)
def test_two_spans_are_the_whole(one: Plan, begin: datetime, zone: ZoneInfo) -> None:
    middle, end = begin + timedelta(hours=31), begin + 3 * _DAYS
    whole = [found.moment for found in between(one, begin, end, zone, "seed")]
    parts = [*between(one, begin, middle, zone, "seed"), *between(one, middle, end, zone, "seed")]
    assert [found.moment for found in parts] == whole


@settings(deadline=None)
@given(plans, moments, zones)
def test_the_zone_of_the_question_makes_no_difference(one: Plan, now: datetime, zone: ZoneInfo) -> None:
    elsewhere = now.astimezone(ZoneInfo("America/St_Johns"))
    assert next_after(one, elsewhere, zone, "seed") == next_after(one, now, zone, "seed")
    assert latest(one, elsewhere, zone, "seed") == latest(one, now, zone, "seed")


@settings(deadline=None)
@given(plans, moments, zones)
def test_what_was_planned_for_a_time_that_exists_is_there_at_that_time(
    one: Plan, begin: datetime, zone: ZoneInfo
) -> None:
    for found in between(one, begin, begin + 3 * _DAYS, zone, "seed"):
        shown = found.moment.astimezone(zone).replace(tzinfo=None)
        assert shown >= found.wall
        if shown != found.wall:
            # It does not exist there: no moment of that time is shown as that time.
            back = {moment_of(found.wall, zone), (found.wall.replace(tzinfo=zone, fold=1)).astimezone(UTC)}
            assert found.wall not in {moment.astimezone(zone).replace(tzinfo=None) for moment in back}


def test_no_zone_changes_its_clocks_twice_within_a_day() -> None:
    # What makes it enough to compare the offsets at both ends of a day.
    near = []
    for name in sorted(available_timezones()):
        zone = _zoneinfo.ZoneInfo.no_cache(name)
        changes = [
            (at, zone.utcoffset(datetime.fromtimestamp(at, UTC).astimezone(zone)))
            for at in zone._trans_utc
            if at > datetime(1900, 1, 1, tzinfo=UTC).timestamp()
        ]
        near += [
            (name, before[0])
            for before, after in pairwise(changes)
            if after[0] - before[0] < 86_400 and before[1] != after[1]
        ]
    assert near == []


# -- examples ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "now", "at", "shown"),
    [
        # The hour that summer time skips: once, right after it.
        ("Europe/Berlin", "2026-03-28T12:00", "02:30", "2026-03-29 03:00:00"),
        ("America/New_York", "2026-03-07T17:00", "02:00", "2026-03-08 03:00:00"),
        ("Australia/Lord_Howe", "2026-10-03T12:00", "02:15", "2026-10-04 02:30:00"),
        # A quarter of an hour, in a year of long ago.
        ("Asia/Kathmandu", "1985-12-31T12:00", "00:10", "1986-01-01 00:15:00"),
        # The hour that comes twice: the first time.
        ("Europe/Berlin", "2026-10-24T12:00", "02:30", "2026-10-25 02:30:00"),
        ("Europe/Berlin", "2026-10-25T00:45", "02:30", "2026-10-26 02:30:00"),
        ("UTC", "2026-03-29T02:29", "02:30", "2026-03-29 02:30:00"),
    ],
)
def test_hours_that_do_not_exist_or_come_twice(zone: str, now: str, at: str, shown: str) -> None:
    assert local(next_after(plan(at), utc(now), ZoneInfo(zone)), ZoneInfo(zone)) == shown


def test_a_day_that_never_was_is_made_up_for_when_the_next_begins() -> None:
    apia = ZoneInfo("Pacific/Apia")
    found = [
        local(one.moment, apia)
        for one in between(plan("09:00"), utc("2011-12-29T12:00"), utc("2012-01-01T12:00"), apia)
    ]
    assert found == ["2011-12-29 09:00:00", "2011-12-31 00:00:00", "2011-12-31 09:00:00", "2012-01-01 09:00:00"]


def test_two_times_within_a_gap_come_as_one() -> None:
    found = list(between(plan("02:10", "02:50", "03:00"), utc("2026-03-29T00:00"), utc("2026-03-29T12:00"), BERLIN))
    assert found == [Occurrence(datetime(2026, 3, 29, 3, 0), utc("2026-03-29T01:00"))]


def test_the_second_pass_of_an_hour_brings_nothing() -> None:
    found = list(between(plan("02:00", "02:59"), utc("2026-10-25T00:00"), utc("2026-10-25T06:00"), BERLIN))
    assert [one.moment for one in found] == [utc("2026-10-25T00:00"), utc("2026-10-25T00:59")]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (31, ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]),
        (30, ["2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30", "2024-05-30"]),
        (29, ["2024-01-29", "2024-02-29", "2024-03-29", "2024-04-29", "2024-05-29"]),
        (1, ["2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"]),
    ],
)
def test_a_day_of_the_month_is_its_last_where_it_is_shorter(day: int, expected: list[str]) -> None:
    monthly = plan("18:00", rule="monthly", month_day=day)
    found = islice(between(monthly, utc("2024-01-02T00:00"), utc("2030-01-01T00:00"), BERLIN), 5)
    assert [one.wall.date().isoformat() for one in found] == expected


def test_the_last_of_february_in_a_common_year() -> None:
    monthly = plan("18:00", rule="monthly", month_day=29)
    found = next_after(monthly, utc("2026-02-01T00:00"), BERLIN)
    assert local(found, BERLIN) == "2026-02-28 18:00:00"


def test_once_on_a_leap_day() -> None:
    once = plan("09:00", rule="once", begin=date(2028, 2, 29))
    assert local(next_after(once, utc("2026-01-01T00:00"), BERLIN), BERLIN) == "2028-02-29 09:00:00"
    assert next_after(once, utc("2028-03-01T00:00"), BERLIN) is None
    assert latest(once, utc("2028-02-01T00:00"), BERLIN) is None
    found = latest(once, utc("2090-01-01T00:00"), BERLIN)
    assert found is not None
    assert found.id == "2028-02-29T09:00"


def test_every_so_many_days_counts_from_its_first_day_across_a_change_of_clocks() -> None:
    every = plan("20:00", rule="every", every=3, begin=date(2026, 10, 23))
    found = between(every, utc("2026-10-01T00:00"), utc("2026-11-02T00:00"), BERLIN)
    assert [one.id for one in found] == [
        "2026-10-23T20:00", "2026-10-26T20:00", "2026-10-29T20:00", "2026-11-01T20:00",
    ]  # fmt: skip


def test_nothing_before_the_first_day_and_nothing_after_the_last() -> None:
    one = plan("08:00", begin=date(2026, 11, 10), end=date(2026, 11, 11))
    assert [found.id for found in between(one, utc("2020-01-01T00:00"), utc("2030-01-01T00:00"), BERLIN)] == [
        "2026-11-10T08:00", "2026-11-11T08:00",
    ]  # fmt: skip
    assert next_after(one, utc("2026-11-11T07:00"), BERLIN) is None
    assert latest(one, utc("2026-11-10T06:59"), BERLIN) is None


def test_the_ends_of_the_calendar() -> None:
    one = plan("23:59")
    assert next_after(one, datetime(9999, 6, 1, tzinfo=UTC), BERLIN) is None
    assert next_after(one, datetime.combine(LAST, time(22, 58), UTC), BERLIN) is not None
    assert next_after(one, datetime(1, 6, 1, tzinfo=UTC), BERLIN) is not None
    assert latest(one, datetime(1, 6, 1, tzinfo=UTC), BERLIN) is None


# -- chance ------------------------------------------------------------------------------------------------------------


def test_chance_stays_in_its_window_one_in_each_part_and_is_always_the_same() -> None:
    one = Plan(rule="random", window=(time(10), time(16)), per_day=3)
    for number in range(60):
        times = chosen(one, date(2026, 11, 1) + number * _DAYS, "an-id")
        assert times == chosen(one, date(2026, 11, 1) + number * _DAYS, "an-id")
        assert [at.hour // 2 for at in times] == [5, 6, 7]


def test_chance_is_spread_over_the_window_and_differs_between_reminders() -> None:
    one = Plan(rule="random", window=(time(9), time(21)))
    hours = [chosen(one, date(2026, 1, 1) + number * _DAYS, "an-id")[0].hour for number in range(360)]
    # 30 an hour on average; fewer than 10 or more than 60 would be no chance.
    assert all(10 <= hours.count(hour) <= 60 for hour in range(9, 21))
    other = [chosen(one, date(2026, 1, 1) + number * _DAYS, "another")[0].hour for number in range(360)]
    assert sum(one == two for one, two in zip(hours, other, strict=True)) < 90


def test_chance_keeps_to_the_days_of_the_week_that_were_named() -> None:
    one = Plan(rule="random", window=(time(9), time(21)), weekdays=("sat", "sun"))
    found = between(one, utc("2026-11-01T00:00"), utc("2026-12-01T00:00"), BERLIN, "id")
    assert [occurrence.wall.date() for occurrence in found] == list(
        planned_days(one, date(2026, 11, 1), date(2026, 11, 30))
    )


# -- quiet hours -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quiet", "now", "until"),
    [
        (("22:00", "07:00"), "2026-11-08T21:59", None),
        (("22:00", "07:00"), "2026-11-08T22:00", "2026-11-09 07:00:00"),
        (("22:00", "07:00"), "2026-11-09T06:59", "2026-11-09 07:00:00"),
        (("22:00", "07:00"), "2026-11-09T07:00", None),
        (("09:00", "17:00"), "2026-11-09T12:00", "2026-11-09 17:00:00"),
        (("09:00", "17:00"), "2026-11-09T17:00", None),
        (("22:00", "02:30"), "2026-03-29T00:00", "2026-03-29 03:00:00"),
        (("00:00", "02:30"), "2026-10-25T01:00", "2026-10-25 02:30:00"),
    ],
)
def test_quiet_hours_end(quiet: tuple[str, str], now: str, until: str | None) -> None:
    one = plan("18:00", quiet=(time.fromisoformat(quiet[0]), time.fromisoformat(quiet[1])))
    found = quiet_until(one, datetime.fromisoformat(now).replace(tzinfo=BERLIN), BERLIN)
    assert (found and local(found, BERLIN)) == until


def test_the_second_pass_of_an_hour_is_not_quiet_where_the_first_was_the_end() -> None:
    one = plan("18:00", quiet=(time(0), time(2, 30)))
    assert quiet_until(one, utc("2026-10-25T00:10"), BERLIN) == utc("2026-10-25T00:30")
    assert quiet_until(one, utc("2026-10-25T01:10"), BERLIN) is None


def test_what_came_before_midnight_was_gone_back_to_has_come() -> None:
    # A minute after midnight the clocks of Newfoundland went back to the evening before, until 2011.
    st_johns = ZoneInfo("America/St_Johns")
    now = utc("2010-11-07T03:00")
    assert local(now, st_johns) == "2010-11-06 23:30:00"
    assert latest(plan("00:00"), now, st_johns) == Occurrence(datetime(2010, 11, 7), utc("2010-11-07T02:30"))


@settings(deadline=None)
@given(moments, zones)
def test_quiet_hours_end_after_now_within_two_days(now: datetime, zone: ZoneInfo) -> None:
    quiet = (time(22), time(7))
    found = quiet_until(plan("12:00", quiet=quiet), now, zone)
    shown = now.astimezone(zone).time()
    if found is None:
        assert not within(shown, quiet)
    else:
        assert within(shown, quiet)
        assert now < found <= now + 2 * _DAYS


def test_no_quiet_hours_are_never_quiet() -> None:
    assert quiet_until(plan("03:00"), utc("2026-11-08T02:00"), BERLIN) is None
