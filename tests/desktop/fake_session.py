"""A logind and a screen saver that do as they are told: ``python -m tests.desktop.fake_session ADDRESS``.

It takes their names on the bus and answers as they do. Words on standard input have it speak: ``sleep``, ``wake``,
``lock PATH``, ``saver INTERFACE on|off``. It says ``ready``, ``delayed`` when somebody delays sleep, and ``released``
when they no longer do.
"""

from __future__ import annotations

import os
import selectors
import sys
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

LOGIN = DBusAddress("/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager")
OURS = "/org/freedesktop/login1/session/_31"


def say(word: str) -> None:
    """One word, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class Fake:
    """Serves one bus."""

    def __init__(self, address: str) -> None:
        self._bus = open_dbus_connection(address, enable_fds=True)
        Proxy(message_bus, self._bus).RequestName("org.freedesktop.login1")
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(self._bus.sock, selectors.EVENT_READ, self._answer)
        self._waiting.register(sys.stdin.fileno(), selectors.EVENT_READ, self._obey)

    def serve(self) -> None:
        """Until standard input ends."""
        say("ready")
        while True:
            for key, _ in self._waiting.select():
                key.data()

    def _answer(self) -> None:
        while True:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            member = message.header.fields[HeaderFields.member]
            if member == "Inhibit":
                self._delay(message)
            elif member in ("GetSession", "GetSessionByPID"):
                self._bus.send(new_method_return(message, "o", (OURS,)))

    def _delay(self, message: Any) -> None:
        reading, writing = os.pipe()
        self._bus.send(new_method_return(message, "h", (writing,)))
        os.close(writing)
        say(f"delayed {message.body[1]}")

        def ended() -> None:
            self._waiting.unregister(reading)
            os.close(reading)
            say("released")

        self._waiting.register(reading, selectors.EVENT_READ, ended)

    def _obey(self) -> None:
        told = os.read(sys.stdin.fileno(), 1000).decode()
        if not told:
            sys.exit(0)
        for line in told.splitlines():
            self._do(line.split())

    def _do(self, words: list[str]) -> None:
        if words[0] in ("sleep", "wake"):
            self._bus.send(new_signal(LOGIN, "PrepareForSleep", "b", (words[0] == "sleep",)))
        elif words[0] == "lock":
            self._bus.send(new_signal(DBusAddress(words[1], None, "org.freedesktop.login1.Session"), "Lock"))
        else:
            saver = DBusAddress("/org/freedesktop/ScreenSaver", None, words[1])
            self._bus.send(new_signal(saver, "ActiveChanged", "b", (words[2] == "on",)))


if __name__ == "__main__":
    Fake(sys.argv[1]).serve()
