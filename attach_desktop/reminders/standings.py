"""What became of each reminder, kept in one setting.

Not in records: it changes several times a day, is worth no former versions and no place in an export, and one small row
is on disk in one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from attach_desktop.reminders.reminder import REMINDERS
from attach_desktop.reminders.timetable import Standing
from attach_desktop.vault.vault import Vault

#: The name of the setting.
STANDING_SETTING = "reminders-standing"


class Standings:
    """What became of the reminders of a vault. One that is not known yet came from elsewhere, and is looked at anew."""

    def __init__(self, vault: Vault) -> None:
        """Those of ``vault``."""
        self._settings, self._changes = vault.settings, vault.changes

    def known(self) -> dict[str, Standing]:
        """By the id of the reminder."""
        kept = self._settings.get(STANDING_SETTING)
        return {str(key): _read(value) for key, value in kept.items()} if isinstance(kept, dict) else {}

    def keep(self, standings: Mapping[str, Standing]) -> bool:
        """Keep these in the place of all that was known; whether anything changed. Who calls it tells the others."""
        if standings == self.known():
            return False
        self._settings.set(STANDING_SETTING, {key: _written(one) for key, one in standings.items()})
        return True

    def tell(self) -> None:
        """Tell whoever listens for reminders."""
        self._changes.notify(REMINDERS.name)


def _written(standing: Standing) -> dict[str, Any]:
    found: dict[str, Any] = {"ignored": standing.ignored, "asked": standing.asked}
    for name in ("handled", "shown", "snoozed"):
        moment: datetime | None = getattr(standing, name)
        found[name] = None if moment is None else moment.isoformat()
    return found


def _read(data: Any) -> Standing:
    """What was kept, as far as it can be read: at the worst a reminder comes once more."""
    try:
        handled, shown, snoozed = (
            datetime.fromisoformat(data[name]) if data[name] else None for name in ("handled", "shown", "snoozed")
        )
        return Standing(
            handled=handled and handled.replace(tzinfo=None),
            shown=shown and shown.replace(tzinfo=None),
            snoozed=snoozed and snoozed.astimezone(UTC),
            ignored=int(data["ignored"]),
            asked=bool(data["asked"]),
        )
    except (TypeError, KeyError, ValueError, OverflowError):
        return Standing()
