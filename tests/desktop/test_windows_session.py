"""What Windows says of the session. The messages are real ones in memory; the libraries are stand-ins that note what

they are asked, for there is no Windows where these tests run: that Windows sends these messages is not shown here.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import addressof, wintypes
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.desktop import windows_session
from attach_desktop.desktop.windows_session import Libraries, Said, WindowsSession, decoded
from tests.desktop.foreign import Library

WINDOW, POWER = 0x7FFF_0001_0042, 0x1_0000_0007
SESSION_CHANGE, POWER_BROADCAST, MOUSE_MOVE = 0x2B1, 0x218, 0x200
LOCK, UNLOCK, SUSPEND, RESUME = 7, 8, 4, 18


@pytest.mark.parametrize(
    ("message", "word", "said"),
    [
        (SESSION_CHANGE, LOCK, Said.LOCKED),
        (SESSION_CHANGE, 2, Said.LOCKED),
        (SESSION_CHANGE, 4, Said.LOCKED),
        (SESSION_CHANGE, UNLOCK, None),
        (SESSION_CHANGE, 1, None),
        (SESSION_CHANGE, 5, None),
        (POWER_BROADCAST, SUSPEND, Said.SLEEP),
        (POWER_BROADCAST, RESUME, None),
        (POWER_BROADCAST, LOCK, None),
        (POWER_BROADCAST, 10, None),
        (MOUSE_MOVE, LOCK, None),
        (MOUSE_MOVE, SUSPEND, None),
    ],
)
def test_messages_are_told_apart(message: int, word: int, said: Said | None) -> None:
    assert decoded(message, word) is said


def libraries(*, registered: bool = True, modern: bool = True) -> Libraries:
    """Those of Windows 8 and later, or (not ``modern``) of one that has no notification of sleep."""
    power: dict[str, Callable[..., Any]] = {
        "RegisterSuspendResumeNotification": lambda *_: POWER,
        "UnregisterSuspendResumeNotification": lambda *_: 1,
    }
    session: dict[str, Callable[..., Any]] = {
        "WTSRegisterSessionNotification": lambda *_: int(registered),
        "WTSUnRegisterSessionNotification": lambda *_: 1,
    }
    return Libraries(Library(**(power if modern else {})), Library(**session))


def send(session: WindowsSession, message: int, word: int, kind: bytes = b"windows_generic_MSG") -> object:
    """Hand a message to it as Qt does: by its address."""
    sent = wintypes.MSG()
    sent.message, sent.wParam = message, word
    listener = session._filter
    assert listener is not None
    return listener.nativeEventFilter(QByteArray(kind), addressof(sent))


def test_it_asks_for_its_own_session_with_the_window_and_gives_it_back(qapp: QApplication) -> None:
    used = libraries()
    session = WindowsSession(WINDOW, used)
    assert session.heard == (True, True)
    assert used.wtsapi32.called == [("WTSRegisterSessionNotification", (WINDOW, 0))]
    assert used.user32.called == [("RegisterSuspendResumeNotification", (WINDOW, 0))]
    # A handle is as wide as a pointer.
    assert used.wtsapi32.WTSRegisterSessionNotification.argtypes[0] is wintypes.HWND
    assert used.user32.RegisterSuspendResumeNotification.restype is wintypes.HANDLE
    session.close()
    session.close()
    assert used.wtsapi32.arguments("WTSUnRegisterSessionNotification") == [(WINDOW,)]
    assert used.user32.arguments("UnregisterSuspendResumeNotification") == [(POWER,)]
    assert session.heard == (False, False)


def test_a_locked_screen_is_heard_and_the_message_goes_on_to_the_window(qapp: QApplication, qtbot: QtBot) -> None:
    session = WindowsSession(WINDOW, libraries())
    with qtbot.waitSignal(session.screen_locked):
        kept = send(session, SESSION_CHANGE, LOCK)
    assert kept == (False, 0)
    with qtbot.assertNotEmitted(session.screen_locked):
        send(session, SESSION_CHANGE, UNLOCK)
        send(session, MOUSE_MOVE, LOCK)
        # Still under way to the window: it is heard when it arrives.
        send(session, SESSION_CHANGE, LOCK, b"windows_dispatcher_MSG")
    session.close()


def test_sleep_is_held_until_the_work_in_the_event_loop_is_done(qapp: QApplication) -> None:
    session = WindowsSession(WINDOW, libraries())
    done: list[str] = []

    def work() -> None:
        done.append("locked")
        session.may_sleep()

    session.about_to_sleep.connect(lambda: QTimer.singleShot(0, work))
    send(session, POWER_BROADCAST, SUSPEND)
    assert done == ["locked"]
    session.close()


def test_what_comes_again_while_it_is_held_is_one_sleep(qapp: QApplication) -> None:
    """Every window of ours is told of it: the second must not let go of what waits for the first."""
    session = WindowsSession(WINDOW, libraries())
    told: list[str] = []

    def sleeping() -> None:
        told.append("sleep")
        QTimer.singleShot(0, lambda: send(session, POWER_BROADCAST, SUSPEND))
        QTimer.singleShot(0, session.may_sleep)

    session.about_to_sleep.connect(sleeping)
    send(session, POWER_BROADCAST, SUSPEND)
    assert told == ["sleep"]
    # Another night.
    session.about_to_sleep.disconnect(sleeping)
    session.about_to_sleep.connect(lambda: told.append("again"))
    session.about_to_sleep.connect(session.may_sleep)
    send(session, POWER_BROADCAST, SUSPEND)
    assert told == ["sleep", "again"]
    session.close()


def test_sleep_is_held_no_longer_than_windows_waits(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_session, "_PATIENCE", 60)
    session = WindowsSession(WINDOW, libraries())
    timer = QElapsedTimer()
    timer.start()
    send(session, POWER_BROADCAST, SUSPEND)
    assert timer.elapsed() >= 60
    session.close()


def test_where_the_window_is_not_registered_only_sleep_is_heard(qapp: QApplication) -> None:
    used = libraries(registered=False)
    session = WindowsSession(WINDOW, used)
    assert session.heard == (True, False)
    session.close()
    assert used.wtsapi32.names() == ["WTSRegisterSessionNotification"]


def test_an_older_windows_is_no_trouble(qapp: QApplication, qtbot: QtBot) -> None:
    used = libraries(modern=False)
    session = WindowsSession(WINDOW, used)
    assert session.heard == (True, True)
    session.about_to_sleep.connect(session.may_sleep)
    with qtbot.waitSignal(session.about_to_sleep):
        send(session, POWER_BROADCAST, SUSPEND)
    session.close()
    assert used.user32.called == []


def test_qt_takes_the_filter_in_and_lets_it_go(qapp: QApplication) -> None:
    """Installed for real: every native event of this system passes through it, and none is its business."""
    session = WindowsSession(WINDOW, libraries())
    QCoreApplication.processEvents()
    session.close()
    QCoreApplication.processEvents()
    assert session._filter is None
