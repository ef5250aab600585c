"""What gratitude hands to Today."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.today import GratitudeCard, RememberCard
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.eyes import part, read
from tests.ui.gratitude.slips import thing
from tests.ui.hands import press, write
from tests.ui.today.cards import TODAY_TABS, today_page
from tests.ui.windows import Windows


@pytest.fixture
def window(windows: Windows, vault: Vault) -> MainWindow:
    return windows(vault, tabs=TODAY_TABS, tab="today")


def line(window: MainWindow) -> QLineEdit:
    return part(part(today_page(window), GratitudeCard), QLineEdit)


def test_one_line_is_kept_and_then_it_rests_for_a_week(
    window: MainWindow, gratitude: GratitudeStore, clock: FixedClock
) -> None:
    card = part(today_page(window), GratitudeCard)
    line(window).setFocus()
    write("warm tea\n")
    assert [(one.value.list, one.value.text) for one in gratitude.each()] == [("myself", "warm tea")]
    assert not card.isVisible()
    clock.advance(timedelta(days=7))
    assert card.refresh()


def test_every_day_is_a_choice(window: MainWindow, gratitude: GratitudeStore, clock: FixedClock) -> None:
    gratitude.add(thing("warm tea"))
    gratitude.lists.choose_rhythm("daily")
    clock.advance(timedelta(days=1))
    assert part(today_page(window), GratitudeCard).refresh()


def test_a_partner_is_not_asked_about_unasked(window: MainWindow, gratitude: GratitudeStore) -> None:
    assert read(part(today_page(window), GratitudeCard))[0] == "Myself"
    for days, key in enumerate(("myself", "relationships", "memories", "anything")):
        gratitude.add(thing("warm tea", 8 + days, list=key))
    part(today_page(window), GratitudeCard).refresh()
    assert "My partner" not in read(part(today_page(window), GratitudeCard))


def test_a_fault_is_told_and_the_line_stays(window: MainWindow, gratitude: GratitudeStore) -> None:
    long = "a" * 20_000
    line(window).setText(long)
    line(window).setFocus()
    before = len(read(part(today_page(window), GratitudeCard)))
    press(Qt.Key.Key_Return)
    assert line(window).text() == long
    assert len(read(part(today_page(window), GratitudeCard))) == before + 1
    assert not list(gratitude.each())


def test_a_half_written_line_is_there_again(windows: Windows, vault: Vault) -> None:
    first = windows(vault, tabs=TODAY_TABS, tab="today")
    line(first).setText("the smell of")
    windows.leave(first)
    assert line(windows(vault, tabs=TODAY_TABS, tab="today")).text() == "the smell of"


def test_something_old_comes_back(window: MainWindow, gratitude: GratitudeStore) -> None:
    card = part(today_page(window), RememberCard)
    assert not card.isVisible()
    gratitude.add(thing("warm tea", 365))
    assert card.isVisible()
    assert "warm tea" in read(card)


def test_a_blank_line_is_told_until_something_is_written(window: MainWindow, gratitude: GratitudeStore) -> None:
    line(window).setFocus()
    write("  \n")
    told = "Nothing is written yet. A word is enough."
    assert told in read(part(today_page(window), GratitudeCard))
    assert not list(gratitude.each())
    write("x")
    assert told not in read(part(today_page(window), GratitudeCard))


def test_after_a_crash_the_line_is_there_again(windows: Windows, vault: Vault, qtbot: QtBot) -> None:
    first = windows(vault, tabs=TODAY_TABS, tab="today")
    line(first).setFocus()
    write("the smell of")
    qtbot.waitUntil(lambda: vault.drafts.get("today.gratitude") is not None)
    windows.crash(first)
    assert line(windows(vault, tabs=TODAY_TABS, tab="today")).text() == "the smell of"
