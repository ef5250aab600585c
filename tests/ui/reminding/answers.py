"""Answers to a reminder that are noted, for tests of what shows one."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from attach_desktop.ui.reminding.bar import ReminderActs

NOW = datetime(2026, 11, 8, 20, 40)


class Answers:
    """Notes every answer in the order it was given."""

    def __init__(self) -> None:
        self.given: list[str | datetime] = []
        note = self.given.append
        self.acts = ReminderActs(
            partial(note, "open"), partial(note, "skip"), note, partial(note, "less"), partial(note, "stay")
        )

    @staticmethod
    def now() -> datetime:
        """The wall clock, standing still."""
        return NOW
