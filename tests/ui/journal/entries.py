"""Entries for tests of the journal's window: one that says everything, and one for each thing that can be missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.kind import Stored
from tests.support import NOW, ZONE


def moment(hours_ago: float = 0) -> Moment:
    """A moment so many hours before the evening the tests' clock stands at."""
    return Moment.from_datetime(NOW - timedelta(hours=hours_ago), ZONE)


def entry(hours_ago: float = 0, **fields: Any) -> Entry:
    """An entry with just these fields."""
    return Entry(at=moment(hours_ago), **fields)


FULL = Entry(
    at=moment(5),
    mood=2,
    energy=4,
    feelings=("uneasy", "hopeful"),
    people=("Sam", "M."),
    triggers=("No reply for hours", "R&D meeting"),
    happened="They said “later”.\nThen nothing.",
    thought="I am too much.",
    belief=80,
    body=("Tight chest",),
    urge="Write again",
    did="Went for a walk",
    intensity_before=8,
    coping=(Coping("Slow breathing", 10), Coping("A walk outside", 25)),
    intensity_after=4,
    evidence_for="They were short with me",
    evidence_against="They are often busy on Sundays",
    balanced_thought="They may be busy, and I may ask",
    belief_after=35,
    tags=("sunday",),
    note="**Quiet** evening.\nIt passed.",
    for_session=True,
    private=True,
)
#: One for each look that a row can have.
KINDS: dict[str, Entry] = {
    "full": FULL,
    "moment alone": entry(),
    "no time": Entry(at=Moment.on(date(2026, 11, 1), ZONE), mood=3),
    "no zone": Entry(at=Moment.on(date(2026, 11, 1)), note="imported"),
    "mood alone": entry(mood=4),
    "energy alone": entry(energy=2),
    "note alone": entry(note="only words"),
    "long words": entry(feelings=("a very long word of my own " * 6,), note="x" * 5000, mood=1, energy=5),
    "right to left": entry(feelings=("עצוב",), note="שלום, מה שלומך היום?", mood=2, energy=2),
    "mixed directions": entry(note="she said שלום and left", triggers=("صمت",)),
    "no spaces": entry(note="今日は寂しい気持ちです" * 20, mood=5, energy=3),
    "emoji": entry(note="👩‍👩‍👧 ❤️‍🩹 ok", feelings=("🙂",), mood=3, energy=1),
    "lines": entry(note="\n\n  one\n\ttwo  \n"),
    "thought alone": entry(thought="a thought", belief=0),
    "oldest": Entry(at=Moment.on(date.min), mood=1, energy=1),
    "newest": Entry(at=Moment(date.max, time(12), timedelta(0), "UTC"), mood=5, energy=5),
    "marked": entry(mood=3, energy=3, for_session=True, private=True),
}


def add_days(store: JournalStore, days: int, each: int = 2, **fields: Any) -> list[Stored[Entry]]:
    """``each`` entries on each of the last ``days`` days, newest first; notes "day 0, 0", "day 0, 1", "day 1, 0" …"""
    made = []
    with store.together():
        for day in range(days):
            for number in range(each):
                at = moment(24 * day + number)
                made.append(store.add(replace(entry(note=f"day {day}, {number}", **fields), at=at)))
    return made


def at(text: str) -> datetime:
    """An aware datetime from ISO 8601."""
    return datetime.fromisoformat(text)
