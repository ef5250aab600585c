"""Reads what the cards count: a short query a question, over the indexes, and no whole record more than needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from typing import Any

from attach_desktop.insights.facts import Selection
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
        conditions = f"{column} >= ? AND {column} < ?"
        bindings: list[Any] = [*self.span(selection.period)]
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

    def moods_by_day(self, selection: Selection) -> list[tuple[int, str, int]]:
        """(day number, its moods as digits, how many entries have none), in order of time."""
        rows: list[Any] = self.rows(
            f"{self.day()} AS day, coalesce(group_concat(r.mood, ''), ''), count(*) - count(r.mood)",
            FIGURES,
            selection,
            "GROUP BY day ORDER BY day",
        )
        return rows

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
        found = {}
        for key in keys:
            row = self.connection.one(
                "SELECT label FROM word WHERE field = ? AND key = ? ORDER BY place DESC LIMIT 1",
                (f"{JOURNAL.name}.{field}", key),
            )
            found[key] = key if row is None else str(row[0])
        return found

    def most_frequent(self, field: str, selection: Selection) -> list[tuple[str, int]]:
        """Every word of a field by its key, in how many entries of a selection it stands, the most frequent first."""
        # Without the label, which would have to be fetched from beside the index for every single row.
        rows = self.word_rows(
            "w.key, count(*), max(w.place)", field, selection, more="GROUP BY w.key ORDER BY 2 DESC, 3 DESC"
        )
        return [(row[0], row[1]) for row in rows]

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
