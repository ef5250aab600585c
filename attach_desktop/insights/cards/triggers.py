"""Triggers: how often, what goes with each, and whether its days differ from the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from attach_desktop.insights.cards.mood import middle_of
from attach_desktop.insights.facts import Basis, Selection, TriggerFact, Triggers, Word
from attach_desktop.insights.records import NAMED, Records
from attach_desktop.insights.statistics.estimate import LEAST_FOR_COMPARISON, Shift
from attach_desktop.insights.statistics.location import median, median_estimate
from attach_desktop.insights.statistics.many import false_discovery
from attach_desktop.insights.statistics.time_series import inflation, lag_one
from attach_desktop.insights.statistics.two_groups import shift
from attach_desktop.journal.library import TRIGGERS
from attach_desktop.vault import place
from attach_desktop.vault.words import word_key

N = TypeVar("N")
#: So many triggers are shown, and so many words with each.
SHOWN, WORDS_SHOWN = 8, 5
#: The largest q that is still worth noticing.
Q = 0.05


@dataclass(slots=True)
class _Seen:
    """What was seen with one trigger."""

    entries: int
    days: set[int] = field(default_factory=set)
    intensities: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    #: Every text of the field "urge" with how often it stands there, in order of time.
    urges: Counter[str] = field(default_factory=Counter)
    thoughts: int = 0

    def urge_words(self) -> tuple[Word, ...]:
        """The most frequent urges; the texts are few, and each is taken apart once."""
        counts: Counter[str] = Counter()
        spelled: dict[str, str] = {}
        for text, count in self.urges.items():
            for said in pieces(text):
                folded = word_key(said)
                counts[folded] += count
                spelled[folded] = said
        return tuple(Word(spelled[key], count) for key, count in counts.most_common(WORDS_SHOWN))


@dataclass(frozen=True, slots=True)
class DaysWith:
    """The days of one trigger: their moods by day number, those of the other days, and those of all days.

    ``rho`` is how far all days resemble each other.
    """

    days: Mapping[int, float]
    others: Mapping[int, float]
    every: Mapping[int, float]
    rho: float

    def shift(self) -> Shift | None:
        """How the days with it lie to the others; None unless there are 15 and more of each."""
        if min(len(self.days), len(self.others)) < LEAST_FOR_COMPARISON:
            return None
        clustered = lag_one({day: float(day not in self.others) for day in self.every})
        widened = inflation(self.rho, clustered)
        return shift(list(self.days.values()), list(self.others.values()), widened, step=1)


def triggers(records: Records, selection: Selection, today: date) -> Triggers:
    """Card "triggers"."""
    counts = records.most_frequent("triggers", selection)
    shown = {key: _Seen(count) for key, count in counts[:SHOWN]}
    labels = records.labels("triggers", shown)
    moods = days_with(records, selection, list(shown))
    _look(records, selection, shown)
    feelings = _feelings(records, selection, list(shown))
    pulls = pulls_of(records)
    found = tuple(
        _fact(selection, labels[key], seen, pulls.get(key, ""), feelings.get(key, ()), moods[key])
        for key, seen in shown.items()
    )
    [(entries, days)] = records.word_rows(
        f"count(DISTINCT w.place), count(DISTINCT {records.day('w.place')})", "triggers", selection
    )
    return Triggers(
        basis=Basis(selection=selection, entries=entries, days=days, ahead=selection.period.ahead(today)),
        triggers=found,
        clear=clear_of({fact.label: fact.shift for fact in found}),
        more=max(0, len(counts) - SHOWN),
        toward=sum(count for key, count in counts if pulls.get(key) == "toward"),
        away=sum(count for key, count in counts if pulls.get(key) == "away"),
    )


def days_with(records: Records, selection: Selection, keys: Sequence[str]) -> dict[str, DaysWith]:
    """The days of each of these triggers, and the others.

    The others are looked for among all entries of the selection, also where only those with one trigger are looked at.
    A day with the trigger has the median of the entries that name it.
    """
    if not keys:
        return {}
    rows = records.word_rows(
        f"w.key, {records.day('w.place')} AS day, group_concat(r.mood, '')",
        "triggers",
        selection,
        source=NAMED,
        join="CROSS JOIN record r INDEXED BY record_figures ON r.place = w.place",
        more=f"AND w.key IN ({marks(keys)}) GROUP BY w.key, day",
        bindings=keys,
    )
    named: dict[str, dict[int, str]] = defaultdict(dict)
    for key, day, moods in rows:
        named[key][day] = moods or ""
    every = {day: middle_of(moods) for day, moods, _ in records.moods_by_day(replace(selection, trigger="")) if moods}
    rho = lag_one(every)
    return {
        key: DaysWith(
            days={day: middle_of(moods) for day, moods in named[key].items() if moods},
            others={day: mood for day, mood in every.items() if day not in named[key]},
            every=every,
            rho=rho,
        )
        for key in keys
    }


def clear_of(shifts: Mapping[N, Shift | None]) -> tuple[N, ...]:
    """Those whose difference holds among all that were compared, by Benjamini and Hochberg."""
    compared = {name: found for name, found in shifts.items() if found is not None}
    q = false_discovery([found.p for found in compared.values()])
    return tuple(name for (name, found), least in zip(compared.items(), q, strict=True) if least <= Q and found.clear)


def pulls_of(records: Records) -> dict[str, str]:
    """Which way each trigger of the person's library pulls, by its key; the newest wins."""
    low, high = place.of_kind(TRIGGERS.number)
    rows = records.connection.rows(
        "SELECT data ->> '$.name', data ->> '$.pull' FROM record WHERE place >= ? AND place < ? ORDER BY place",
        (low, high),
    )
    return {word_key(str(name)): str(pull or "") for name, pull in rows}


def _look(records: Records, selection: Selection, shown: Mapping[str, _Seen]) -> None:
    """Read into the entries of the triggers that are shown."""
    if not shown:
        return
    rows = records.word_rows(
        f"w.key, {records.day('w.place')}, r.data ->> '$.intensity_before', r.data ->> '$.urge',"
        " r.data ->> '$.thought' <> ''",
        "triggers",
        selection,
        source=NAMED,
        join="CROSS JOIN record r ON r.place = w.place",
        more=f"AND w.key IN ({marks(shown)})",
        bindings=list(shown),
    )
    for key, day, intensity, urge, thought in rows:
        seen = shown[key]
        seen.days.add(day)
        if intensity is not None:
            seen.intensities[day].append(intensity)
        if urge:
            seen.urges[urge] += 1
        seen.thoughts += bool(thought)


def marks(values: Iterable[object]) -> str:
    """So many question marks for an SQL list."""
    return ", ".join("?" for _ in values)


def pieces(text: str | None) -> list[str]:
    """What the journal writes as one text with commas between; each once. A sentence stays whole."""
    if not text or not text.strip():
        return []
    parts = [part.strip(" .") for part in text.split(",")]
    short = all(len(part) <= 40 for part in parts)
    return list(dict.fromkeys(part for part in parts if part)) if short else [text.strip()]


def _feelings(records: Records, selection: Selection, keys: Sequence[str]) -> dict[str, tuple[Word, ...]]:
    """The feelings that most often stand with each of the triggers."""
    if not keys:
        return {}
    rows = records.word_rows(
        "w.key, f.key, count(*), max(f.place)",
        "triggers",
        selection,
        source=NAMED,
        join="CROSS JOIN word f INDEXED BY word_place ON f.place = w.place AND f.field = 'journal.feelings'",
        more=f"AND w.key IN ({marks(keys)}) GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC",
        bindings=keys,
    )
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, feeling, count, _ in rows:
        if len(found[key]) < WORDS_SHOWN:
            found[key].append((feeling, count))
    labels = records.labels("feelings", {feeling for words in found.values() for feeling, _ in words})
    return {key: tuple(Word(labels[feeling], count) for feeling, count in words) for key, words in found.items()}


def _fact(
    selection: Selection, label: str, seen: _Seen, pull: str, feelings: tuple[Word, ...], with_it: DaysWith
) -> TriggerFact:
    intensities = {day: median(found) for day, found in sorted(seen.intensities.items())}
    moods = tuple(with_it.days.values())
    return TriggerFact(
        label=label,
        pull=pull,
        entries=seen.entries,
        days=len(seen.days),
        moods=moods,
        mood=median_estimate(moods, inflation(lag_one(with_it.days))),
        intensity=median_estimate(list(intensities.values()), inflation(lag_one(intensities))),
        other_days=len(with_it.others),
        shift=with_it.shift(),
        feelings=feelings,
        urges=seen.urge_words(),
        thoughts=seen.thoughts,
        filter=replace(selection, trigger="").filter(("triggers", label)),
    )
