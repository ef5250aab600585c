from __future__ import annotations

from datetime import timedelta

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.today import GratitudeCard, RememberCard
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.windows import WIDE, Windows


def test_one_line_is_kept_and_then_it_waits_a_week(windows: Windows, vault: Vault, clock: FixedClock) -> None:
    window = windows(vault, WIDE, TABS, "today")
    store = GratitudeStore(vault)
    card = GratitudeCard(store, window)
    assert card.refresh() is True
    card._line.setText("  the first frost ")
    card._add()
    assert [record.value.text for record in store.newest(5)] == ["the first frost"]
    assert card.refresh() is False
    clock.advance(timedelta(days=7))
    assert card.refresh() is True
    card.deleteLater()


def test_half_a_line_is_there_again_even_when_it_is_not_the_day(windows: Windows, vault: Vault) -> None:
    window = windows(vault, WIDE, TABS, "today")
    store = GratitudeStore(vault)
    store.add(Item(at=Moment.now(vault.clock), text="one", list="myself"))
    card = GratitudeCard(store, window)
    card._line.setText("half")
    card.leave()
    again = GratitudeCard(store, window)
    assert again.refresh() is True
    assert again._line.text() == "half"
    for made in (card, again):
        made.deleteLater()


def test_too_long_a_line_is_told_and_kept(windows: Windows, vault: Vault) -> None:
    window = windows(vault, WIDE, TABS, "today")
    card = GratitudeCard(GratitudeStore(vault), window)
    card.refresh()
    card._line.setText("x" * 20_000)
    card._add()
    assert len(card._line.text()) == 20_000
    assert not card._fault.isHidden()
    card.deleteLater()


def test_remembering_is_no_card_to_begin_with(vault: Vault) -> None:
    card = RememberCard(GratitudeStore(vault))
    assert card.refresh() is False
    assert card.start() is False
    assert "gratitude" in card.topics()
    card.leave()
    card.deleteLater()
