"""One way out for every export: which format, of what, and how the file is written. Window and terminal share it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TextIO

from attach_desktop.interchange.progress import Meter, Progress
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.rooms import kind_named, names_of_keys
from attach_desktop.vault.finding import Filter, FindingStore
from attach_desktop.vault.kind import Kind, Stored
from attach_desktop.vault.vault import Vault

#: The formats by their endings.
FORMATS = {"json": ".json", "csv": ".csv", "markdown": ".md"}


@dataclass(frozen=True, slots=True)
class View:
    """The records of one kind (its name, such as "journal") that a filter finds: what a list shows."""

    kind: str
    filter: Filter


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to write: the format (a key of FORMATS) and the days from ``begin`` to ``end``, both included.

    ``kind`` is what a CSV holds; the other formats hold every kind. With a ``view`` it is all that is written, in any
    format, and neither days nor kind say anything.
    """

    format: str
    begin: date | None = None
    end: date | None = None
    kind: str = JOURNAL.name
    view: View | None = None


@dataclass(frozen=True, slots=True)
class Writer:
    """Fills a file that is opened with ``encoding`` and without translation of line ends."""

    fill: Callable[[TextIO], None]
    encoding: str


def writer(vault: Vault, wanted: Wanted, progress: Progress | None = None) -> Writer:
    """What writes ``wanted``. Raises UsageError for a kind there is not; its ``fill`` raises Cancelled."""
    view, days = wanted.view, (wanted.begin, wanted.end)
    if wanted.format == "csv":
        from attach_desktop.interchange import csv_format as csv

        kind = kind_named(wanted.kind)
        if view is not None:
            return Writer(_viewing(vault, view, progress, csv.export_records_csv), csv.ENCODING)
        return Writer(lambda out: csv.export_csv(vault, kind.name, out, *days, progress), csv.ENCODING)
    if wanted.format == "markdown":
        from attach_desktop.interchange import markdown_format as markdown

        if view is not None:
            return Writer(_viewing(vault, view, progress, partial(_markdown, vault)), markdown.ENCODING)
        return Writer(lambda out: markdown.export_markdown(vault, out, *days, progress), markdown.ENCODING)
    from attach_desktop.interchange import json_format as json

    if view is not None:
        return Writer(_viewing(vault, view, progress, partial(_json, vault)), json.ENCODING)
    return Writer(lambda out: json.export_json(vault, out, *days, progress), json.ENCODING)


#: Writes records of one kind to a file that is open, telling a meter of each.
_Write = Callable[[Kind[Any], Iterable[Stored[Any]], TextIO, Meter], None]


def _viewing(vault: Vault, view: View, progress: Progress | None, write: _Write) -> Callable[[TextIO], None]:
    store: FindingStore[Any] = FindingStore(vault, kind_named(view.kind))

    def fill(out: TextIO) -> None:
        with vault.connection.snapshot():
            # Oldest first, as in every other file of this program, also where the list begins with the newest.
            records = store.each_found(view.filter, oldest_first=True)
            write(store.kind, records, out, Meter(store.count_found(view.filter), progress))

    return fill


def _markdown(vault: Vault, kind: Kind[Any], records: Iterable[Stored[Any]], out: TextIO, meter: Meter) -> None:
    from attach_desktop.interchange.markdown_format import export_records_markdown

    export_records_markdown(kind, records, out, vault.day_start, meter, names_of_keys(vault))


def _json(vault: Vault, kind: Kind[Any], records: Iterable[Stored[Any]], out: TextIO, meter: Meter) -> None:
    from attach_desktop.interchange.json_format import export_records_json

    export_records_json([(kind, records)], out, vault.clock, meter)
