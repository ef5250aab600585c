from __future__ import annotations

import pytest

from attach_desktop.insights.catalogue import CARDS, card_of
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, asking, over


@pytest.mark.parametrize("key", CARDS)
def test_an_answer_leads_back_to_its_card(vault: Vault, key: str) -> None:
    fact = asking(vault).card(key, over(TODAY, TODAY))
    assert card_of(fact) is CARDS[key]
    assert type(fact) is CARDS[key].fact
    assert fact.empty


def test_the_cards_are_read_in_their_order() -> None:
    assert [card.key for card in CARDS.values()] == list(CARDS)
    assert list(CARDS)[:3] == ["mood", "patterns", "triggers"]
