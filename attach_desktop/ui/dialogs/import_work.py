"""The work behind the import dialog: recognise, read, try out, keep. No widgets: it runs in another thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from attach_desktop.changes import Changes
from attach_desktop.interchange.daylio_csv import MoodWord
from attach_desktop.interchange.incoming import Incoming, Report, take_in
from attach_desktop.interchange.sniff import Format
from attach_desktop.rooms import KINDS
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Found:
    """What a file is; for Daylio's CSV with the mood words in it, the most used first."""

    path: Path
    format: Format
    moods: tuple[MoodWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What was read from a file, and what taking it in would do."""

    incoming: Incoming
    report: Report


@dataclass(frozen=True, slots=True)
class Kept:
    """What an import did, and the kinds of record that it changed."""

    report: Report
    topics: tuple[str, ...]


def look(path: Path) -> Found:
    """Recognise a file. Raises StorageError or InputRefusedError."""
    from attach_desktop.interchange.sniff import recognise

    found = recognise(path)
    if found != "daylio-csv":
        return Found(path, found)
    from attach_desktop.interchange.daylio_csv import mood_words

    return Found(path, found, tuple(mood_words(path)))


def preview(vault: Vault, found: Found, levels: Mapping[str, int], progress: Progress) -> Preview:
    """Read a file and try out taking it in; nothing is changed.

    ``levels`` gives Daylio's mood words their pleasantness, 0 for none. Raises StorageError, InputRefusedError, or
    Cancelled if it was called off.
    """
    incoming = _read(vault, found, levels)
    progress.check()
    with vault.beside() as beside:
        return Preview(incoming, take_in(beside, incoming, dry_run=True, progress=progress.step))


def keep(vault: Vault, incoming: Incoming, progress: Progress) -> Kept:
    """Take in what was read, all of it or, if it was called off, nothing. Raises StorageError or Cancelled."""
    changes, topics = Changes(), dict[str, None]()
    for kind in KINDS:
        changes.subscribe(kind.name, partial(topics.setdefault, kind.name))
    with vault.beside(changes) as beside:
        report = take_in(beside, incoming, progress=progress.step)
    return Kept(report, tuple(topics))


def _read(vault: Vault, found: Found, levels: Mapping[str, int]) -> Incoming:
    if found.format == "json":
        from attach_desktop.interchange.json_format import read_json

        return read_json(found.path, vault.clock)
    if found.format == "csv":
        from attach_desktop.interchange.csv_format import read_csv

        return read_csv(found.path, vault.clock)
    from attach_desktop.interchange.daylio_csv import read_daylio

    return read_daylio(found.path, levels, vault.clock.zone_name(), vault.clock)
