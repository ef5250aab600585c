"""When the screen is locked and when the computer is about to sleep: what macOS says of it.

Sources: the distributed notification "com.apple.screenIsLocked" (CoreFoundation, CFNotificationCenter), which Apple
does not document and has sent for many years; and IORegisterForSystemPower (IOKit, Technical Q&A QA1340), by which
sleep waits up to half a minute for our answer. Both come through the run loop that Qt's event loop runs in.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from ctypes import byref, c_char_p, c_int32, c_long, c_ssize_t, c_uint32, c_void_p
from enum import Enum
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

_FRAMEWORKS = "/System/Library/Frameworks"
_SCREEN_IS_LOCKED = b"com.apple.screenIsLocked"
_UTF8, _AT_ONCE = 0x08000100, 4
_MAY_IT_SLEEP, _IT_WILL_SLEEP = 0xE0000270, 0xE0000280

#: (center, observer, name, object, userInfo); (refcon, service, messageType, messageArgument).
_OnNotice = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_OnPower = ctypes.CFUNCTYPE(None, c_void_p, c_uint32, c_uint32, c_void_p)


class Said(Enum):
    """What a message about power says."""

    ASKS = "asks"
    SLEEP = "sleep"


def decoded(message: int) -> Said | None:
    """What a message about power says; both want an answer, and None wants none."""
    return {_MAY_IT_SLEEP: Said.ASKS, _IT_WILL_SLEEP: Said.SLEEP}.get(message)


class Frameworks(NamedTuple):
    """The frameworks of macOS that are asked, and the modes of a run loop in which they answer."""

    core: Any
    power: Any
    modes: c_void_p

    @classmethod
    def load(cls) -> Frameworks:
        """Those of this system. Raises OSError, ValueError or AttributeError where it is not macOS."""
        core = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
        power = ctypes.CDLL(f"{_FRAMEWORKS}/IOKit.framework/IOKit")
        return cls(core, power, c_void_p.in_dll(core, "kCFRunLoopCommonModes"))


class MacSession(QObject):
    """Says ``screen_locked`` and ``about_to_sleep``. Sleep waits until ``may_sleep`` is called (or macOS tires)."""

    screen_locked = Signal()
    about_to_sleep = Signal()

    def __init__(self, frameworks: Frameworks | None = None, parent: QObject | None = None) -> None:
        """Listens at once. What cannot be listened to is not heard, and ``heard`` says so."""
        super().__init__(parent)
        # The system calls these: they must live as long as it may, and raise nothing.
        self._on_notice, self._on_power = _OnNotice(self._noticed), _OnPower(self._powered)
        self._center = self._root = self._waiting = 0
        self._port, self._notifier = c_void_p(), c_uint32()
        try:
            self._core, self._power, self._modes = frameworks or Frameworks.load()
            _declare(self._core, self._power)
        except (OSError, ValueError, AttributeError):
            return
        with suppress(OSError, ctypes.ArgumentError):
            self._listen_for_the_lock()
        with suppress(OSError, ctypes.ArgumentError):
            self._listen_for_sleep()

    @property
    def heard(self) -> tuple[bool, bool]:
        """Whether it can hear of sleep, and of a locked screen."""
        return bool(self._root), bool(self._center)

    def may_sleep(self) -> None:
        """What had to be done before sleep is done."""
        waiting, self._waiting = self._waiting, 0
        if waiting and self._root:
            self._power.IOAllowPowerChange(self._root, waiting)

    def close(self) -> None:
        """Listen no more."""
        self.may_sleep()
        center, self._center = self._center, 0
        if center:
            self._core.CFNotificationCenterRemoveEveryObserver(center, id(self))
        root, self._root = self._root, 0
        if root:
            source = self._power.IONotificationPortGetRunLoopSource(self._port)
            self._core.CFRunLoopRemoveSource(self._core.CFRunLoopGetMain(), source, self._modes)
            self._power.IODeregisterForSystemPower(byref(self._notifier))
            self._power.IOServiceClose(root)
            self._power.IONotificationPortDestroy(self._port)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _listen_for_the_lock(self) -> None:
        center = self._core.CFNotificationCenterGetDistributedCenter()
        if center:
            name = self._core.CFStringCreateWithCString(None, _SCREEN_IS_LOCKED, _UTF8)
            self._core.CFNotificationCenterAddObserver(center, id(self), self._on_notice, name, None, _AT_ONCE)
            self._core.CFRelease(name)
            self._center = center

    def _listen_for_sleep(self) -> None:
        root = self._power.IORegisterForSystemPower(None, byref(self._port), self._on_power, byref(self._notifier))
        if root:
            source = self._power.IONotificationPortGetRunLoopSource(self._port)
            self._core.CFRunLoopAddSource(self._core.CFRunLoopGetMain(), source, self._modes)
            self._root = root

    def _noticed(self, *_: object) -> None:
        if self._center:
            self.screen_locked.emit()

    def _powered(self, _refcon: object, _service: int, message: int, argument: int | None) -> None:
        said = decoded(message)
        if said is Said.ASKS:
            self._power.IOAllowPowerChange(self._root, argument or 0)
        elif said is Said.SLEEP:
            # Another is answered as well: whoever does not answer keeps the computer awake for half a minute.
            self.may_sleep()
            self._waiting = argument or 0
            self.about_to_sleep.emit()


def _declare(core: Any, power: Any) -> None:
    """What the functions take and give: handles are as wide as pointers, which ctypes would cut short."""
    taken_and_given: list[tuple[Any, str, tuple[Any, ...], Any]] = [
        (core, "CFNotificationCenterGetDistributedCenter", (), c_void_p),
        (core, "CFStringCreateWithCString", (c_void_p, c_char_p, c_uint32), c_void_p),
        (
            core,
            "CFNotificationCenterAddObserver",
            (c_void_p, c_void_p, _OnNotice, c_void_p, c_void_p, c_long),
            None,
        ),
        (core, "CFNotificationCenterRemoveEveryObserver", (c_void_p, c_void_p), None),
        (core, "CFRelease", (c_void_p,), None),
        (core, "CFRunLoopGetMain", (), c_void_p),
        (core, "CFRunLoopAddSource", (c_void_p, c_void_p, c_void_p), None),
        (core, "CFRunLoopRemoveSource", (c_void_p, c_void_p, c_void_p), None),
        (power, "IORegisterForSystemPower", (c_void_p, c_void_p, _OnPower, c_void_p), c_uint32),
        (power, "IODeregisterForSystemPower", (c_void_p,), c_int32),
        (power, "IONotificationPortGetRunLoopSource", (c_void_p,), c_void_p),
        (power, "IONotificationPortDestroy", (c_void_p,), None),
        (power, "IOServiceClose", (c_uint32,), c_int32),
        (power, "IOAllowPowerChange", (c_uint32, c_ssize_t), c_int32),
    ]
    for library, name, takes, gives in taken_and_given:
        function = getattr(library, name)
        function.argtypes, function.restype = takes, gives
