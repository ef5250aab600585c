"""A list of records as CSV that opens right in a spreadsheet, and comes back exactly (docs/json-format.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, TextIO, TypeVar

from attach_desktop.clock import Clock
from attach_desktop.errors import InputRefusedError, fault
from attach_desktop.interchange import table
from attach_desktop.interchange.cells import from_cell, to_cell
from attach_desktop.interchange.files import read_text
from attach_desktop.interchange.incoming import Gathering, Incoming
from attach_desktop.interchange.progress import Meter, Progress
from attach_desktop.interchange.record import ENVELOPE
from attach_desktop.interchange.shape import Shape, shapes
from attach_desktop.rooms import KINDS, kind_named
from attach_desktop.vault.kind import Kind, Stored, record_json
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

T = TypeVar("T")
#: With its byte order mark: without it, spreadsheets on Windows read the file in the country's old encoding.
ENCODING = "utf-8-sig"


# -- out -----------------------------------------------------------------------------------------------------------


def export_csv(
    vault: Vault,
    kind_name: str,
    out: TextIO,
    begin: date | None = None,
    end: date | None = None,
    progress: Progress | None = None,
) -> None:
    """Write the list ``kind_name`` ("journal") of the days ``begin`` to ``end`` (both included), oldest first.

    ``out`` must be opened with ENCODING and without translation of line ends. Raises UsageError if there is no such
    list, Cancelled if ``progress`` returns False.
    """
    store = RecordStore(vault, kind_named(kind_name))
    with vault.connection.snapshot():
        meter = Meter(store.count(begin, end), progress)
        export_records_csv(store.kind, store.each(begin, end), out, meter)


def export_records_csv(kind: Kind[T], records: Iterable[Stored[T]], out: TextIO, meter: Meter | None = None) -> None:
    """Write these records, one on a row, below a header with the documented names of their fields."""
    known = _columns(kind)
    every = iter(records)
    first = next(every, None)
    names = list(known) if first is None else list(record_json(kind, first))
    out.write(table.line(names))
    for record in every if first is None else chain((first,), every):
        fields = record_json(kind, record)
        out.write(table.line(to_cell(fields[name], known.get(name, "json")) for name in names))
        if meter is not None:
            meter.tick()


# -- in ------------------------------------------------------------------------------------------------------------


def kind_of(header: Sequence[str]) -> Kind[Any] | None:
    """The kind whose fields a header names, or None if it is no header of this program's or fits several kinds."""
    names = set(named(header))
    if "at" not in names:
        return None
    fits = sorted(((len(names & set(_columns(kind))), kind.name) for kind in KINDS), reverse=True)
    if fits[0][0] < 2 or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return None
    return kind_named(fits[0][1])


def named(header: Sequence[str]) -> list[str]:
    """The names of a header, as they are compared."""
    return [name.strip().lower() for name in header]


def read_csv(path: Path, clock: Clock) -> Incoming:
    """What a file of this program's CSV holds. A row that cannot be kept is a problem; the others come in.

    Raises StorageError where the file cannot be read, InputRefusedError where it is not this program's CSV.
    """
    rows = table.rows(read_text(path))
    header = next(rows, None)
    kind = None if header is None else kind_of(header.cells)
    if header is None or kind is None:
        raise InputRefusedError("file-unrecognised", path=path)
    known = _columns(kind)
    names = named(header.cells)
    gathering = Gathering(clock)
    unknown = [name for name in names if name and name not in known]
    if unknown:
        faults = (fault(name[:40], "unknown-field", count=1) for name in unknown[:50])
        gathering.incoming.problem("row 1", *faults, kept=True)
    for row in rows:
        _take_row(gathering, kind, names, known, row)
    return gathering.incoming


def _take_row(gathering: Gathering, kind: Kind[Any], names: list[str], known: dict[str, Shape], row: table.Row) -> None:
    place = f"row {row.number}"
    if not row.whole:
        gathering.incoming.problem(place, fault("row", "row-cut"))
    elif any(row.cells[len(names) :]):
        gathering.incoming.problem(place, fault("row", "row-too-long", length=len(row.cells), expected=len(names)))
    else:
        pairs = zip(names, row.cells, strict=False)
        data = {name: from_cell(cell, known[name]) for name, cell in pairs if name in known}
        for name in ENVELOPE:
            data[name] = data.get(name) or None
        gathering.take(kind, data, place)


def _columns(kind: Kind[Any]) -> dict[str, Shape]:
    """The columns of a kind in the order of a record, each with its shape."""
    return {ENVELOPE[0]: "text", **shapes(kind), **dict.fromkeys(ENVELOPE[1:], "text")}
