"""Items and lists of every shape, for properties that must hold for all of them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import BUILT_IN, MAX_POSITION, Item, ItemList
from attach_desktop.gratitude.order import between, ceiling, floor, rank_at
from tests.support import NOW, ZONE

_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(Moment.on, st.dates(), st.sampled_from(["", ZONE])) | st.builds(
    Moment.from_datetime, st.datetimes(timezones=_offsets), st.sampled_from(["", ZONE])
)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
words = texts.filter(lambda word: bool(word.strip()))
keys = st.sampled_from(BUILT_IN) | st.text("abcz09-", min_size=1, max_size=64)
_walls = st.datetimes()


def _moved(wall: datetime, up: list[bool]) -> str:
    """The rank of something that was moved this way and that within a second."""
    rank = rank_at(wall)
    low, high = floor(rank), ceiling(rank)
    for upwards in up:
        low, high = (rank, high) if upwards else (low, rank)
        rank = between(low, high)
    return rank


ranks = st.builds(_moved, _walls, st.lists(st.booleans(), max_size=40))
items = st.builds(
    Item,
    at=moments,
    text=words,
    list=keys,
    why=texts,
    people=st.lists(words, max_size=4).map(tuple),
    order=st.just("") | ranks,
)
item_lists = st.builds(
    ItemList,
    noted=moments,
    key=keys,
    name=words,
    position=st.none() | st.integers(0, MAX_POSITION),
    hidden=st.booleans(),
)


def item(text: str = "tea", days_ago: float = 0, **fields: Any) -> Item:
    """An item of some days before now, to the second."""
    return Item(**{"at": Moment.from_datetime(NOW - timedelta(days=days_ago), ZONE), "text": text, **fields})


def item_on(text: str, days_ago: int, **fields: Any) -> Item:
    """An item of a day alone, without a time."""
    return item(text, at=Moment.on((NOW - timedelta(days=days_ago)).date(), ZONE), **fields)
