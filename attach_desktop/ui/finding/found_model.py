"""The list's model: day headings and records, newest first, read from the vault only where somebody looks.

It knows the number of records of each day (one query over an index) and reads the records of a few days at a time, so
a hundred thousand records cost what a screenful costs. The first screenful is shown before the days are counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.vault.finding import DayCount, Filter, FindingStore
from attach_desktop.vault.kind import Stored

T = TypeVar("T")
ROW = Qt.ItemDataRole.UserRole
#: How many records are shown before the days are counted, more than a screenful of a large screen.
PAGE = 40
#: So many are read at once further down; more of them, and scrolling would stand still for a moment.
AHEAD = 24
_KEPT_DAYS = 400
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the records of a day."""

    day: date
    count: int


Row = Heading | Stored[T]
#: Says a row in words, for a screen reader.
Describe = Callable[[Row[T]], str]


class FoundModel(QAbstractTableModel, Generic[T]):
    """Rows of a list by days. ``troubled`` carries the error where a row that is to be drawn cannot be read."""

    troubled = Signal(object)

    def __init__(self, store: FindingStore[T], describe: Describe[T]) -> None:
        """Records of ``store``."""
        super().__init__()
        self._store, self._describe = store, describe
        self.filter = Filter()
        self.complete = False
        self._days: list[DayCount] = []
        self._starts: list[int] = []
        self._rows = 0
        self._records: dict[date, list[Stored[T]]] = {}
        self._day_start = store.day_start

    def show(self, wanted: Filter) -> None:
        """Show what ``wanted`` finds: the first page at once; ``count_days`` completes it."""
        # Before anything changes: where it cannot be read, what is on show stays.
        page, day_start = self._store.find(wanted, PAGE), self._store.day_start
        self.beginResetModel()
        self.filter, self._day_start = wanted, day_start
        self._records = {day: list(group) for day, group in groupby(page, key=self._day)}
        days = [DayCount(day, len(records)) for day, records in self._records.items()]
        self.complete = len(page) < PAGE
        if not self.complete and len(days) > 1:
            # The last day of the page may go on: leave it to the count.
            self._records.pop(days.pop().day)
        self._set_days(days)
        self.endResetModel()

    def forget(self) -> None:
        """Show nothing, and keep nothing of what was read."""
        self.beginResetModel()
        self._records = {}
        self._set_days([])
        self.complete = True
        self.endResetModel()

    def count_days(self) -> None:
        """Count the days and records that the first page left out."""
        if self.complete:
            return
        days = self._store.days(self.filter)
        self.complete = True
        if days[: len(self._days)] == self._days:
            more = sum(1 + day.count for day in days[len(self._days) :])
            if more:
                self.beginInsertRows(QModelIndex(), self._rows, self._rows + more - 1)
                self._set_days(days)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._records = {}
        self._set_days(days)
        self.endResetModel()

    @property
    def entry_count(self) -> int:
        """How many records are known to match; all of them once ``complete``."""
        return sum(day.count for day in self._days)

    def days(self) -> list[DayCount]:
        """The days that have records, newest first."""
        return self._days

    def row(self, number: int) -> Row[T] | None:
        """What stands in a row; None where the vault no longer has it."""
        if not 0 <= number < self._rows:
            return None
        at = bisect_right(self._starts, number) - 1
        day = self._days[at]
        within = number - self._starts[at] - 1
        if within < 0:
            return Heading(day.day, day.count)
        records = self._records.get(day.day)
        if records is None:
            try:
                records = self._read_around(at)
            except AttachError as error:
                # Qt asks while it draws: nobody there could catch it. Asking for the same day again would not help.
                records = self._records[day.day] = []
                self.troubled.emit(error)
        return records[within] if within < len(records) else None

    def row_of(self, record_id: str, near: date) -> int | None:
        """The row of a record that happened on the day ``near``, or None."""
        for at, day in enumerate(self._days):
            if day.day == near:
                records = self._records.get(near)
                if records is None:
                    records = self._read_around(at)
                for within, record in enumerate(records):
                    if record.id == record_id:
                        return self._starts[at] + 1 + within
        return None

    def row_of_day(self, day: date) -> int | None:
        """The heading of ``day``, or of the nearest day before it; the oldest if there is none before."""
        for at, known in enumerate(self._days):
            if known.day <= day:
                return self._starts[at]
        return self._starts[-1] if self._starts else None

    def day_of(self, record: Stored[T]) -> date:
        """The person's day of a record."""
        return self._day(record)

    def _day(self, record: Stored[T]) -> date:
        return day_of(self._store.kind.moment(record.value).wall, self._day_start)

    def _set_days(self, days: list[DayCount]) -> None:
        self._days = days
        self._starts = list(accumulate((1 + day.count for day in days), initial=0))
        self._rows = self._starts.pop()

    def _read_around(self, at: int) -> list[Stored[T]]:
        """Read the day at position ``at`` and its neighbours, about a page of them."""
        if len(self._records) > _KEPT_DAYS:
            self._records.clear()
        first, last, found = at, at, self._days[at].count
        while found < AHEAD:
            # Not what has been read: whoever scrolls down wants what lies below.
            down, up = self._unread(last + 1), self._unread(first - 1)
            last, first = last + down, first - up
            found += (self._days[last].count if down else 0) + (self._days[first].count if up else 0)
            if not (down or up):
                break
        records = self._store.find_days(self.filter, self._days[last].day, self._days[first].day)
        for day in self._days[first : last + 1]:
            self._records[day.day] = []
        for found_day, group in groupby(records, key=self._day):
            self._records[found_day] = list(group)
        return self._records[self._days[at].day]

    def _unread(self, at: int) -> bool:
        """Whether there is a day at this position whose records have not been read."""
        return 0 <= at < len(self._days) and self._days[at].day not in self._records

    # -- Qt --------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All rows, read or not."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One column: a row is a sentence."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for ROW; its sentence for a screen reader."""
        if role == ROW:
            return self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index.row())
            return "" if row is None else self._describe(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be selected, and what is no longer there can do nothing."""
        row = self.row(index.row())
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if isinstance(row, Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
