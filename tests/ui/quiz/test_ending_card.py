"""The card at the end: one thing said, two ways offered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt

from attach_desktop.ui.quiz.ending_card import EndingCard
from attach_desktop.ui.theme.theme import Theme
from tests.ui.hands import focus, press, tab_to
from tests.ui.quiz.takes import described, shown_texts


@pytest.fixture
def gone() -> list[str]:
    return []


@pytest.fixture
def card(theme: Theme, on_screen: Callable[..., None], gone: list[str]) -> EndingCard:
    made = EndingCard()
    on_screen(made, QSize(800, 500))
    made.ask("Something to know.", ("Look again", lambda: gone.append("back")), ("Keep", lambda: gone.append("on")))
    made.start()
    return made


def test_it_says_one_thing(card: EndingCard) -> None:
    assert shown_texts(card) == [card.text()] == ["Something to know."]


def test_enter_goes_on(card: EndingCard, gone: list[str]) -> None:
    assert focus() is card.on_button
    press(Qt.Key.Key_Return)
    assert gone == ["on"]


def test_the_way_back_is_one_key_away(card: EndingCard, gone: list[str]) -> None:
    tab_to("Look again", back=True)
    press(Qt.Key.Key_Space)
    assert gone == ["back"]


def test_a_screen_reader_hears_what_it_is_about(card: EndingCard) -> None:
    assert described(card.on_button) == described(card.back_button) == "Something to know."


def test_asked_anew_only_the_new_ways_are_open(card: EndingCard, gone: list[str]) -> None:
    card.ask("Something else.", ("Back", lambda: gone.append("new back")), ("On", lambda: gone.append("new on")))
    card.on_button.click()
    card.back_button.click()
    assert gone == ["new on", "new back"]
    assert card.text() == "Something else."


def test_before_it_is_asked_nothing_happens(theme: Theme, on_screen: Callable[..., None]) -> None:
    made = EndingCard()
    on_screen(made)
    made.on_button.click()
    made.back_button.click()
    assert made.text() == ""
