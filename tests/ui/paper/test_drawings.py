"""What figures show, drawn: every fact of the insights, and what the quiz comes to."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from attach_desktop import demo
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import ALL
from attach_desktop.insights.words import Words
from attach_desktop.quiz.picture import PlaneData, PlanePoint, Step, StepsData
from attach_desktop.summary.document import Figure
from attach_desktop.ui.paper.drawings import Drawings, drawings, pictures
from attach_desktop.ui.paper.pdf import pdf
from attach_desktop.vault.vault import Vault
from tests.ui.paper.laid import laid
from tests.ui.paper.reading import page_count

pytestmark = pytest.mark.usefixtures("qapp")
POINT = PlanePoint(3.4, 5.0, (2.4, 4.4), (4.0, 6.0), "8 Nov 26")
PLANE = PlaneData(7, (4, 4), ("worry", "distance"), (("low", "high"),) * 2, ("p", "q", "r", "s"), (POINT,), 0)
STEPS = StepsData(1, 7, 4, ("low", "high"), (Step(date(2026, 7, 9), 4.0, 3.0, 5.0, "9 Jul"),))


@pytest.fixture
def figures(vault: Vault) -> list[Figure]:
    """Every card of a year."""
    demo.fill(vault, 300, 1, 1, datetime(2026, 11, 8, 20, tzinfo=UTC))
    asks, words = Insights.of(vault), Words()
    selection = Selection(period=asks.period(ALL))
    found = []
    for name in CARDS:
        fact = asks.card(name, selection)
        told = words.tell(fact)
        found.append(Figure(fact, told.title, told.text))
    return found


def test_every_card_is_drawn_as_in_the_window(figures: list[Figure]) -> None:
    draw = Drawings()
    made = {type(figure.what).__name__: draw(figure) for figure in figures}
    assert made.pop("Patterns") == ()
    assert all(charts for charts in made.values())
    assert len(made["TimeOfDay"]) == len(made["Triggers"]) == 2
    for charts in made.values():
        assert all(chart.name and chart.sentence and chart.table.rows for chart in charts)


def test_they_come_on_paper(figures: list[Figure]) -> None:
    pages = laid(*figures)
    assert page_count(pdf(pages)) == pages.count > 4


def test_nothing_known_is_no_drawing(vault: Vault) -> None:
    asks = Insights.of(vault)
    fact = asks.card("mood", Selection(period=asks.period("months")))
    assert drawings(Figure(fact, "Mood", "Nothing yet")) == ()
    assert drawings(Figure("something else", "What", "What it is")) == ()
    assert "Nothing yet" in laid(Figure(fact, "Mood", "Nothing yet")).words(0)


def test_a_result_of_the_quiz_is_drawn_with_its_numbers() -> None:
    (chart,) = drawings(Figure(PLANE, "The plane", "Your point is there"))
    assert (chart.name, chart.sentence) == ("The plane", "Your point is there")
    assert chart.table.rows == (("8 Nov 26", "3.4", "2.4", "4.4", "5", "4", "6"),)
    (chart,) = drawings(Figure(STEPS, "Worry", "It went down"))
    assert chart.table.rows == (("2026-07-09", "4", "3", "5"),)


def test_pictures_for_html_are_vectors_with_words_beside_them() -> None:
    (made,) = pictures(Figure(PLANE, "The plane", "Your point is there"))
    assert (made.name, made.sentence) == ("The plane", "Your point is there")
    assert made.svg.startswith("<?xml")
    assert "<title>The plane</title>" in made.svg
    assert "<desc>Your point is there</desc>" in made.svg
    assert len(made.heads) == len(made.rows[0]) == 7
    assert not re.search(r"<image|href=|<script", made.svg)
