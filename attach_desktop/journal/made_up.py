"""Fills an empty vault with years of a made-up person's journal, the same for the same seed and end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from attach_desktop.clock import Moment
from attach_desktop.journal.library import Library, Person, Trigger
from attach_desktop.journal.made_up_writer import EntryWriter, Material, material, triggers
from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import PresetTrigger, Vocabulary
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

T = TypeVar("T")
#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
_HOME, _AWAY = "Europe/Berlin", "Europe/Lisbon"
#: The week of the year that is spent away.
_AWAY_WEEK = 30
#: How keen the person is to write, and how much better or worse it goes, Monday to Sunday.
_KEEN = (1.0, 0.9, 1.1, 1.0, 0.7, 0.8, 1.4)
_WEEK = (-0.35, -0.15, 0.0, 0.05, 0.3, 0.4, -0.15)
#: How often an entry is made in each hour, from midnight; those before 3:00 belong to the day before.
_HOURS = (4, 3, 2, 0, 0, 0, 2, 6, 8, 5, 4, 4, 6, 5, 3, 3, 3, 4, 5, 6, 8, 10, 9, 6)
_NIGHT_ENDS = 3
_NIGHT = -0.4
#: How much better it goes at the end of the years than at their beginning.
_GROWTH = 0.5


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Write ``entries`` made-up entries over the ``years`` before ``end`` (aware), and the library they use.

    The vault is expected to be empty. The same arguments give the same records, ids and times included,
    whatever the clock says. Returns how many records of each kind were written: all are there or none.
    """
    found, vocabulary = material(), Vocabulary()
    # Not the end: a demonstration run again tomorrow shows the same person, a day later.
    identity = (str(seed), str(entries), f"{float(years):g}")
    chance = Random("\0".join(identity))
    calendar = _Calendar(chance, years, end)
    writer = EntryWriter(chance, vocabulary, found)
    journal, library = JournalStore(vault), Library(vault)
    with journal.together(), library.triggers.together(), library.people.together():
        counts = _fill_library(library, triggers(vocabulary, found), found, calendar.begin, identity)
        for number, written in enumerate(calendar.written(entries)):
            entry = writer.entry(written.at, written.level)
            _put(journal, (*identity, str(number)), entry, written.created, written.updated)
            if progress is not None and number % 500 == 0:
                progress(number / entries)
    if progress is not None:
        progress(1.0)
    return {**counts, journal.kind.name: entries}


def _fill_library(
    library: Library,
    used: Sequence[PresetTrigger],
    found: Material,
    begin: datetime,
    identity: tuple[str, ...],
) -> dict[str, int]:
    noted = Moment.from_datetime(begin, _HOME)
    for preset in used:
        trigger = Trigger(name=preset.name, noted=noted, sort=preset.sort, pull=preset.pull)
        _put(library.triggers, (*identity, preset.name), trigger, begin, begin)
    for item in found["people"]:
        person = Person(alias=item["alias"], noted=noted, role=item["role"])
        _put(library.people, (*identity, person.alias), person, begin, begin)
    return {library.triggers.kind.name: len(used), library.people.kind.name: len(found["people"])}


def _put(store: RecordStore[T], identity: tuple[str, ...], value: T, created: datetime, updated: datetime) -> None:
    store.put(Stored(derived_id("made up", store.kind.name, *identity), value, created, updated))


@dataclass(frozen=True, slots=True)
class _Written:
    """When an entry happened, how good a time it was, and when it was written and last changed."""

    at: Moment
    level: float
    created: datetime
    updated: datetime


class _Calendar:
    """When the person writes: spells of days with several entries each, gaps of days and weeks between."""

    def __init__(self, chance: Random, years: float, end: datetime) -> None:
        """The ``years`` before ``end``."""
        self._chance = chance
        self._zone = ZoneInfo(_HOME)
        self.end = end.astimezone(self._zone).replace(microsecond=0)
        self.begin = self.end - timedelta(days=years * 365.25)

    def written(self, entries: int) -> Iterator[_Written]:
        """The moments of so many entries, oldest first."""
        keen = self._writing_days()
        days = list(keen)
        drawn = Counter(self._chance.choices(days, list(keen.values()), k=entries))
        span = max(1, (days[-1] - days[0]).days)
        mood = 0.0
        for day in days:
            # Moods last: today begins with most of yesterday's.
            mood = 0.7 * mood + self._chance.gauss(0, 0.42)
            level = mood + _WEEK[day.weekday()] + _GROWTH * ((day - days[0]).days / span - 0.5)
            for moment in sorted(self._moment(day) for _ in range(drawn[day])):
                night = _NIGHT if moment.hour < _NIGHT_ENDS else 0.0
                yield self._write(moment, level + night)

    def _writing_days(self) -> dict[date, float]:
        """The days on which the person writes, in order, each with how keenly."""
        chance, keen = self._chance, dict[date, float]()
        last, day = self.end.date(), self.begin.date() + timedelta(days=1)
        while day < last:
            for _ in range(chance.randint(8, 70)):
                if day < last and chance.random() < 0.88:
                    keen[day] = _KEEN[day.weekday()] * chance.gammavariate(2, 0.5)
                day += timedelta(days=1)
            gap = chance.random()
            day += timedelta(days=chance.randint(2, 6) if gap < 0.7 else chance.randint(7, 40))
        keen[last] = 1.0
        return keen

    def _moment(self, day: date) -> datetime:
        """A moment of the person's day that is not after the end."""
        hour = self._chance.choices(range(24), _HOURS)[0]
        wall = datetime.combine(day, time(hour)) + timedelta(seconds=self._chance.randrange(3600))
        if hour < _NIGHT_ENDS:
            wall += timedelta(days=1)
        zone = ZoneInfo(_AWAY) if day.isocalendar().week == _AWAY_WEEK else self._zone
        # There and back again: a time that a change of the clocks skips becomes the one that clocks showed.
        moment = wall.replace(tzinfo=zone).astimezone(UTC)
        while moment > self.end:
            moment -= timedelta(days=1)
        return moment.astimezone(zone)

    def _write(self, moment: datetime, level: float) -> _Written:
        chance = self._chance
        zone = str(moment.tzinfo)
        form = chance.random()
        at = Moment.from_datetime(moment, zone)
        late = timedelta(seconds=chance.randrange(5, 240))
        if form < 0.015:
            at = Moment.on(moment.date(), zone)
            late = timedelta(hours=chance.randint(12, 60))
        elif form < 0.075:
            late = timedelta(minutes=chance.randint(3 * 60, 9 * 24 * 60))
        created = min(self.end, moment + late).astimezone(UTC)
        updated = created
        if chance.random() < 0.05:
            updated = min(self.end, created + timedelta(minutes=chance.randint(1, 20 * 24 * 60))).astimezone(UTC)
        return _Written(at, level, created, updated)
