"""JSON files that a person wrote by hand: questionnaires and lists of answers, read with every surprise named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attach_desktop.errors import FaultsError, InputRefusedError, StorageError, fault

#: The longest questionnaire there can be takes a tenth of it.
MAX_BYTES = 1_000_000


def read(path: Path) -> object:
    """What a file holds, as JSON values.

    Raises InputRefusedError where there is no such file, StorageError where it cannot be read, FaultsError where it is
    no JSON text of a sensible size.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InputRefusedError("no-such-file", path=path) from error
    except OSError as error:
        raise StorageError("cannot-open", path=path) from error
    return parse(raw)


def parse(raw: bytes) -> object:
    """What UTF-8 text holds, as JSON values. Raises FaultsError where it is no JSON text of a sensible size."""
    if len(raw) > MAX_BYTES:
        raise FaultsError([fault("file", "file-too-big", limit=MAX_BYTES)])
    twice: list[str] = []
    try:
        data: object = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=lambda pairs: _object(pairs, twice))
    except UnicodeDecodeError as error:
        raise FaultsError([fault("file", "not-utf-8")]) from error
    except json.JSONDecodeError as error:
        raise FaultsError([fault("file", "not-json", line=error.lineno, column=error.colno)]) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets within brackets without end.
        raise FaultsError([fault("file", "not-json", line=1, column=1)]) from error
    if twice:
        raise FaultsError([fault(name[:60], "given-twice") for name in dict.fromkeys(twice)])
    return data


def _object(pairs: list[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    # Python would keep the last of two equal names in silence; the person would wonder where the first one went.
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice += [name for name in found if names.count(name) > 1]
    return found
