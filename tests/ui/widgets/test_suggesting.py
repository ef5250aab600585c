"""Words offered while one writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attach_desktop.ui.widgets.suggesting import SuggestingArea
from tests.ui.hands import press, settle, write

WORDS = ["Write again", "Check the phone", "Leave the room"]


@pytest.fixture
def area(on_screen: Callable[..., None]) -> SuggestingArea:
    made = SuggestingArea("The urge", "", (1, 4), lambda: WORDS)
    on_screen(made)
    made.setFocus()
    return made


def choose(area: SuggestingArea) -> None:
    """Take the first that is offered. A screen gives the keys to the list; here they are sent to it."""
    popup = area.popup
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle()


def test_down_in_an_empty_field_offers_all(area: SuggestingArea) -> None:
    press(Qt.Key.Key_Down)
    assert area.offered == WORDS
    choose(area)
    assert area.text() == "Write again"
    assert area.offered == []


def test_what_is_begun_is_offered_and_the_rest_of_the_text_stays(area: SuggestingArea) -> None:
    area.set_text("Hide under the blanket, ")
    area.moveCursor(area.textCursor().MoveOperation.End)
    write("pho")
    assert area.offered == ["Check the phone"]
    choose(area)
    assert area.text() == "Hide under the blanket, Check the phone"


def test_own_words_are_nobodys_business(area: SuggestingArea) -> None:
    write("zebra, and then")
    assert area.offered == []
    write("\nmore")
    assert area.text() == "zebra, and then\nmore"


def test_escape_closes_the_offer_and_keeps_what_was_written(area: SuggestingArea, qtbot: QtBot) -> None:
    write("wri")
    assert area.offered == ["Write again"]
    press(Qt.Key.Key_Escape)
    assert area.offered == []
    assert area.text() == "wri"
