from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.cards import CARDS
from attach_desktop.ui.today.page import TodayPage
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.hands import press
from tests.ui.today.test_first_run import TODAY
from tests.ui.windows import WIDE, Windows


def titles(page: QWidget) -> list[str]:
    """The headings of the cards that are on show, from the top."""
    heads = [one for one in page.findChildren(QLabel) if one.property("role") == "lead" and one.isVisible()]
    heads.sort(key=lambda one: one.mapTo(page, one.rect().topLeft()).y())
    return [one.text() for one in heads]


def open_today(windows: Windows, vault: Vault) -> TodayPage:
    """Today on a vault that has been greeted before."""
    vault.settings.set("welcomed", True)
    page = windows(vault, WIDE, TODAY, "today").page("today")
    assert isinstance(page, TodayPage)
    return page


def test_an_empty_vault_shows_what_one_can_begin_with(windows: Windows, vault: Vault) -> None:
    assert titles(open_today(windows, vault)) == ["How is it right now?", "Today’s sentence", "One line of gratitude"]


def test_two_digits_and_enter_make_an_entry(windows: Windows, vault: Vault) -> None:
    page = open_today(windows, vault)
    for key in (Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_Return):
        press(key)
    (record,) = JournalStore(vault).newest(5)
    assert (record.value.mood, record.value.energy) == (2, 4)
    assert titles(page)[-1] == "Last entries"


def test_cards_are_hidden_and_stay_so(windows: Windows, vault: Vault) -> None:
    page = open_today(windows, vault)
    page._arrange.toggle()
    boxes = {box.text(): box for box in page.findChildren(QCheckBox)}
    assert list(boxes) == [spec.shown_title() for spec in CARDS]
    boxes["Today’s sentence"].click()
    assert "Today’s sentence" not in titles(page)
    windows.close()
    assert "Today’s sentence" not in titles(open_today(windows, vault))


def test_after_a_gap_one_is_welcome_and_nothing_is_counted(windows: Windows, vault: Vault, clock: FixedClock) -> None:
    vault.settings.set("last-opened", (clock.now().date() - timedelta(days=40)).isoformat())
    JournalStore(vault).add(Entry(at=Moment.on(clock.now().date() - timedelta(days=40)), mood=3))
    page = open_today(windows, vault)
    texts = [one.text() for one in page.findChildren(QLabel) if one.property("role") == "title"]
    assert texts == ["Welcome back. Start anywhere."]
