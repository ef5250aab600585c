from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.desktop.delivery import Delivery, Way
from attach_desktop.desktop.tray import Tray, TrayActs
from attach_desktop.ui.reminding.bar import ReminderBar
from attach_desktop.ui.reminding.window import ReminderWindow
from tests.desktop.desktops import bus, dunst, dunstctl, screen, wait_until
from tests.ui.hands import settle
from tests.ui.reminding.answers import Answers

TEXT = "Time for a moment"


class Parts(NamedTuple):
    bar: ReminderBar
    window: ReminderWindow
    answers: Answers
    told: list[str]
    seen: list[bool]

    def delivery(self, address: str = "disabled:") -> Delivery:
        def no() -> bool:
            return False

        tray = Tray(TrayActs(no, no, no, no, no, no, no, no))
        return Delivery(
            tray, self.bar, self.window, lambda: self.seen[0], self.told.append, {"DBUS_SESSION_BUS_ADDRESS": address}
        )


@pytest.fixture
def parts(qapp: QApplication) -> Iterator[Parts]:
    answers = Answers()
    bar, window = ReminderBar(answers.acts, answers.now), ReminderWindow(answers.acts, answers.now)
    yield Parts(bar, window, answers, [], [True])
    for widget in (bar, window):
        widget.close()
        widget.deleteLater()
    settle()


def test_with_nothing_on_the_desktop_it_is_the_bar_alone(parts: Parts) -> None:
    delivery = parts.delivery()
    assert delivery.desktop() == ("", False, False, False)
    assert delivery.deliver(TEXT) == {Way.BAR}
    assert not parts.bar.isHidden()
    assert parts.window.isHidden()


def test_out_of_sight_a_small_window_comes_as_well(parts: Parts) -> None:
    parts.seen[0] = False
    delivery = parts.delivery()
    assert delivery.deliver(TEXT, asking=True) == {Way.BAR, Way.WINDOW}
    assert parts.window.isVisible()
    delivery.withdraw()
    assert parts.window.isHidden()
    assert parts.bar.isHidden()


def test_what_only_remains_is_in_the_bar_and_nowhere_else(parts: Parts) -> None:
    parts.seen[0] = False
    parts.delivery().remain(TEXT)
    assert not parts.bar.isHidden()
    assert parts.window.isHidden()


def test_a_notification_goes_before_the_small_window_and_its_button_is_heard(
    parts: Parts, tmp_path: Path, qtbot: QtBot
) -> None:
    parts.seen[0] = False
    with bus() as address, screen() as display, dunst(address, display, tmp_path, choose="In 10 minutes"):
        delivery = parts.delivery(address)
        assert delivery.desktop() == ("dunst", True, False, False)
        assert delivery.deliver(TEXT) == {Way.BAR, Way.NOTIFICATION}
        assert parts.window.isHidden()
        wait_until(lambda: dunstctl(address, "count", "displayed") == "1", "it is shown")
        dunstctl(address, "context")
        qtbot.waitUntil(lambda: parts.told == ["snooze"], timeout=10_000)
        # A new one takes the place of the one before.
        delivery.deliver(TEXT)
        delivery.deliver("Another")
        wait_until(lambda: dunstctl(address, "count", "displayed") == "1", "only one is shown")
        dunstctl(address, "action", "0")
        qtbot.waitUntil(lambda: parts.told == ["snooze", "open"], timeout=10_000)
        delivery.deliver(TEXT)
        delivery.withdraw()
        wait_until(lambda: dunstctl(address, "count", "displayed") == "0", "it is taken back")


def test_a_notification_that_is_put_away_answers_nothing(parts: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    with bus() as address, screen() as display, dunst(address, display, tmp_path):
        delivery = parts.delivery(address)
        delivery.deliver(TEXT)
        dunstctl(address, "close-all")
        qtbot.waitUntil(lambda: delivery._service is None, timeout=10_000)
        assert parts.told == []
        assert not parts.bar.isHidden()


def test_a_service_that_goes_meanwhile_is_no_trouble(parts: Parts, tmp_path: Path, qtbot: QtBot) -> None:
    with bus() as address, screen() as display, dunst(address, display, tmp_path):
        delivery = parts.delivery(address)
        delivery.deliver(TEXT)
    qtbot.waitUntil(lambda: delivery._service is None, timeout=10_000)
    assert delivery.deliver(TEXT) == {Way.BAR}
