"""Kills a program that is changing a passphrase or restoring a backup, again and again, and looks at what is left.

``python -m tests.killed --rounds 300`` runs it for long; some rounds run with the other tests. In each round a child
process sets, changes and removes the passphrase of a vault and restores backups of it, for ever, and says on a pipe
what it is about to do. The parent kills it at a random moment with a signal that no program can catch, and opens the
vault as the next start would: exactly one passphrase fits, that of before or that of after; everything is in it; and
what was half made is gone.
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
from pathlib import Path

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.errors import PassphraseError
from attach_desktop.vault import swap
from attach_desktop.vault.backups import Backup, Backups
from attach_desktop.vault.copying import contents
from attach_desktop.vault.key import Key
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.rekey import set_passphrase
from attach_desktop.vault.restoring import restore
from attach_desktop.vault.vault import Vault, key_of
from tests.support import CHEAP_COSTS
from tests.vault.notes import Note, at, kind

PASSPHRASES = (None, "a lamp in the window", "kettle moss orbit")
NOTES = 300


def fill(path: Path) -> None:
    """A vault with some hundred notes, without a passphrase."""
    vault = Vault.open(path, SystemClock(), Changes())
    store = RecordStore(vault, kind())
    with store.together():
        for number in range(NOTES):
            store.add(Note(at(), f"note {number} " + "silence " * (number % 90)))
    vault.close()


def open_as_the_next_start_would(path: Path) -> tuple[Vault, str | None]:
    """The vault, and the one passphrase that fits. Raises where none does."""
    for passphrase in PASSPHRASES:
        ask = None if passphrase is None else (lambda words=passphrase: words)
        try:
            vault = Vault.open(path, SystemClock(), Changes(), ask, CHEAP_COSTS)
        except PassphraseError:
            continue
        if vault.encrypted == (passphrase is not None):
            return vault, passphrase
        vault.close()
    raise AssertionError("no passphrase fits")


def change_for_ever(path: Path, seed: int) -> None:
    """Set, change, remove and restore, saying which passphrase the vault has from then on."""
    chance = random.Random(seed)
    vault, now = open_as_the_next_start_would(path)
    vault.close()
    clock = SystemClock()
    sys.stdout.write("ready\n")
    while True:
        fitting = [one for one in Backups.of(path, clock).each() if _fits(one, now)]
        if fitting and chance.random() < 0.3:
            _say("restore", now)
            restore(fitting[0].path, _key(fitting[0].path, now), path, _key(path, now), clock)
        following = chance.choice(PASSPHRASES)
        _say("set", following)
        set_passphrase(path, _key(path, now), following, lambda _: None, clock, CHEAP_COSTS)
        now = following
        _keep_few(path)


def once(path: Path, what: str) -> None:
    """Set a passphrase once, or restore the newest backup once."""
    if what == "set":
        set_passphrase(path, None, PASSPHRASES[1], lambda _: None, SystemClock(), CHEAP_COSTS)
    else:
        clock = SystemClock()
        restore(Backups.of(path, clock).each()[0].path, None, path, None, clock)


def _say(*words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def _key(path: Path, passphrase: str | None) -> Key | None:
    return key_of(path, lambda: passphrase or "", CHEAP_COSTS)


def _fits(backup: Backup, passphrase: str | None) -> bool:
    if passphrase is None or not backup.encrypted:
        return backup.encrypted == (passphrase is not None)
    try:
        return _key(backup.path, passphrase) is not None
    except PassphraseError:
        return False


def _keep_few(path: Path) -> None:
    """So that hundreds of rounds do not fill the disk."""
    for file in sorted(path.parent.glob("attach-*"))[:-2]:
        file.unlink()
    Backups.of(path, SystemClock()).rotate()


@dataclass
class Report:
    """What all rounds together have seen."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def _round(path: Path, seed: int, wait: float, before: str | None, report: Report) -> str | None:
    command = [sys.executable, "-m", "tests.killed", "--child", str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent) as child:
        assert child.stdout is not None
        child.stdout.readline()
        try:
            child.wait(timeout=wait)
            report.faults.append(f"the child ended by itself, with {child.returncode}")
        except subprocess.TimeoutExpired:
            child.kill()
        lines = [json.loads(line) for line in child.stdout if line.endswith("\n") and line.startswith("[")]
    possible = {passphrase for _, passphrase in [["", before], *lines][-2:]}
    for name, file in (("making", swap.making(path)), ("next", swap.coming(path))):
        report.counts[f"killed with a half file ({name})"] += file.exists()
    report.counts["changes"] += len(lines)
    return _look(path, possible, report)


def _look(path: Path, possible: set[str | None], report: Report) -> str | None:
    vault, passphrase = open_as_the_next_start_would(path)
    if passphrase not in possible:
        report.faults.append(f"the passphrase is {passphrase!r}, not one of {possible}")
    report.faults += vault.check()
    found = contents(vault.connection)
    if found.records != NOTES:
        report.faults.append(f"{found.records} of {NOTES} notes")
    vault.close()
    for left in (swap.making(path), swap.coming(path), *swap.logs(swap.making(path))):
        if left.exists():
            report.faults.append(f"{left.name} is left behind")
    return passphrase


def run(rounds: int, folder: Path, seed: int, longest: float = 0.4) -> Report:
    """Kill ``rounds`` times, each after up to ``longest`` seconds."""
    chance, report = random.Random(seed), Report()
    path = folder / "attach.vault"
    fill(path)
    passphrase: str | None = None
    for number in range(rounds):
        passphrase = _round(path, seed + number, chance.uniform(0, longest), passphrase, report)
    return report


def main() -> int:
    """Run from the command line; 1 if anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--child", nargs=2, metavar=("VAULT", "SEED"), help=argparse.SUPPRESS)
    parser.add_argument("--once", nargs=2, metavar=("VAULT", "WHAT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        once(Path(options.once[0]), options.once[1])
        return 0
    if options.child:
        change_for_ever(Path(options.child[0]), int(options.child[1]))
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        report = run(options.rounds, Path(folder), options.seed)
    seconds = round(time.perf_counter() - begin, 1)
    figures = {"rounds": options.rounds, "seed": options.seed, "seconds": seconds, **report.counts}
    sys.stdout.write(json.dumps({**figures, "faults": report.faults}, indent=2) + "\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
