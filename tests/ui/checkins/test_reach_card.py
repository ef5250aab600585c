from __future__ import annotations

import pytest

from attach_desktop.ui.checkins.page import REMINDERS
from attach_desktop.ui.checkins.reach_card import ReachCard
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.ui.checkins.desk import NotedDesk
from tests.ui.checkins.forms import CHECKIN_TABS, checkins_page
from tests.ui.eyes import part, push, read
from tests.ui.windows import Windows


@pytest.fixture
def desk() -> NotedDesk:
    return NotedDesk()


@pytest.fixture
def window(windows: Windows, vault: Vault, desk: NotedDesk) -> MainWindow:
    made = windows(vault, tabs=CHECKIN_TABS, tab="checkins")
    made.reminders = desk
    checkins_page(made).open(REMINDERS)
    return made


def card(window: MainWindow) -> ReachCard:
    return part(checkins_page(window), ReachCard)


def test_in_a_window_by_itself_it_is_not_there(windows: Windows, vault: Vault) -> None:
    made = windows(vault, tabs=CHECKIN_TABS, tab="checkins")
    checkins_page(made).open(REMINDERS)
    assert not card(made).isVisible()


def test_it_says_what_the_desktop_has(window: MainWindow) -> None:
    assert any("notifications (dunst)" in text for text in read(card(window)))


def test_it_can_be_tried(window: MainWindow, desk: NotedDesk) -> None:
    push(card(window), "Try it now")
    assert desk.tried == 1
    assert any("took a notification" in text for text in read(card(window)))


def test_the_two_choices(window: MainWindow, desk: NotedDesk) -> None:
    card(window).stay.click()
    card(window).session.click()
    assert desk.on == {"stay": True, "session": True}
    card(window).session.click()
    assert desk.on == {"stay": True, "session": False}


def test_what_cannot_be_done_is_told_and_the_box_says_how_it_is(window: MainWindow, desk: NotedDesk) -> None:
    desk.refuses = True
    card(window).session.click()
    assert not card(window).session.isChecked()
    assert "start-up" in window.status.text()
