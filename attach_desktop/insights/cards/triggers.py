"""Triggers: how often, what goes with each, and whether its days differ from the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

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

#: So many triggers are shown, and so many words with each.
SHOWN, WORDS_SHOWN = 8, 5
#: The largest q that is still worth noticing.
Q = 0.05
_JOIN = "CROSS JOIN record r ON r.place = w.place"


@dataclass(slots=True)
class _Seen:
    """What was seen with one trigger."""

    label: str
    entries: int
    moods: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    intensities: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    days: set[int] = field(default_factory=set)
    urges: Counter[str] = field(default_factory=Counter)
    spelled: dict[str, str] = field(default_factory=dict)
    thoughts: int = 0


def triggers(records: Records, selection: Selection, today: date) -> Triggers:
    """Card "triggers"."""
    # The label of the bare column is that of the newest place: as the word was last written.
    counts = records.word_rows(
        "w.key, w.label, count(*), max(w.place)", "triggers", selection, more="GROUP BY w.key ORDER BY 3 DESC, 4 DESC"
    )
    shown = {key: _Seen(label, count) for key, label, count, _ in counts[:SHOWN]}
    _look(records, selection, shown)
    feelings = _feelings(records, selection, list(shown))
    pulls = pulls_of(records)
    # What a trigger's days are compared with: the other days, also where only its entries are looked at.
    others = [(day, moods) for day, moods, _ in records.moods_by_day(replace(selection, trigger="")) if moods]
    every = {day: middle_of(sorted(moods)) for day, moods in others}
    rho = lag_one(every)
    found = tuple(
        _fact(selection, seen, pulls.get(key, ""), feelings.get(key, ()), every, rho) for key, seen in shown.items()
    )
    [(entries, days)] = records.word_rows(
        f"count(DISTINCT w.place), count(DISTINCT {records.day('w.place')})", "triggers", selection
    )
    return Triggers(
        basis=Basis(selection=selection, entries=entries, days=days, ahead=selection.period.ahead(today)),
        triggers=found,
        clear=clear_of({fact.label: fact.shift for fact in found}),
        more=max(0, len(counts) - SHOWN),
        toward=sum(count for key, _, count, _ in counts if pulls.get(key) == "toward"),
        away=sum(count for key, _, count, _ in counts if pulls.get(key) == "away"),
    )


def clear_of(shifts: Mapping[str, Shift | None]) -> tuple[str, ...]:
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
    """Read the entries of the triggers that are shown."""
    if not shown:
        return
    rows = records.word_rows(
        f"w.key, {records.day('w.place')}, r.mood, r.data ->> '$.intensity_before', r.data ->> '$.urge',"
        " r.data ->> '$.thought' <> ''",
        "triggers",
        selection,
        source=NAMED,
        join=_JOIN,
        more=f"AND w.key IN ({marks(shown)})",
        bindings=list(shown),
    )
    for key, day, mood, intensity, urge, thought in rows:
        seen = shown[key]
        seen.days.add(day)
        if mood is not None:
            seen.moods[day].append(str(mood))
        if intensity is not None:
            seen.intensities[day].append(intensity)
        for said in pieces(urge):
            seen.urges[word_key(said)] += 1
            seen.spelled[word_key(said)] = said
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
        "w.key, f.key, f.label, count(*), max(f.place)",
        "triggers",
        selection,
        source=NAMED,
        join="CROSS JOIN word f INDEXED BY word_place ON f.place = w.place AND f.field = 'journal.feelings'",
        more=f"AND w.key IN ({marks(keys)}) GROUP BY 1, 2 ORDER BY 4 DESC, 5 DESC",
        bindings=keys,
    )
    found: dict[str, list[Word]] = defaultdict(list)
    for key, _, label, count, _ in rows:
        if len(found[key]) < WORDS_SHOWN:
            found[key].append(Word(label, count))
    return {key: tuple(words) for key, words in found.items()}


def _fact(
    selection: Selection, seen: _Seen, pull: str, feelings: tuple[Word, ...], every: Mapping[int, float], rho: float
) -> TriggerFact:
    moods = {day: middle_of(sorted(found)) for day, found in sorted(seen.moods.items())}
    intensities = {day: median(found) for day, found in sorted(seen.intensities.items())}
    others = [mood for day, mood in every.items() if day not in seen.days]
    difference = None
    if min(len(moods), len(others)) >= LEAST_FOR_COMPARISON:
        clustered = lag_one({day: float(day in seen.days) for day in every})
        difference = shift(list(moods.values()), others, inflation(rho, clustered))
    return TriggerFact(
        label=seen.label,
        pull=pull,
        entries=seen.entries,
        days=len(seen.days),
        moods=tuple(moods.values()),
        mood=median_estimate(list(moods.values()), inflation(lag_one(moods))),
        intensity=median_estimate(list(intensities.values()), inflation(lag_one(intensities))),
        other_days=len(others),
        shift=difference,
        feelings=feelings,
        urges=tuple(Word(seen.spelled[key], count) for key, count in seen.urges.most_common(WORDS_SHOWN)),
        thoughts=seen.thoughts,
        filter=replace(selection, trigger="").filter(("triggers", seen.label)),
    )
