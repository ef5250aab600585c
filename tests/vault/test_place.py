"""The place of a record sorts as its moment on the wall does, for every datetime there is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import apsw
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from attach_desktop.clock import day_of
from attach_desktop.vault import place

kinds = st.integers(0, 62)
walls = st.datetimes()
day_starts = st.builds(time, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
FIRST = datetime(1, 1, 1)
LAST = datetime(9999, 12, 31, 23, 59, 59, 999999)
LARGEST_INTEGER = 2**63 - 1


@given(kinds, walls, walls)
@example(0, FIRST, LAST)
@example(62, LAST, FIRST)
def test_places_of_a_kind_are_in_the_order_of_the_wall_clock(kind: int, one: datetime, other: datetime) -> None:
    one, other = one.replace(microsecond=0), other.replace(microsecond=0)
    first, second = place.first(kind, one), place.first(kind, other)
    assert (first < second, first == second) == (one < other, one == other)


@given(kinds, walls)
@example(62, LAST)
def test_a_second_has_room_for_many_arrivals_before_the_next_begins(kind: int, wall: datetime) -> None:
    if wall >= LAST - timedelta(seconds=1):
        return
    assert place.first(kind, wall + timedelta(seconds=1)) == place.first(kind, wall) + place.ARRIVALS


@given(kinds, walls)
@example(62, LAST)
@example(0, FIRST)
def test_a_place_lies_in_its_kind_and_in_no_other(kind: int, wall: datetime) -> None:
    at = place.first(kind, wall)
    assert 0 <= at <= at + place.ARRIVALS - 1 <= LARGEST_INTEGER
    assert [other for other in range(63) if place.of_kind(other)[0] <= at < place.of_kind(other)[1]] == [kind]


def test_kinds_never_overlap_and_every_bound_is_a_whole_number_that_sqlite_has() -> None:
    spans = [place.of_kind(kind) for kind in range(63)]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert spans[-1][1] <= LARGEST_INTEGER


@given(kinds, walls, st.dates(), st.dates(), day_starts)
@example(1, FIRST, date.min, date.min, time(3))
@example(1, LAST, date.max, date.max, time(3))
@example(1, LAST, date.max, date.max, time(0))
@example(1, datetime(2024, 3, 1, 2, 59, 59), date(2024, 2, 29), date(2024, 2, 29), time(3))
def test_the_places_of_days_are_those_whose_day_it_is(
    kind: int, wall: datetime, begin: date, end: date, day_start: time
) -> None:
    low, high = place.of_days(kind, begin, end, day_start)
    within = begin <= day_of(wall, day_start) <= end
    assert (low <= place.first(kind, wall) < high) == within
    assert (low <= place.first(kind, wall) + place.ARRIVALS - 1 < high) == within


@given(kinds, st.dates(), day_starts)
def test_an_open_side_reaches_to_the_end_of_the_kind(kind: int, day: date, day_start: time) -> None:
    assert place.of_days(kind, None, None, day_start) == place.of_kind(kind)
    assert place.of_days(kind, day, None, day_start)[1] == place.of_kind(kind)[1]
    assert place.of_days(kind, None, day, day_start)[0] == place.of_kind(kind)[0]


@pytest.fixture(scope="module")
def database() -> apsw.Connection:
    """SQLite without a file."""
    return apsw.Connection(":memory:")


@given(kinds, walls, day_starts, st.integers(0, place.ARRIVALS - 1))
@example(62, FIRST, time(3), 0)
@example(62, LAST, time(23, 59, 59), place.ARRIVALS - 1)
def test_the_day_in_sql_is_the_day_of_the_clock(
    database: apsw.Connection, kind: int, wall: datetime, day_start: time, arrival: int
) -> None:
    sql = f"SELECT {place.day_number_sql('place', day_start)} FROM (SELECT ? AS place)"  # noqa: S608 (constants)
    number = database.execute(sql, (place.first(kind, wall) + arrival,)).get
    assert date.min + timedelta(days=number) == day_of(wall, day_start)


@given(kinds, walls, day_starts, st.integers(0, place.ARRIVALS - 1))
@example(62, FIRST, time(3), 0)
@example(62, LAST, time(0), place.ARRIVALS - 1)
def test_a_day_begins_in_sql_where_its_first_place_is(
    database: apsw.Connection, kind: int, wall: datetime, day_start: time, arrival: int
) -> None:
    at = place.first(kind, wall) + arrival
    number = day_of(wall, day_start).toordinal() - 1
    today, tomorrow = (place.day_begin_sql(kind, f"{number} + {by}", day_start) for by in (0, 1))
    low, high = next(database.execute(f"SELECT {today}, {tomorrow}"))
    assert at < high
    assert low <= at or number == 0  # the hours before the first day that there is belong to it
