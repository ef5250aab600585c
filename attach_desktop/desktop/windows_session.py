"""When the screen is locked and when the computer is about to sleep: what Windows says of it, in a window's messages.

Sources: WTSRegisterSessionNotification and WM_WTSSESSION_CHANGE; WM_POWERBROADCAST with PBT_APMSUSPEND, and
RegisterSuspendResumeNotification, without which computers with "modern standby" say nothing. Windows waits some two
seconds while a window deals with the message: that is how long sleep can be held.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from ctypes import wintypes
from enum import Enum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QDeadlineTimer, QEventLoop, QObject, Signal

#: How Qt calls a message that has come to one of our windows. Messages under way to one are left alone: they come.
_ARRIVED = b"windows_generic_MSG"
_SESSION_CHANGE, _POWER = 0x02B1, 0x0218
#: Locked; and the two ways of leaving the screen to somebody else: another person's turn, a connection that has ended.
_LEFT = (0x7, 0x2, 0x4)
_SUSPEND = 0x0004
_THIS_SESSION, _TO_WINDOW = 0, 0
#: Milliseconds that sleep is held at most, of the two seconds that Windows grants; and one look at what is waiting.
_PATIENCE, _LOOK = 1500, 20


class Said(Enum):
    """What a message says."""

    LOCKED = "locked"
    SLEEP = "sleep"


def decoded(message: int, word: int) -> Said | None:
    """What a window's message with its ``wParam`` says of the session; None for every other message."""
    if message == _SESSION_CHANGE and word in _LEFT:
        return Said.LOCKED
    return Said.SLEEP if message == _POWER and word == _SUSPEND else None


class Libraries(NamedTuple):
    """The libraries of Windows that are asked."""

    user32: Any
    wtsapi32: Any

    @classmethod
    def load(cls) -> Libraries:
        """Those of this system. Raises AttributeError or OSError where it is not Windows."""
        library = getattr(ctypes, "WinDLL")  # noqa: B009 (typed for Windows alone)
        # Loaded for us alone: what is said of their arguments below is nobody else's business.
        return cls(library("user32"), library("wtsapi32"))


class WindowsSession(QObject):
    """Says ``screen_locked`` and ``about_to_sleep``. Sleep waits until ``may_sleep`` is called, or a moment is over."""

    screen_locked = Signal()
    about_to_sleep = Signal()

    def __init__(self, window: int, libraries: Libraries | None = None, parent: QObject | None = None) -> None:
        """Listens at once, with the window whose handle is ``window``. Where that cannot be done it hears nothing."""
        super().__init__(parent)
        self._window = window
        self._holds = self._ready = False
        self._locks = False
        self._power: Any = None
        self._filter: _Filter | None = None
        try:
            self._libraries = libraries or Libraries.load()
        except (OSError, AttributeError):
            return
        # What an older Windows lacks is not heard: then idle time is what locks.
        with suppress(OSError, AttributeError, ctypes.ArgumentError):
            self._listen_for_the_lock()
        with suppress(OSError, AttributeError, ctypes.ArgumentError):
            self._listen_for_modern_sleep()
        app = QCoreApplication.instance()
        if app is not None:
            self._filter = _Filter(self)
            app.installNativeEventFilter(self._filter)

    @property
    def heard(self) -> tuple[bool, bool]:
        """Whether it can hear of sleep, and of a locked screen."""
        listening = self._filter is not None
        # Every window is told of sleep, whether it asked for that or not.
        return listening, listening and self._locks

    def may_sleep(self) -> None:
        """What had to be done before sleep is done."""
        self._ready = True

    def close(self) -> None:
        """Listen no more."""
        self.may_sleep()
        listens, self._filter = self._filter, None
        if listens is None:
            return
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(listens)
        if self._locks:
            self._libraries.wtsapi32.WTSUnRegisterSessionNotification(self._window)
        if self._power:
            self._libraries.user32.UnregisterSuspendResumeNotification(self._power)

    def hear(self, message: int, word: int) -> None:
        """Take in a message that has come to a window of ours."""
        said = decoded(message, word)
        if said is Said.LOCKED:
            self.screen_locked.emit()
        elif said is Said.SLEEP and not self._holds:
            # It comes to every window of ours, and again while we wait here: once is enough.
            self._hold_sleep()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _listen_for_the_lock(self) -> None:
        library = self._libraries.wtsapi32
        library.WTSRegisterSessionNotification.argtypes = (wintypes.HWND, wintypes.DWORD)
        library.WTSRegisterSessionNotification.restype = wintypes.BOOL
        library.WTSUnRegisterSessionNotification.argtypes = (wintypes.HWND,)
        self._locks = bool(library.WTSRegisterSessionNotification(self._window, _THIS_SESSION))

    def _listen_for_modern_sleep(self) -> None:
        library = self._libraries.user32
        library.RegisterSuspendResumeNotification.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        library.RegisterSuspendResumeNotification.restype = wintypes.HANDLE
        library.UnregisterSuspendResumeNotification.argtypes = (wintypes.HANDLE,)
        self._power = library.RegisterSuspendResumeNotification(self._window, _TO_WINDOW)

    def _hold_sleep(self) -> None:
        """Windows waits as long as this takes; what closes the vault comes through the event loop."""
        self._holds, self._ready = True, False
        try:
            self.about_to_sleep.emit()
            left = QDeadlineTimer(_PATIENCE)
            while not self._ready and not left.hasExpired():
                QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _LOOK)
        finally:
            self._holds = False


class _Filter(QAbstractNativeEventFilter):
    """Looks at every message that comes, and keeps none from where it goes."""

    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(self, eventType: Any, message: int) -> object:
        """Called by Qt with the address of a MSG."""
        if bytes(eventType) == _ARRIVED:
            found = wintypes.MSG.from_address(int(message))
            if found.message in (_SESSION_CHANGE, _POWER):
                self._session.hear(found.message, found.wParam)
        return False, 0
