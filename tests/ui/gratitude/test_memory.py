from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.memory import MemoryCard
from attach_desktop.vault.vault import Vault

TODAY = date(2026, 11, 8)


def test_nothing_old_enough_shows_nothing(vault: Vault, on_screen: Callable[..., None]) -> None:
    store = GratitudeStore(vault)
    store.add(Item(at=Moment.on(TODAY - timedelta(days=1)), text="yesterday", list="myself"))
    card = MemoryCard(store, lambda: TODAY)
    on_screen(card)
    assert card.refresh() is False
    assert card.isHidden()


def test_an_old_item_comes_back_and_another_on_request(vault: Vault, on_screen: Callable[..., None]) -> None:
    store = GratitudeStore(vault)
    store.add(Item(at=Moment.on(date(2025, 11, 8)), text="a year ago", list="myself", why="it was kind"))
    store.add(Item(at=Moment.on(date(2026, 11, 1)), text="a week ago", list="myself"))
    card = MemoryCard(store, lambda: TODAY)
    on_screen(card)
    assert card.refresh() is True
    assert (card._text.text(), card._why.text()) == ("a year ago", "it was kind")
    card._another()
    assert card._text.text() == "a week ago"


def test_nothing_comes_back_from_a_hidden_list(vault: Vault, on_screen: Callable[..., None]) -> None:
    store = GratitudeStore(vault)
    store.add(Item(at=Moment.on(date(2025, 11, 8)), text="a year ago", list="memories"))
    store.lists.hide("memories")
    card = MemoryCard(store, lambda: TODAY)
    on_screen(card)
    assert card.refresh() is False
