"""What the window offers its pages (the Shell), and what the program around it offers the window (the Desk)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from attach_desktop.errors import AttachError

if TYPE_CHECKING:
    from attach_desktop.ui.locking.choices import Step
    from attach_desktop.ui.reminding.reach import ReminderDesk
    from attach_desktop.vault.finding import Filter


class Shell(Protocol):
    """Handed to every page."""

    @property
    def reminders(self) -> ReminderDesk | None:
        """What brings reminders up; None until the window has been painted, and in a window by itself."""
        ...

    def say(self, text: str) -> None:
        """Show a quiet line, such as "Saved 21:40"."""
        ...

    def offer_undo(self, text: str, undo: Callable[[], object], step: str) -> None:
        """Say what was done and offer the way back (also Ctrl+Z), until the next thing is done."""
        ...

    def show_journal(self, begin: date, end: date) -> None:
        """Open the journal on the days from ``begin`` to ``end``."""
        ...

    def show_entries(self, wanted: Filter) -> None:
        """Open the journal on the entries that ``wanted`` finds."""
        ...

    def open_tab(self, key: str) -> object:
        """Show a tab and give its page the focus."""
        ...

    def open_entry(self, record_id: str) -> None:
        """Open one entry in the journal, to read."""
        ...

    def write_entry(self, values: dict[str, Any]) -> None:
        """Go on writing a new entry in the journal, with what there is of it already."""
        ...

    def look_around(self) -> None:
        """Open a second window on made-up records."""
        ...

    def protect(self) -> None:
        """Offer to set a passphrase."""
        ...

    def complain(self, error: AttachError) -> None:
        """Tell a known error: what happened, what is safe, what to do next."""
        ...


def attempt(shell: Shell, act: Callable[[], object]) -> bool:
    """Do something to the records; a known error is told, and False returned."""
    try:
        act()
    except AttachError as error:
        shell.complain(error)
        return False
    return True


class Desk(Protocol):
    """What the window asks of the program around it, which outlives an open vault."""

    def lock_now(self) -> None:
        """Lock, because the person said so."""
        ...

    def hide_window(self) -> None:
        """Take the window out of sight at once."""
        ...

    def open_passphrase(self, step: Step) -> None:
        """Set, change or remove the passphrase."""
        ...

    def open_bin(self) -> None:
        """Show what was deleted."""
        ...

    def open_backups(self) -> None:
        """Show the backups."""
        ...

    def open_privacy(self) -> None:
        """Show where everything lies and what protects it."""
        ...

    def may_close(self) -> bool:
        """Whether closing the window ends the program; otherwise it has been hidden instead."""
        ...

    def quit(self) -> None:
        """End the program; what is half-written is kept."""
        ...
