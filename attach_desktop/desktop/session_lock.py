"""When the screen is locked and when the computer is about to sleep: what the system says of it (Linux, D-Bus).

Sources: org.freedesktop.login1 (logind: PrepareForSleep, Lock, and the delay lock that has sleep wait for us), and
ActiveChanged of org.freedesktop.ScreenSaver and its relatives. It listens in Qt's event loop and wakes for nothing
else. Where there is no such bus it hears nothing, and says so in ``heard``. (Windows: windows_session.py; macOS:
mac_session.py.)
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
#: Seconds for the bus to let us in; after that the window goes on without.
_PATIENCE = 1.0
#: What a list of those who delay sleep shows. It says nothing of what this is.
_WHO, _WHY = "Notes", "Saving"

_Hear = Callable[[Any], None]


class SessionLock(QObject):
    """Says ``screen_locked`` and ``about_to_sleep``. Sleep waits until ``may_sleep`` is called (or logind tires)."""

    screen_locked = Signal()
    about_to_sleep = Signal()

    def __init__(self, environment: Mapping[str, str] | None = None, parent: QObject | None = None) -> None:
        """Listens at once. ``environment`` (the process's own by default) names the buses and the session."""
        super().__init__(parent)
        found = os.environ if environment is None else environment
        self._delay: Any = None
        self._session_path = ""
        self._system = _Line.open(found.get("DBUS_SYSTEM_BUS_ADDRESS") or "SYSTEM", self._of_system, self)
        session = found.get("DBUS_SESSION_BUS_ADDRESS", "")
        self._session = _Line.open(session, self._of_session, self) if session else None
        if self._system is not None:
            self._system.listen(_MANAGER, "PrepareForSleep")
            self._system.listen(_SESSION, "Lock")
            self._ask_for_session(found.get("XDG_SESSION_ID", ""))
            self._ask_for_delay()
        if self._session is not None:
            for saver in _SAVERS:
                self._session.listen(saver, "ActiveChanged")

    @property
    def heard(self) -> tuple[bool, bool]:
        """Whether it can hear of sleep, and of a locked screen."""
        system = self._system is not None and self._system.is_open
        return system, system or (self._session is not None and self._session.is_open)

    def may_sleep(self) -> None:
        """What had to be done before sleep is done."""
        delay, self._delay = self._delay, None
        if delay is not None:
            delay.close()

    def close(self) -> None:
        """Listen no more."""
        self.may_sleep()
        for line in (self._system, self._session):
            if line is not None:
                line.close()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _of_system(self, message: Any) -> None:
        from jeepney import HeaderFields

        member = message.header.fields[HeaderFields.member]
        if member == "PrepareForSleep":
            if message.body[0]:
                self.about_to_sleep.emit()
            else:
                self._ask_for_delay()
        elif member == "Lock" and message.header.fields[HeaderFields.path] == self._session_path:
            self.screen_locked.emit()

    def _of_session(self, message: Any) -> None:
        if message.body and message.body[0] is True:
            self.screen_locked.emit()

    def _ask_for_session(self, session_id: str) -> None:
        """Which session is ours: another person's being locked is none of our business."""

        def answered(body: Any) -> None:
            self._session_path = str(body[0])

        if self._system is not None:
            if session_id:
                self._system.call(_MANAGER, "GetSession", "s", (session_id,), answered)
            else:
                self._system.call(_MANAGER, "GetSessionByPID", "u", (os.getpid(),), answered)

    def _ask_for_delay(self) -> None:
        """Have sleep wait a moment for us: logind gives a descriptor, and waits while it is open (5 s at most)."""

        def answered(body: Any) -> None:
            self.may_sleep()
            self._delay = body[0]

        if self._system is not None:
            self._system.call(_MANAGER, "Inhibit", "ssss", ("sleep", _WHO, _WHY, "delay"), answered)


class _Line(QObject):
    """A connection to one bus that is read when there is something to read."""

    def __init__(self, connection: Any, hear: _Hear, parent: QObject) -> None:
        super().__init__(parent)
        self._connection, self._hear = connection, hear
        self._answers: dict[int, _Hear] = {}
        self._notifier = QSocketNotifier(connection.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @classmethod
    def open(cls, address: str, hear: _Hear, parent: QObject) -> _Line | None:
        """A line to the bus at ``address``; None where there is none."""
        try:
            from jeepney import DBusErrorResponse
            from jeepney.io.blocking import open_dbus_connection
        except ImportError:
            return None
        try:
            connection = open_dbus_connection(address, enable_fds=True, auth_timeout=_PATIENCE)
        except (OSError, RuntimeError, ValueError, KeyError, DBusErrorResponse):
            return None
        return cls(connection, hear, parent)

    @property
    def is_open(self) -> bool:
        """Whether the bus is still there."""
        return self._connection is not None

    def listen(self, interface: str, member: str) -> None:
        """Have the bus send us a signal."""
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        rule = MatchRule(type="signal", interface=interface, member=member)
        self._send(message_bus.AddMatch(rule))

    def call(self, interface: str, member: str, signature: str, body: tuple[Any, ...], answered: _Hear) -> None:
        """Call logind; ``answered`` hears what comes back, if anything but an error does."""
        from jeepney import DBusAddress, new_method_call

        where = DBusAddress(_LOGIN_PATH, _LOGIN, interface)
        self._send(new_method_call(where, member, signature, body), answered)

    def close(self) -> None:
        """Hang up."""
        self._notifier.setEnabled(False)
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _send(self, message: Any, answered: _Hear | None = None) -> None:
        if self._connection is None:
            return
        serial = next(self._connection.outgoing_serial)
        if answered is not None:
            self._answers[serial] = answered
        with suppress(OSError):
            self._connection.send(message, serial=serial)

    def _read(self) -> None:
        from jeepney import HeaderFields, MessageType

        while self._connection is not None:
            try:
                message = self._connection.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, RuntimeError, ValueError):
                # The bus has gone, and with it most of the desktop.
                self.close()
                return
            kind = message.header.message_type
            answered = self._answers.pop(message.header.fields.get(HeaderFields.reply_serial, -1), None)
            if kind is MessageType.signal:
                self._hear(message)
            elif kind is MessageType.method_return and answered is not None:
                answered(message.body)
