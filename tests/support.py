"""What tests of every room share: a clock that stands still until it is moved, and vaults that get closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from attach_desktop.changes import Changes
from attach_desktop.clock import Clock
from attach_desktop.vault.key import KeyCost
from attach_desktop.vault.vault import Vault

ZONE = "Europe/Berlin"
#: A Sunday evening in winter time, two weeks after the clocks went back.
NOW = datetime(2026, 11, 8, 20, 40, tzinfo=ZoneInfo(ZONE))
#: scrypt at a cost of milliseconds, for tests that are not about its strength.
CHEAP_COSTS = (KeyCost(n=2**4, r=8, p=1),)


class FixedClock:
    """A clock that stands still until ``advance`` moves it; ``present`` must be aware, in the zone ``zone``."""

    def __init__(self, present: datetime = NOW, zone: str = ZONE) -> None:
        self._present = present
        self._zone = zone

    def now(self) -> datetime:
        """The moment the clock stands at."""
        return self._present

    def zone_name(self) -> str:
        """The name of its zone."""
        return self._zone

    def advance(self, by: timedelta) -> datetime:
        """Let ``by`` pass, as a stopwatch counts (a change to summer time moves the hands as well); the new now."""
        self._present = (self._present.astimezone(UTC) + by).astimezone(self._present.tzinfo)
        return self._present


class Vaults:
    """Opens vaults in one folder and closes them all in the end."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder = folder
        self._clock = clock
        self._open: list[Vault] = []

    def __call__(
        self,
        name: str = "attach.vault",
        passphrase: str | None = None,
        clock: Clock | None = None,
        changes: Changes | None = None,
    ) -> Vault:
        """The vault in the file ``name``, created if it is new: encrypted (cheaply) where a passphrase is given.

        The same name gives a second connection to the same file, as another process would have.
        """
        vault = Vault.open(
            self.folder / name,
            clock or self._clock,
            changes or Changes(),
            ask=None if passphrase is None else lambda: passphrase,
            costs=CHEAP_COSTS,
        )
        self._open.append(vault)
        return vault

    def close(self) -> None:
        """Close every vault that was opened; one that a test has closed already is left alone."""
        for vault in self._open:
            vault.close()
        self._open.clear()
