from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from attach_desktop.ui.cards import CARDS, CardSpec, card_of
from attach_desktop.ui.tabs import TABS, House
from attach_desktop.vault.vault import Vault
from tests.ui.windows import WIDE, Windows


def test_every_card_has_its_own_key_and_title() -> None:
    assert len({spec.key for spec in CARDS}) == len({spec.title for spec in CARDS}) == len(CARDS)


@pytest.mark.parametrize("spec", CARDS, ids=lambda spec: spec.key)
def test_every_card_is_built_on_an_empty_vault(windows: Windows, vault: Vault, spec: CardSpec) -> None:
    window = windows(vault, WIDE, TABS, "today")
    made = spec.build(House(vault, window.theme, window))
    assert isinstance(made, QWidget)
    card = card_of(made)
    assert isinstance(card.refresh(), bool)
    assert all(isinstance(topic, str) for topic in card.topics())
    card.leave()
    made.deleteLater()
