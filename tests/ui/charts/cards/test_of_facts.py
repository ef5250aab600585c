"""Every answer of the insights has its drawings in one place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from attach_desktop import demo
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import ALL
from attach_desktop.insights.words import Words
from attach_desktop.ui.charts.cards.of_facts import charts_of
from attach_desktop.ui.charts.cards.texts import Texts
from attach_desktop.vault.vault import Vault

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("key", CARDS)
def test_a_year_has_every_drawing_with_words_and_numbers(vault: Vault, key: str) -> None:
    demo.fill(vault, 300, 1, 1, datetime(2026, 11, 8, 20, tzinfo=UTC))
    asks, words = Insights.of(vault), Words()
    fact = asks.card(key, Selection(period=asks.period(ALL)))
    drawn = charts_of(fact, Texts.of(words.vocabulary), words.tell(fact).text)
    # Patterns are sentences, each with its entries.
    assert bool(drawn) == (key != "patterns")
    assert all(chart.name and chart.sentence and chart.table.rows for chart in drawn)


@pytest.mark.parametrize("key", CARDS)
def test_nothing_written_down_is_no_drawing(vault: Vault, key: str) -> None:
    asks, words = Insights.of(vault), Words()
    fact = asks.card(key, Selection(period=asks.period("months")))
    assert charts_of(fact, Texts.of(words.vocabulary), "") == ()
