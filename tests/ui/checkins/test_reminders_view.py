from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from attach_desktop.clock import Moment
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.plan import Plan
from attach_desktop.ui.checkins.page import REMINDERS, CheckInsPage
from attach_desktop.ui.checkins.reminder_editor import ReminderEditor, new_reminder
from attach_desktop.ui.checkins.reminders_view import RemindersView
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.eyes import buttons, choose, part, parts, push, read
from tests.ui.hands import focus_name, settle

Open = Callable[[], CheckInsPage]


@pytest.fixture
def view(open_page: Open) -> RemindersView:
    page = open_page()
    page.open(REMINDERS)
    settle()
    return page.reminders


def made(agenda: Agenda, clock: FixedClock, what: str = "mood") -> str:
    record = agenda.store.add(new_reminder(Moment.now(clock), what))
    settle()
    return record.id


def test_none_is_set_until_one_is_made(view: RemindersView, agenda: Agenda) -> None:
    assert agenda.store.everything() == []
    push(view, "Look at it: In the evening: how the day was")
    settle()
    assert isinstance(view.editor, ReminderEditor)
    assert agenda.store.everything() == []
    push(view, "Keep")
    [record] = agenda.store.everything()
    assert record.value.on


def test_one_of_ones_own_is_made_and_listed(view: RemindersView, agenda: Agenda) -> None:
    push(view, "New reminder")
    assert focus_name() == "What for"
    push(view, "Keep")
    assert "every day at 20:00" in read(view)
    assert "next tomorrow at 20:00" in read(view)
    assert focus_name() == "New reminder"


def test_an_offer_of_two_makes_both(view: RemindersView, agenda: Agenda) -> None:
    push(view, "Make them: On Sundays: a look at my week, and a line of gratitude")
    assert [record.value.what for record in agenda.store.everything()] == ["weekly", "gratitude"]
    assert focus_name() == "New reminder"


def test_cancelling_makes_none(view: RemindersView, agenda: Agenda, vault: Vault) -> None:
    push(view, "New reminder")
    push(view, "Cancel")
    assert agenda.store.everything() == []
    assert vault.drafts.get("reminder") is None


def test_one_is_changed_in_place(view: RemindersView, agenda: Agenda, clock: FixedClock) -> None:
    made(agenda, clock)
    [edit] = [one for one in buttons(view) if one == "Edit"]
    push(view, edit)
    editor = part(view, ReminderEditor)
    editor.rule.setCurrentIndex(editor._rules.index("monthly"))
    push(view, "Keep")
    [record] = agenda.store.everything()
    assert record.value.plan.rule == "monthly"


def test_pausing_and_switching_off(view: RemindersView, agenda: Agenda, clock: FixedClock) -> None:
    record_id = made(agenda, clock)
    choose(view, "Pause for a week")
    assert any("paused until Sunday, 15 November" in text for text in read(view))
    choose(view, "Go on")
    choose(view, "Switch off")
    assert "switched off" in read(view)
    record = agenda.store.get(record_id)
    assert record is not None
    assert not record.value.on
    choose(view, "Switch on")
    assert "next tomorrow at 20:00" in read(view)


def test_all_are_paused_at_once(view: RemindersView, agenda: Agenda, clock: FixedClock) -> None:
    made(agenda, clock)
    push(view, "Pause all for a week")
    assert any(text.startswith("All are paused until Sunday, 15 November") for text in read(view))
    assert agenda.due(clock.advance(timedelta(days=3))) is None
    push(view, "Go on")
    push(view, "Pause all")
    assert "All are paused." in read(view)
    assert agenda.due(clock.advance(timedelta(days=300))) is None


def test_deleting_can_be_undone(view: RemindersView, agenda: Agenda, clock: FixedClock) -> None:
    record_id = made(agenda, clock)
    choose(view, "Delete")
    assert agenda.store.everything() == []
    view._shell.undo()  # type: ignore[attr-defined]
    assert [record.id for record in agenda.store.everything()] == [record_id]


def test_one_that_rests_can_come_again(view: RemindersView, agenda: Agenda, clock: FixedClock) -> None:
    made(agenda, clock)
    for _ in range(5):
        due = agenda.due(clock.advance(timedelta(days=1)))
        if due is not None and due.new:
            agenda.delivered(due, clock.now())
    settle()
    view.refresh()
    assert any("resting" in text for text in read(view))
    choose(view, "Let it come again")
    assert not any("resting" in text for text in read(view))


def test_a_reminder_that_is_half_made_comes_back(open_page: Open, view: RemindersView, vault: Vault) -> None:
    push(view, "New reminder")
    editor = part(view, ReminderEditor)
    editor.text.setText("water the plants")
    view.leave()
    assert vault.drafts.get("reminder") is not None
    again = open_page()
    again.open(REMINDERS)
    settle()
    assert part(again.reminders, ReminderEditor).text.text() == "water the plants"


def test_a_draft_that_makes_no_sense_is_forgotten(open_page: Open, vault: Vault) -> None:
    vault.drafts.save("reminder", {"what": "?"})
    page = open_page()
    page.open(REMINDERS)
    settle()
    assert not parts(page.reminders, ReminderEditor)
    assert vault.drafts.get("reminder") is None


def test_what_has_ended_has_nothing_ahead(view: RemindersView, agenda: Agenda, clock: FixedClock) -> None:
    past = clock.now().date() - timedelta(days=30)
    plan = Plan(rule="once", begin=past, times=Plan(times=new_reminder(Moment.now(clock)).plan.times).times)
    agenda.store.add(new_reminder(Moment.now(clock), "mood", plan))
    settle()
    assert "nothing ahead" in read(view)
