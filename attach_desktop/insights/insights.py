"""The questions asked of one vault: which days, and one card after the other (``catalogue.py`` lists them)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import TypeVar

from attach_desktop.clock import day_of
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.facts.basis import Fact, Selection
from attach_desktop.insights.period import ALL, OWN, Period, rolling
from attach_desktop.insights.records import Records
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.vault import Vault

F = TypeVar("F", bound=Fact)
#: Kibibytes of the vault to keep in memory: three busy months with their words and their entries.
AT_HAND = 8 * 1024


class Insights:
    """Asks one vault. Use it from one thread at a time; give it a connection of its own in another thread."""

    def __init__(self, connection: Connection, day_start: time, today: date) -> None:
        """Ask through ``connection``; ``today`` is the person's day, which begins at ``day_start``."""
        connection.keep_at_hand(AT_HAND)
        self._connection = connection
        self._records = Records(connection, day_start)
        self.today = today

    @classmethod
    def of(cls, vault: Vault, connection: Connection | None = None) -> Insights:
        """Ask ``vault``, through another ``connection`` to it if one is given."""
        day_start = vault.day_start
        return cls(connection or vault.connection, day_start, day_of(vault.clock.now(), day_start))

    def period(self, key: str) -> Period:
        """A period by its key (not "own"): the last days up to today, or all from the first entry on."""
        if key != ALL:
            return rolling(key, self.today)
        ends = self._records.first_and_last()
        begin, end = ends or (self.today, self.today)
        return Period(ALL, min(begin, self.today), max(end, self.today))

    def span(self, begin: date | None, end: date | None) -> Period:
        """The days from ``begin`` to ``end``; a side that is left open goes as far as the entries, or to today."""
        whole = self.period(ALL)
        first = begin or min(whole.begin, end or whole.begin)
        return Period(OWN, first, end or max(first, whole.end))

    def card(self, name: str, selection: Selection) -> Fact:
        """The card called ``name`` (one of CARDS). Raises KeyError for another."""
        return self.ask(CARDS[name].ask, selection)

    def ask(self, card: Callable[[Records, Selection, date], F], selection: Selection) -> F:
        """What the card's own function in ``cards/`` answers, all of it from one state of the vault."""
        with self._connection.snapshot():
            return card(self._records, selection, self.today)
