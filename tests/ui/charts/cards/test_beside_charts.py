"""Charts of what lies beside moods."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale

from attach_desktop import demo
from attach_desktop.insights.cards.beside import around_quiz, beside
from attach_desktop.insights.facts.basis import Basis
from attach_desktop.insights.facts.beside import Answer, CheckInAnswers, Question
from attach_desktop.insights.statistics.estimate import Estimate, Interval
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.charts.cards import beside_charts
from attach_desktop.ui.charts.cards.texts import NO_FIGURE, Texts
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, asking, over
from tests.support import NOW
from tests.ui.charts.made import drawn_chart

pytestmark = pytest.mark.usefixtures("qapp")
TEXTS = Texts.of(Vocabulary(), QLocale(QLocale.Language.English))
YEAR = over(TODAY - timedelta(days=364), TODAY)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A year of made-up records of every kind."""
    demo.fill(vault, 300, 1, 3, NOW)
    return vault


def test_around_a_take_every_day_can_be_read(filled: Vault) -> None:
    fact = asking(filled).ask(around_quiz, YEAR)
    assert fact.takes
    chart = beside_charts.around_quiz(fact, TEXTS, "So it is.")
    days = {take.day for take in fact.takes}
    assert sum(told.startswith("Take of") for told in chart.told) == len(days)
    drawing, spots = drawn_chart(chart)
    assert all(0 <= spot.told < len(chart.told) for spot in spots)
    assert sum(text.startswith("Take of") for text in drawing.texts()) == len(days)
    assert drawing.overlapping() == []


def test_gratitude_and_practice_stand_below_the_mood_week_by_week(filled: Vault) -> None:
    fact = asking(filled).ask(beside, YEAR)
    chart = beside_charts.beside(fact, TEXTS, "So it is.")
    assert len(chart.table.rows) == len(fact.weeks)
    assert sum(int(row[3]) for row in chart.table.rows) == fact.gratitude
    assert sum(int(row[4]) for row in chart.table.rows) == fact.practice
    assert len(chart.places) == len(chart.told)
    drawing, spots = drawn_chart(chart)
    assert all(0 <= spot.told < len(chart.told) for spot in spots)
    assert {"Days with gratitude", "Days with practice"} <= set(drawing.texts())


def test_answers_of_check_ins_one_below_the_other(vault: Vault) -> None:
    days = [TODAY - timedelta(days=back) for back in (3, 2, 1)]
    answers = (Answer(days[0], 4), Answer(days[1], None), Answer(days[2], 6))
    middle = Estimate(5, 9, Interval(4, 6, 0.96))
    questions = (
        Question(form="day", id="close", wording=1, asked="How close?", answers=answers, middle=middle),
        Question(form="day", id="worry", wording=1, asked="How worried?", answers=answers[:1], middle=None),
    )
    selection = over(days[0], TODAY)
    fact = CheckInAnswers(basis=Basis(selection=selection, entries=3, days=3), questions=questions)
    chart = beside_charts.check_ins(fact, TEXTS, "So it is.")
    assert [row[2] for row in chart.table.rows] == ["4", NO_FIGURE, "6", "4"]
    drawing, spots = drawn_chart(chart)
    assert {"How close?", "How worried?", "usually 5 (4 to 6)"} <= set(drawing.texts())
    assert len(spots) == 3 == len(chart.told)
