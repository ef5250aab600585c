"""The cards of the page."""

from __future__ import annotations

from attach_desktop.insights import catalogue
from attach_desktop.ui.insights.cards import CARDS
from attach_desktop.ui.insights.states import STATES


def test_every_card_that_can_be_asked_for_is_on_the_page() -> None:
    keys = [spec.key for spec in CARDS]
    assert len(set(keys)) == len(keys)
    assert set(keys) == set(catalogue.CARDS) >= set(STATES)


def test_the_first_one_takes_the_whole_width() -> None:
    assert CARDS[0] == ("mood", True, True)
