"""The sentence of the day on Today."""

from __future__ import annotations

from datetime import timedelta

from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.today import SentenceCard
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.eyes import part, parts, push, read
from tests.ui.today.cards import TODAY_TABS, today_page
from tests.ui.windows import Windows


def card(window: MainWindow) -> SentenceCard:
    return part(today_page(window), SentenceCard)


def test_it_is_the_same_all_day_and_another_is_allowed(windows: Windows, vault: Vault, clock: FixedClock) -> None:
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    first = read(card(window))
    windows.leave(window)
    clock.advance(timedelta(hours=2))
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    assert read(card(window)) == first
    push(card(window), "Another")
    other = read(card(window))
    assert other != first
    windows.leave(window)
    assert read(card(windows(vault, tabs=TODAY_TABS, tab="today"))) == other


def test_one_that_is_put_away_is_replaced_at_once(windows: Windows, vault: Vault, sentences: AffirmationStore) -> None:
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    today = sentences.today()
    assert today is not None
    assert read(card(window)) == [today.text]
    sentences.hide(today.id)
    assert len(read(card(window))) == 1
    assert read(card(window)) != [today.text]


def test_without_any_sentence_there_is_no_card(windows: Windows, vault: Vault, sentences: AffirmationStore) -> None:
    with sentences.together():
        for one in sentences.cards():
            sentences.hide(one.id)
    assert not parts(today_page(windows(vault, tabs=TODAY_TABS, tab="today")), SentenceCard)
