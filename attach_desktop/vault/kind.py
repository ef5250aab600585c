"""What a kind of record is: how its values become the documented JSON, and what of them can be found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from attach_desktop.clock import Moment

T = TypeVar("T")
JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stored(Generic[T]):
    """A value as it lies in the vault. ``created`` and ``updated`` are aware; ``place`` is its place in the order."""

    id: str
    value: T
    created: datetime
    updated: datetime
    place: int = 0


@dataclass(frozen=True, slots=True)
class Binned(Generic[T]):
    """A record in the bin, with the moment it was put there."""

    record: Stored[T]
    binned: datetime


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One kind of record.

    ``name`` is its list in the JSON export; ``number`` (0 to 62, never used twice, never changed) the first part of
    its records' places. ``to_json`` and ``from_json`` turn a value into its documented fields and back (raising
    FaultsError with every fault named). ``moment`` tells when it happened, for its place; ``texts`` what a search
    should find; ``words`` the (field, word) pairs that it can be filtered and counted by.
    """

    name: str
    number: int
    to_json: Callable[[T], JsonObject]
    from_json: Callable[[Mapping[str, Any]], T]
    moment: Callable[[T], Moment]
    texts: Callable[[T], Iterable[str]]
    words: Callable[[T], Iterable[tuple[str, str]]]


def record_json(kind: Kind[T], stored: Stored[T]) -> JsonObject:
    """One record as the documented JSON has it: its fields, its id, and when it was written and last changed."""
    return {
        "id": stored.id,
        **kind.to_json(stored.value),
        "written_at": stored.created.isoformat(),
        "updated_at": stored.updated.isoformat(),
    }
