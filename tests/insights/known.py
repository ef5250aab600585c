"""Made-up records whose structure is known, so that what is counted from them can be checked."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from attach_desktop.clock import Moment
from attach_desktop.insights.cards.uses import Uses
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import OWN, Period
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.vault.vault import Vault
from tests.support import NOW, ZONE

NOTHING = Vocabulary().nothing_in_particular
#: What is true of ``structured``: the trigger's days are this much lower, the card eases by this much more.
TRIGGER, LOWERS = "Silence", -1.5
HELPFUL, EASES = "A walk", -2.0
#: Neither of these does anything; the second is only ever taken out at a peak.
IDLE, PEAKS = "Rain", "Tea"
TODAY = NOW.date()


def at(day: date, hour: int = 20, minute: int = 0) -> Moment:
    """A moment of a day in the tests' zone."""
    return Moment.from_datetime(datetime.combine(day, time(hour, minute), ZoneInfo(ZONE)), ZONE)


def keep(vault: Vault, entries: Iterable[Entry]) -> None:
    """Write entries in one go."""
    journal = JournalStore(vault)
    with journal.together():
        for entry in entries:
            journal.add(entry)


def moods(vault: Vault, values: Sequence[int | None], first: date = date(2026, 9, 1)) -> Selection:
    """One entry a day with these moods; the selection of those days."""
    keep(vault, (Entry(at=at(first + timedelta(days=number)), mood=mood) for number, mood in enumerate(values)))
    return over(first, first + timedelta(days=max(0, len(values) - 1)))


def over(first: date, last: date, *, person: str = "", tag: str = "", trigger: str = "") -> Selection:
    """The selection of two dates."""
    return Selection(period=Period(OWN, first, last), person=person, tag=tag, trigger=trigger)


def asking(vault: Vault) -> Insights:
    """The questions asked of a vault."""
    return Insights.of(vault)


@dataclass
class Series:
    """A level that lasts: today's is ``rho`` of yesterday's, and chance; mean 0, standard deviation 1."""

    chance: random.Random
    rho: float
    level: float = 0.0

    def next(self) -> float:
        """The next day's."""
        self.level = self.rho * self.level + self.chance.gauss(0, (1 - self.rho**2) ** 0.5)
        return self.level


def structured(seed: int, days: int = 240, *, lowers: float = LOWERS, eases: float = EASES) -> list[Entry]:
    """A person's entries up to TODAY: a trigger lowers mood, one card eases, a third only seems to, at peaks."""
    chance = random.Random(seed)
    mood, distress = Series(chance, 0.4), Series(chance, 0.5)
    found = []
    for back in range(days - 1, -1, -1):
        day = TODAY - timedelta(days=back)
        level = 3.4 + 0.7 * mood.next()
        if chance.random() < 0.12:
            continue
        named = [name for name in (TRIGGER, IDLE) if chance.random() < 0.25]
        by = lowers if TRIGGER in named else 0.0
        found.append(Entry(at=at(day, 13), mood=step(level + by + chance.gauss(0, 0.4), 1, 5), triggers=tuple(named)))
        found += _coping(chance, day, distress, eases)
    return found


def _coping(chance: random.Random, day: date, distress: Series, eases: float) -> list[Entry]:
    """Distress of mean 5 and standard deviation 2.2, before and after; half of a peak is gone by then anyway."""
    level = distress.next()
    before = step(5 + 2.2 * level, 0, 10)
    names = [NOTHING, HELPFUL, PEAKS] if before >= 7 else [NOTHING, HELPFUL]
    name = chance.choice(names)
    by = eases if name == HELPFUL else 0.0
    after = step(5 + 2.2 * (0.5 * level + chance.gauss(0, 0.75**0.5)) + by, 0, 10)
    return [Entry(at=at(day, 19), intensity_before=before, coping=(Coping(name),), intensity_after=after)]


def uses_of(label: str, uses: Sequence[tuple[int, int, int]]) -> Uses:
    """The uses of a card from (day, intensity before, change), in order of time."""
    firsts = {use[0]: use for use in reversed(uses)}
    by_start: dict[int, Counter[float]] = defaultdict(Counter)
    for _, before, change in firsts.values():
        by_start[before][change] += 1
    return Uses(label, Counter(change for _, _, change in uses), by_start)


def step(value: float, low: int, high: int) -> int:
    """The nearest whole step inside the range."""
    return min(high, max(low, round(value)))
