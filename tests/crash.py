"""Kills a program that is saving, again and again, and looks at what is there afterwards.

``python -m tests.crash --rounds 500`` runs it for long; a few rounds run with the other tests. In each round a child
process opens a vault (plain and encrypted in turn), writes entries, changes them, bins them and saves drafts, and
says on a pipe what ``add()`` and the others have acknowledged. The parent kills it at a random moment with a signal
that no program can catch, opens the vault, and looks: every acknowledged entry is there and whole, at most the one
write that was under way is there besides, the last acknowledged draft or the next is there, and the file is sound.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment, SystemClock
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS

PASSPHRASE = "a lamp in the window"  # noqa: S105 (of vaults that live for a round)
#: After so many rounds a vault is put away and a new one begun: making one is killed too, and large ones are met.
ROUNDS_PER_VAULT = 10


def _open(path: Path, encrypted: bool) -> Vault:
    ask = (lambda: PASSPHRASE) if encrypted else None
    return Vault.open(path, SystemClock(), Changes(), ask, CHEAP_COSTS)


def _text(number: int) -> str:
    """A text that is known from its number, some of them longer than a page of the file."""
    return f"entry {number} " + f"silence{number} 静か 😢 " * (1 + number * 7 % 300)


def _entry(number: int) -> Entry:
    at = Moment.from_datetime(SystemClock().now() - timedelta(minutes=number % 50), "Europe/Berlin")
    return Entry(at=at, mood=1 + number % 5, note=_text(number), feelings=("sad", f"feeling {number % 9}"))


# -- the child ---------------------------------------------------------------------------------------------------------


def write_for_ever(path: Path, encrypted: bool, number: int) -> None:
    """Write, and acknowledge each write on standard output once the vault has."""
    journal = JournalStore(_open(path, encrypted))
    chance = random.Random(number)
    ids: list[str] = []
    _say("ready")
    while True:
        number += 1
        journal.vault.drafts.save("entry", {"number": number, "note": _text(number)})
        _say("draft", number)
        ids.append(journal.add(_entry(number)).id)
        _say("add", ids[-1], number)
        what = chance.random()
        if what < 0.15:
            record_id = chance.choice(ids)
            number += 1
            _say("changing", record_id, number)
            journal.change(record_id, _entry(number))
            _say("change", record_id, number)
        elif what < 0.25:
            record_id = ids.pop(chance.randrange(len(ids)))
            _say("binning", record_id)
            journal.bin([record_id])
            _say("bin", record_id)


def _say(*words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


# -- the parent --------------------------------------------------------------------------------------------------------


@dataclass
class Acknowledged:
    """What one vault has promised to hold: of each entry its number, of what is under way both what was and will be."""

    live: dict[str, set[int]] = field(default_factory=dict)
    binned: dict[str, set[int]] = field(default_factory=dict)
    leaving: set[str] = field(default_factory=set)
    draft: int = 0
    number: int = 0

    def hear(self, line: str) -> str:
        """Take in one line of the child; returns what it was about."""
        what, *rest = json.loads(line)
        if what == "draft":
            self.draft = self.number = rest[0]
        elif what == "add":
            self.live[rest[0]] = {rest[1]}
        elif what == "changing":
            self.live[rest[0]].add(rest[1])
            self.number = rest[1]
        elif what == "change":
            self.live[rest[0]] = {rest[1]}
        elif what == "binning":
            self.leaving.add(rest[0])
        elif what == "bin":
            self.leaving.discard(rest[0])
            self.binned[rest[0]] = self.live.pop(rest[0])
        return str(what)


@dataclass
class Report:
    """What all rounds together have seen."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def _round(path: Path, encrypted: bool, promised: Acknowledged, wait: float, report: Report) -> None:
    command = [sys.executable, "-m", "tests.crash", "--child", str(path), str(promised.number + 10)]
    command += ["--encrypted"] if encrypted else []
    root = Path(__file__).parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        # The wait begins when the child has begun, so that slow machines kill as often while saving as fast ones;
        # a negative one kills it while it opens the vault.
        if wait >= 0:
            child.stdout.readline()
        try:
            child.wait(timeout=abs(wait))
            report.faults.append(f"the writing program ended by itself, with {child.returncode}")
        except subprocess.TimeoutExpired:
            child.kill()
        for line in child.stdout:
            if line.endswith("\n"):
                report.counts[promised.hear(line)] += 1
    _look(path, encrypted, promised, report)


def _look(path: Path, encrypted: bool, promised: Acknowledged, report: Report) -> None:
    vault = _open(path, encrypted)
    journal = JournalStore(vault)
    report.faults += vault.check()
    live = {record.id: record.value for record in journal.each()}
    binned = {gone.record.id: gone.record.value for gone in journal.binned()}
    for record_id, numbers in promised.live.items():
        found = live.get(record_id) or (binned.get(record_id) if record_id in promised.leaving else None)
        report.faults += _difference(record_id, found, numbers)
    for record_id, numbers in promised.binned.items():
        report.faults += _difference(record_id, binned.get(record_id), numbers)
    more = (live.keys() | binned.keys()) - promised.live.keys() - promised.binned.keys()
    if len(more) > 1:
        report.faults.append(f"{len(more)} entries that were never acknowledged")
    for record_id in more:
        # Written, but killed before it could say so: that is no fault, if it is whole.
        report.counts["written, not yet said"] += 1
        number = int(live[record_id].note.split()[1])
        report.faults += _difference(record_id, live[record_id], {number})
        promised.live[record_id] = {number}
    for record_id in live.keys() & set(promised.live):
        promised.live[record_id] = {int(live[record_id].note.split()[1])}
    for record_id in list(promised.leaving):
        if record_id in binned:
            promised.binned[record_id] = promised.live.pop(record_id)
    promised.leaving.clear()
    found_days = sum(day.count for day in journal.days(Filter(query="silence")))
    if found_days != len(live):
        report.faults.append(f"the search finds {found_days} of {len(live)} entries")
    report.faults += _draft_faults(vault, promised)
    report.counts["entries looked at"] += len(live) + len(binned)
    vault.close()


def _difference(record_id: str, found: Entry | None, numbers: set[int]) -> list[str]:
    if found is None:
        return [f"{record_id}: acknowledged, but not there"]
    number = int(found.note.split()[1])
    whole = _entry(number)
    if number not in numbers or (found.note, found.mood, found.feelings) != (whole.note, whole.mood, whole.feelings):
        return [f"{record_id}: half of it, or another version"]
    return []


def _draft_faults(vault: Vault, promised: Acknowledged) -> list[str]:
    draft = vault.drafts.get("entry")
    if draft is None:
        return ["the draft is not there"] if promised.draft else []
    number = draft[0]["number"]
    if number < promised.draft or draft[0]["note"] != _text(number):
        return [f"the draft is number {number}, not {promised.draft} or a later one"]
    promised.draft, promised.number = number, max(number, promised.number)
    return []


def run(rounds: int, folder: Path, seed: int, longest: float = 0.25) -> Report:
    """Kill ``rounds`` times, each after up to ``longest`` seconds of writing."""
    chance, report = random.Random(seed), Report()
    promised: dict[Path, Acknowledged] = {}
    for number in range(rounds):
        encrypted = number % 2 == 1
        path = folder / f"{number // (2 * ROUNDS_PER_VAULT)}-{'encrypted' if encrypted else 'plain'}.vault"
        # Making a vault is rarer than writing into it, so that it is aimed at.
        early = chance.random() < (0.1 if path in promised else 0.6)
        wait = -chance.uniform(0.03, 0.2) if early else chance.uniform(0, longest)
        _round(path, encrypted, promised.setdefault(path, Acknowledged()), wait, report)
        report.counts["kills while opening" if early else "kills while writing"] += 1
    return report


def main() -> int:
    """Run from the command line; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--child", nargs=2, metavar=("VAULT", "NUMBER"), help=argparse.SUPPRESS)
    parser.add_argument("--encrypted", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        write_for_ever(Path(options.child[0]), options.encrypted, int(options.child[1]))
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        report = run(options.rounds, Path(folder), options.seed)
    seconds = round(time.perf_counter() - begin, 1)
    figures = {"rounds": options.rounds, "seed": options.seed, "seconds": seconds, **report.counts}
    sys.stdout.write(json.dumps({**figures, "faults": report.faults}, indent=2) + "\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
