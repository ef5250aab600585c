"""Entries of every shape, for properties that must hold for all of them."""

from __future__ import annotations

from datetime import timedelta, timezone

from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import MAX_COPING, RANGES, TEXT_FIELDS, WORD_FIELDS, Coping, Entry

ZONES = ("", "Europe/Berlin", "Asia/Kathmandu", "-03:30")
_offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(Moment.on, st.dates(), st.sampled_from(ZONES)) | st.builds(
    Moment.from_datetime, st.datetimes(timezones=_offsets), st.sampled_from(ZONES)
)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
words = texts.filter(lambda word: bool(word.strip()))


def _numbers(field: str) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(*RANGES[field])


entries = st.builds(
    Entry,
    at=moments,
    coping=st.lists(st.builds(Coping, words, st.none() | st.integers(0, 1440)), max_size=MAX_COPING).map(tuple),
    for_session=st.booleans(),
    private=st.booleans(),
    **{field: _numbers(field) for field in RANGES},
    **dict.fromkeys(TEXT_FIELDS, texts),
    **{field: st.lists(words, max_size=4).map(tuple) for field in WORD_FIELDS},
)
