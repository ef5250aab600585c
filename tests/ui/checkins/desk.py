"""A program around the window that notes what the page of reminders asks of it, and can say no."""

from __future__ import annotations

from attach_desktop.errors import StorageError
from attach_desktop.ui.reminding.reach import Reach


class NotedDesk:
    """Has what ``reach_now`` says."""

    def __init__(self) -> None:
        self.reach_now = Reach("dunst", True)
        self.tried = 0
        self.on = {"stay": False, "session": False}
        self.refuses = False

    def reach(self) -> Reach:
        """As set."""
        return self.reach_now

    def try_now(self) -> tuple[str, ...]:
        """Note it."""
        self.tried += 1
        return ("bar", "notification")

    def starts_with_session(self) -> bool:
        """As chosen."""
        return self.on["session"]

    def start_with_session(self, *, on: bool) -> None:
        """Choose, or refuse."""
        if self.refuses:
            raise StorageError("autostart", path="somewhere")
        self.on["session"] = on

    def stays(self) -> bool:
        """As chosen."""
        return self.on["stay"]

    def stay(self, *, on: bool) -> None:
        """Choose."""
        self.on["stay"] = on
