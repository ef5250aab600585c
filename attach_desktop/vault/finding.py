"""Finding records of one kind by words, days, figures and whatever else they are filtered by: every room's search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

from attach_desktop.vault import place
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.lookup import COLUMNS
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.search import match_query
from attach_desktop.vault.words import word_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What to look for; everything given must hold. ``words`` are (field, word) pairs, flags among them.

    ``begin`` and ``end`` are the person's days, both included. ``mood_low`` to ``mood_high`` is a range of 1 to 5.
    """

    query: str = ""
    begin: date | None = None
    end: date | None = None
    mood_low: int = 1
    mood_high: int = 5
    words: tuple[tuple[str, str], ...] = ()

    @property
    def any(self) -> bool:
        """Whether it leaves anything out."""
        return self != Filter()


@dataclass(frozen=True, slots=True)
class DayCount:
    """A day of the person's with the number of records that were found in it."""

    day: date
    count: int


class FindingStore(RecordStore[T]):
    """Records of one kind that can be looked for."""

    def find(self, wanted: Filter, limit: int, before: int | None = None) -> list[Stored[T]]:
        """Up to ``limit`` records that ``wanted`` finds, newest first, those before the place ``before``."""
        return self._page(wanted, limit, before, oldest_first=False)

    def find_days(self, wanted: Filter, first: date, last: date) -> list[Stored[T]]:
        """All records of the days ``first`` to ``last`` that ``wanted`` finds, newest first."""
        narrowed = replace(
            wanted,
            begin=max(first, wanted.begin) if wanted.begin else first,
            end=min(last, wanted.end) if wanted.end else last,
        )
        return self.find(narrowed, -1)

    def each_found(self, wanted: Filter, *, oldest_first: bool = False) -> Iterator[Stored[T]]:
        """Every record that ``wanted`` finds, newest first unless ``oldest_first``, read in pages."""
        beyond: int | None = None
        while page := self._page(wanted, 500, beyond, oldest_first=oldest_first):
            yield from page
            beyond = page[-1].place

    def count_found(self, wanted: Filter) -> int:
        """How many records ``wanted`` finds."""
        return sum(found.count for found in self.days(wanted))

    def days(self, wanted: Filter) -> list[DayCount]:
        """How many records ``wanted`` finds on each day that has any, newest day first."""
        source, order, conditions, bindings = self._sql(wanted, read=False)
        day = place.day_number_sql(order, self.day_start)
        rows = self.connection.rows(
            f"SELECT {day} AS day, count(*) FROM {source} WHERE {conditions} GROUP BY day ORDER BY day DESC",  # noqa: S608 (constants; values are bound)
            bindings,
        )
        return [DayCount(date.min + timedelta(days=row[0]), row[1]) for row in rows]

    def _page(self, wanted: Filter, limit: int, beyond: int | None, *, oldest_first: bool) -> list[Stored[T]]:
        low, high = (beyond, None) if oldest_first else (None, beyond)
        source, order, conditions, bindings = self._sql(wanted, high, low, read=True)
        direction = "ASC" if oldest_first else "DESC"
        rows = self.connection.rows(
            f"SELECT {COLUMNS} FROM {source} WHERE {conditions} ORDER BY {order} {direction} LIMIT ?",  # noqa: S608 (constants; values are bound)
            (*bindings, limit),
        )
        return self.all_stored(rows)

    def _sql(
        self, wanted: Filter, before: int | None = None, after: int | None = None, *, read: bool
    ) -> tuple[str, str, str, list[Any]]:
        """FROM, what to order by, WHERE and bindings; ``read`` says whether the records are needed or only counted.

        The table that is walked in order of place comes first; CROSS JOIN keeps it so. The index of figures must be
        named: SQLite does not see that it covers a generated column, and would read every record for its mood.
        """
        low, high = place.of_days(self.kind.number, wanted.begin, wanted.end, self.day_start)
        if before is not None:
            high = min(high, before)
        if after is not None:
            low = max(low, after + 1)
        by_mood = (wanted.mood_low, wanted.mood_high) != (1, 5)
        record = "record r INDEXED BY record_figures" if by_mood or not read else "record r"
        source, order = record, "r.place"
        conditions: list[str] = []
        bindings: list[Any] = []
        words = list(wanted.words)
        match = match_query(wanted.query) if wanted.query else None
        if match is not None:
            source, order = f"search s CROSS JOIN {record} ON r.place = s.rowid", "s.rowid"
            conditions.append("s.text MATCH ?")
            bindings.append(match)
        elif wanted.query.strip():
            conditions.append("0")
        elif words:
            source, order = f"word w CROSS JOIN {record} ON r.place = w.place", "w.place"
            field, label = words.pop(0)
            conditions.append("w.field = ? AND w.key = ?")
            bindings += [self._field(field), word_key(label)]
        conditions.append(f"{order} >= ? AND {order} < ?")
        bindings += [low, high]
        if by_mood:
            conditions.append("r.mood BETWEEN ? AND ?")
            bindings += [wanted.mood_low, wanted.mood_high]
        for field, label in words:
            conditions.append("EXISTS (SELECT 1 FROM word x WHERE x.field = ? AND x.key = ? AND x.place = r.place)")
            bindings += [self._field(field), word_key(label)]
        return source, order, " AND ".join(conditions), bindings
