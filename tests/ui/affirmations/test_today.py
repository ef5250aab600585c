from __future__ import annotations

from attach_desktop.affirmations.deck import CardFilter
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.today import SentenceCard
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.ui.windows import WIDE, Windows


def test_the_same_all_day_until_another_is_asked_for(windows: Windows, vault: Vault) -> None:
    window = windows(vault, WIDE, TABS, "today")
    store = AffirmationStore(vault)
    cards = [SentenceCard(store, window.theme, window) for _ in range(2)]
    assert [card.refresh() for card in cards] == [True, True]
    assert cards[0]._text.text() == cards[1]._text.text() != ""
    before = cards[0]._text.text()
    cards[0]._another()
    assert cards[0]._text.text() != before
    for card in cards:
        card.deleteLater()


def test_with_every_sentence_hidden_there_is_none(windows: Windows, vault: Vault) -> None:
    window = windows(vault, WIDE, TABS, "today")
    store = AffirmationStore(vault)
    with store.together():
        for card in store.cards(CardFilter(show="all")):
            store.hide(card.id)
    made = SentenceCard(store, window.theme, window)
    assert made.refresh() is False
    made.deleteLater()
