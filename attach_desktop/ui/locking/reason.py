"""Why the window is locked. The lock page says it: nobody is left to guess which rule it was."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication


class Reason(StrEnum):
    """What locked the window."""

    START = "start"
    ASKED = "asked"
    IDLE = "idle"
    SCREEN = "screen"
    SLEEP = "sleep"
    HIDDEN = "hidden"
    REPLACED = "replaced"
    OVERWRITTEN = "overwritten"


def told(reason: Reason, minutes: int = 0) -> str:
    """The reason as a sentence; ``minutes`` is how long nothing was pressed. Empty for the program's start."""
    texts = {
        Reason.START: "",
        Reason.ASKED: _tr("You locked it."),
        Reason.IDLE: _tr("Nothing was pressed for a minute.")
        if minutes == 1
        else _tr("Nothing was pressed for {minutes} minutes.").format(minutes=minutes),
        Reason.SCREEN: _tr("The screen was locked."),
        Reason.SLEEP: _tr("The computer went to sleep."),
        Reason.HIDDEN: _tr("It was hidden."),
        Reason.REPLACED: _tr("Another program has put other records in their place. Yours are kept beside them."),
        Reason.OVERWRITTEN: _tr(
            "Another program has written into the file of your records. What could still be read of yours is kept"
            " beside it."
        ),
    }
    return texts[reason]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Locking", text)
