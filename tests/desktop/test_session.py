"""Which one listens on which system, and that none of them minds a system that it was not made for."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from attach_desktop.desktop.mac_session import MacSession
from attach_desktop.desktop.session import listen
from attach_desktop.desktop.session_lock import SessionLock
from attach_desktop.desktop.windows_session import WindowsSession


def no_window() -> int:
    raise AssertionError("only Windows needs the window")


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries of the others would be there")
@pytest.mark.parametrize(("system", "kind"), [("win32", WindowsSession), ("darwin", MacSession)])
def test_without_the_libraries_of_a_system_nothing_is_heard_and_nothing_fails(
    qapp: QApplication, system: str, kind: type[QObject]
) -> None:
    parent = QObject()
    session = listen(lambda: 17, parent, system)
    assert isinstance(session, kind)
    assert session.parent() is parent
    assert session.heard == (False, False)
    session.may_sleep()
    session.close()


def test_everywhere_else_the_buses_are_asked_and_no_window(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    parent = QObject()
    session = listen(no_window, parent, "linux")
    assert isinstance(session, SessionLock)
    assert session.heard == (False, False)
    session.close()
