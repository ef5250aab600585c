"""One record from its documented fields: the value, its identity, and when it was written and last changed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Kind, Stored

#: The fields that every record has besides those of its kind.
ENVELOPE = ("id", "written_at", "updated_at")
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def record_from(kind: Kind[Any], data: Mapping[str, Any], now: datetime) -> Stored[Any]:
    """The record that ``data`` describes. Raises FaultsError with every fault named.

    A record without an id gets one derived from what it says, so that reading it again finds it. One without
    ``written_at`` counts as written when it happened, so that it never wins over what was changed by hand since.
    """
    faults: list[Fault] = []
    record_id = _id(data, faults)
    written = _moment(data, "written_at", faults)
    updated = _moment(data, "updated_at", faults)
    try:
        value = kind.from_json(data)
    except FaultsError as error:
        raise FaultsError([*faults, *error.faults]) from error
    if faults:
        raise FaultsError(faults)
    supposed = supposed_writing(kind.moment(value), now)
    return Stored(
        record_id or content_id(kind, value),
        value,
        written or supposed[0],
        updated or written or supposed[1],
    )


def content_id(kind: Kind[Any], value: Any) -> str:
    """An id that two values of ``kind`` share exactly if they say the same."""
    return derived_id(kind.name, json.dumps(kind.to_json(value), sort_keys=True, ensure_ascii=False))


def supposed_writing(moment: Moment, now: datetime) -> tuple[datetime, datetime]:
    """When a record of ``moment`` was written and changed, where nothing says so.

    Both are the moment itself. One that is still to come was written now; its change is put long ago, so that
    reading the same file tomorrow does not look like news.
    """
    instant = moment.instant or moment.wall.replace(tzinfo=UTC)
    if instant > now:
        return now, _LONG_AGO
    try:
        utc = instant.astimezone(UTC)
    except OverflowError:  # the first hours of the year 1
        utc = moment.wall.replace(tzinfo=UTC)
    return utc, utc


def _id(data: Mapping[str, Any], faults: list[Fault]) -> str | None:
    given = data.get("id")
    if given is None:
        return None
    if isinstance(given, str) and _ID.fullmatch(given):
        return given
    faults.append(fault("id", "not-an-id"))
    return None


def _moment(data: Mapping[str, Any], field: str, faults: list[Fault]) -> datetime | None:
    given = data.get(field)
    if given is None:
        return None
    if not isinstance(given, str):
        faults.append(fault(field, "not-a-text"))
        return None
    try:
        moment = datetime.fromisoformat(given.strip())
        if moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    faults.append(fault(field, "not-a-moment", given=given[:40]))
    return None
