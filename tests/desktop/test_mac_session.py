"""What macOS says of the session. The frameworks are stand-ins that note what they are asked and call back through

ctypes as the real ones do, for there is no macOS where these tests run: that macOS calls is not shown here.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import c_void_p
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.desktop.mac_session import Frameworks, MacSession, Said, decoded
from tests.desktop.foreign import Library

CENTER, NAME, LOOP, SOURCE, PORT = 0x7F00_0000_1000, 0x7F00_0000_2000, 0x7F00_0000_3000, 0x7F00_0000_4000, 0x51
ROOT, NOTIFIER, MODES = 0x1703, 0x1A0B, c_void_p(0x7F00_0000_5000)
CAN_SLEEP, WILL_SLEEP, WILL_NOT, POWERED_ON = 0xE0000270, 0xE0000280, 0xE0000290, 0xE0000300


@pytest.mark.parametrize(
    ("message", "said"), [(CAN_SLEEP, Said.ASKS), (WILL_SLEEP, Said.SLEEP), (WILL_NOT, None), (POWERED_ON, None)]
)
def test_messages_are_told_apart(message: int, said: Said | None) -> None:
    assert decoded(message) is said


class Mac:
    """The frameworks, and what macOS does with what it was given."""

    def __init__(self, *, center: int = CENTER, root: int = ROOT) -> None:
        self._notice: Callable[..., Any] = lambda *_: None
        self._power: Callable[..., Any] = lambda *_: None
        self.core = Library(
            CFNotificationCenterGetDistributedCenter=lambda: center,
            CFStringCreateWithCString=lambda *_: NAME,
            CFNotificationCenterAddObserver=self._observe,
            CFNotificationCenterRemoveEveryObserver=lambda *_: None,
            CFRelease=lambda *_: None,
            CFRunLoopGetMain=lambda: LOOP,
            CFRunLoopAddSource=lambda *_: None,
            CFRunLoopRemoveSource=lambda *_: None,
        )
        self.power = Library(
            IORegisterForSystemPower=lambda *given: self._register(root, *given),
            IODeregisterForSystemPower=lambda *_: 0,
            IONotificationPortGetRunLoopSource=lambda *_: SOURCE,
            IONotificationPortDestroy=lambda *_: None,
            IOServiceClose=lambda *_: 0,
            IOAllowPowerChange=lambda *_: 0,
        )
        self.frameworks = Frameworks(self.core, self.power, MODES)

    def _observe(self, center: int, observer: int, callback: Any, name: int, thing: None, behaviour: int) -> None:
        self._notice = lambda: callback(center, observer, name, thing, None)

    def _register(self, root: int, refcon: None, port: Any, callback: Any, notifier: Any) -> int:
        port._obj.value, notifier._obj.value = PORT, NOTIFIER
        self._power = lambda message, argument: callback(refcon, root, message, argument)
        return root

    def lock_screen(self) -> None:
        self._notice()

    def say(self, message: int, argument: int) -> None:
        self._power(message, argument)

    def allowed(self) -> list[tuple[Any, ...]]:
        return self.power.arguments("IOAllowPowerChange")


def test_a_locked_screen_is_heard(qapp: QApplication, qtbot: QtBot) -> None:
    mac = Mac()
    session = MacSession(mac.frameworks)
    assert session.heard == (True, True)
    assert mac.core.arguments("CFStringCreateWithCString")[0][1] == b"com.apple.screenIsLocked"
    assert mac.core.arguments("CFRelease") == [(NAME,)]
    with qtbot.waitSignal(session.screen_locked):
        mac.lock_screen()
    session.close()


def test_sleep_waits_for_the_answer(qapp: QApplication, qtbot: QtBot) -> None:
    mac = Mac()
    session = MacSession(mac.frameworks)
    assert mac.core.arguments("CFRunLoopAddSource") == [(LOOP, SOURCE, MODES)]
    with qtbot.waitSignal(session.about_to_sleep):
        mac.say(WILL_SLEEP, 41)
    assert mac.allowed() == []
    session.may_sleep()
    session.may_sleep()
    assert mac.allowed() == [(ROOT, 41)]
    session.close()


def test_a_question_is_answered_at_once_and_locks_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    mac = Mac()
    session = MacSession(mac.frameworks)
    with qtbot.assertNotEmitted(session.about_to_sleep):
        mac.say(CAN_SLEEP, 40)
        mac.say(WILL_NOT, 0)
        mac.say(POWERED_ON, 0)
    assert mac.allowed() == [(ROOT, 40)]
    session.close()


def test_no_sleep_is_left_without_an_answer(qapp: QApplication) -> None:
    mac = Mac()
    session = MacSession(mac.frameworks)
    mac.say(WILL_SLEEP, 41)
    mac.say(WILL_SLEEP, 42)
    assert mac.allowed() == [(ROOT, 41)]
    session.close()
    assert mac.allowed() == [(ROOT, 41), (ROOT, 42)]


def test_closing_gives_everything_back_once(qapp: QApplication, qtbot: QtBot) -> None:
    mac = Mac()
    session = MacSession(mac.frameworks)
    session.close()
    session.close()
    assert mac.core.names().count("CFNotificationCenterRemoveEveryObserver") == 1
    assert mac.core.arguments("CFRunLoopRemoveSource") == [(LOOP, SOURCE, MODES)]
    # The source is the port's: it goes before the port does.
    assert mac.power.names()[-3:] == ["IODeregisterForSystemPower", "IOServiceClose", "IONotificationPortDestroy"]
    assert session.heard == (False, False)
    with qtbot.assertNotEmitted(session.screen_locked):
        mac.lock_screen()


@pytest.mark.parametrize(("center", "root", "heard"), [(0, ROOT, (True, False)), (CENTER, 0, (False, True))])
def test_what_macos_refuses_is_not_heard(qapp: QApplication, center: int, root: int, heard: tuple[bool, bool]) -> None:
    session = MacSession(Mac(center=center, root=root).frameworks)
    assert session.heard == heard
    session.close()


def test_a_function_that_is_missing_is_no_trouble(qapp: QApplication) -> None:
    mac = Mac()
    del mac.core.CFNotificationCenterAddObserver  # type: ignore[attr-defined]
    session = MacSession(mac.frameworks)
    assert session.heard == (False, False)
    session.may_sleep()
    session.close()
