"""The tabs' cards, each through the one protocol that Today knows."""

from __future__ import annotations

import pytest

from attach_desktop.ui.cards import CARDS, CardSpec, card_of
from attach_desktop.ui.house import House
from attach_desktop.vault.vault import Vault
from tests.ui.today.cards import TODAY_TABS
from tests.ui.windows import Windows

each_card = pytest.mark.parametrize("spec", CARDS, ids=lambda spec: spec.key)


@each_card
def test_every_card_keeps_the_protocol_on_an_empty_vault(spec: CardSpec, windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    widget = spec.build(House(vault, window.theme, window))
    window.setCentralWidget(widget)
    card = card_of(widget)
    assert card.refresh() is (spec.key in ("mood", "sentence", "gratitude"))
    assert all(isinstance(topic, str) and topic for topic in card.topics())
    assert card.start() is (spec.key == "mood")
    card.leave()


def test_keys_and_titles_are_unique() -> None:
    assert len({spec.key for spec in CARDS}) == len({spec.shown_title() for spec in CARDS}) == len(CARDS)


def test_only_what_is_there_to_begin_with_is_built_before_the_first_paint() -> None:
    assert [spec.key for spec in CARDS if not spec.waits] == ["mood"]
