"""One sentence at a time: what is on show, which keys do what, what a screen reader hears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel, QRadioButton

from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.one_view import OneView
from attach_desktop.ui.theme.theme import Theme
from tests.quiz.samples import ATTACH, small_questionnaire
from tests.quiz.takes import sitting
from tests.ui.hands import focus_name, press, settle, write
from tests.ui.quiz.takes import shown_text


@pytest.fixture
def view(theme: Theme, words: Words, on_screen: Callable[..., None]) -> OneView:
    made = OneView(theme, words)
    on_screen(made, QSize(900, 500))
    made.show_item(sitting(), ATTACH)
    return made


def test_it_shows_the_sentence_how_far_one_is_and_whom_it_is_about(view: OneView) -> None:
    view.show_item(sitting(lens="partner", alias="Kim", item=2), ATTACH)
    told = shown_text(view)
    assert "3 of 16 · My partner or ex · Kim" in told
    assert "When I am away from Kim, I still like who I am." in told
    assert ATTACH.time_frame in told
    for forbidden in ("second", "minute", ":"):
        assert forbidden not in told.split("\n")[0]


def test_all_seven_points_are_labelled(view: OneView) -> None:
    assert [point.accessibleName() for point in view.scale.findChildren(QRadioButton)] == [
        f"{at}, {text}" for at, text in enumerate(ATTACH.points, 1)
    ]


def test_the_answer_has_the_focus(view: OneView) -> None:
    assert focus_name() == f"1, {ATTACH.points[0]}"
    view.show_item(sitting(answers=(5,) * 16), ATTACH)
    assert focus_name() == f"5, {ATTACH.points[4]}"
    view.next_button.setFocus()
    view.start()
    assert focus_name() == f"5, {ATTACH.points[4]}"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Backspace, "back_asked"),
        (Qt.Key.Key_Return, "next_asked"),
        (Qt.Key.Key_Enter, "next_asked"),
        (Qt.Key.Key_7, "chosen"),
        (Qt.Key.Key_Right, "picked"),
        (Qt.Key.Key_Delete, "picked"),
        (Qt.Key.Key_Space, "chosen"),
    ],
)
def test_each_key_does_one_thing(view: OneView, key: Qt.Key, signal: str) -> None:
    names = ("chosen", "picked", "skipped", "back_asked", "next_asked", "stop_asked")
    spies = {name: QSignalSpy(getattr(view, name)) for name in names}
    press(key)
    assert {name for name, spy in spies.items() if spy.count()} == {signal}
    assert spies[signal].count() == 1


def test_the_buttons_do_what_they_say(view: OneView) -> None:
    view.show_item(sitting(item=3), ATTACH)
    for button, signal in (
        (view.back_button, view.back_asked),
        (view.skip_button, view.skipped),
        (view.stop_button, view.stop_asked),
        (view.next_button, view.next_asked),
    ):
        spy = QSignalSpy(signal)
        button.click()
        assert spy.count() == 1
    assert "doesn't apply" in view.skip_button.text()


def test_there_is_no_way_back_from_the_first_and_the_last_leads_to_the_result(view: OneView) -> None:
    assert not view.back_button.isEnabled()
    assert view.next_button.text() == "Next"
    view.show_item(sitting(item=15), ATTACH)
    assert view.back_button.isEnabled()
    assert view.next_button.text() == "To the result"


def test_deleting_tells_that_there_is_no_answer(view: OneView) -> None:
    write("4")
    spy = QSignalSpy(view.picked)
    press(Qt.Key.Key_Delete)
    assert spy.at(0) == [None]


def test_a_screen_reader_hears_each_sentence(view: OneView, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    view.show_item(sitting(item=4), ATTACH)
    assert heard == [
        "5 of 16. When a message to someone close to me gets no reply, I read it again to find my mistake."
    ]


def test_the_points_stay_where_they_are_from_sentence_to_sentence(view: OneView) -> None:
    places = set()
    for item in range(16):
        view.show_item(sitting(item=item), ATTACH)
        settle()
        places.add(view.scale.geometry().top())
    assert len(places) == 1


def test_another_questionnaire_brings_its_own_points(view: OneView) -> None:
    small = small_questionnaire()
    view.show_item(replace(sitting(), questionnaire="small", lens="one", answers=(None,) * 4), small)
    settle()
    assert "1 of 4 · One person" in shown_text(view)
    assert "I wave at my friend." in [one.text() for one in view.findChildren(QLabel)]
    write("5")
    assert view.scale.value() == 5
