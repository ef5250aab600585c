"""Made-up records of every kind: to look around in before trusting the program, to test and to measure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from attach_desktop.affirmations import made_up as affirmations
from attach_desktop.checkins import made_up as checkins
from attach_desktop.errors import InputRefusedError
from attach_desktop.gratitude import made_up as gratitude
from attach_desktop.journal import made_up as journal
from attach_desktop.quiz import made_up as quiz
from attach_desktop.reminders import made_up as reminders
from attach_desktop.vault.vault import Vault

MAX_ENTRIES = 1_000_000
MAX_YEARS = 100
#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]


class Room(Protocol):
    """How a room fills its part of the vault; returns how many records of each kind it wrote."""

    def __call__(
        self,
        vault: Vault,
        entries: int,
        years: float,
        seed: int,
        end: datetime,
        progress: Progress | None = None,
    ) -> dict[str, int]: ...


#: Every room that can make records up: a new one adds its own ``made_up.py`` and a line here.
ROOMS: tuple[Room, ...] = (journal.fill, quiz.fill, gratitude.fill, affirmations.fill, checkins.fill, reminders.fill)


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Fill an empty vault with a made-up person's records of the ``years`` before ``end`` (aware).

    ``entries`` (0 to a million) is how many journal entries there will be; other rooms take their measure
    from it. The same arguments give the same records, ids and times included. Returns how many of each kind
    were written. Raises InputRefusedError, with nothing written, if the vault holds records or a number is
    out of its range.
    """
    if not vault.empty:
        raise InputRefusedError("demo-not-empty")
    if not (0 <= entries <= MAX_ENTRIES and 0 < years <= MAX_YEARS):
        raise InputRefusedError("demo-range", entries=MAX_ENTRIES, years=MAX_YEARS)
    counts: dict[str, int] = {}
    with vault.connection.transaction():
        for number, room in enumerate(ROOMS):
            counts |= room(vault, entries, years, seed, end, progress and _share(progress, number))
    return counts


def _share(progress: Progress, number: int) -> Progress:
    return lambda done: progress((number + done) / len(ROOMS))
