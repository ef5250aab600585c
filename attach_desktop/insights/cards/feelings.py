"""Feelings: which words, which together, how many different ones, and how that went month by month."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from attach_desktop.insights.cards.triggers import marks
from attach_desktop.insights.facts import Basis, Feelings, Selection, Word, WordMonth, WordOverTime, WordPair
from attach_desktop.insights.records import NAMED, Records

#: So many words, pairs, and words by month are shown.
SHOWN, PAIRS_SHOWN, OVER_TIME = 12, 8, 6


def feelings(records: Records, selection: Selection, today: date) -> Feelings:
    """Card "feelings"."""
    months, by_month, entries = _by_month(records, selection)
    totals: Counter[str] = Counter()
    for counts in by_month:
        totals.update(counts)
    top = [key for key, _ in totals.most_common(SHOWN)]
    labels = records.labels("feelings", top)
    days = _days_of(records, selection, top)
    [(every,)] = records.rows("count(*)", "record r INDEXED BY record_figures", selection)
    [(spoken,)] = records.word_rows(f"count(DISTINCT {records.day('w.place')})", "feelings", selection)
    return Feelings(
        basis=Basis(
            selection=selection,
            entries=entries,
            days=spoken,
            left_out=every - entries,
            ahead=selection.period.ahead(today),
        ),
        words=tuple(Word(labels[key], totals[key], days.get(key, 0)) for key in top),
        pairs=_pairs(records, selection),
        distinct=len(totals),
        months=months,
        over_time=tuple(
            WordOverTime(labels[key], tuple(counts[key] for counts in by_month)) for key in top[:OVER_TIME]
        ),
    )


def _by_month(records: Records, selection: Selection) -> tuple[tuple[WordMonth, ...], list[Counter[str]], int]:
    """Month by month how often each word stands; a stretch of time is one range of the index."""
    months, by_month, entries = [], [], 0
    for month in records.months(selection.period):
        narrowed = replace(selection, period=month)
        counts: Counter[str] = Counter(
            dict(records.word_rows("w.key, count(*)", "feelings", narrowed, more="GROUP BY w.key"))
        )
        [(count,)] = records.word_rows("count(DISTINCT w.place)", "feelings", narrowed)
        by_month.append(counts)
        months.append(WordMonth(month.begin.replace(day=1), count, len(counts)))
        entries += count
    return tuple(months), by_month, entries


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


def _pairs(records: Records, selection: Selection) -> tuple[WordPair, ...]:
    rows = records.word_rows(
        "w.key, f.key, count(*), max(f.place)",
        "feelings",
        selection,
        join="CROSS JOIN word f INDEXED BY word_place"
        " ON f.place = w.place AND f.field = 'journal.feelings' AND f.key > w.key",
        more=f"GROUP BY w.key, f.key HAVING count(*) > 1 ORDER BY 3 DESC, 4 DESC LIMIT {PAIRS_SHOWN}",
    )
    labels = records.labels("feelings", {key for row in rows for key in row[:2]})
    return tuple(WordPair(labels[one], labels[two], count) for one, two, count, _ in rows)
