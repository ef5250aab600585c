from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.desktop.notifications import DEFAULT, DISMISSED, Action, Answer, Notifications, NotShownError
from tests.desktop.desktops import bus, dunst, dunstctl, screen, wait_until

ACTIONS = (Action("open", "Open"), Action("snooze", "In 10 minutes"), Action("skip", "Skip"))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with bus() as address:
        yield address


@pytest.fixture
def dunst_at(address: str, tmp_path: Path) -> Iterator[str]:
    with screen() as display, dunst(address, display, tmp_path, choose="In 10 minutes"):
        yield address


def connected(address: str) -> Notifications:
    made = Notifications.connect({"DBUS_SESSION_BUS_ADDRESS": address})
    assert made is not None
    return made


def seen(address: str) -> list[dict[str, Any]]:
    """What dunst has shown, by what it says itself, once it is put away."""
    dunstctl(address, "close-all")
    wait_until(lambda: dunstctl(address, "count", "displayed") == "0", "it is put away")
    told: dict[str, Any] = json.loads(dunstctl(address, "history"))
    return [{key: value["data"] for key, value in one.items()} for one in told["data"][0]]


@pytest.mark.parametrize(
    "environment",
    [
        {"DBUS_SESSION_BUS_ADDRESS": "disabled:"},
        {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"},
        {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=localhost,port=1"},
        {"DBUS_SESSION_BUS_ADDRESS": "nonsense"},
    ],
)
def test_there_is_none_where_there_is_no_bus(environment: dict[str, str]) -> None:
    assert Notifications.connect(environment) is None


def test_there_is_none_where_nobody_shows_notifications(address: str) -> None:
    assert Notifications.connect({"DBUS_SESSION_BUS_ADDRESS": address}) is None


def test_it_says_who_shows_them_and_whether_there_are_buttons(dunst_at: str) -> None:
    with connected(dunst_at) as desktop:
        assert desktop.server == "dunst"
        assert desktop.has_buttons


def test_a_text_is_shown_quietly_and_gives_nothing_away(dunst_at: str) -> None:
    with connected(dunst_at) as desktop:
        assert desktop.notify("Time for a moment", ACTIONS) > 0
        wait_until(lambda: dunstctl(dunst_at, "count", "displayed") == "1", "it is shown")
        [one] = seen(dunst_at)
        assert (one["summary"], one["body"], one["appname"]) == ("Time for a moment", "", "Reminder")
        assert (one["category"], one["icon_path"]) == ("reminder", "")
        assert [answer.closed for answer in desktop.wait(5)] == [DISMISSED]


def test_a_button_is_answered_by_its_key(dunst_at: str) -> None:
    with connected(dunst_at) as desktop:
        number = desktop.notify("Time for a moment", ACTIONS)
        wait_until(lambda: dunstctl(dunst_at, "count", "displayed") == "1", "it is shown")
        dunstctl(dunst_at, "context")
        assert desktop.wait(5)[0] == Answer(number, action="snooze")


def test_a_click_on_the_notification_itself_is_told_apart(dunst_at: str) -> None:
    with connected(dunst_at) as desktop:
        number = desktop.notify("Time for a moment", ACTIONS)
        dunstctl(dunst_at, "action", "0")
        assert desktop.wait(5)[0] == Answer(number, action=DEFAULT)


def test_what_is_taken_back_is_gone(dunst_at: str) -> None:
    with connected(dunst_at) as desktop:
        number = desktop.notify("Time for a moment")
        wait_until(lambda: dunstctl(dunst_at, "count", "displayed") == "1", "it is shown")
        desktop.withdraw(number)
        wait_until(lambda: dunstctl(dunst_at, "count", "displayed") == "0", "it is gone")
        desktop.withdraw(number)


def test_nothing_is_waited_for_when_nothing_comes(dunst_at: str) -> None:
    with connected(dunst_at) as desktop:
        assert desktop.answers() == []
        assert desktop.wait(0.05) == []
        assert desktop.fileno() >= 0


def test_a_service_that_went_is_told(address: str, tmp_path: Path) -> None:
    with screen() as display, dunst(address, display, tmp_path):
        desktop = connected(address)
    with desktop, pytest.raises(NotShownError):
        desktop.notify("Time for a moment")


def test_a_bus_that_went_is_told(tmp_path: Path) -> None:
    with bus() as address, screen() as display, dunst(address, display, tmp_path):
        desktop = connected(address)
    with desktop, pytest.raises(NotShownError):
        desktop.wait(5)
