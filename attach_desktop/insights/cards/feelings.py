"""Feelings: which words, which together, how many different ones, and how that went month by month."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

from attach_desktop.insights.cards.triggers import marks
from attach_desktop.insights.facts import Basis, Feelings, Selection, Word, WordMonth, WordOverTime, WordPair
from attach_desktop.insights.records import BETWEEN, FIGURES, NAMED, Records
from attach_desktop.vault import place

#: So many words, pairs, and words by month are shown.
SHOWN, PAIRS_SHOWN, OVER_TIME = 12, 8, 6

#: The place of an entry, and the keys of its feelings in order with BETWEEN between.
_Said = tuple[int, str]


def feelings(records: Records, selection: Selection, today: date) -> Feelings:
    """Card "feelings"."""
    said = _read(records, selection)
    months, by_month = _by_month(records, selection, said)
    totals: Counter[str] = Counter()
    for counts in by_month:
        totals.update(counts)
    top = [key for key, _ in totals.most_common(SHOWN)]
    pairs = _pairs(said)
    labels = records.labels("feelings", dict.fromkeys([*top, *(key for pair in pairs for key in pair[:2])]))
    days = _days_of(records, selection, top)
    [(every,)] = records.rows("count(*)", FIGURES, selection)
    return Feelings(
        basis=Basis(
            selection=selection,
            entries=len(said),
            days=len(place.day_numbers((at for at, _ in said), records.day_start)),
            left_out=every - len(said),
            ahead=selection.period.ahead(today),
        ),
        words=tuple(Word(labels[key], totals[key], days.get(key, 0)) for key in top),
        pairs=tuple(WordPair(labels[one], labels[two], count) for one, two, count in pairs),
        distinct=len(totals),
        months=months,
        over_time=tuple(
            WordOverTime(labels[key], tuple(counts[key] for counts in by_month)) for key in top[:OVER_TIME]
        ),
    )


def _read(records: Records, selection: Selection) -> list[_Said]:
    """What every entry says that has a feeling, in order of time."""
    rows: list[Any] = records.word_rows(
        f"w.place, group_concat(w.key, '{BETWEEN}')", "feelings", selection, more="GROUP BY w.place ORDER BY w.place"
    )
    return rows


def _by_month(
    records: Records, selection: Selection, said: Sequence[_Said]
) -> tuple[tuple[WordMonth, ...], list[Counter[str]]]:
    """Month by month how often each word stands."""
    months, by_month = [], []
    places, texts = [at for at, _ in said], [keys for _, keys in said]
    for month in records.months(selection.period):
        low, high = (bisect_left(places, end) for end in records.span(month))
        counts = Counter(BETWEEN.join(texts[low:high]).split(BETWEEN) if low < high else ())
        by_month.append(Counter(dict(sorted(counts.items()))))
        months.append(WordMonth(month.begin.replace(day=1), high - low, len(counts)))
    return tuple(months), by_month


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


def _pairs(said: Sequence[_Said]) -> list[tuple[str, str, int]]:
    """Two words and in how many entries they stand together, from two on; the most frequent, then the last ones."""
    counts: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], int] = {}
    newest = {keys: at for at, keys in said}
    for keys, count in Counter([keys for _, keys in said]).items():
        at = newest[keys]
        for pair in combinations(keys.split(BETWEEN), 2):
            counts[pair] += count
            last[pair] = max(at, last.get(pair, at))
    often = sorted((-count, -last[pair], *pair) for pair, count in counts.items() if count > 1)
    return [(one, two, -count) for count, _, one, two in often[:PAIRS_SHOWN]]
