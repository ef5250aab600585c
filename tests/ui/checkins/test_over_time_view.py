from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QTableWidget

from attach_desktop.checkins.store import CheckInStore
from attach_desktop.ui.charts.view import ChartView
from attach_desktop.ui.checkins.page import OVER_TIME, CheckInsPage
from attach_desktop.ui.widgets.fold import Fold
from tests.ui.checkins.forms import kept
from tests.ui.eyes import part, parts, read
from tests.ui.hands import settle

Open = Callable[[], CheckInsPage]


def test_with_nothing_kept_it_says_what_will_be_here(open_page: Open) -> None:
    page = open_page()
    page.open(OVER_TIME)
    assert read(page.over_time)[0] == "Lines grow from here"


def test_every_answer_has_a_line_with_a_sentence(open_page: Open, checkins: CheckInStore) -> None:
    for days_ago, value in ((21, 2), (14, None), (7, 8), (0, 6)):
        kept(checkins, days_ago, value)
    page = open_page()
    page.open(OVER_TIME)
    charts = parts(page.over_time, ChartView)
    assert [chart.accessibleName() for chart in charts][:1] == ["How calm were you, on the whole?"]
    assert len(charts) == len(checkins.forms.get("weekly").scales)
    assert "8 November 2026: 6" in charts[0].accessibleDescription()


def test_the_same_as_a_table(open_page: Open, checkins: CheckInStore) -> None:
    for days_ago, value in ((7, 8), (0, 6)):
        kept(checkins, days_ago, value)
    page = open_page()
    page.open(OVER_TIME)
    part(page.over_time, Fold).set_open(True)
    settle()
    table = part(page.over_time, QTableWidget)
    cells = [table.item(0, column) for column in range(3)]
    assert [cell.text() for cell in cells if cell] == ["How calm were you, on the whole?", "6", "8"]


def test_a_form_is_chosen_and_stays_chosen(open_page: Open, checkins: CheckInStore) -> None:
    kept(checkins, 7)
    kept(checkins, 3, form="monthly")
    page = open_page()
    page.open(OVER_TIME)
    assert page.over_time.choice is not None
    page.over_time.choice.setCurrentIndex(1)
    settle()
    assert len(parts(page.over_time, ChartView)) == len(checkins.forms.get("monthly").scales)
    kept(checkins, 0, form="monthly")
    settle()
    assert page.over_time.choice.currentIndex() == 1


def test_other_words_make_a_line_of_their_own(open_page: Open, checkins: CheckInStore) -> None:
    kept(checkins, 7)
    checkins.forms.reword("weekly", "calm", "How steady?")
    kept(checkins, 0)
    page = open_page()
    page.open(OVER_TIME)
    names = [chart.accessibleName() for chart in parts(page.over_time, ChartView)]
    assert {"How steady?", "How calm were you, on the whole?"} <= set(names)
