"""A line of takes on the screen: two drawings, one table, any two compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QTableWidget

from attach_desktop.quiz.line import line_state
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.words import Words
from attach_desktop.ui.charts.view import ChartView
from attach_desktop.ui.quiz.over_time import OverTime
from attach_desktop.ui.theme.theme import Theme
from tests.quiz.samples import ATTACH
from tests.quiz.takes import CALM, DAYS, WORRIED, keep
from tests.ui.hands import press, settle
from tests.ui.quiz.takes import button, described, shown_text


@pytest.fixture
def view(theme: Theme, words: Words, takes: QuizStore, on_screen: Callable[..., None]) -> OverTime:
    kept = [keep(takes, one, days) for one, days in ((WORRIED, 90), (CALM, 60), (CALM, 0))]
    state = line_state(ATTACH, kept[-1], kept, DAYS)
    assert state is not None
    made = OverTime(ATTACH, state, theme, words)
    on_screen(made, QSize(1000, 600))
    return made


def test_a_drawing_for_each_axis_says_what_it_shows(view: OverTime) -> None:
    charts = view.findChildren(ChartView)
    assert [chart.accessibleName() for chart in charts] == ["Attachment anxiety", "Attachment avoidance"]
    assert described(charts[0]) == "Attachment anxiety. 10 Aug 26: 5.63; 9 Sep 26: 2.25; 8 Nov 26: 2.25"


def test_the_same_stands_in_a_table(view: OverTime) -> None:
    assert view.findChildren(QTableWidget) == []
    button(view, "As a table").click()
    (table,) = view.findChildren(QTableWidget)
    heads = [head.text() for at in range(table.columnCount()) if (head := table.horizontalHeaderItem(at))]
    assert heads == ["take of", "Attachment anxiety", "from", "to", "Attachment avoidance", "from", "to"]
    assert table.rowCount() == 3


def test_the_first_take_is_compared_with_this_one_to_begin_with(view: OverTime) -> None:
    assert (view.one.currentText(), view.other.currentText()) == ("10 Aug 2026", "8 Nov 2026")
    assert "5.63 then, 2.25 at the later take. This is more than ordinary fluctuation." in view.told.text()
    assert "some will cross the line by chance" in view.told.text()


def test_any_two_can_be_compared_by_key(view: OverTime) -> None:
    view.one.setFocus()
    press(Qt.Key.Key_Down)
    assert view.one.currentText() == "9 Sep 2026"
    assert "2.25 then, 2.25" in view.told.text()
    press(Qt.Key.Key_Down)
    assert "Two different takes" in view.told.text()


def test_both_lists_have_a_label(view: OverTime) -> None:
    buddies = {label.buddy(): label.text() for label in view.findChildren(QLabel) if label.buddy() is not None}
    assert buddies == {view.one: "Compare the take of", view.other: "with the take of"}


@pytest.mark.parametrize(("width", "side_by_side"), [(1000, True), (600, False)])
def test_the_drawings_stand_where_there_is_room(view: OverTime, width: int, side_by_side: bool) -> None:
    view.resize(width, 900)
    settle()
    first, second = (chart.mapTo(view, chart.rect().topLeft()) for chart in view.findChildren(ChartView))
    assert (first.y() == second.y()) is side_by_side
    assert "Over time" in shown_text(view)
