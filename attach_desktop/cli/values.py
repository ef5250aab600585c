"""Numbers and moments as they are typed and shown, for records of every kind."""

from __future__ import annotations

from attach_desktop.clock import Clock, Moment
from attach_desktop.vault.kind import JsonObject


def whole(text: str) -> int | str:
    """A whole number, or the text itself where it is none (the reader of the field then says so)."""
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else text


def moment(text: str | None, clock: Clock) -> JsonObject:
    """``--at`` as the documented JSON has it, the present where it was not given."""
    try:
        at = Moment.now(clock) if text is None else Moment.parse(text, assume=clock)
    except (ValueError, OverflowError):
        return {"at": text or "?", "zone": ""}
    return {"at": at.isoformat(), "zone": at.zone}


def moment_text(at: Moment) -> str:
    """Date and time of day, as the wall clock showed them."""
    return at.day.isoformat() if at.at is None else f"{at.day.isoformat()} {at.at:%H:%M}"
