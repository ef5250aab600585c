"""The head of a list: what is typed, chosen and taken off is one filter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.filter_panel import FilterPanel
from attach_desktop.ui.finding.find_bar import FindBar
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.vault.finding import Filter
from tests.ui.eyes import buttons, part, push, read
from tests.ui.hands import focus_name, press, tab_to, write

TODAY = date(2026, 11, 8)


def lists() -> list[tuple[str, str]]:
    return [("myself", "Myself"), ("own-1", "Garden")]


def filters() -> FilterPanel:
    panel = FilterPanel(lambda: TODAY)
    panel.add_choice("list", "List", lists)
    panel.add_words("people", "Person", lambda: ["Kim"])
    return panel


@pytest.fixture
def bar(theme: Theme, on_screen: Callable[..., None]) -> FindBar:
    made = FindBar(
        "Search things", DayWords(lambda: TODAY), lambda field, word: dict(lists()).get(word, word), back="‹ Back"
    )
    made.offer_filters(filters)
    on_screen(made)
    made.search.setFocus()
    return made


def test_typing_searches_and_escape_empties_it(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        write("w")
    write("alk")
    assert bar.filter == Filter(query="walk")
    press(Qt.Key.Key_Escape)
    assert bar.filter == Filter()


def test_down_leaves_the_line(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.left):
        press(Qt.Key.Key_Down)


def test_a_filter_set_from_outside_is_shown_and_tells_nobody(bar: FindBar, qtbot: QtBot) -> None:
    bar.toggle_filter()
    wanted = Filter(query="tea", end=TODAY, words=(("list", "own-1"), ("people", "Kim")))
    with qtbot.assertNotEmitted(bar.changed):
        bar.set_filter(wanted)
    assert bar.search.text() == "tea"
    assert part(bar, Choice).currentText() == "Garden"
    assert "Garden  ×" in buttons(bar)
    assert bar.filter == wanted


def test_a_choice_narrows_and_its_chip_takes_it_off(bar: FindBar, qtbot: QtBot) -> None:
    tab_to("Filter")
    press(Qt.Key.Key_Space)
    assert focus_name() == "From"
    with qtbot.waitSignal(bar.changed):
        part(bar, Choice).setCurrentIndex(1)
    assert bar.filter == Filter(words=(("list", "myself"),))
    push(bar, "Myself, remove")
    assert bar.filter == Filter()
    assert part(bar, Choice).currentText() == "any"


def test_the_filter_opens_and_closes_in_place(bar: FindBar) -> None:
    bar.toggle_filter()
    assert bar.findChildren(QCheckBox)[0].isVisible()
    bar.toggle_filter()
    assert not bar.findChildren(QCheckBox)[0].isVisible()


def test_the_count_stands_with_a_way_back_where_there_is_one(bar: FindBar, qtbot: QtBot) -> None:
    bar.say("12 things", way_back=True)
    assert "12 things" in read(bar)
    with qtbot.waitSignal(bar.back_asked):
        push(bar, "‹ Back")
    bar.say("")
    assert "‹ Back" not in buttons(bar)


def test_the_calendar_is_asked_for_below_its_button(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.calendar_asked) as told:
        push(bar, "Calendar")
    assert told.args is not None
    assert told.args[0].y() > bar.mapToGlobal(bar.rect().topLeft()).y()


def test_what_is_on_show_can_leave_once_there_is_a_way(bar: FindBar) -> None:
    bar.say("3 things")
    assert not bar.more.isVisible()
    bar.offer_ways_out("Print them …")
    bar.say("3 things")
    assert bar.more.isVisible()
    asked = list[str]()
    bar.export_asked.connect(lambda: asked.append("export"))
    bar.print_asked.connect(lambda: asked.append("print"))
    for action in bar.more.menu().actions():
        action.trigger()
    assert asked == ["export", "print"]
    assert [action.text() for action in bar.more.menu().actions()] == ["Export what is on show …", "Print them …"]
    bar.say("")
    assert not bar.more.isVisible()
