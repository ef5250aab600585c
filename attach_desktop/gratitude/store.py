"""Gratitude in the vault: items by list, in the person's order, and what is brought back of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from attach_desktop.gratitude import order, rules
from attach_desktop.gratitude.item import GRATITUDE, PARTNER, Item
from attach_desktop.gratitude.lists import Lists
from attach_desktop.vault.connection import Row
from attach_desktop.vault.finding import Filter, FindingStore
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.lookup import COLUMNS
from attach_desktop.vault.place import day_number_sql
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

#: A rank that moving to and fro has made longer than this is a reason to make room.
_LONGEST_RANK = 64


@dataclass(frozen=True, slots=True)
class Memory:
    """An old item and how long ago it was: a year, a month or a week to the day, or by chance."""

    record: Stored[Item]
    span: rules.Span


class GratitudeStore(FindingStore[Item]):
    """Items of every list."""

    def __init__(self, vault: Vault) -> None:
        """The items of ``vault``."""
        super().__init__(vault, GRATITUDE)
        self.lists = Lists(vault)

    def in_order(self, key: str, limit: int = 200) -> list[Stored[Item]]:
        """The first ``limit`` items of one list (all, if negative) as the person arranged them, else newest first."""
        # Few are ever moved by hand. Of the others, no more than the newest can be among the first.
        moved = self.find(Filter(words=(("moved", key),)), -1)
        rows = self.connection.rows(
            f"SELECT {COLUMNS} FROM word w CROSS JOIN record r ON r.place = w.place"  # noqa: S608 (constants; values are bound)
            " WHERE w.field = ?1 AND w.key = ?2"
            " AND NOT EXISTS (SELECT 1 FROM word m WHERE m.field = ?3 AND m.key = ?2 AND m.place = w.place)"
            " ORDER BY w.place DESC LIMIT ?4",
            (self._field("list"), word_key(key), self._field("moved"), limit),
        )
        found = sorted([*moved, *map(self.stored, rows)], key=_standing, reverse=True)
        return found if limit < 0 else found[:limit]

    def last_used(self) -> dict[str, date]:
        """For each list that has items, the person's day of the newest one."""
        day = day_number_sql("max(place)", self.day_start)
        rows = self.connection.rows(
            f"SELECT key, {day} FROM word WHERE field = ? GROUP BY key",  # noqa: S608 (constants; values are bound)
            (self._field("list"),),
        )
        return {str(key): date.min + timedelta(days=number) for key, number in rows}

    def move(self, record_id: str, key: str, above: Stored[Item] | None, below: Stored[Item] | None) -> Stored[Item]:
        """Put an item into the list ``key`` between two neighbours there (None is the edge of the list).

        Where these have come apart meanwhile, it comes right below ``above``. Raises InputRefusedError if the item is
        not there any more.
        """
        with self.together():
            present = self._must_get(record_id)
            upper, lower = self._neighbour(present, key, above), self._neighbour(present, key, below)
            if upper is None and lower is None:
                # Alone in its list, it stands by its moment.
                rank = ""
            else:
                high = rank_of(upper) if upper else order.ceiling(rank_of(lower or present))
                low = rank_of(lower) if lower else order.floor(high)
                rank = order.between(low, high) if low < high else ""
                if not rank or len(rank) > _LONGEST_RANK:
                    rank = self._make_room(present, key, upper, lower)
            return self.change(record_id, replace(present.value, list=key, order=rank))

    def beside(self, record: Stored[Item], by: int) -> tuple[Stored[Item] | None, Stored[Item] | None] | None:
        """Between which two ``record`` stands in its list when it goes one place down (1) or up (−1).

        None at the edge of the list, which is the last place it can have.
        """
        records, at = self._standing_of(record, 200)
        if at is None or at + by >= len(records):
            # Not among the first: only then is all of the list read.
            records, at = self._standing_of(record, -1)
        if at is None or not 0 <= at + by < len(records):
            return None
        rest = [one for one in records if one.id != record.id]
        to = at + by
        return rest[to - 1] if to > 0 else None, rest[to] if to < len(rest) else None

    def remember(self, today: date, skip: int = 0) -> Memory | None:
        """An old item to bring back on the person's day ``today``: the same all day; ``skip`` asks for another.

        Never from a hidden list or with a hidden person; nothing of the partner's list while partner prompts are off.
        """
        chosen = rules.remember(self._to_remember(today), today, skip)
        if chosen is None:
            return None
        place, span = chosen
        row = self.connection.one(f"SELECT {COLUMNS} FROM record r WHERE r.place = ?", (place,))  # noqa: S608 (constants)
        return None if row is None else Memory(self.stored(row), span)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _standing_of(self, record: Stored[Item], limit: int) -> tuple[list[Stored[Item]], int | None]:
        records = self.in_order(record.value.list, limit)
        return records, next((at for at, one in enumerate(records) if one.id == record.id), None)

    def _neighbour(self, moved: Stored[Item], key: str, record: Stored[Item] | None) -> Stored[Item] | None:
        """``record`` as it is now, if it still stands in the list ``key`` and can be beside ``moved``."""
        now = None if record is None or record.id == moved.id else self.get(record.id)
        return now if now is not None and now.value.list == key else None

    def _make_room(self, moved: Stored[Item], key: str, upper: Stored[Item] | None, lower: Stored[Item] | None) -> str:
        """A rank right below ``upper``, or right above ``lower``, where there was none.

        Items of the same second, such as those of a day without a time, share a rank until one is put between them;
        as many of those above as need it get ranks of their own.
        """
        rows = [record for record in self.in_order(key, -1) if record.id != moved.id]
        ids, ranks = [record.id for record in rows], [rank_of(record) for record in rows]
        at = ids.index(upper.id) + 1 if upper else ids.index(lower.id) if lower else 0
        low = ranks[at] if at < len(rows) else order.floor(ranks[-1])
        first = at
        while first and (ranks[first - 1] == low or len(order.between(low, ranks[first - 1])) > _LONGEST_RANK):
            first -= 1
        high = ranks[first - 1] if first else order.ceiling(ranks[0])
        rank, *others = order.spread(at - first + 1, low, high)
        for record, own in zip(reversed(rows[first:at]), others, strict=True):
            self.change(record.id, replace(record.value, order=own))
        return rank

    def _to_remember(self, today: date) -> Iterator[tuple[int, date]]:
        """Place and day of every item that may be brought back on ``today``. No record is read for it."""
        away: set[int] = set()
        # Thousands of items stand on a few hundred days.
        days: dict[int, date] = {}
        for alias in self.lists.hidden_people:
            away.update(place for place, _ in self._places("people", alias))
        for heading in self.lists.headings():
            if heading.key != PARTNER or self.lists.partner_prompts:
                for place, number in self._places("list", heading.key):
                    if place not in away:
                        day = days.get(number)
                        if day is None:
                            day = days[number] = date.min + timedelta(days=number)
                        yield place, day

    def _places(self, field: str, word: str) -> list[Row]:
        """The place of every item with ``word`` in ``field``, and its day as a number."""
        day = day_number_sql("place", self.day_start)
        return self.connection.rows(
            f"SELECT place, {day} FROM word WHERE field = ? AND key = ?",  # noqa: S608 (constants; values are bound)
            (self._field(field), word_key(word)),
        )


def rank_of(record: Stored[Item]) -> str:
    """Where an item stands in its list: as it was moved, else by when it was."""
    return record.value.order or order.rank_at(record.value.at.wall)


def _standing(record: Stored[Item]) -> tuple[str, int]:
    # Of one second, the one that came last stands first.
    return rank_of(record), record.place
