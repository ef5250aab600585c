"""Finding entries: every combination of filters agrees with looking through all entries one by one."""

from __future__ import annotations

import shutil
import tempfile
import time as stopwatch
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import InputRefusedError
from attach_desktop.journal.entry import JOURNAL, TEXT_FIELDS, WORD_FIELDS, Coping, Entry
from attach_desktop.journal.library import Library
from attach_desktop.journal.store import DayCount, Filter, JournalStore
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key
from tests.support import FixedClock

PHRASES = ("no answer", "Answered at last", "ein Café", "静かな夜", "ฉันเหงา", "😢", "self-worth", "")
FEELINGS = ("sad", "Calm", "sehnsüchtig")
TAGS = ("evening", "work")
QUERIES = (
    "",
    " ",
    "ans",
    "answer no",
    "CAFE",
    "静か",
    "夜静",
    "เหงา",
    "😢",
    "worth",
    "...",
    "missing",
    '"no answer',
    "calm",
)
BERLIN = timezone(timedelta(hours=1))
DAYS = [date(2026, 11, 6) + timedelta(days=number) for number in range(4)]

moments = st.builds(
    lambda day, hour, second: Moment.from_datetime(
        datetime(day.year, day.month, day.day, hour, 59, second, tzinfo=BERLIN)
    ),
    st.sampled_from(DAYS),
    st.sampled_from([0, 2, 3, 12, 23]),
    st.sampled_from([0, 59]),
) | st.builds(Moment.on, st.sampled_from(DAYS))
entries = st.builds(
    Entry,
    at=moments,
    mood=st.none() | st.integers(1, 5),
    note=st.sampled_from(PHRASES),
    thought=st.sampled_from(PHRASES),
    feelings=st.lists(st.sampled_from(FEELINGS), max_size=2).map(tuple),
    tags=st.lists(st.sampled_from(TAGS), max_size=2).map(tuple),
    coping=st.lists(st.builds(Coping, st.sampled_from(["Walk", "talk"])), max_size=1).map(tuple),
    for_session=st.booleans(),
    private=st.booleans(),
)
words = st.one_of(
    st.tuples(st.just("feelings"), st.sampled_from(["SAD", "calm", "none"])),
    st.tuples(st.just("tags"), st.sampled_from(TAGS)),
    st.tuples(st.just("coping"), st.sampled_from(["walk"])),
    st.tuples(st.just("flag"), st.sampled_from(["for_session", "private"])),
)
filters = st.builds(
    Filter,
    query=st.sampled_from(QUERIES),
    begin=st.none() | st.sampled_from(DAYS),
    end=st.none() | st.sampled_from(DAYS),
    mood_low=st.integers(1, 5),
    mood_high=st.integers(1, 5),
    words=st.lists(words, max_size=2).map(tuple),
)

_TOKENS = {
    "no answer": ["no", "answer"],
    "Answered at last": ["answered", "at", "last"],
    "ein Café": ["ein", "cafe"],
    "静かな夜": ["静かな夜", "かな夜", "な夜", "夜"],
    "ฉันเหงา": ["ฉันเหงา", "เหงา"],
    "😢": ["😢"],
    "self-worth": ["self", "worth"],
}
#: What the words of QUERIES are the beginning of, said by hand and not by the code that is tested.
_SOUGHT = {
    "ans": ["ans"],
    "answer no": ["answer", "no"],
    "CAFE": ["cafe"],
    "静か": ["静か"],
    "夜静": ["夜静"],
    "เหงา": ["เหงา"],
    "😢": ["😢"],
    "worth": ["worth"],
    "missing": ["missing"],
    '"no answer': ["no", "answer"],
    "calm": ["calm"],
}


def _wanted(entry: Entry, wanted: Filter) -> bool:
    """What a filter means, said plainly."""
    if wanted.query.strip():
        tokens = [token for text in (entry.note, entry.thought) for token in _TOKENS.get(text, [])]
        tokens += [word_key(word).replace("ü", "u") for word in (*entry.feelings, *entry.tags)]
        tokens += [word_key(item.name) for item in entry.coping]
        sought = _SOUGHT.get(wanted.query)
        if sought is None or not all(any(token.startswith(word) for token in tokens) for word in sought):
            return False
    day = day_of(entry.at.wall)
    if (wanted.begin and day < wanted.begin) or (wanted.end and day > wanted.end):
        return False
    if (wanted.mood_low, wanted.mood_high) != (1, 5) and (
        entry.mood is None or not wanted.mood_low <= entry.mood <= wanted.mood_high
    ):
        return False
    kept = {(field, word_key(word)) for field, word in JOURNAL.words(entry)}
    return all((field, word_key(word)) in kept for field, word in wanted.words)


@pytest.fixture(scope="module")
def shared() -> Iterator[JournalStore]:
    """A journal that many examples fill anew; making a vault for each would take most of the time."""
    folder = Path(tempfile.mkdtemp())
    vault = Vault.open(folder / "attach.vault", FixedClock(), Changes())
    yield JournalStore(vault)
    vault.close()
    shutil.rmtree(folder)


@pytest.fixture
def journal(vault: Vault) -> JournalStore:
    return JournalStore(vault)


def _refill(journal: JournalStore, kept: list[Entry]) -> list[Stored[Entry]]:
    with journal.together():
        journal.bin([record.id for record in journal.each()])
        return [journal.add(entry) for entry in kept]


@settings(max_examples=150, deadline=None)
@given(st.lists(entries, max_size=12), filters, st.integers(1, 4))
def test_every_filter_agrees_with_looking_through_all(
    shared: JournalStore, kept: list[Entry], wanted: Filter, page: int
) -> None:
    records = _refill(shared, kept)
    expected = sorted((r for r in records if _wanted(r.value, wanted)), key=lambda r: r.place, reverse=True)

    assert shared.find(wanted, -1) == expected
    assert list(shared.each_found(wanted)) == expected

    seen: list[Stored[Entry]] = []
    before: int | None = None
    while found := shared.find(wanted, page, before):
        assert len(found) <= page
        seen += found
        before = found[-1].place
    assert seen == expected

    counts: dict[date, int] = {}
    for record in expected:
        day = day_of(record.value.at.wall)
        counts[day] = counts.get(day, 0) + 1
    assert shared.days(wanted) == [DayCount(day, counts[day]) for day in sorted(counts, reverse=True)]


@settings(max_examples=60, deadline=None)
@given(st.lists(entries, max_size=12), filters, st.sampled_from(DAYS), st.sampled_from(DAYS))
def test_the_entries_of_some_days(
    shared: JournalStore, kept: list[Entry], wanted: Filter, first: date, last: date
) -> None:
    records = _refill(shared, kept)
    expected = [r for r in records if _wanted(r.value, wanted) and first <= day_of(r.value.at.wall) <= last]
    expected.sort(key=lambda r: r.place, reverse=True)
    assert shared.find_days(wanted, first, last) == expected


def test_an_empty_filter_leaves_nothing_out() -> None:
    assert not Filter().any
    changes = {"query": "a", "begin": DAYS[0], "end": DAYS[0], "mood_low": 2, "mood_high": 4, "words": (("tags", "a"),)}
    assert set(changes) == set(Filter.__slots__)
    for name, value in changes.items():
        assert replace(Filter(), **{name: value}).any  # type: ignore[arg-type]


@pytest.mark.parametrize("field", [*TEXT_FIELDS, *WORD_FIELDS, "coping"])
def test_every_field_is_searched(field: str, journal: JournalStore) -> None:
    value: object = "hidden pearl" if field in TEXT_FIELDS else ("hidden pearl",)
    if field == "coping":
        value = (Coping("hidden pearl"),)
    at = Moment.on(DAYS[0])
    kept = journal.add(Entry(**{"at": at, field: value}))  # type: ignore[arg-type]
    journal.add(Entry(at=at, note="something else"))
    assert journal.find(Filter(query="pear hid"), 5) == [kept]


def test_words_of_a_query_may_stand_in_different_fields(journal: JournalStore) -> None:
    kept = journal.add(Entry(at=Moment.on(DAYS[0]), note="no answer", tags=("evening",)))
    assert journal.find(Filter(query="evening answer"), 5) == [kept]


def test_a_page_never_reaches_beyond_the_days_asked_for(journal: JournalStore) -> None:
    early = journal.add(Entry(at=Moment.on(DAYS[0])))
    late = journal.add(Entry(at=Moment.on(DAYS[3])))
    last = journal.add(Entry(at=Moment.on(DAYS[3])))
    assert journal.find(Filter(end=DAYS[1]), 5, before=last.place) == [early]
    assert journal.find(Filter(begin=DAYS[1]), 5, before=last.place) == [late]
    assert journal.find(Filter(begin=DAYS[1]), 5, before=early.place) == []


def test_the_persons_day_decides_where_an_entry_of_the_night_belongs(journal: JournalStore) -> None:
    journal.add(Entry(at=Moment.parse("2026-11-08T02:30:00+01:00")))
    assert journal.days(Filter()) == [DayCount(date(2026, 11, 7), 1)]
    journal.vault.settings.set("day-start", "00:00")
    assert journal.days(Filter()) == [DayCount(date(2026, 11, 8), 1)]
    assert len(journal.find_days(Filter(), date(2026, 11, 8), date(2026, 11, 8))) == 1
    journal.vault.settings.set("day-start", "02:31")
    assert journal.find(Filter(begin=date(2026, 11, 8)), 5) == []


def test_the_wall_clock_decides_the_day_not_utc(journal: JournalStore) -> None:
    journal.add(Entry(at=Moment.parse("2026-11-08T23:00:00-09:30")))
    journal.add(Entry(at=Moment.parse("2026-11-08T04:00:00+14:00")))
    assert journal.days(Filter()) == [DayCount(date(2026, 11, 8), 2)]


def test_the_ends_of_the_calendar(journal: JournalStore) -> None:
    journal.add(Entry(at=Moment.parse("0001-01-01T00:00:00Z")))
    journal.add(Entry(at=Moment.parse("9999-12-31T23:59:59Z")))
    assert journal.days(Filter()) == [DayCount(date.max, 1), DayCount(date.min, 1)]
    assert len(journal.find(Filter(begin=date.max, end=date.max), 5)) == 1
    assert len(journal.find(Filter(begin=date.min, end=date.min), 5)) == 1


def test_binned_entries_and_other_kinds_are_not_found(journal: JournalStore) -> None:
    library = Library(journal.vault)
    library.keep_trigger("no answer", "silence", "")
    library.keep_person("answer", "friend")
    gone = journal.add(Entry(at=Moment.on(DAYS[0]), note="no answer", mood=2))
    journal.bin([gone.id])
    for wanted in (
        Filter(),
        Filter(query="answer"),
        Filter(mood_low=2, mood_high=2),
        Filter(words=(("name", "answer"),)),
    ):
        assert journal.find(wanted, 5) == []
        assert journal.days(wanted) == []


@pytest.mark.parametrize("query", ["\ud800", "z\ud800", "\0", "x" * 100_000, "猫 " * 5000])
def test_a_strange_query_finds_nothing_and_is_no_error(query: str, journal: JournalStore) -> None:
    journal.add(Entry(at=Moment.on(DAYS[0]), note="no answer"))
    assert journal.find(Filter(query=query), 5) == []
    assert journal.days(Filter(query=query)) == []


def test_a_word_that_is_no_text_is_refused(journal: JournalStore) -> None:
    with pytest.raises(InputRefusedError):
        journal.find(Filter(words=(("tags", "\ud800"),)), 5)


def test_counting_days_never_reads_the_records(journal: JournalStore) -> None:
    # 100,000 records hold 80 MB of texts, their index of figures 2: reading the former takes ten times as long.
    plans: list[str] = []
    for wanted in (Filter(), Filter(mood_low=1, mood_high=2), Filter(begin=DAYS[0], end=DAYS[2], mood_high=4)):
        source, _, conditions, bindings = journal._sql(wanted, None, read=False)
        plan = journal.connection.rows(f"EXPLAIN QUERY PLAN SELECT r.place FROM {source} WHERE {conditions}", bindings)  # noqa: S608 (constants)
        plans += [row[3] for row in plan]
    assert len(plans) == 3
    assert all("record_figures" in plan for plan in plans)


@pytest.mark.slow
def test_a_large_journal_is_counted_and_searched_at_once(journal: JournalStore) -> None:
    with journal.together():
        for number in range(5000):
            moment = Moment.from_datetime(datetime(2016, 1, 1, tzinfo=BERLIN) + timedelta(hours=17 * number))
            journal.add(Entry(at=moment, mood=number % 5 + 1, note=f"word{number} and a long text " * 10))
    begin = stopwatch.perf_counter()
    assert sum(found.count for found in journal.days(Filter(mood_high=2))) == 2000
    assert len(journal.find(Filter(query="word4999 tex"), 50)) == 1
    assert len(journal.find(Filter(query="long"), 50)) == 50
    # Generous, because machines are shared; the benchmarks hold the real limits.
    assert stopwatch.perf_counter() - begin < 1.0
