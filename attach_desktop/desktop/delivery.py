"""Bringing one reminder before the person, by what the desktop really has, and hearing what they answer.

In this order: a notification of the desktop; where there is none, a message at the tray icon. Always the bar in the
window; and where the window is out of sight and neither of the first two was taken, a small window of our own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier

from attach_desktop.desktop.notifications import (
    DEFAULT,
    OPEN,
    SKIP,
    SNOOZE,
    Action,
    Notifications,
    NotShownError,
)
from attach_desktop.desktop.tray import Tray


class Way(Enum):
    """A way to the person."""

    NOTIFICATION = "notification"
    TRAY = "tray"
    BAR = "bar"
    WINDOW = "window"


class Surface(Protocol):
    """A part of our own that shows a reminder with its answers: the bar in the window, or the small window."""

    def show_reminder(self, text: str, asking: bool) -> None:
        """Show it; ``asking`` adds the question whether to come less often."""
        ...

    def clear(self) -> None:
        """Show it no longer."""
        ...


class Desktop(NamedTuple):
    """What the desktop has at this moment, as it says itself."""

    service: str
    buttons: bool
    tray: bool
    messages: bool


class Delivery(QObject):
    """Shows one reminder at a time; a new one takes the place of the one before."""

    def __init__(
        self,
        tray: Tray,
        bar: Surface,
        window: Surface,
        in_sight: Callable[[], bool],
        answered: Callable[[str], object],
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """``in_sight`` tells whether the window is on the screen; ``answered`` is told OPEN, SNOOZE or SKIP.

        The bar and the small window tell their answers themselves. ``environment`` is the process's own by default.
        """
        super().__init__()
        self._tray, self._bar, self._window = tray, bar, window
        self._in_sight, self._answered, self._environment = in_sight, answered, environment
        self._service: Notifications | None = None
        self._notifier: QSocketNotifier | None = None
        self._number = 0
        tray.message_clicked.connect(lambda: self._answered(OPEN))

    def desktop(self) -> Desktop:
        """Ask the desktop what it has."""
        service = Notifications.connect(self._environment)
        name, buttons = (service.server, service.has_buttons) if service is not None else ("", False)
        if service is not None:
            service.close()
        return Desktop(name, buttons, self._tray.exists(), self._tray.has_messages)

    def deliver(self, text: str, *, asking: bool = False) -> frozenset[Way]:
        """Bring ``text`` before the person; returns the ways that were taken."""
        self.withdraw()
        ways = {Way.BAR}
        self._bar.show_reminder(text, asking)
        if self._notify(text):
            ways.add(Way.NOTIFICATION)
        elif self._tray.turn_on() and self._tray.tell(text):
            ways.add(Way.TRAY)
        elif not self._in_sight():
            self._window.show_reminder(text, asking)
            ways.add(Way.WINDOW)
        return frozenset(ways)

    def remain(self, text: str, *, asking: bool = False) -> None:
        """Let what was brought up stay in the bar, without bringing it up again."""
        self._bar.show_reminder(text, asking)

    def withdraw(self) -> None:
        """Take back what is on show, everywhere."""
        self._bar.clear()
        self._window.clear()
        if self._service is not None:
            with suppress(NotShownError):
                self._service.withdraw(self._number)
            self._drop()

    # -- the desktop's notification --------------------------------------------------------------------------------

    def _notify(self, text: str) -> bool:
        # Connected for as long as a notification is open, so that other programs' do not wake us.
        service = Notifications.connect(self._environment)
        if service is None:
            return False
        try:
            self._number = service.notify(text, buttons())
        except NotShownError:
            service.close()
            return False
        self._service = service
        self._notifier = QSocketNotifier(service.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._hear)
        return True

    def _hear(self) -> None:
        if self._service is None:
            return
        try:
            answers = [one for one in self._service.answers() if one.notification == self._number]
        except NotShownError:
            self._drop()
            return
        pressed = next((one.action for one in answers if one.action), "")
        if any(one.closed for one in answers) or pressed:
            self._drop()
        if pressed:
            self._answered(OPEN if pressed == DEFAULT else pressed)

    def _drop(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._service is not None:
            self._service.close()
            self._service = None


def buttons() -> tuple[Action, ...]:
    """The buttons of a notification, in the person's language."""
    return (
        Action(OPEN, QCoreApplication.translate("Reminders", "Open")),
        Action(SNOOZE, QCoreApplication.translate("Reminders", "In 10 minutes")),
        Action(SKIP, QCoreApplication.translate("Reminders", "Skip")),
    )
