"""What the person chose about locking and hiding. Kept in the vault, like every other choice."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from attach_desktop.vault.keeping import Settings

_NAME = "locking"
#: Minutes without a key or a click; 0 is never.
MINUTES = (1, 2, 5, 10, 15, 30, 60, 0)
#: In Qt's portable notation of keys; empty is none.
HIDE_KEY = "Esc, Esc"


class Step(Enum):
    """What is to be done about the passphrase."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Choices:
    """When it locks and how it hides."""

    minutes: int = 10
    screen: bool = True
    sleep: bool = True
    hidden: bool = True
    hide_key: str = HIDE_KEY
    discreet: bool = False

    @classmethod
    def read(cls, settings: Settings) -> Choices:
        """What is kept; where something is not, or is not by this program, what it is at first."""
        kept, plain = settings.get(_NAME), cls()
        if not isinstance(kept, dict):
            return plain

        def one(name: str, before: Any) -> Any:
            value = kept.get(name)
            return value if type(value) is type(before) else before

        minutes = one("minutes", plain.minutes)
        return cls(
            minutes if minutes in MINUTES else plain.minutes,
            one("screen", plain.screen),
            one("sleep", plain.sleep),
            one("hidden", plain.hidden),
            one("hide_key", plain.hide_key),
            one("discreet", plain.discreet),
        )

    def write(self, settings: Settings) -> None:
        """Keep them. Raises StorageError."""
        settings.set(
            _NAME,
            {
                "minutes": self.minutes,
                "screen": self.screen,
                "sleep": self.sleep,
                "hidden": self.hidden,
                "hide_key": self.hide_key,
                "discreet": self.discreet,
            },
        )
