"""The icon in the tray, where the desktop has one: a plain page, with a menu of what one wants without the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

#: Trays are light or dark, and a program is not told which: a line and a ground that can be seen on both.
_LINE, _GROUND = "#1F6B66", "#EAF4F2"
_SIDES = (16, 22, 24, 32, 48, 64)


class TrayActs(NamedTuple):
    """What the menu does. ``hide`` and ``show`` are one line of it, by whether the window is on the screen."""

    open: Callable[[], object]
    log_mood: Callable[[], object]
    hide: Callable[[], object]
    pause: Callable[[], object]
    quit: Callable[[], object]
    is_shown: Callable[[], bool]
    is_paused: Callable[[], bool]
    may_log: Callable[[], bool]


class Tray(QObject):
    """The icon, while it is on. ``message_clicked`` comes when the person clicks a message of it."""

    message_clicked = Signal()

    def __init__(self, acts: TrayActs, name: Callable[[], str] = str) -> None:
        """Nothing is shown until ``turn_on``. ``name`` is what the icon calls itself when the mouse rests on it."""
        super().__init__()
        self._acts, self._name = acts, name
        self._icon: QSystemTrayIcon | None = None
        self._menu: QMenu | None = None
        self._lines: dict[str, QAction] = {}

    @staticmethod
    def exists() -> bool:
        """Whether this desktop has a tray at present. Qt shows nothing, silently, where it has none."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def is_on(self) -> bool:
        """Whether the icon can be seen: it is turned on, and there is a tray."""
        return self._icon is not None and self.exists()

    @property
    def has_messages(self) -> bool:
        """Whether the tray can show a message."""
        return self.is_on and QSystemTrayIcon.supportsMessages()

    def turn_on(self) -> bool:
        """Show the icon; returns whether there is a tray to show it in."""
        if self._icon is None and self.exists():
            self._menu = self._made_menu()
            icon = QSystemTrayIcon(page_icon(), self)
            icon.setToolTip(self._name())
            icon.setContextMenu(self._menu)
            icon.activated.connect(self._activated)
            icon.messageClicked.connect(self.message_clicked)
            icon.show()
            self._icon = icon
        return self._icon is not None

    def turn_off(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None
            self._lines.clear()

    def tell(self, text: str) -> bool:
        """Show a message at the icon; False where the tray has none."""
        if self._icon is None or not self.has_messages:
            return False
        self._icon.showMessage(self.tr("Reminder"), text, QIcon())
        return True

    def line(self, name: str) -> QAction:
        """A line of the menu as it would be shown now: "open", "mood", "hide", "pause" or "quit"."""
        self._look()
        return self._lines[name]

    def _made_menu(self) -> QMenu:
        menu = QMenu()
        for name, act in (
            ("open", self._acts.open),
            ("mood", self._acts.log_mood),
            ("hide", self._acts.hide),
            ("pause", self._acts.pause),
            ("quit", self._acts.quit),
        ):
            if name in ("pause", "quit"):
                menu.addSeparator()
            self._lines[name] = menu.addAction("")
            self._lines[name].triggered.connect(lambda _=False, act=act: act())
        menu.aboutToShow.connect(self._look)
        self._look()
        return menu

    def _look(self) -> None:
        shown = self._acts.is_shown()
        if self._icon is not None:
            self._icon.setToolTip(self._name())
        words = {
            "open": self.tr("&Open"),
            "mood": self.tr("&Log a mood now"),
            "hide": self.tr("&Hide"),
            "pause": self.tr("Go &on with reminders") if self._acts.is_paused() else self.tr("&Pause reminders"),
            "quit": self.tr("&Quit"),
        }
        for name, word in words.items():
            self._lines[name].setText(word)
        self._lines["hide"].setEnabled(shown)
        # While it is locked, there is nothing to write in, and nothing to change.
        for name in ("mood", "pause"):
            self._lines[name].setEnabled(self._acts.may_log())

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        if reason in (reasons.Trigger, reasons.DoubleClick):
            self._acts.open()


def page_icon() -> QIcon:
    """A blank page with three lines: it says nothing about what is written."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(_page(side))
    return icon


def _page(side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = side / 16
    painter.setPen(QPen(QColor(_LINE), max(1.0, 1.2 * unit)))
    painter.setBrush(QColor(_GROUND))
    painter.drawRoundedRect(QRectF(3 * unit, 1.5 * unit, 10 * unit, 13 * unit), 2 * unit, 2 * unit)
    for height, end in ((5.5, 10.5), (8.0, 10.5), (10.5, 8.5)):
        painter.drawLine(QPointF(5.5 * unit, height * unit), QPointF(end * unit, height * unit))
    painter.end()
    return picture
