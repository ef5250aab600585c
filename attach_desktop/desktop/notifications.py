"""Notifications of a freedesktop desktop (Linux), with buttons. Works with and without a window; knows no Qt.

Source: Desktop Notifications Specification 1.2/1.3 (org.freedesktop.Notifications). Nothing of a person's is in what
is sent but the text handed in: the sender calls itself "Reminder", has no icon, asks for no sound and for no history.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, Protocol, Self

#: The buttons of a reminder: keys, also of the answers. "default" is a click on the notification itself.
OPEN, SNOOZE, SKIP, DEFAULT = "open", "snooze", "skip", "default"
#: Why a notification went (NotificationClosed): it expired, the person put it away, we took it back.
EXPIRED, DISMISSED, WITHDRAWN = 1, 2, 3

_NAME, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_SENDER = "Reminder"
#: Seconds. A desktop may start its notification service only when it is first asked.
_PATIENCE = 3.0
_LONGEST = 300


class Action(NamedTuple):
    """A button: the key of its answer, and the word on it."""

    key: str
    word: str


class Answer(NamedTuple):
    """What became of a notification: ``action`` names the button pressed; else ``closed`` says why it went."""

    notification: int
    action: str = ""
    closed: int = 0


class Notifier(Protocol):
    """Whatever can put a text before a person, with buttons where it has any."""

    def notify(self, text: str, actions: Sequence[Action] = ()) -> int:
        """Show ``text``; returns the number that answers carry. Raises NotShownError where it cannot be shown."""
        ...


class NotShownError(Exception):
    """The desktop did not take the notification. Nothing is told: the next way to the person is tried."""


class Notifications:
    """A connection to the desktop's notification service. Signals wait in it until ``answers`` fetches them."""

    def __init__(self, connection: Any) -> None:
        """Use ``Notifications.connect``; ``connection`` is a blocking one of jeepney."""
        from jeepney import MatchRule

        self._connection = connection
        self._signals: deque[Any] = deque()
        rule = MatchRule(type="signal", interface=_NAME, path=_PATH)
        connection.filter(rule, queue=self._signals)
        self._bus("AddMatch", "s", (rule.serialise(),))
        self.capabilities: frozenset[str] = frozenset(self._ask("GetCapabilities")[0])
        self.server = str(self._ask("GetServerInformation")[0])

    @classmethod
    def connect(cls, environment: Mapping[str, str] | None = None) -> Notifications | None:
        """The desktop's service, started by the desktop if need be; None where there is none.

        Where ``environment`` (the process's own by default) names no session bus, as under cron, the usual place of
        the person's bus is tried.
        """
        address = _address(os.environ if environment is None else environment)
        if not address:
            return None
        try:
            from jeepney import DBusErrorResponse
            from jeepney.io.blocking import open_dbus_connection
        except ImportError:
            return None
        try:
            connection = open_dbus_connection(address)
        except (OSError, RuntimeError, ValueError, KeyError, DBusErrorResponse):
            return None
        try:
            return cls(connection)
        except (NotShownError, IndexError):
            connection.close()
            return None

    def __enter__(self) -> Self:
        """For a single notification and its answer."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.close()

    @property
    def has_buttons(self) -> bool:
        """Whether the service says that it shows buttons."""
        return "actions" in self.capabilities

    def notify(self, text: str, actions: Sequence[Action] = ()) -> int:
        """Show ``text`` quietly, with buttons where the service has them; returns its number.

        Raises NotShownError where the service is gone or does not answer.
        """
        shown = [Action(DEFAULT, actions[0].word), *actions] if actions and self.has_buttons else []
        hints = {
            "urgency": ("y", 0),
            "transient": ("b", True),
            "suppress-sound": ("b", True),
            "category": ("s", "reminder"),
        }
        words = [part for action in shown for part in action]
        body = (_SENDER, 0, "", text[:_LONGEST], "", words, hints, -1)
        return int(self._ask("Notify", "susssasa{sv}i", body)[0])

    def withdraw(self, notification: int) -> None:
        """Take a notification back; one that has gone already is no trouble."""
        with suppress(NotShownError):
            self._ask("CloseNotification", "u", (notification,))

    def fileno(self) -> int:
        """The file to watch: when it can be read, ``answers`` has something to look at."""
        return int(self._connection.sock.fileno())

    def answers(self) -> list[Answer]:
        """What has come in since the last time, without waiting. Raises NotShownError once the connection is gone."""
        while self._receive(0.0):
            pass
        return self._taken()

    def wait(self, seconds: float) -> list[Answer]:
        """Wait for the next answers, at most ``seconds``; empty when none came. Raises NotShownError as ``answers``."""
        import time

        until = time.monotonic() + seconds
        while not self._signals:
            left = until - time.monotonic()
            if left <= 0 or not self._receive(left):
                break
        return self.answers()

    def close(self) -> None:
        """End the connection."""
        self._connection.close()

    def _receive(self, seconds: float) -> bool:
        try:
            self._connection.recv_messages(timeout=seconds)
        except TimeoutError:
            return False
        except (OSError, ValueError) as error:
            raise NotShownError from error
        return True

    def _taken(self) -> list[Answer]:
        found = []
        while self._signals:
            message = self._signals.popleft()
            from jeepney import HeaderFields

            member = message.header.fields.get(HeaderFields.member)
            if member == "ActionInvoked":
                found.append(Answer(int(message.body[0]), action=str(message.body[1])))
            elif member == "NotificationClosed":
                found.append(Answer(int(message.body[0]), closed=int(message.body[1])))
        return found

    def _ask(self, method: str, signature: str | None = None, body: tuple[object, ...] = ()) -> tuple[Any, ...]:
        from jeepney import DBusAddress

        return self._call(DBusAddress(_PATH, bus_name=_NAME, interface=_NAME), method, signature, body)

    def _bus(self, method: str, signature: str, body: tuple[object, ...]) -> None:
        from jeepney import DBusAddress

        bus = "org.freedesktop.DBus"
        self._call(DBusAddress("/org/freedesktop/DBus", bus_name=bus, interface=bus), method, signature, body)

    def _call(self, address: Any, method: str, signature: str | None, body: tuple[object, ...]) -> tuple[Any, ...]:
        from jeepney import DBusErrorResponse, MessageType, new_method_call

        try:
            message = new_method_call(address, method, signature, body)
            reply = self._connection.send_and_get_reply(message, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise NotShownError from error
        if reply.header.message_type is MessageType.error:
            raise NotShownError from DBusErrorResponse(reply)
        answer: tuple[Any, ...] = reply.body
        return answer


def _address(environment: Mapping[str, str]) -> str:
    named = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if named or os.name != "posix":
        return named
    usual = f"/run/user/{os.getuid()}/bus"
    return f"unix:path={usual}" if os.path.exists(usual) else ""  # noqa: PTH110 (pathlib is not imported here)
