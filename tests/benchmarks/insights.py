"""What the cards of the insights cost beside their own queries, asked of bare SQLite in the same run."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import apsw

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import AT_HAND, Insights
from attach_desktop.insights.period import ALL
from attach_desktop.vault.connection import Connection, Row
from attach_desktop.vault.vault import Vault
from tests.benchmarks.figure import Figure, paired

#: Milliseconds for a card of the last 90 days, which is the period that the page opens with.
_LIMIT = 5.0


class _Overheard(Connection):
    """A connection that keeps what is asked of it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.asked: list[tuple[str, Sequence[Any]]] = []

    def rows(self, sql: str, bindings: Sequence[Any] = ()) -> list[Row]:
        """Keep and answer."""
        self.asked.append((sql, tuple(bindings)))
        return super().rows(sql, bindings)

    def one(self, sql: str, bindings: Sequence[Any] = ()) -> Row | None:
        """Keep and answer."""
        self.asked.append((sql, tuple(bindings)))
        return super().one(sql, bindings)


def cards(path: Path, runs: int) -> list[Figure]:
    """Every card over ten years beside its floor, and over the last 90 days in milliseconds.

    Time is that of this thread: others that work on the same machine are no fault of a card.
    """
    vault = Vault.open(path, SystemClock(), Changes())
    asks, bare = Insights.of(vault), apsw.Connection(str(path))
    bare.execute("PRAGMA temp_store=MEMORY")
    bare.execute(f"PRAGMA cache_size=-{AT_HAND}")  # as much of the file in memory as the cards have
    figures = []
    for name in CARDS:
        ten_years = Selection(period=asks.period(ALL))
        asked = _asked(vault, path, name, ten_years)
        ours, floor = paired(
            lambda name=name, of=ten_years: _timed_card(asks, name, of),  # type: ignore[misc]
            lambda asked=asked: _timed_queries(bare, asked),  # type: ignore[misc]
            runs,
        )
        if floor >= 0.5:  # a query that finds nothing has no floor to stand on
            figures.append(Figure(f"insights, {name}, ten years", ours, 1.5, floor=floor))
        recent = Selection(period=asks.period("months"))
        value, _ = paired(lambda name=name, of=recent: _timed_card(asks, name, of), lambda: 0.0, runs)  # type: ignore[misc]
        figures.append(Figure(f"insights, {name}, last 90 days", value, _LIMIT))
    bare.close()
    vault.close()
    return figures


def _asked(vault: Vault, path: Path, name: str, selection: Selection) -> list[tuple[str, Sequence[Any]]]:
    connection = _Overheard(path)
    try:
        Insights.of(vault, connection).card(name, selection)
    finally:
        connection.close()
    return connection.asked


def _timed_card(asks: Insights, name: str, selection: Selection) -> float:
    begin = time.thread_time()
    asks.card(name, selection)
    return (time.thread_time() - begin) * 1e3


def _timed_queries(bare: apsw.Connection, asked: Sequence[tuple[str, Sequence[Any]]]) -> float:
    begin = time.thread_time()
    for sql, bindings in asked:
        list(bare.execute(sql, bindings))
    return (time.thread_time() - begin) * 1e3
