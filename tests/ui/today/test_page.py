"""Today: the cards in their order, what is hidden, and the welcome."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.gratitude.today import RememberCard
from attach_desktop.ui.journal.today import LastEntriesCard, MoodCard
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.eyes import part, parts, push, read
from tests.ui.gratitude.slips import thing
from tests.ui.hands import focus_name, press, settle
from tests.ui.journal.entries import entry
from tests.ui.today.cards import TODAY_TABS, titles, today_page
from tests.ui.windows import Windows

Open = Callable[[], MainWindow]
MOOD, SENTENCE, LINE = "How is it right now?", "Today’s sentence", "One line of gratitude"
WELCOME_BACK = "Welcome back. Start anywhere."


def arrange(window: MainWindow) -> Fold:
    fold = part(today_page(window), Fold)
    fold.set_open(True)
    settle()
    return fold


def tick(window: MainWindow, title: str) -> None:
    next(box for box in parts(arrange(window), QCheckBox) if box.text() == title).click()
    settle()


def test_cards_stand_in_order_and_those_with_nothing_to_show_do_not(open_today: Open, store: JournalStore) -> None:
    window = open_today()
    assert titles(window) == ["Welcome", MOOD, SENTENCE, LINE]
    store.add(entry(note="A long walk"))
    assert titles(window) == ["Welcome", MOOD, SENTENCE, LINE, "Last entries"]


def test_what_is_hidden_stays_hidden(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    tick(window, SENTENCE)
    assert titles(window) == ["Welcome", MOOD, LINE]
    windows.leave(window)
    again = windows(vault, tabs=TODAY_TABS, tab="today")
    assert titles(again) == ["Welcome", MOOD, LINE]
    tick(again, SENTENCE)
    assert titles(again) == ["Welcome", MOOD, SENTENCE, LINE]


def test_what_is_moved_stays_there(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    push(arrange(window), f"{LINE}: Up")
    push(arrange(window), f"{LINE}: Up")
    assert titles(window) == ["Welcome", LINE, MOOD, SENTENCE]
    windows.leave(window)
    assert titles(windows(vault, tabs=TODAY_TABS, tab="today")) == ["Welcome", LINE, MOOD, SENTENCE]


def test_moving_by_keyboard_keeps_the_focus_where_it_was(open_today: Open) -> None:
    window = open_today()
    up = next(one for one in arrange(window).findChildren(QCheckBox) if one.text() == LINE)
    up.setFocus()
    press(Qt.Key.Key_Tab)
    assert focus_name() == f"{LINE}: Up"
    press(Qt.Key.Key_Space)
    settle()
    assert focus_name() == f"{LINE}: Up"
    press(Qt.Key.Key_Space)
    settle()
    assert titles(window) == ["Welcome", LINE, MOOD, SENTENCE]


def test_after_a_gap_one_is_simply_welcome(windows: Windows, vault: Vault, clock: FixedClock) -> None:
    for days, welcome in ((0, False), (13, False), (14, True), (0, False)):
        clock.advance(timedelta(days=days))
        window = windows(vault, tabs=TODAY_TABS, tab="today")
        assert (WELCOME_BACK in read(today_page(window))) is welcome
        windows.leave(window)


def test_what_changes_out_of_sight_is_there_on_return(open_today: Open, store: JournalStore) -> None:
    window = open_today()
    window.open_tab("journal")
    store.add(entry(note="A long walk"))
    window.open_tab("today")
    assert titles(window)[-1] == "Last entries"


def test_a_card_that_cannot_be_read_is_told_and_the_others_go_on(windows: Windows, vault: Vault) -> None:
    store = JournalStore(vault)
    store.add(entry(note="walk"))
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    vault.connection.run("UPDATE record SET data = '{}'")
    vault.changes.notify("journal")
    assert "damaged" in window.status.text()
    assert part(today_page(window), MoodCard).isVisible()


def test_what_is_pressed_on_a_card_tells_what_goes_wrong(windows: Windows, vault: Vault) -> None:
    store, gratitude = JournalStore(vault), GratitudeStore(vault)
    store.add(entry(note="walk"))
    for days in (365, 366):
        gratitude.add(thing("warm tea", days))
    window = windows(vault, tabs=TABS, tab="today")
    vault.connection.run("UPDATE record SET data = '{}'")
    page = today_page(window)
    for card, number in ((LastEntriesCard, 0), (RememberCard, 0)):
        window.say("")
        parts(part(page, card), QPushButton)[number].click()
        assert "damaged" in window.status.text(), card
        window.open_tab("today")
