"""A shell that notes what a page asks of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from attach_desktop.errors import AttachError
from attach_desktop.vault.finding import Filter


class NotedShell:
    """Keeps everything it is told."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.complained: list[AttachError] = []
        self.entries: list[Filter] = []
        self.written: list[dict[str, Any]] = []
        self.undo: Callable[[], object] = lambda: None

    @property
    def reminders(self) -> None:
        """Nothing brings reminders up."""
        return None

    def protect(self) -> None:
        """There is no passphrase to set."""

    def say(self, text: str) -> None:
        """Note it."""
        self.said.append(text)

    def offer_undo(self, text: str, undo: Callable[[], object], step: str) -> None:
        """Note it."""
        self.said.append(text)
        self.undo = undo

    def show_journal(self, begin: date, end: date) -> None:
        """Note it."""
        self.entries.append(Filter(begin=begin, end=end))

    def show_entries(self, wanted: Filter) -> None:
        """Note it."""
        self.entries.append(wanted)

    def open_tab(self, key: str) -> object:
        """There are no tabs."""
        return None

    def open_entry(self, record_id: str) -> None:
        """Nothing is opened."""

    def write_entry(self, values: dict[str, Any]) -> None:
        """Note it."""
        self.written.append(values)

    def look_around(self) -> None:
        """Nothing is started."""

    def complain(self, error: AttachError) -> None:
        """Note it."""
        self.complained.append(error)
