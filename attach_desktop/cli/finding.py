"""Finds the records that ids on the command line mean. The beginning of an id is enough where no other shares it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeVar

from attach_desktop.cli.grammar import PROGRAM
from attach_desktop.errors import InputRefusedError
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.lookup import Lookup

T = TypeVar("T")
#: How much of an id is shown: the milliseconds of a version 7 id, 48 bits of any other.
SHOWN = 13


def one_live(store: Lookup[T], given: str, command: str = PROGRAM) -> Stored[T]:
    """The record that ``given`` means. Raises InputRefusedError if none or several do, or if it lies in the bin.

    ``command`` is what knows ``restore`` and ``bin`` for this kind of record.
    """
    found = matching(store, given)
    live = [record for name in found if (record := store.get(name)) is not None]
    if len(live) > 1:
        raise InputRefusedError("ambiguous-id", id=given[:40])
    if not live:
        raise InputRefusedError("in-the-bin", id=given[:40], command=command)
    return live[0]


def every_live(store: Lookup[T], given: Sequence[str], command: str = PROGRAM) -> list[str]:
    """The ids of all that ``given`` means, each once."""
    return list(dict.fromkeys(one_live(store, name, command).id for name in given))


def every_binned(store: Lookup[T], given: Sequence[str], command: str = PROGRAM) -> list[str]:
    """The ids of all in the bin that ``given`` means. Raises InputRefusedError unless each means just one there."""
    binned: dict[str, None] = {}
    for name in given:
        found = matching(store, name)
        gone = [record_id for record_id in found if store.get(record_id) is None]
        if len(gone) > 1:
            raise InputRefusedError("ambiguous-id", id=name[:40])
        if not gone:
            raise InputRefusedError("not-in-the-bin", id=name[:40], command=command)
        binned[gone[0]] = None
    return list(binned)


def matching_any(stores: Sequence[Lookup[Any]], given: str) -> list[tuple[Lookup[Any], str]]:
    """Records of any kind, live and binned, that ``given`` may mean, each with its store; a whole id means only itself.

    Raises InputRefusedError if there are none.
    """
    found: list[tuple[Lookup[Any], str]] = []
    for store in stores:
        with suppress(InputRefusedError):
            found += [(store, record_id) for record_id in matching(store, given)]
    if not found:
        raise InputRefusedError("no-such-record", id=given[:40])
    whole = given.strip()
    return [pair for pair in found if pair[1] in (whole, whole.lower())] or found


def the_one(stores: Sequence[Lookup[Any]], given: str, *, binned: bool) -> str:
    """The id of the record of any kind that ``given`` means, live or in the bin.

    Raises InputRefusedError if none or several do, or if it lies in the other place.
    """
    found = [
        record_id
        for store, record_id in matching_any(stores, given)
        if (store.in_bin(record_id) if binned else store.get(record_id)) is not None
    ]
    if len(found) > 1:
        raise InputRefusedError("ambiguous-id", id=given[:40])
    if not found:
        raise InputRefusedError("not-in-the-bin" if binned else "in-the-bin", id=given[:40], command=PROGRAM)
    return found[0]


def matching(store: Lookup[T], given: str) -> list[str]:
    """Ids of live and binned records that ``given`` may mean. Raises InputRefusedError if there are none."""
    prefix = given.strip()
    if prefix.isascii() and prefix.replace("-", "").isalnum():
        # Our own ids are in small letters; other programs' ids came in as they were.
        for spelled in dict.fromkeys((prefix, prefix.lower())):
            if found := store.matching_ids(spelled):
                return [spelled] if spelled in found else found
    raise InputRefusedError("no-such-record", id=given[:40])
