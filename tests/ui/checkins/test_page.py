"""The tab of check-ins: its sections, and what stays open while one looks elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from attach_desktop.checkins.store import CheckInStore, draft_name
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.ui.checkins.form_view import FormView
from attach_desktop.ui.checkins.page import CHECKINS, OVER_TIME, REMINDERS, CheckInsPage
from tests.ui.checkins.forms import kept
from tests.ui.eyes import buttons, parts, push
from tests.ui.hands import focus_name, settle

Open = Callable[[], CheckInsPage]


def test_there_are_three_sections(open_page: Open) -> None:
    page = open_page()
    for name in ("Over time", "Reminders", "Check-ins"):
        push(page, name)
        assert [one.text() for one in parts(page, QPushButton) if one.isChecked()] == [name]


def test_a_form_under_way_stays_while_one_looks_elsewhere(open_page: Open) -> None:
    page = open_page()
    page.begin("weekly")
    settle()
    [view] = parts(page, FormView)
    page.open(OVER_TIME)
    page.open(REMINDERS)
    page.open(CHECKINS)
    assert parts(page, FormView) == [view]
    page.start()
    assert focus_name().startswith("How calm")


def test_beginning_another_form_keeps_what_is_half_written(open_page: Open, checkins: CheckInStore) -> None:
    page = open_page()
    page.begin("weekly")
    settle()
    [view] = parts(page, FormView)
    view._rows[0].answer_with(4, "")
    page.begin("weekly")
    assert parts(page, FormView) == [view]
    page.begin("monthly")
    settle()
    assert checkins.vault.drafts.get(draft_name("weekly")) is not None


def test_a_form_that_does_not_exist_is_not_begun(open_page: Open) -> None:
    page = open_page()
    page.begin("yearly")
    settle()
    assert not parts(page, FormView)


def test_a_change_elsewhere_is_shown_when_it_is_next_seen(open_page: Open, checkins: CheckInStore) -> None:
    page = open_page()
    page.hide()
    kept(checkins, 7)
    page.show()
    settle()
    assert any("26 October" in text for text in buttons(page))


def test_the_focus_goes_to_what_is_on_show(open_page: Open, agenda: Agenda) -> None:
    page = open_page()
    page.open(OVER_TIME)
    page.start()
    assert focus_name() == "Over time"
    page.open(REMINDERS)
    page.start()
    assert focus_name() == "New reminder"
