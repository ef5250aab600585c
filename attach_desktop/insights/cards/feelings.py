"""Feelings: which words, which together, how many different ones, and how that went month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from attach_desktop.insights.cards.triggers import marks
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.feelings import Feelings, Word, WordMonth, WordOverTime, WordPair
from attach_desktop.insights.records import BETWEEN, FIGURES, NAMED, Records

#: So many words, pairs, and words by month are shown.
SHOWN, PAIRS_SHOWN, OVER_TIME = 12, 8, 6


@dataclass(frozen=True, slots=True)
class _Month:
    """The feelings of one month: those of each entry (see ``Records.words_of_entries``), and how often each word."""

    begin: date
    entries: list[str]
    days: int
    counts: Counter[str]


def feelings(records: Records, selection: Selection, today: date) -> Feelings:
    """Card "feelings"."""
    months = [_read(records, replace(selection, period=month)) for month in records.months(selection.period)]
    totals: Counter[str] = Counter()
    for month in months:
        totals.update(month.counts)
    top = [key for key, _ in totals.most_common(SHOWN)]
    entries = [keys for month in months for keys in month.entries]
    pairs = _pairs(entries)
    labels = records.labels("feelings", dict.fromkeys([*top, *(key for pair in pairs for key in pair[:2])]))
    days = _days_of(records, selection, top)
    [(every,)] = records.rows("count(*)", FIGURES, selection)
    return Feelings(
        basis=Basis(
            selection=selection,
            entries=len(entries),
            days=sum(month.days for month in months),
            left_out=every - len(entries),
            ahead=selection.period.ahead(today),
        ),
        words=tuple(Word(labels[key], totals[key], days.get(key, 0)) for key in top),
        pairs=tuple(WordPair(labels[one], labels[two], count) for one, two, count in pairs),
        distinct=len(totals),
        months=tuple(WordMonth(month.begin, len(month.entries), len(month.counts)) for month in months),
        over_time=tuple(
            WordOverTime(labels[key], tuple(month.counts[key] for month in months)) for key in top[:OVER_TIME]
        ),
    )


def _read(records: Records, selection: Selection) -> _Month:
    """One month; a stretch of time is one range of the index."""
    entries, days = records.words_of_entries("feelings", selection)
    counts = Counter({key: count for key, count, _ in records.counts("feelings", selection)})
    return _Month(selection.period.begin.replace(day=1), entries, days, counts)


def _days_of(records: Records, selection: Selection, keys: list[str]) -> dict[str, int]:
    if not keys:
        return {}
    rows = records.word_rows(
        f"w.key, count(DISTINCT {records.day('w.place')})",
        "feelings",
        selection,
        source=NAMED,
        more=f"AND w.key IN ({marks(keys)}) GROUP BY w.key",
        bindings=keys,
    )
    return dict(rows)


def _pairs(entries: Sequence[str]) -> list[tuple[str, str, int]]:
    """Two words and in how many entries they stand together, from two on; the most frequent, then the last ones."""
    counts: Counter[tuple[str, str]] = Counter()
    # Many entries say the same words: those are taken apart once. The last ones come first, and stay so among equals.
    for keys, count in Counter(reversed(entries)).items():
        for pair in combinations(keys.split(BETWEEN), 2):
            counts[pair] += count
    return [(one, two, count) for (one, two), count in counts.most_common(PAIRS_SHOWN) if count > 1]
