"""Ctrl+P from every tab, with what is on screen; and locking while the window is open."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop.journal.store import JournalStore
from attach_desktop.summary.choices import BUILT_IN, DEFAULT
from attach_desktop.ui.insights.page import InsightsPage
from attach_desktop.ui.summary.choosing import ON_SHOW
from attach_desktop.ui.summary.dialog import SummaryDialog
from attach_desktop.ui.summary.drafts import kept_questions
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.ui.hands import CTRL, press, settle, tab_to, write
from tests.ui.journal.entries import add_days
from tests.ui.programs import Programs, lock, open_dialog, unlock
from tests.ui.windows import Windows, journal_page


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[SummaryDialog]]:
    """The windows that were opened: shown, and not waited for."""
    found: list[SummaryDialog] = []

    def show(dialog: QDialog) -> int:
        assert isinstance(dialog, SummaryDialog)
        found.append(dialog)
        dialog.show()
        return 0

    monkeypatch.setattr(QDialog, "exec", show)
    yield found
    for dialog in found:
        if isValid(dialog):
            dialog.done(0)
    settle()


@pytest.mark.parametrize("tab", [spec.key for spec in TABS])
def test_one_key_opens_it_from_every_tab(windows: Windows, vault: Vault, opened: list[SummaryDialog], tab: str) -> None:
    windows(vault, tabs=TABS, tab=tab)
    press(Qt.Key.Key_P, CTRL)
    [dialog] = opened
    assert dialog.chooser.choices().sections == ON_SHOW.get(tab, BUILT_IN[DEFAULT].sections)


def test_the_days_that_the_journal_is_narrowed_to_are_chosen(
    windows: Windows, vault: Vault, opened: list[SummaryDialog]
) -> None:
    add_days(JournalStore(vault), 12)
    window = windows(vault)
    page = journal_page(window)
    assert page.days_on_show() is None
    for wanted, days in (
        (Filter(begin=date(2026, 11, 2), end=date(2026, 11, 5)), (date(2026, 11, 2), date(2026, 11, 5))),
        (Filter(begin=date(2026, 11, 2)), (date(2026, 11, 2), date(2026, 11, 8))),
        (Filter(end=date(2026, 11, 2)), (date(2026, 10, 28), date(2026, 11, 2))),
        # Days to come are turned round rather than crossed.
        (Filter(begin=date(2026, 12, 2)), (date(2026, 11, 8), date(2026, 12, 2))),
    ):
        page.show_filter(wanted)
        assert page.days_on_show() == days
    press(Qt.Key.Key_P, CTRL)
    assert opened[0].chooser.period.days() == (date(2026, 11, 8), date(2026, 12, 2))


def test_the_period_of_the_insights_is_chosen(windows: Windows, vault: Vault, opened: list[SummaryDialog]) -> None:
    window = windows(vault, tabs=TABS, tab="insights")
    page = window.page("insights")
    assert isinstance(page, InsightsPage)
    page.period.show_period("weeks")
    press(Qt.Key.Key_P, CTRL)
    assert opened[0].chooser.period.key == "weeks"
    assert opened[0].chooser.period.days() == page.days_on_show() == (date(2026, 10, 26), date(2026, 11, 8))


def test_locking_closes_it_keeps_the_questions_and_leaves_nothing_in_memory(
    programs: Programs, qtbot: QtBot, opened: list[SummaryDialog]
) -> None:
    program = programs(fill=lambda vault: add_days(JournalStore(vault), 12))
    unlock(program, qtbot)
    press(Qt.Key.Key_P, CTRL)
    shown = [open_dialog(SummaryDialog)]
    assert shown == opened
    qtbot.waitUntil(lambda: opened[0].laying.current)
    tab_to("My questions for the session")
    write("Why?")
    kept = [weakref.ref(one) for one in (opened[0].preview.view.pages, opened[0].preview, opened.pop())]
    lock(program)
    settle()
    assert not isValid(shown.pop())
    gc.collect()
    assert [one() for one in kept] == [None, None, None]
    unlock(program, qtbot)
    assert program.vault is not None
    assert kept_questions(program.vault.drafts) == "Why?"
