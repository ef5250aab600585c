"""How much of what was kept in a span of days, for rooms that may not know each other: numbers, never a record."""

from __future__ import annotations

from datetime import date, timedelta

from attach_desktop.vault import place
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

#: Kinds that are counted from elsewhere, by the names of their lists (a test compares them with the rooms).
NUMBERS = {"journal": 1, "quiz": 4, "gratitude": 5, "practice": 7, "values": 8, "checkins": 21}


class Tally:
    """Counts records by kind and by the person's days. No record is read for it."""

    def __init__(self, vault: Vault) -> None:
        """Count in ``vault``."""
        self._vault = vault

    def count(self, name: str, begin: date, end: date) -> int:
        """How many records of the kind ``name`` there are from day ``begin`` to day ``end``, both included."""
        return self._number("count(*)", name, begin, end)

    def days(self, name: str, begin: date, end: date) -> int:
        """On how many of these days there is one at least."""
        day = place.day_number_sql("place", self._vault.day_start)
        return self._number(f"count(DISTINCT {day})", name, begin, end)

    def moods(self, begin: date, end: date) -> int:
        """How many entries of the journal in these days name a mood."""
        return self._number("count(mood)", "journal", begin, end)

    def newest_day(self, name: str, word: tuple[str, str] | None = None, until: date | None = None) -> date | None:
        """The person's day of the newest record of a kind, None without any.

        Only those with the (field, word) given count, and only those up to the day ``until``.
        """
        low, high = place.of_days(NUMBERS[name], None, until, self._vault.day_start)
        day = place.day_number_sql("max(place)", self._vault.day_start)
        source = "record WHERE place >= ? AND place < ?"
        bindings: list[str | int] = [low, high]
        if word is not None:
            source = "word WHERE field = ? AND key = ? AND place >= ? AND place < ?"
            bindings = [f"{name}.{word[0]}", word_key(word[1]), low, high]
        row = self._vault.connection.one(f"SELECT {day} FROM {source}", bindings)  # noqa: S608 (constants; values are bound)
        return None if row is None or row[0] is None else date.min + timedelta(days=row[0])

    def _number(self, what: str, name: str, begin: date, end: date) -> int:
        low, high = place.of_days(NUMBERS[name], begin, end, self._vault.day_start)
        # The index of figures must be named: SQLite does not see that it covers a generated column.
        row = self._vault.connection.one(
            f"SELECT {what} FROM record INDEXED BY record_figures WHERE place >= ? AND place < ?",  # noqa: S608 (constants; values are bound)
            (low, high),
        )
        return int(row[0]) if row else 0
