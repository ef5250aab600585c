"""What every listing of records shares: how many, words that can be looked for, and the documented JSON."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from attach_desktop.cli.request import Request
from attach_desktop.cli.values import whole
from attach_desktop.errors import UsageError
from attach_desktop.vault.finding import Filter, FindingStore
from attach_desktop.vault.kind import Kind, Stored, record_json

T = TypeVar("T")
#: More than this are read in pages, so that a long list need not fit into memory.
_PAGE = 500


def limit_of(text: str | None) -> int | None:
    """``--limit`` as a number, None where it was not given. Raises UsageError for what is none."""
    if text is None:
        return None
    limit = whole(text)
    if not isinstance(limit, int) or limit < 0:
        raise UsageError("not-a-count", option="--limit", given=text[:40])
    return limit


def check_texts(texts: Iterable[str]) -> None:
    """Raises UsageError for words that cannot be looked for: a terminal hands bytes on that are no text."""
    if any(not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text) for text in texts):
        raise UsageError("search-not-text")


def found(store: FindingStore[T], wanted: Filter, limit: int | None) -> Iterable[Stored[T]]:
    """Up to ``limit`` records that ``wanted`` finds, newest first."""
    if limit is not None and limit <= _PAGE:
        return store.find(wanted, limit)
    return islice(store.each_found(wanted), limit)


def say_json(request: Request, kind: Kind[T], records: Iterable[Stored[T]]) -> None:
    """The documented records as a JSON list."""
    say_json_list(request, (record_json(kind, stored) for stored in records))


def say_json_list(request: Request, items: Iterable[object]) -> None:
    """A JSON list of ``items``: one a line, for a script to read whole and a person to search."""
    between = "\n"
    request.stdout.write("[")
    for item in items:
        request.stdout.write(between + request.json(item))
        between = ",\n"
    request.stdout.write("\n]\n")
