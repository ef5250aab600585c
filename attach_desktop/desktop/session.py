"""What a system tells of the person's session: that its screen is locked, that the computer is about to sleep."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance


class Session(Protocol):
    """Hears of both, as far as the system tells. ``about_to_sleep`` has sleep wait until ``may_sleep`` is called."""

    @property
    def screen_locked(self) -> SignalInstance:
        """The person has locked the screen, or left it to somebody else."""
        ...

    @property
    def about_to_sleep(self) -> SignalInstance:
        """The computer is about to sleep, and waits a moment: never longer than the system likes."""
        ...

    @property
    def heard(self) -> tuple[bool, bool]:
        """Whether it can hear of sleep, and of a locked screen, now."""
        ...

    def may_sleep(self) -> None:
        """What had to be done before sleep is done."""
        ...

    def close(self) -> None:
        """Listen no more."""
        ...


def listen(window: Callable[[], int], parent: QObject, system: str = sys.platform) -> Session:
    """What tells of the session on ``system`` (as sys.platform names it). Where nothing does, it hears nothing.

    ``window`` gives the handle of the program's window; only Windows needs one.
    """
    if system == "win32":
        from attach_desktop.desktop.windows_session import WindowsSession

        return WindowsSession(window(), parent=parent)
    if system == "darwin":
        from attach_desktop.desktop.mac_session import MacSession

        return MacSession(parent=parent)
    from attach_desktop.desktop.session_lock import SessionLock

    return SessionLock(parent=parent)
