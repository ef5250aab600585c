"""What check-ins hand to Today."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from attach_desktop.checkins.store import CheckInStore
from attach_desktop.clock import Moment
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.ui.checkins.form_view import FormView
from attach_desktop.ui.checkins.reminder_editor import new_reminder
from attach_desktop.ui.checkins.today import DueCard
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.checkins.forms import checkins_page, kept
from tests.ui.eyes import buttons, part, parts, push
from tests.ui.hands import settle
from tests.ui.today.cards import today_page
from tests.ui.windows import Windows

_TABS = tuple(spec for spec in TABS if spec.key in ("today", "checkins"))


@pytest.fixture
def window(windows: Windows, vault: Vault) -> MainWindow:
    return windows(vault, tabs=_TABS, tab="today")


def card(window: MainWindow) -> DueCard:
    return part(today_page(window), DueCard)


def lines(window: MainWindow) -> list[str]:
    settle()
    return [one.text() for one in parts(card(window), QLabel)]


def test_without_a_first_check_in_nothing_is_due(window: MainWindow) -> None:
    assert not card(window).isVisible()


def test_a_week_after_the_last_one_another_may_be_welcome(
    window: MainWindow, checkins: CheckInStore, clock: FixedClock
) -> None:
    kept(checkins, 0)
    assert lines(window) == []
    clock.advance(timedelta(days=7))
    checkins.vault.changes.notify("checkins")
    assert lines(window) == ["A look at my week"]
    push(card(window), "Begin: A look at my week")
    assert part(checkins_page(window), FormView).isVisible()


def test_what_is_for_two_never_asks_for_itself(window: MainWindow, checkins: CheckInStore, clock: FixedClock) -> None:
    kept(checkins, 40, form="together")
    assert lines(window) == []


def test_what_was_begun_goes_on(window: MainWindow, vault: Vault) -> None:
    window.open_tab("checkins")
    page = checkins_page(window)
    page.begin("monthly")
    settle()
    form = part(page, FormView)
    form._rows[0].answer_with(4, "")
    form.stop()
    window.open_tab("today")
    assert lines(window) == ["A look at my month"]
    assert buttons(card(window)) == ["Go on"]
    push(card(window), "Go on: A look at my month")
    assert part(checkins_page(window), FormView)._rows[0].value() == 4


def test_a_reminder_that_waits_can_be_let_pass(window: MainWindow, agenda: Agenda, clock: FixedClock) -> None:
    record = agenda.store.add(new_reminder(Moment.now(clock)))
    clock.advance(timedelta(days=1))
    due = agenda.due(clock.now())
    assert due is not None
    assert due.ids == (record.id,)
    agenda.store.vault.changes.notify("reminders")
    assert lines(window) == ["How it is right now"]
    push(card(window), "Let it pass: How it is right now")
    assert agenda.due(clock.now()) is None
    assert lines(window) == []
