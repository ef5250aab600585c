"""Between any two ranks there is another; ranks follow time; none of them looks like anything but text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.gratitude.order import between, ceiling, floor, is_rank, rank_at, spread
from tests.gratitude.items import ranks

_seconds = st.datetimes().map(lambda wall: wall.replace(microsecond=0))


@given(_seconds, _seconds)
def test_unmoved_ranks_follow_time(one: datetime, other: datetime) -> None:
    assert (rank_at(one) < rank_at(other)) == (one < other)
    assert (rank_at(one) == rank_at(other)) == (one == other)


@pytest.mark.parametrize("wall", [datetime.combine(date.min, time.min), datetime.combine(date.max, time(23, 59, 59))])
def test_the_ends_of_the_calendar_have_ranks_with_room_around(wall: datetime) -> None:
    rank = rank_at(wall)
    assert is_rank(rank)
    assert is_rank(between(rank, ceiling(rank)))
    assert is_rank(between(floor(rank), rank))


@given(ranks)
def test_a_rank_has_room_within_its_second(rank: str) -> None:
    assert is_rank(rank)
    assert floor(rank) < between(floor(rank), rank) < rank < between(rank, ceiling(rank)) < ceiling(rank)


@given(_seconds.filter(lambda wall: wall.year < 9999))
def test_what_is_moved_to_the_top_stays_below_what_is_added_later(wall: datetime) -> None:
    rank = rank_at(wall)
    assert between(rank, ceiling(rank)) < rank_at(wall + timedelta(seconds=1))


@given(ranks, ranks)
def test_there_is_one_between_any_two(one: str, other: str) -> None:
    if one != other:
        low, high = sorted((one, other))
        found = between(low, high)
        assert low < found < high
        assert is_rank(found)


@given(ranks, ranks, st.integers(0, 30))
def test_several_between_any_two(one: str, other: str, number: int) -> None:
    if one != other:
        low, high = sorted((one, other))
        found = spread(number, low, high)
        assert len(found) == number
        assert found == sorted(set(found))
        assert all(low < rank < high and is_rank(rank) for rank in found)


def test_a_rank_grows_slowly_however_often_it_is_halved() -> None:
    low, high = rank_at(datetime(2026, 11, 8)), rank_at(datetime(2026, 11, 9))
    for number in range(200):
        middle = between(low, high)
        low, high = (middle, high) if number % 2 else (low, middle)
    assert len(between(low, high)) < 70


@pytest.mark.parametrize(
    "text",
    ["", "a", "aaaaaaaaaa", "aaaaaaaaaaa", "abcdefghijka", "pbcdefghijk", "abcdefghij1", "abcdefghijq", "ABCDEFGHIJK",
     "abcdefghijk ", "b" * 201],
)  # fmt: skip
def test_what_is_no_rank(text: str) -> None:
    assert not is_rank(text)
