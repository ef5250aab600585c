"""Reads what the cards count: a short query a question, over the indexes, and no whole record more than needed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.period import OWN, Period
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.vault import place
from attach_desktop.vault.connection import Connection, Row
from attach_desktop.vault.words import word_key

#: The figures of an entry without touching the entry. It must be named: see ``vault/finding.py``.
FIGURES = "record r INDEXED BY record_figures"
#: The words of a stretch of time, in order of time; and those of one field by word, for a few words known by name.
WORDS = "word w INDEXED BY word_place"
NAMED = "word w NOT INDEXED"
#: SQL for the clock hour of an entry.
HOUR = "((r.place >> 18) & 549755813887) / 3600 % 24"
#: Two signs that stand in no key, as ``word_key`` takes them apart into letters: between words, and between entries.
BETWEEN, BETWEEN_ENTRIES = "\ufb00", "\ufb01"
#: An entry without a mood, among moods as digits.
WITHOUT = "-"
#: Where a field has more words than this, it takes longer to count each of them than to read through the days.
MANY_WORDS = 300
_LONG_GAP = 3653


class Records:
    """The records of one vault, read through one connection."""

    def __init__(self, connection: Connection, day_start: time) -> None:
        """Read through ``connection``; the person's day begins at ``day_start``."""
        self.connection = connection
        self.day_start = day_start

    def day(self, column: str = "r.place") -> str:
        """SQL for the day number of a place: days since 1 January of year 1."""
        return place.day_number_sql(column, self.day_start)

    def span(self, period: Period, kind: int = JOURNAL.number) -> place.Range:
        """The places of a kind in a period: from the first, up to but not including the second."""
        return place.of_days(kind, period.begin, period.end, self.day_start)

    def found(self, selection: Selection, column: str = "r.place") -> tuple[str, list[Any]]:
        """The condition for the entries of a selection, and what to bind to it."""
        narrowed, bindings = self._narrowed(selection, column)
        return f"{column} >= ? AND {column} < ?{narrowed}", [*self.span(selection.period), *bindings]

    def _narrowed(self, selection: Selection, column: str) -> tuple[str, list[Any]]:
        """What an entry must have besides lying in the period."""
        conditions, bindings = "", list[Any]()
        for field, word in selection.words:
            conditions += f" AND EXISTS (SELECT 1 FROM word x WHERE x.field = ? AND x.key = ? AND x.place = {column})"  # noqa: S608 (constants; values are bound)
            bindings += [f"{JOURNAL.name}.{field}", word_key(word)]
        if selection.without_private:
            conditions += f" AND NOT {private(column)}"
        return conditions, bindings

    def rows(self, columns: str, source: str, selection: Selection, more: str = "", *bindings: Any) -> list[Row]:
        """Rows of ``source`` (FIGURES or "record r") for the entries of a selection; ``more`` follows the condition."""
        condition, found = self.found(selection)
        return self.connection.rows(f"SELECT {columns} FROM {source} WHERE {condition} {more}", [*found, *bindings])  # noqa: S608 (constants; values are bound)

    def word_rows(
        self,
        columns: str,
        field: str,
        selection: Selection,
        *,
        source: str = WORDS,
        join: str = "",
        more: str = "",
        bindings: Sequence[Any] = (),
    ) -> list[Row]:
        """Rows of the words in ``field`` of the entries of a selection; ``source`` is WORDS or NAMED."""
        condition, found = self.found(selection, "w.place")
        sql = f"SELECT {columns} FROM {source} {join} WHERE w.field = ? AND {condition} {more}"  # noqa: S608 (constants; values are bound)
        return self.connection.rows(sql, [f"{JOURNAL.name}.{field}", *found, *bindings])

    def entries_of(
        self, columns: str, field: str, keys: Collection[str], selection: Selection, *, figures: bool = False
    ) -> dict[str, list[Row]]:
        """For each word, rows of the entries ``r`` of a selection that have it in ``field``, in order of time.

        The word itself (``w``) is the last column. With ``figures`` an entry is read from the index, and touched only
        where a column asks for what does not stand there.
        """
        found: dict[str, list[Row]] = {key: [] for key in keys}
        if keys:
            # That is the order of the primary key, so that nothing is sorted.
            rows = self.word_rows(
                f"{columns}, w.key",
                field,
                selection,
                source=NAMED,
                join=f"CROSS JOIN {FIGURES if figures else 'record r'} ON r.place = w.place",
                more="AND w.key IN (SELECT value FROM json_each(?)) ORDER BY w.key, w.place",
                bindings=[json.dumps(list(keys))],
            )
            found.update((key, list(of_word)) for key, of_word in groupby(rows, itemgetter(-1)))
        return found

    def words_of_entries(self, field: str, selection: Selection) -> tuple[list[str], int]:
        """The keys of the words in ``field`` of each entry that has any, in order of time; and on how many days.

        The keys of one entry are one text, in order, with BETWEEN between them.
        """
        condition, found = self.found(selection, "w.place")
        # As one text: handing over a row takes longer than finding it.
        [(texts, days)] = self.connection.rows(
            f"SELECT group_concat(e.keys, '{BETWEEN_ENTRIES}'), count(DISTINCT {self.day('e.place')})"  # noqa: S608 (constants; values are bound)
            f" FROM (SELECT w.place, group_concat(w.key, '{BETWEEN}') AS keys FROM {WORDS}"
            f" WHERE w.field = ? AND {condition} GROUP BY w.place ORDER BY w.place) e",
            [f"{JOURNAL.name}.{field}", *found],
        )
        return ([] if texts is None else str(texts).split(BETWEEN_ENTRIES)), days

    def words_beside(self, field: str, keys: Collection[str], other: str, selection: Selection) -> dict[str, list[str]]:
        """For each word in ``field``, the keys of the words in ``other`` of its entries, from the last entry on."""
        condition, found = self.found(selection, "w.place")
        rows = self.connection.rows(
            f"SELECT k.value, (SELECT group_concat(key, '{BETWEEN}') FROM (SELECT o.key FROM {NAMED}"  # noqa: S608 (constants; values are bound)
            " CROSS JOIN word o INDEXED BY word_place ON o.place = w.place AND o.field = ?"
            f" WHERE w.field = ? AND w.key = k.value AND {condition} ORDER BY w.place DESC, o.key))"
            " FROM json_each(?) k",
            [f"{JOURNAL.name}.{other}", f"{JOURNAL.name}.{field}", *found, json.dumps(list(keys))],
        )
        return {key: [] if words is None else str(words).split(BETWEEN) for key, words in rows}

    def moods_by_day(self, selection: Selection) -> list[tuple[int, str, int]]:
        """(day number, its moods as digits, how many entries have none), in order of time."""
        rows: list[Any] = self.rows(
            f"{self.day()} AS day, coalesce(group_concat(r.mood, ''), ''), count(*) - count(r.mood)",
            FIGURES,
            selection,
            "GROUP BY day ORDER BY day",
        )
        return rows

    def moods_by_part(self, selection: Selection, *hours: tuple[int, int]) -> list[Row]:
        """(day number, its moods as digits, and those of each of the clock ``hours``, both included), in order of time.

        As ``moods_by_day``, with WITHOUT among the moods of the day for an entry that has none. Day by day, each a
        range of the index: where days have many entries that is twice as fast as sorting them all by day once more.
        """
        narrowed, bound = self._narrowed(selection, "r.place")
        tomorrow = place.day_begin_sql(JOURNAL.number, f"{self.day('at')} + 1", self.day_start)
        low, high = self.span(selection.period)
        following = f"r.place < ?{narrowed} ORDER BY r.place LIMIT 1"
        of_day = f"FROM {FIGURES} WHERE r.place >= at AND r.place < {tomorrow}{narrowed}"
        parts = "".join(
            f", (SELECT group_concat(r.mood, '') {of_day} AND {HOUR} BETWEEN {int(begin)} AND {int(end)})"
            for begin, end in hours
        )
        return self.connection.rows(
            f"WITH RECURSIVE begun(at) AS ("  # noqa: S608 (constants; values are bound)
            f" SELECT (SELECT r.place FROM {FIGURES} WHERE r.place >= ? AND {following})"
            f" UNION ALL SELECT (SELECT r.place FROM {FIGURES} WHERE r.place >= {tomorrow} AND {following})"
            " FROM begun WHERE at IS NOT NULL)"
            f" SELECT {self.day('at')}, (SELECT group_concat(coalesce(r.mood, '{WITHOUT}'), '') {of_day}){parts}"
            " FROM begun WHERE at IS NOT NULL",
            [low, high, *bound, high, *bound, *bound, *(bound * len(hours))],
        )

    def days_of_kind(self, kind: int, period: Period) -> dict[int, int]:
        """How many records of ``kind`` there are on each day that has any."""
        low, high = self.span(period, kind)
        rows = self.connection.rows(
            f"SELECT {self.day()} AS day, count(*) FROM {FIGURES} WHERE r.place >= ? AND r.place < ? GROUP BY day",  # noqa: S608 (constants; values are bound)
            (low, high),
        )
        return {row[0]: row[1] for row in rows}

    def first_and_last(self) -> tuple[date, date] | None:
        """The days of the first and the last entry of the journal; None where there is none."""
        low, high = place.of_kind(JOURNAL.number)
        # One at a time: SQLite finds each end at once, and both together by reading every place between.
        ends = [
            self.connection.one(
                f"SELECT {self.day(f'{end}(r.place)')} FROM record r WHERE r.place >= ? AND r.place < ?",  # noqa: S608 (constants)
                (low, high),
            )
            for end in ("min", "max")
        ]
        first, last = (None if row is None else row[0] for row in ends)
        return None if first is None or last is None else (date_of(first), date_of(last))

    def labels(self, field: str, keys: Iterable[str]) -> dict[str, str]:
        """How the words with these keys were last written."""
        name = f"{JOURNAL.name}.{field}"
        last = "SELECT label FROM word WHERE field = ? AND key = k.value ORDER BY place DESC LIMIT 1"
        rows = self.connection.rows(
            f"SELECT k.value, coalesce(({last}), k.value) FROM json_each(?) k",  # noqa: S608 (constants; values are bound)
            (name, json.dumps(list(keys))),
        )
        return dict(rows)

    def keys(self, field: str, selection: Selection) -> list[str]:
        """The keys of words of a field, in order: at least of all that stand in entries of a selection."""
        words = self._words(field)
        if words is None:
            return [row[0] for row in self.word_rows("DISTINCT w.key", field, selection, more="ORDER BY 1")]
        keys: list[str] = json.loads(words)
        return keys

    def _words(self, field: str) -> str | None:
        """The keys of all words of a field, in order, as a JSON list; None where there are very many."""
        [(words, count)] = self.connection.rows(
            "WITH RECURSIVE known(key) AS ("
            " SELECT min(key) FROM word WHERE field = ?1 UNION ALL"
            " SELECT (SELECT min(w.key) FROM word w WHERE w.field = ?1 AND w.key > known.key) FROM known"
            " WHERE key IS NOT NULL LIMIT ?2)"
            " SELECT json_group_array(key), count(*) FROM known WHERE key IS NOT NULL",
            (f"{JOURNAL.name}.{field}", MANY_WORDS + 1),
        )
        return None if count > MANY_WORDS else str(words)

    def most_frequent(self, field: str, selection: Selection) -> list[tuple[str, int]]:
        """Every word of a field by its key, in how many entries of a selection it stands, the most frequent first."""
        return sorted_by_count(self.counts(field, selection))

    def counts(self, field: str, selection: Selection) -> list[tuple[str, int, int]]:
        """(key, in how many entries of a selection it stands, the place of the last one), in order of the keys."""
        words = self._words(field)
        if words is None:
            # Without the label, which would have to be fetched from beside the index for every single row.
            rows = self.word_rows("w.key, count(*), max(w.place)", field, selection, more="GROUP BY w.key ORDER BY 1")
            return [(row[0], row[1], row[2]) for row in rows]
        condition, found = self.found(selection, "w.place")
        of_word = f"FROM {NAMED} WHERE w.field = ? AND w.key = k.value AND {condition}"
        rows = self.connection.rows(
            f"SELECT k.value, (SELECT count(*) {of_word}), (SELECT max(w.place) {of_word}) FROM json_each(?) k",  # noqa: S608 (constants; values are bound)
            [*(2 * [f"{JOURNAL.name}.{field}", *found]), words],
        )
        return [(row[0], row[1], row[2]) for row in rows if row[1]]

    def entries_with(self, field: str, selection: Selection) -> tuple[int, int]:
        """How many entries of a selection have a word in ``field``, and on how many days."""
        some = "EXISTS (SELECT 1 FROM word w INDEXED BY word_place WHERE w.place = r.place AND w.field = ?)"
        [(entries, days)] = self.rows(
            f"count(*), count(DISTINCT {self.day()})", FIGURES, selection, f"AND {some}", f"{JOURNAL.name}.{field}"
        )
        return entries, days

    def months(self, period: Period) -> Iterator[Period]:
        """The months of a period, from its first entry to its last; the first and the last are cut to it.

        Ten empty years and more are left out, so that one entry with a wrong date does not make ten thousand.
        """
        ends = self.first_and_last()
        if ends is None:
            return
        day, last = max(period.begin, ends[0]), min(period.end, ends[1])
        while day <= last:
            end = min(last, month_end(day))
            yield Period(OWN, day, end)
            if end == date.max:
                return
            day = end + timedelta(days=1)
            following = self._first_from(day)
            if following is None:
                return
            if following.toordinal() - day.toordinal() > _LONG_GAP:
                day = following

    def _first_from(self, day: date) -> date | None:
        """The day of the first entry from ``day`` on."""
        low, high = place.of_days(JOURNAL.number, day, None, self.day_start)
        row = self.connection.one(
            f"SELECT {self.day('min(r.place)')} FROM record r WHERE r.place >= ? AND r.place < ?",  # noqa: S608 (constants)
            (low, high),
        )
        return None if row is None or row[0] is None else date_of(row[0])


def sorted_by_count(words: Iterable[tuple[str, int, int]]) -> list[tuple[str, int]]:
    """(key, count) from (key, count, last place): the most frequent first, the last used first among equals."""
    return [(key, count) for key, count, _ in sorted(words, key=lambda word: (-word[1], -word[2]))]


def private(column: str) -> str:
    """SQL for whether the entry at a place is marked private."""
    marked = "x.field = 'journal.flag' AND x.key = 'private'"
    return f"EXISTS (SELECT 1 FROM word x WHERE {marked} AND x.place = {column})"  # noqa: S608 (constants)


def date_of(number: int) -> date:
    """The date of a day number."""
    return date.fromordinal(number + 1)


def month_end(day: date) -> date:
    """The last day of the month of ``day``."""
    if day.month == 12:
        return date(day.year, 12, 31)
    return date(day.year, day.month + 1, 1) - timedelta(days=1)
