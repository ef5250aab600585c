"""What was read from a file, and how it goes into a vault: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from attach_desktop.clock import Clock
from attach_desktop.errors import Fault, FaultsError, InputRefusedError, fault
from attach_desktop.interchange.progress import Meter, Progress
from attach_desktop.interchange.record import record_from
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.kind import Kind, Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

#: A file with more problems than this is refused as a whole: it is not what it seems to be.
MAX_PROBLEMS = 10_000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at one place of a file: ``journal[3]`` (counted from 0) or ``row 12`` (the header is row 1).

    ``kept`` says whether the record came in all the same, without the part that is named.
    """

    place: str
    faults: tuple[Fault, ...]
    kept: bool = False


@dataclass(slots=True)
class Incoming:
    """The records of a file, in the order in which they are to be kept, and what was wrong with others."""

    records: list[tuple[Kind[Any], Stored[Any]]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, place: str, *faults: Fault, kept: bool = False) -> None:
        """Note what is wrong at ``place``. Raises InputRefusedError if that is more than anybody could look at."""
        if len(self.problems) == MAX_PROBLEMS:
            raise InputRefusedError("too-many-problems", limit=MAX_PROBLEMS)
        self.problems.append(Problem(place, faults, kept))


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did, or would do: the number of records added, updated and unchanged, and every problem."""

    added: int
    updated: int
    unchanged: int
    problems: tuple[Problem, ...]


class Gathering:
    """Gathers the documented records of one file, telling what is wrong with those that cannot be kept."""

    def __init__(self, clock: Clock) -> None:
        """A gathering at the present of ``clock``."""
        self.incoming = Incoming()
        self._now = clock.now()
        self._ids: set[str] = set()

    def take(self, kind: Kind[Any], data: Mapping[str, Any], place: str) -> Stored[Any] | None:
        """Read one record; None if it cannot be kept, and then the problem is noted."""
        try:
            record = record_from(kind, data, self._now)
        except FaultsError as error:
            self.incoming.problem(place, *error.faults)
            return None
        if record.id in self._ids and data.get("id") is not None:
            self.incoming.problem(place, fault("id", "duplicate-id"))
            return None
        self._ids.add(record.id)
        self.incoming.records.append((kind, record))
        return record


class _DryRun(Exception):
    """Ends the transaction of a dry run; no error."""


def take_in(vault: Vault, incoming: Incoming, *, dry_run: bool = False, progress: Progress | None = None) -> Report:
    """Keep what was read, in one transaction; listeners are told once it is on disk.

    A backup is made first. Of two records with one id the newer wins. A dry run does the very same, but for the backup,
    and then takes all of it back. Raises Cancelled if ``progress`` returns False, and then nothing was changed. Not to
    be called inside a transaction.
    """
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    problems = list(incoming.problems)
    changed: dict[str, None] = {}
    stores: dict[str, RecordStore[Any]] = {}
    meter = Meter(len(incoming.records), progress)
    if incoming.records and not dry_run and not vault.empty:
        Backups.of(vault.path, vault.clock).make(vault, "before-import")
    try:
        with vault.connection.transaction():
            for kind, record in incoming.records:
                store = stores.setdefault(kind.name, RecordStore(vault, kind))
                try:
                    outcome = store.merge(record)
                except InputRefusedError as error:
                    if error.key != "id-of-another-kind":  # told before anything of the record was written
                        raise
                    problems.append(Problem(f"{kind.name} {record.id}", (fault("id", error.key),)))
                else:
                    counts[outcome] += 1
                    if outcome != "unchanged":
                        changed[kind.name] = None
                meter.tick()
            if dry_run:
                raise _DryRun
    except _DryRun:
        changed.clear()
    for topic in changed:
        vault.changes.notify(topic)
    return Report(counts["added"], counts["updated"], counts["unchanged"], tuple(problems))
