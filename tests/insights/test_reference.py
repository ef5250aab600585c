"""What the cards read by SQL is what one would count by hand, entry by entry."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest

from attach_desktop.clock import day_of
from attach_desktop.demo import fill
from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.feelings import feelings
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.mood import mood_map, mood_over_time, time_of_day
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import OWN, Period
from attach_desktop.insights.statistics.before_after import change_estimate
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key
from tests.insights.known import TODAY, asking
from tests.support import NOW, Vaults

DAYS = Period(OWN, TODAY - timedelta(days=400), TODAY - timedelta(days=30))
SELECTIONS = [
    Selection(period=DAYS),
    Selection(period=DAYS, person="Noa"),
    Selection(period=DAYS, tag="work"),
    Selection(period=DAYS, trigger="No reply for hours"),
]


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    from tests.support import FixedClock

    vaults = Vaults(tmp_path_factory.mktemp("made up"), FixedClock())
    vault = vaults()
    fill(vault, 1200, 2, seed=5, end=NOW)
    yield vault
    vaults.close()


@pytest.fixture(params=SELECTIONS, ids=lambda selection: str(selection.words))
def selection(request: pytest.FixtureRequest) -> Selection:
    found: Selection = request.param
    return found


@pytest.fixture
def asks(made_up: Vault) -> Insights:
    return asking(made_up)


def _day(entry: Entry) -> date:
    return day_of(entry.at.wall)


def _words(entry: Entry, field: str) -> set[str]:
    return {word_key(word) for word in getattr(entry, field)}


@pytest.fixture
def entries(made_up: Vault, selection: Selection) -> list[Entry]:
    """The entries of the selection, oldest first."""
    found = (stored.value for stored in JournalStore(made_up).each())
    return [
        entry
        for entry in found
        if selection.period.begin <= _day(entry) <= selection.period.end
        and all(word_key(word) in _words(entry, field) for field, word in selection.words)
    ]


def _by_day(entries: list[Entry]) -> dict[date, list[int]]:
    days = defaultdict(list)
    for entry in entries:
        if entry.mood is not None:
            days[_day(entry)].append(entry.mood)
    return dict(sorted(days.items()))


def test_days(asks: Insights, selection: Selection, entries: list[Entry]) -> None:
    found = asks.ask(mood_over_time, selection)
    expected = [(day, statistics.median(moods), min(moods), max(moods)) for day, moods in _by_day(entries).items()]
    assert [(day.day, day.median, day.low, day.high) for day in found.days] == expected
    assert found.basis.entries + found.basis.left_out == len(entries) > 5


def test_the_map_and_the_hours(asks: Insights, selection: Selection, entries: list[Entry]) -> None:
    cells = Counter((entry.mood, entry.energy) for entry in entries)
    assert all(cell.count == cells[cell.mood, cell.energy] for cell in asks.ask(mood_map, selection).cells)
    hours = Counter((entry.at.at.hour, entry.mood) for entry in entries if entry.at.at is not None)
    found = asks.ask(time_of_day, selection).hours
    assert {(hour, mood): found[hour][mood - 1] for hour in range(24) for mood in range(1, 6)} == {
        (hour, mood): hours[hour, mood] for hour in range(24) for mood in range(1, 6)
    }


def test_triggers(asks: Insights, selection: Selection, entries: list[Entry]) -> None:
    counts = Counter(key for entry in entries for key in _words(entry, "triggers"))
    found = asks.ask(triggers, selection)
    assert [fact.entries for fact in found.triggers] == sorted(counts.values(), reverse=True)[: len(found.triggers)]
    for fact in found.triggers:
        with_it = [entry for entry in entries if word_key(fact.label) in _words(entry, "triggers")]
        assert (fact.entries, fact.days) == (len(with_it), len({_day(entry) for entry in with_it}))
        assert list(fact.moods) == [statistics.median(moods) for moods in _by_day(with_it).values()]
        feelings = Counter(word for entry in with_it for word in _words(entry, "feelings"))
        assert [word.entries for word in fact.feelings] == [count for _, count in feelings.most_common(5)]
        assert fact.thoughts == sum(bool(entry.thought) for entry in with_it)


def test_feelings(asks: Insights, selection: Selection, entries: list[Entry]) -> None:
    counts = Counter(word for entry in entries for word in _words(entry, "feelings"))
    pairs = Counter(pair for entry in entries for pair in combinations(sorted(_words(entry, "feelings")), 2))
    found = asks.ask(feelings, selection)
    assert found.distinct == len(counts)
    assert all(word.entries == counts[word_key(word.label)] for word in found.words)
    assert [word.entries for word in found.words] == [count for _, count in counts.most_common(len(found.words))]
    assert [pair.entries for pair in found.pairs] == [
        count for _, count in pairs.most_common(len(found.pairs)) if count > 1
    ]
    assert sum(month.entries for month in found.months) == sum(bool(entry.feelings) for entry in entries)


def test_what_helps(asks: Insights, selection: Selection, entries: list[Entry]) -> None:
    alone: dict[str, list[int]] = defaultdict(list)
    for entry in entries:
        if len(entry.coping) == 1 and entry.intensity_before is not None and entry.intensity_after is not None:
            alone[word_key(entry.coping[0].name)].append(entry.intensity_after - entry.intensity_before)
    found = asks.ask(what_helps, selection)
    cards = [*found.cards, *([found.nothing] if found.nothing else [])]
    assert {word_key(card.label): (card.uses, card.lower, card.change) for card in cards if card.uses} == {
        key: (len(changes), sum(change < 0 for change in changes), change_estimate(changes))
        for key, changes in alone.items()
        if key in {word_key(card.label) for card in cards}
    }


def test_the_chain(asks: Insights, selection: Selection, entries: list[Entry]) -> None:
    found = asks.ask(chain, selection)
    with_it = [entry for entry in entries if word_key(found.trigger) in _words(entry, "triggers")]
    assert found.basis.entries == len(with_it)
    did = Counter(entry.did for entry in with_it if entry.did)
    columns = {column.key: column for column in found.columns}
    assert [word.entries for word in columns["did"].items] == [count for _, count in did.most_common(4)]
    assert columns["did"].rest == did.total() - sum(word.entries for word in columns["did"].items)
    both = [entry for entry in with_it if entry.intensity_before is not None and entry.intensity_after is not None]
    assert columns["after"].said == len(both)
