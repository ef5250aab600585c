"""What "now", "when" and "which day" mean, at the edges where calendars and clocks are odd."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attach_desktop.clock import (
    DEFAULT_DAY_START,
    NOON,
    Moment,
    SystemClock,
    day_bounds,
    day_of,
    day_start_of,
    in_zone,
    offset_text,
    utc_text,
    zone_called,
    zone_of,
)
from tests.support import FixedClock

BERLIN = "Europe/Berlin"
walls = st.datetimes()
#: Days can start at any minute up to noon: later, a date without a time would fall into the day before.
day_starts = st.builds(time, st.integers(0, 11), st.integers(0, 59)) | st.just(NOON)
offsets = st.integers(-23 * 60 - 59, 23 * 60 + 59).map(lambda minutes: timedelta(minutes=minutes))
aware = st.builds(lambda wall, offset: wall.replace(tzinfo=timezone(offset)), st.datetimes(), offsets)


@pytest.mark.parametrize(
    ("wall", "starts_at", "day"),
    [
        (datetime(2026, 11, 8, 20, 40), DEFAULT_DAY_START, date(2026, 11, 8)),
        (datetime(2026, 11, 9, 0, 0), DEFAULT_DAY_START, date(2026, 11, 8)),
        (datetime(2026, 11, 9, 2, 59, 59, 999999), DEFAULT_DAY_START, date(2026, 11, 8)),
        (datetime(2026, 11, 9, 3, 0), DEFAULT_DAY_START, date(2026, 11, 9)),
        (datetime(2026, 11, 9, 0, 0), time(0), date(2026, 11, 9)),
        (datetime(2026, 11, 8, 23, 59, 59), time(0), date(2026, 11, 8)),
        (datetime(2026, 1, 1, 4, 59), time(5), date(2025, 12, 31)),
        (datetime(2024, 3, 1, 1, 0), DEFAULT_DAY_START, date(2024, 2, 29)),
        (datetime(2023, 3, 1, 1, 0), DEFAULT_DAY_START, date(2023, 2, 28)),
        (datetime(1900, 3, 1, 1, 0), DEFAULT_DAY_START, date(1900, 2, 28)),
        (datetime(1, 1, 1, 1, 0), DEFAULT_DAY_START, date(1, 1, 1)),
        (datetime(1, 1, 2, 1, 0), DEFAULT_DAY_START, date(1, 1, 1)),
        (datetime(9999, 12, 31, 23, 59, 59), DEFAULT_DAY_START, date(9999, 12, 31)),
    ],
)
def test_the_day_a_moment_belongs_to(wall: datetime, starts_at: time, day: date) -> None:
    assert day_of(wall, starts_at) == day


@given(walls, day_starts)
@example(datetime(1, 1, 1), time(3))
@example(datetime(9999, 12, 31, 23, 59, 59), time(3))
def test_a_moment_lies_within_the_bounds_of_its_day(wall: datetime, starts_at: time) -> None:
    begin, end = day_bounds(day_of(wall, starts_at), starts_at)
    assert begin <= wall
    assert wall < end or day_of(wall, starts_at) == date.max


@given(st.dates(max_value=date(9999, 12, 30)), day_starts)
@example(date(1, 1, 1), time(3))
def test_days_follow_each_other_without_a_gap(day: date, starts_at: time) -> None:
    assert day_bounds(day, starts_at)[1] == day_bounds(day + timedelta(days=1), starts_at)[0]


@given(st.dates(), day_starts)
def test_a_date_without_a_time_stays_in_its_day(day: date, starts_at: time) -> None:
    assert day_of(Moment.on(day).wall, starts_at) == day


@pytest.mark.parametrize(
    ("wall", "zone", "offset"),
    [
        (datetime(2026, 3, 29, 1, 59), BERLIN, "+01:00"),
        (datetime(2026, 3, 29, 2, 30), BERLIN, "+01:00"),  # does not exist: the offset of before
        (datetime(2026, 3, 29, 3, 0), BERLIN, "+02:00"),
        (datetime(2026, 10, 25, 2, 30), BERLIN, "+02:00"),  # twice: the first pass
        (datetime(2026, 10, 25, 3, 0), BERLIN, "+01:00"),
        (datetime(2026, 4, 5, 1, 45), "Australia/Lord_Howe", "+11:00"),  # a change of half an hour
        (datetime(2011, 12, 30, 12, 0), "Pacific/Apia", "-10:00"),  # a day that Samoa never had
        (datetime(2026, 7, 1, 12, 0), "Asia/Kathmandu", "+05:45"),
        (datetime(2026, 7, 1, 12, 0), "-09:30", "-09:30"),
        (datetime(1880, 1, 1, 12, 0), BERLIN, "+00:53"),  # local mean time, 53 min 28 s
        (datetime(1, 1, 1, 0, 0), BERLIN, "+00:53"),
        (datetime(9999, 12, 31, 23, 59, 59), BERLIN, "+01:00"),
    ],
)
def test_a_wall_clock_time_in_a_zone(wall: datetime, zone: str, offset: str, clock: FixedClock) -> None:
    moment = in_zone(wall, zone, clock)
    assert moment.replace(tzinfo=None) == wall
    assert offset_text(moment) == offset


@pytest.mark.parametrize(
    "zone", ["", "Atlantis/Poseidonis", "Europe", "../../etc/passwd", "a\0b", "\ud800", "x" * 5000, "+99:99", "-", "+1"]
)
def test_an_unknown_zone_falls_back_to_the_present_offset(zone: str, clock: FixedClock) -> None:
    assert in_zone(datetime(2026, 11, 8, 20, 40), zone, clock).utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-11-08", "2026-11-08"),
        (" 2024-02-29 ", "2024-02-29"),
        ("2000-02-29", "2000-02-29"),
        ("20261108", "2026-11-08"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("2026-11-08T20:40:00+01:00", "2026-11-08T20:40:00+01:00"),
        ("2026-11-08 20:40+01:00", "2026-11-08T20:40:00+01:00"),
        ("2026-11-08T20:40:59.987654Z", "2026-11-08T20:40:59+00:00"),
        ("2026-11-08T20:40-00:00", "2026-11-08T20:40:00+00:00"),
        ("2026-11-08T20:40:00+05:45", "2026-11-08T20:40:00+05:45"),
        ("2026-11-08T20:40:00-23:59", "2026-11-08T20:40:00-23:59"),
        ("0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
        ("9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59-12:00"),
    ],
)
def test_moments_as_people_and_programs_write_them(text: str, written: str) -> None:
    assert Moment.parse(text).isoformat() == written


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "now", "2026-13-01", "2026-02-30", "2023-02-29", "1900-02-29", "0000-01-01", "10000-01-01",
        "8.11.2026", "2026-11-08T24:30+01:00", "2026-11-08T20:60+01:00", "2026-11-08T20:40",
        "2026-11-08T20:40:00+24:00", "2026-11-08T20:40:00+01:00:30", "2026-11-08T20:40:00+01:00:00.5",
        "2026-11-08T", "T20:40Z", "२०२६-११-०८",
        "2026-11-08\0", "2026-11-08T20:40\ud80001:00", "-2026-11-08", "2026-11-08T20:40+01:00 Europe/Berlin",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Moment.parse(text)


@pytest.mark.parametrize(
    ("text", "zone", "written", "kept_zone"),
    [
        ("2026-07-01T12:00", "", "2026-07-01T12:00:00+02:00", BERLIN),
        ("2026-12-01T12:00", "", "2026-12-01T12:00:00+01:00", BERLIN),
        ("2026-07-01T12:00", "America/New_York", "2026-07-01T12:00:00-04:00", "America/New_York"),
        ("2026-03-29T02:30", "", "2026-03-29T02:30:00+01:00", BERLIN),
        ("2026-10-25T02:30", "", "2026-10-25T02:30:00+02:00", BERLIN),
        ("1880-01-01T12:00", "", "1880-01-01T12:00:00+00:53", BERLIN),
        ("0001-01-01T00:00", "", "0001-01-01T00:00:00+00:53", BERLIN),
        ("9999-12-31T23:59", "", "9999-12-31T23:59:00+01:00", BERLIN),
        ("2026-07-01T12:00Z", "", "2026-07-01T12:00:00+00:00", ""),
    ],
)
def test_a_time_without_offset_is_taken_in_the_persons_zone(
    text: str, zone: str, written: str, kept_zone: str, clock: FixedClock
) -> None:
    moment = Moment.parse(text, zone, assume=clock)
    assert (moment.isoformat(), moment.zone) == (written, kept_zone)
    assert Moment.parse(moment.isoformat(), kept_zone) == moment


@given(aware, st.sampled_from(["", BERLIN, "+05:45"]))
@example(datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo(BERLIN), fold=1), BERLIN)
@example(datetime(1880, 1, 1, tzinfo=ZoneInfo(BERLIN)), BERLIN)
@example(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=23, minutes=59))), "")
@example(datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(-timedelta(hours=23, minutes=59))), "")
def test_a_moment_is_written_and_read_back_the_same(when: datetime, zone: str) -> None:
    moment = Moment.from_datetime(when, zone)
    assert Moment.parse(moment.isoformat(), zone) == moment
    assert moment.wall == when.replace(tzinfo=None, microsecond=0, fold=0)


@given(st.dates())
def test_a_date_is_written_and_read_back_the_same(day: date) -> None:
    assert Moment.parse(Moment.on(day).isoformat()) == Moment.on(day)


def test_the_two_passes_of_a_repeated_hour_stay_apart() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo(BERLIN))
    moments = [Moment.from_datetime(first.replace(fold=fold), BERLIN) for fold in (0, 1)]
    assert [moment.isoformat()[-6:] for moment in moments] == ["+02:00", "+01:00"]
    assert moments[0].wall == moments[1].wall
    assert moments[0].instant is not None
    assert moments[1].instant is not None
    assert moments[1].instant - moments[0].instant == timedelta(hours=1)


@pytest.mark.parametrize(("at", "offset"), [(time(20, 40), None), (None, timedelta(hours=1))])
def test_half_a_time_is_refused(at: time | None, offset: timedelta | None) -> None:
    with pytest.raises(ValueError, match="belong together"):
        Moment(date(2026, 11, 8), at, offset)


@pytest.mark.parametrize("zone", ["x" * 65, "\ud800", "a\0b"])
def test_a_zone_that_is_no_name_is_refused(zone: str) -> None:
    with pytest.raises(ValueError, match="zone"):
        Moment.on(date(2026, 11, 8), zone)


def test_a_moment_without_a_zone_cannot_be_taken_from_a_naive_datetime() -> None:
    with pytest.raises(ValueError, match="belong together"):
        Moment.from_datetime(datetime(2026, 11, 8, 20, 40))


def test_the_present_moment_comes_from_the_clock(clock: FixedClock) -> None:
    assert Moment.now(clock) == Moment(date(2026, 11, 8), time(20, 40), timedelta(hours=1), BERLIN)
    clock.advance(timedelta(hours=4))
    assert Moment.now(clock).isoformat() == "2026-11-09T00:40:00+01:00"


@given(st.lists(aware, min_size=2, max_size=2))
def test_utc_text_sorts_by_time(pair: list[datetime]) -> None:
    first, second = sorted(pair)
    assert utc_text(first) <= utc_text(second)


@given(aware)
@example(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))))
@example(datetime(9999, 12, 31, 23, 59, tzinfo=timezone(-timedelta(hours=12))))
@example(datetime(987, 6, 5, tzinfo=UTC))
def test_utc_text_is_read_back_as_the_same_instant(when: datetime) -> None:
    text = utc_text(when)
    assert len(text) == len("2026-11-08T20:40:00.123456Z")
    # At either end of the calendar UTC has no name for the instant; then it is the nearest that has one.
    assert abs(datetime.fromisoformat(text) - when) <= (timedelta(hours=24) if when.year in (1, 9999) else timedelta(0))


@pytest.mark.parametrize(
    ("offset", "text"),
    [
        (timedelta(0), "+00:00"),
        (timedelta(hours=5, minutes=45), "+05:45"),
        (timedelta(hours=-9, minutes=-30), "-09:30"),
        (timedelta(minutes=-30), "-00:30"),
        (timedelta(minutes=53, seconds=28), "+00:53"),
        (timedelta(minutes=-53, seconds=-28), "-00:53"),
    ],
)
def test_an_offset_as_text(offset: timedelta, text: str) -> None:
    assert offset_text(datetime(2026, 11, 8, tzinfo=timezone(offset))) == text


def test_a_naive_moment_counts_as_utc_for_its_offset() -> None:
    assert offset_text(datetime(2026, 11, 8)) == "+00:00"


@pytest.mark.parametrize(
    ("variable", "zone"),
    [("Europe/Paris", "Europe/Paris"), (":America/Argentina/Ushuaia", "America/Argentina/Ushuaia")],
)
def test_the_systems_zone_is_the_one_that_tz_names(variable: str, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", variable)
    assert SystemClock().zone_name() == zone


@pytest.mark.parametrize("variable", [None, "", "/no/such/zone", "UTC", "Far/" + "away" * 20, "Caf\udce9/Paris", ":"])
def test_the_system_always_has_some_zone(variable: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if variable is None:
        monkeypatch.delenv("TZ", raising=False)
    else:
        monkeypatch.setenv("TZ", variable)
    clock = SystemClock()
    assert clock.zone_name()
    moment = Moment.now(clock)
    assert Moment.parse(moment.isoformat(), moment.zone) == moment
    moment.zone.encode("utf-8")


def test_the_systems_now_is_aware() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() is not None


def test_a_zone_by_its_name_knows_summer_time() -> None:
    zone = zone_of(FixedClock(zone="Europe/Berlin"))
    offsets = [datetime(2026, month, 1, tzinfo=zone).utcoffset() for month in (1, 7)]
    assert offsets == [timedelta(hours=1), timedelta(hours=2)]


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("+05:45", timedelta(hours=5, minutes=45)),
        ("-03:30", -timedelta(hours=3, minutes=30)),
        ("No/Where", timedelta(hours=1)),
    ],
)
def test_an_offset_is_a_zone_and_what_is_unknown_is_that_of_now(name: str, offset: timedelta) -> None:
    # The clock stands in Berlin, in winter.
    assert datetime(2026, 11, 8, 12, tzinfo=zone_called(name, FixedClock())).utcoffset() == offset


def test_a_computer_that_was_taken_to_another_zone_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    try:
        for name, hours in (("Asia/Tokyo", 9), ("America/Phoenix", -7)):
            monkeypatch.setenv("TZ", name)
            clock.look_again()
            assert clock.zone_name() == name
            assert clock.now().utcoffset() == timedelta(hours=hours)
            assert datetime(2026, 1, 1, tzinfo=zone_of(clock)).utcoffset() == timedelta(hours=hours)
    finally:
        monkeypatch.undo()
        clock.look_again()


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("04:30", time(4, 30)),
        (None, time(3)),
        ("", time(3)),
        ("25:00", time(3)),
        (3, time(3)),
        ("05:00+01:00", time(5)),
    ],
)
def test_when_a_day_begins_is_read_or_the_usual(kept: object, expected: time) -> None:
    assert day_start_of(kept) == expected


def _say(zone: str = "Europe/Berlin") -> Moment:
    return Moment(date(2026, 11, 8), time(21, 40), timedelta(hours=1), zone)


@pytest.mark.parametrize("name", ["day", "at", "offset", "zone", "more"])
def test_a_moment_does_not_change(name: str) -> None:
    moment = _say()
    with pytest.raises(AttributeError):
        setattr(moment, name, None)
    with pytest.raises(AttributeError):
        delattr(moment, name)
    assert moment == _say()


def test_moments_are_equal_when_they_say_the_same_and_to_nothing_else() -> None:
    assert (_say(), hash(_say())) == (_say(), hash(_say()))
    assert len({_say(), _say(), _say("")}) == 2
    assert _say() != (date(2026, 11, 8), time(21, 40), timedelta(hours=1), "Europe/Berlin")


def test_a_moment_can_be_copied_and_tells_what_it_is() -> None:
    assert copy.deepcopy(_say()) == pickle.loads(pickle.dumps(_say())) == _say()  # noqa: S301 (written a moment ago)
    assert eval(repr(_say()), {"Moment": Moment, "datetime": dt}) == _say()  # noqa: S307 (our own words)
