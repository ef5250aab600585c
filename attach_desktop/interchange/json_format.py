"""This program's own JSON (docs/json-format.md): everything a vault holds, out and in again without a change."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from attach_desktop.clock import Clock
from attach_desktop.errors import InputRefusedError, fault
from attach_desktop.interchange.files import read_text
from attach_desktop.interchange.incoming import Gathering, Incoming
from attach_desktop.interchange.progress import Meter, Progress
from attach_desktop.interchange.record import ENVELOPE
from attach_desktop.rooms import KINDS
from attach_desktop.vault.kind import Kind, Stored, record_json
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

ENCODING = "utf-8"
FORMAT = "attach-desktop"
VERSION = 1
_HEAD = ("format", "version", "exported_at")
_MAX_DIGITS = 18
_WORDS = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
_ESCAPE_LENGTH = len("\\uXXXX")
_MAX_UNKNOWN = 50


# -- out -----------------------------------------------------------------------------------------------------------


def export_json(
    vault: Vault,
    out: TextIO,
    begin: date | None = None,
    end: date | None = None,
    progress: Progress | None = None,
) -> None:
    """Write every record of the days ``begin`` to ``end`` (both included), one on a line, oldest first.

    Raises Cancelled if ``progress`` returns False.
    """
    with vault.connection.snapshot():
        stores = [RecordStore(vault, kind) for kind in KINDS]
        meter = Meter(sum(store.count(begin, end) for store in stores), progress)
        lists = ((store.kind, store.each(begin, end)) for store in stores)
        export_records_json(lists, out, vault.clock, meter)


def export_records_json(
    lists: Iterable[tuple[Kind[Any], Iterable[Stored[Any]]]],
    out: TextIO,
    clock: Clock,
    meter: Meter | None = None,
) -> None:
    """Write these records, each kind as its list; ``meter`` ticks for each of them."""
    exported_at = clock.now().isoformat(timespec="seconds")
    out.write(f'{{\n"format": "{FORMAT}",\n"version": {VERSION},\n"exported_at": "{exported_at}"')
    for kind, records in lists:
        out.write(f',\n"{kind.name}": [')
        before = "\n"
        for record in records:
            # Not escaped to ASCII: people look into these files, and most do not write English.
            out.write(before + json.dumps(record_json(kind, record), ensure_ascii=False))
            before = ",\n"
            if meter is not None:
                meter.tick()
        out.write("]" if before == "\n" else "\n]")
    out.write("\n}\n")


# -- in ------------------------------------------------------------------------------------------------------------


def read_json(path: Path, clock: Clock) -> Incoming:
    """What a file of this program's JSON holds. A record that cannot be kept is a problem; the others come in.

    Raises StorageError where the file cannot be read, InputRefusedError where it is not this program's JSON.
    """
    document = _document(path)
    gathering = Gathering(clock)
    kinds = {kind.name: kind for kind in KINDS}
    for name in _twice(document):
        gathering.incoming.problem(_short(name), fault(_short(name), "given-twice"))
    for name, content in document.items():
        kind = kinds.get(name)
        if kind is not None:
            _take_list(gathering, kind, content)
        elif name not in _HEAD:
            count = len(content) if isinstance(content, list) else 1
            gathering.incoming.problem(_short(name), fault(_short(name), "unknown-list", count=count))
    return gathering.incoming


class _Twice(dict[str, Any]):
    """A JSON object in which some fields, ``names``, were given more than once (the last one stands)."""

    names: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    twice = _Twice(plain)
    twice.names = tuple(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
    return twice


def _twice(item: dict[str, Any]) -> tuple[str, ...]:
    return item.names[:_MAX_UNKNOWN] if isinstance(item, _Twice) else ()


def _document(path: Path) -> dict[str, Any]:
    text = read_text(path)
    try:
        document = json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_constant=_not_a_number)
    except json.JSONDecodeError as error:
        key = "json-cut" if _is_cut(text.rstrip(), error) else "json-broken"
        raise InputRefusedError(key, path=path, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise InputRefusedError("json-too-deep", path=path) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise InputRefusedError("not-our-json", path=path)
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise InputRefusedError("not-our-json", path=path)
    if version > VERSION:
        raise InputRefusedError("newer-json", path=path, theirs=version, ours=VERSION)
    return document


def _is_cut(text: str, error: json.JSONDecodeError) -> bool:
    """Whether the text is sound as far as it goes: it ends in the open, in a text, or in an escape or a word."""
    rest = text[error.pos :]
    if error.msg.startswith("Invalid \\u"):
        return len(rest) < _ESCAPE_LENGTH
    return error.msg.startswith("Unterminated string") or any(word.startswith(rest) for word in _WORDS)


def _whole(digits: str) -> int | str:
    # Python refuses numbers of thousands of digits with an error of its own. As a text it is a fault of its record.
    return int(digits) if len(digits) <= _MAX_DIGITS else digits


def _not_a_number(_name: str) -> float:
    # NaN and Infinity are no JSON; where a number is wanted they become a fault of their record.
    return math.nan


def _take_list(gathering: Gathering, kind: Kind[Any], content: Any) -> None:
    if not isinstance(content, list):
        gathering.incoming.problem(kind.name, fault(kind.name, "not-a-list-of-objects"))
        return
    unknown: dict[str, int] = {}
    for index, item in enumerate(content):
        place = f"{kind.name}[{index}]"
        if not isinstance(item, dict):
            gathering.incoming.problem(place, fault(kind.name, "not-an-object"))
            continue
        if isinstance(item, _Twice):
            gathering.incoming.problem(place, *(fault(_short(name), "given-twice") for name in _twice(item)))
            continue
        record = gathering.take(kind, item, place)
        if record is not None:
            for name in item.keys() - kind.to_json(record.value).keys() - set(ENVELOPE):
                if name in unknown or len(unknown) < _MAX_UNKNOWN:
                    unknown[name] = unknown.get(name, 0) + 1
    if unknown:
        faults = (fault(_short(name), "unknown-field", count=count) for name, count in sorted(unknown.items()))
        gathering.incoming.problem(kind.name, *faults, kept=True)


def _short(name: str) -> str:
    return name if len(name) <= 40 else name[:39] + "…"
