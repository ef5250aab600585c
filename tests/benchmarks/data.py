"""What the vault costs beside bare SQLite: a durable save, a search over a hundred thousand entries, one command."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment, SystemClock
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.quiz.questionnaire import built_in
from attach_desktop.quiz.scoring import score
from attach_desktop.reminders.plan import Plan
from attach_desktop.reminders.reminder import Reminder
from attach_desktop.reminders.schedule import between
from attach_desktop.reminders.store import ReminderStore
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.benchmarks.figure import Figure, paired, timed

WORDS = (
    "gratitude", "silence", "waiting", "message", "talk", "walk", "dinner", "tired", "hopeful", "morning", "evening",
    "partner", "friend", "letter", "phone", "quiet", "argue", "repair", "trust", "window", "river", "bread",
)  # fmt: skip
_DDL = """
CREATE TABLE entry (id INTEGER PRIMARY KEY, at INTEGER, text TEXT, mood INT);
CREATE INDEX entry_at ON entry (at DESC);
CREATE VIRTUAL TABLE fts USING fts5 (text, content='entry', content_rowid='id',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE TRIGGER ai AFTER INSERT ON entry BEGIN INSERT INTO fts (rowid, text) VALUES (new.id, new.text); END;
"""


def texts(count: int, seed: int = 1) -> Iterator[str]:
    """Made-up texts of about twenty-five words."""
    chance = random.Random(seed)
    for _ in range(count):
        yield " ".join(chance.choices(WORDS, k=25))


def fill(path: Path, count: int) -> None:
    """A vault with ``count`` entries over ten years."""
    vault = Vault.open(path, SystemClock(), Changes())
    store = JournalStore(vault)
    begin = datetime.now(UTC) - timedelta(days=3650)
    chance = random.Random(2)
    step = timedelta(days=3650) / max(count, 1)
    with store.together():
        for number, text in enumerate(texts(count)):
            store.add(
                Entry(
                    at=Moment.from_datetime(begin + step * number, "UTC"),
                    mood=chance.randint(1, 5),
                    energy=chance.randint(1, 5),
                    feelings=tuple(chance.sample(WORDS, 2)),
                    triggers=(chance.choice(WORDS),),
                    **(_tried(chance) if number % 4 == 0 else {}),
                    note=text,
                )
            )
    vault.close()


def _tried(chance: random.Random) -> dict[str, Any]:
    """Something that was tried, and how strong it was before and after."""
    before = chance.randint(2, 10)
    return {
        "coping": (Coping(chance.choice((*WORDS[:6], "Nothing in particular"))),),
        "intensity_before": before,
        "intensity_after": chance.randint(0, before),
    }


def remind(path: Path, count: int) -> None:
    """A vault with ``count`` reminders of every rule, none of which comes within the hours of a benchmark."""
    vault = Vault.open(path, SystemClock(), Changes())
    store = ReminderStore(vault)
    now = datetime.now(UTC).astimezone()
    at, day = ((now + timedelta(hours=hours)).time().replace(second=0, microsecond=0) for hours in (-6, -5)), now.date()
    times = tuple(sorted(at))
    plans = (
        Plan(times=times),
        Plan(rule="weekdays", weekdays=("mon", "sun"), times=times),
        Plan(rule="every", every=3, begin=day, times=times),
        Plan(rule="monthly", month_day=31, times=times),
        Plan(rule="random", weekdays=("mon",), window=(clock_time(1), clock_time(2)), begin=day + timedelta(days=30)),
    )
    for number in range(count):
        store.add(Reminder(noted=Moment.from_datetime(now), what="mood", plan=plans[number % len(plans)]))
    vault.close()


def bare(path: Path, count: int) -> sqlite3.Connection:
    """The floor: SQLite with a full-text index and nothing else, as durable as the vault."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.executescript(_DDL)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?)", ((n, n * 3000, text, n % 5) for n, text in enumerate(texts(count), 1))
    )
    connection.execute("COMMIT")
    return connection


def durable_save(folder: Path, runs: int) -> Figure:
    """One entry on disk, beside one bare insert of the same text."""
    floor = bare(folder / "save.db", 0)
    vault = Vault.open(folder / "save.vault", SystemClock(), Changes())
    store, some = JournalStore(vault), list(texts(runs + 1, seed=3))
    numbers = iter(range(10**9))

    def ours() -> float:
        number = next(numbers)
        entry = Entry(at=Moment.now(vault.clock), mood=2, energy=4, note=some[number % len(some)])
        begin = time.perf_counter()
        store.add(entry)
        return (time.perf_counter() - begin) * 1e3

    def theirs() -> float:
        number = next(numbers)
        begin = time.perf_counter()
        floor.execute("INSERT INTO entry VALUES (NULL, ?, ?, 2)", (number, some[number % len(some)]))
        return (time.perf_counter() - begin) * 1e3

    value, least = paired(ours, theirs, runs)
    vault.close()
    floor.close()
    return Figure("durable save", value, 2.0, floor=least)


def search(path: Path, folder: Path, count: int, runs: int) -> Figure:
    """The newest fifty of a common prefix, beside the same from bare SQLite by date."""
    floor = bare(folder / "search.db", count)
    vault = Vault.open(path, SystemClock(), Changes())
    store = JournalStore(vault)
    sql = (
        "SELECT e.id, e.at, e.text, snippet(fts, 0, '[', ']', '…', 8) FROM fts JOIN entry e ON e.id = fts.rowid"
        " WHERE fts MATCH ? ORDER BY fts.rowid DESC LIMIT 50"
    )
    ours, theirs = paired(
        lambda: timed(lambda: store.find(Filter(query="grat"), 50), 1, warm=0)[0],
        lambda: timed(lambda: floor.execute(sql, ("grat*",)).fetchall(), 1, warm=0)[0],
        runs,
    )
    vault.close()
    floor.close()
    return Figure("search, data layer", ours, 2.0, floor=theirs)


def percentile_median(values: list[float]) -> float:
    """The middle one."""
    return sorted(values)[len(values) // 2]


def list_command(folder: Path, runs: int) -> Figure:
    """``list --limit 1`` as a whole process, beside ``python -c pass``."""

    def process(*arguments: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        return (time.perf_counter() - begin) * 1e3

    ours = ("-P", "-m", "attach_desktop", "--data-dir", str(folder), "list", "--limit", "1")
    value, least = paired(lambda: process(*ours), lambda: process("-c", "pass"), runs)
    return Figure("command list --limit 1", value, 5.0, floor=least)


def ten_years_of_reminders() -> Figure:
    """Fifty reminders of every rule over ten years, occurrence by occurrence."""
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    zone = ZoneInfo("Europe/Berlin")
    rules: tuple[dict[str, Any], ...] = (
        {"rule": "daily", "times": (clock_time(20, 30),)},
        {"rule": "daily", "times": (clock_time(2, 30), clock_time(13), clock_time(21))},
        {"rule": "weekdays", "weekdays": ("mon", "wed", "sun"), "times": (clock_time(18),)},
        {"rule": "every", "every": 3, "begin": begin.date(), "times": (clock_time(9, 15),)},
        {"rule": "monthly", "month_day": 31, "times": (clock_time(18),)},
        {"rule": "random", "window": (clock_time(10), clock_time(20)), "per_day": 2},
    )
    plans = [Plan(**rules[number % len(rules)]) for number in range(50)]
    end = begin.replace(year=begin.year + 10)

    def reckon() -> int:
        return sum(1 for number, plan in enumerate(plans) for _ in between(plan, begin, end, zone, str(number)))

    return Figure("10 years of 50 reminders", percentile_median(timed(reckon, 3, warm=1)), 1000.0)


def score_takes() -> Figure:
    """Ten thousand takes of the quiz scored."""
    questionnaire = built_in()
    takes = [[1 + (one + 3 * two) % 7 for two in range(16)] for one in range(10_000)]
    found = timed(lambda: [score(questionnaire, answers) for answers in takes], 3, warm=1)
    return Figure("scoring 10,000 takes", percentile_median(found), 500.0)
