"""Triggers: how often, what goes with each, and whether its days differ from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from attach_desktop.insights.cards.days_with import DaysWith, days_with, medians_of_all, moods_by_day
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.feelings import Word
from attach_desktop.insights.facts.triggers import TriggerFact, Triggers
from attach_desktop.insights.records import Records
from attach_desktop.insights.statistics.estimate import Shift
from attach_desktop.insights.statistics.location import median, median_estimate
from attach_desktop.insights.statistics.many import false_discovery
from attach_desktop.insights.statistics.time_series import inflation, lag_one
from attach_desktop.journal.library import TRIGGERS
from attach_desktop.vault import place
from attach_desktop.vault.words import word_key

N = TypeVar("N")
#: So many triggers are shown, and so many words with each.
SHOWN, WORDS_SHOWN = 8, 5
#: The largest q that is still worth noticing.
Q = 0.05


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was seen with one trigger.

    ``entries`` is how many name it; ``moods`` are digits by day, "" for a day without any; ``intensities`` are the
    medians by day. ``urges`` are the texts of that field with how often each stands there, in order of time.
    ``feelings`` are the most frequent ones by their keys.
    """

    entries: int
    moods: Mapping[int, str]
    intensities: Mapping[int, float]
    urges: Counter[str]
    thoughts: int
    feelings: Sequence[tuple[str, int]]

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


def triggers(records: Records, selection: Selection, today: date) -> Triggers:
    """Card "triggers"."""
    counts = records.most_frequent("triggers", selection)
    seen = _look(records, selection, [key for key, _ in counts[:SHOWN]])
    labels = records.labels("triggers", seen)
    spelled = records.labels("feelings", {word for one in seen.values() for word, _ in one.feelings})
    days = days_with({key: one.moods for key, one in seen.items()}, medians_of_all(records, selection) if seen else {})
    pulls = pulls_of(records)
    found = tuple(
        _fact(
            selection,
            labels[key],
            pulls.get(key, ""),
            seen[key],
            days[key],
            tuple(Word(spelled[word], times) for word, times in seen[key].feelings),
        )
        for key in seen
    )
    entries, on_days = records.entries_with("triggers", selection)
    return Triggers(
        basis=Basis(selection=selection, entries=entries, days=on_days, ahead=selection.period.ahead(today)),
        triggers=found,
        clear=clear_of({fact.label: fact.shift for fact in found}),
        more=max(0, len(counts) - SHOWN),
        toward=sum(count for key, count in counts if pulls.get(key) == "toward"),
        away=sum(count for key, count in counts if pulls.get(key) == "away"),
    )


def clear_of(shifts: Mapping[N, Shift | None], *, related: bool = False) -> tuple[N, ...]:
    """Those whose difference holds among all that were compared; ``related`` as in ``false_discovery``."""
    compared = {name: found for name, found in shifts.items() if found is not None}
    q = false_discovery([found.p for found in compared.values()], related=related)
    return tuple(name for (name, found), least in zip(compared.items(), q, strict=True) if least <= Q and found.clear)


def pulls_of(records: Records) -> dict[str, str]:
    """Which way each trigger of the person's library pulls, by its key; the newest wins."""
    low, high = place.of_kind(TRIGGERS.number)
    rows = records.connection.rows(
        "SELECT data ->> '$.name', data ->> '$.pull' FROM record WHERE place >= ? AND place < ? ORDER BY place",
        (low, high),
    )
    return {word_key(str(name)): str(pull or "") for name, pull in rows}


def _look(records: Records, selection: Selection, keys: Sequence[str]) -> dict[str, _Seen]:
    """Read into the entries of some triggers."""
    entries = records.entries_of(
        # Only entries that say an urge are touched for it.
        f"{records.day('w.place')}, coalesce(r.mood, '') || '', r.intensity_before,"
        " CASE WHEN r.has_urge THEN r.data ->> '$.urge' END, r.has_thought",
        "triggers",
        keys,
        selection,
        figures=True,
    )
    feelings = records.words_beside("triggers", keys, "feelings", selection)
    return {key: _seen(rows, feelings[key]) for key, rows in entries.items()}


def _seen(rows: Sequence[Sequence[Any]], feelings: Sequence[str]) -> _Seen:
    """The entries of one trigger, and their feelings from the last entry on."""
    # Column by column: nothing is done for each entry that can be done for all at once.
    days, moods, strengths, urges, thoughts, _ = zip(*rows, strict=True)
    intensities: dict[int, list[int]] = {}
    for day, strength in zip(days, strengths, strict=True):
        if strength is not None:
            intensities.setdefault(day, []).append(strength)
    return _Seen(
        entries=len(rows),
        moods=moods_by_day(zip(days, moods, strict=True)),
        intensities={day: float(found[0]) if len(found) == 1 else median(found) for day, found in intensities.items()},
        urges=Counter([urge for urge in urges if urge]),
        thoughts=sum(thoughts),
        # Of equally frequent feelings, the one that was felt last stands first.
        feelings=Counter(feelings).most_common(WORDS_SHOWN),
    )


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


def _fact(
    selection: Selection, label: str, pull: str, seen: _Seen, days: DaysWith, feelings: tuple[Word, ...]
) -> TriggerFact:
    moods = tuple(days.days.values())
    return TriggerFact(
        label=label,
        pull=pull,
        entries=seen.entries,
        days=len(seen.moods),
        moods=moods,
        mood=median_estimate(moods, inflation(lag_one(days.days))),
        intensity=median_estimate(list(seen.intensities.values()), inflation(lag_one(seen.intensities))),
        other_days=len(days.others),
        shift=days.shift(),
        feelings=feelings,
        urges=seen.urge_words(),
        thoughts=seen.thoughts,
        filter=replace(selection, trigger="").filter(("triggers", label)),
    )
