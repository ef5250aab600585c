"""Whether reminders can reach the person on this desktop, said as it is. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Reach:
    """What the desktop has: the name of its notification service (empty without one), and whether with buttons;

    whether there is a tray, and whether it shows messages; whether the program ``stays`` when its window is closed, and
    whether a passphrase keeps the times from being known until the first unlocking (``sealed``).
    """

    service: str = ""
    buttons: bool = False
    tray: bool = False
    messages: bool = False
    stays: bool = False
    sealed: bool = False


class ReminderDesk(Protocol):
    """What the program around the window offers the page of reminders."""

    def reach(self) -> Reach:
        """Ask the desktop what it has."""
        ...

    def try_now(self) -> tuple[str, ...]:
        """Bring up a reminder that is none; the ways taken: "notification", "tray", "bar", "window"."""
        ...

    def starts_with_session(self) -> bool:
        """Whether the session starts the program."""
        ...

    def start_with_session(self, *, on: bool) -> None:
        """Have the session start the program, hidden, or not. Raises StorageError."""
        ...

    def stays(self) -> bool:
        """Whether the program stays in the background when its window is closed."""
        ...

    def stay(self, *, on: bool) -> None:
        """Have it stay, or not."""
        ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reach", text)


def sentences(reach: Reach) -> list[str]:
    """The facts in sentences, the most important first."""
    told = [_first(reach), _tr("In the window, a line above the tabs says it as well.")]
    if reach.stays:
        told.append(_tr("When the window is closed, Attach stays in the background and reminders go on coming."))
    else:
        told.append(_tr("When the window is closed, nothing comes until it is opened again."))
    told.append(_tr("While the computer sleeps or is off, nothing comes. What was missed comes once, as one, later."))
    if reach.sealed:
        told.append(
            _tr("After a start, reminders begin once Attach was unlocked: until then it cannot know the times.")
        )
    if reach.service:
        told.append(_tr("Attach asks the desktop to keep no history of them. Some desktops keep one all the same."))
    return told


def _first(reach: Reach) -> str:
    if reach.service and reach.buttons:
        return _tr("This desktop shows notifications ({service}), with buttons to answer.").format(
            service=reach.service
        )
    if reach.service:
        return _tr("This desktop shows notifications ({service}), without buttons. The window has the answers.").format(
            service=reach.service
        )
    if reach.messages:
        return _tr("This desktop shows no notifications. A message comes up at the icon in the tray.")
    return _tr("This desktop shows no notifications. While the window is hidden, a small window of our own comes up.")


def ways_words(ways: tuple[str, ...]) -> str:
    """Where a reminder has just come up."""
    if "notification" in ways:
        return _tr("The desktop took a notification, and there is a line above the tabs.")
    if "tray" in ways:
        return _tr("There is a message at the icon in the tray, and a line above the tabs.")
    if "window" in ways:
        return _tr("A small window came up, and there is a line above the tabs.")
    return _tr("There is a line above the tabs. This desktop took nothing else.")
