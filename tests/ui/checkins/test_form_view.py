from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from attach_desktop.checkins.store import CheckInStore, draft_name
from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.checkins.form_view import FormView
from attach_desktop.ui.checkins.page import CheckInsPage
from attach_desktop.ui.checkins.question_rows import QuestionRow, Wish
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.vault.vault import Vault
from tests.support import NOW, ZONE
from tests.ui.checkins.forms import kept
from tests.ui.eyes import part, parts, push, read
from tests.ui.hands import CTRL, focus_name, press, settle, tab_to, write

Open = Callable[[], CheckInsPage]


def form(page: CheckInsPage, form_id: str = "weekly") -> FormView:
    page.begin(form_id)
    settle()
    return part(page, FormView)


def asked(view: FormView) -> list[str]:
    return [row.question.id for row in sorted(parts(view, QuestionRow), key=lambda row: row.y())]


def row(view: FormView, question: str) -> QuestionRow:
    return next(one for one in parts(view, QuestionRow) if one.question.id == question)


def test_a_week_is_kept_by_the_keyboard_alone(open_page: Open, checkins: CheckInStore) -> None:
    page = open_page()
    press(Qt.Key.Key_Return)
    settle()
    assert focus_name().startswith("How calm were you")
    write("7")
    tab_to("How connected")
    write("10")
    tab_to("What went a little better")
    write("said no")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    [record] = checkins.newest(5)
    assert record.value.value("calm", 1) == 7
    assert record.value.value("connected", 1) == 10
    assert record.value.value("asking", 1) is None
    assert [text.text for text in record.value.texts] == ["", "said no", ""]
    assert (str(record.value.begin), str(record.value.end)) == ("2026-11-02", "2026-11-08")
    assert "7 of 10" in read(page)


def test_the_counts_of_ones_own_records_are_filled_in(open_page: Open, vault: Vault, checkins: CheckInStore) -> None:
    JournalStore(vault).add(Entry(at=Moment.from_datetime(NOW, ZONE), mood=4))
    view = form(open_page())
    assert "1 entry in the journal · 1 of them with a mood · written on 1 day" in read(view)
    view.keep()
    assert next((one.what, one.number) for one in checkins.newest(1)[0].value.counts) == ("journal", 1)


def test_what_is_half_written_is_kept_at_a_pause_and_comes_back(open_page: Open, vault: Vault, qtbot: QtBot) -> None:
    page = open_page()
    view = form(page)
    row(view, "calm").answer_with(3, "")
    row(view, "try").answer_with(None, "ask sooner")
    qtbot.waitUntil(lambda: vault.drafts.get(draft_name("weekly")) is not None, timeout=5000)
    press(Qt.Key.Key_Escape)
    settle()
    assert "Begun on 8 November 2026, and kept." in read(page)
    view = form(page)
    assert row(view, "calm").value() == 3
    assert row(view, "try").text() == "ask sooner"
    assert focus_name().startswith("How connected")
    view.keep()
    assert vault.drafts.get(draft_name("weekly")) is None


def test_leaving_keeps_what_was_just_written(open_page: Open, vault: Vault) -> None:
    page = open_page()
    row(form(page), "calm").answer_with(3, "")
    page.leave()
    kept_draft = vault.drafts.get(draft_name("weekly"))
    assert kept_draft is not None
    assert kept_draft[0]["answers"]["calm"] == {"value": 3, "text": ""}


def test_nothing_written_leaves_no_draft(open_page: Open, vault: Vault) -> None:
    page = open_page()
    form(page)
    page.leave()
    assert vault.drafts.get(draft_name("weekly")) is None


def test_a_draft_that_makes_no_sense_is_no_trouble(open_page: Open, vault: Vault) -> None:
    vault.drafts.save(draft_name("weekly"), {"answers": {"calm": {"value": True, "text": 3}, "gone": {"value": 2}}})
    view = form(open_page())
    assert row(view, "calm").value() is None


def test_a_question_can_be_left_out_and_asked_again(open_page: Open, checkins: CheckInStore) -> None:
    view = form(open_page())
    row(view, "calm").wished.emit(Wish("calm", "hide"))
    settle()
    assert "calm" not in asked(view)
    fold = next(one for one in parts(view, Fold) if "left out" in one.findChildren(type(view.keep_button))[0].text())
    fold.set_open(True)
    push(view, "Ask it again: How calm were you, on the whole?")
    assert asked(view)[0] == "calm"
    assert next(question.id for question in checkins.forms.get("weekly").questions) == "calm"


def test_other_words_are_asked_at_once_and_the_other_answers_stay(open_page: Open, checkins: CheckInStore) -> None:
    view = form(open_page())
    row(view, "connected").answer_with(4, "")
    row(view, "calm")._reword()
    settle()
    assert focus_name() == "Other words for this question"
    press(Qt.Key.Key_A, CTRL)
    write("How steady was I?\n")
    settle()
    assert row(view, "calm").question.text == "How steady was I?"
    assert row(view, "calm").question.wording > 100
    assert row(view, "connected").value() == 4


def test_a_question_moves(open_page: Open) -> None:
    view = form(open_page())
    row(view, "calm").wished.emit(Wish("calm", "down"))
    settle()
    assert asked(view)[:2] == ["connected", "calm"]
    row(view, "calm").wished.emit(Wish("calm", "up"))
    row(view, "calm").wished.emit(Wish("calm", "up"))
    settle()
    assert asked(view)[0] == "calm"


def test_a_question_of_ones_own(open_page: Open, checkins: CheckInStore) -> None:
    view = form(open_page())
    part_of_add = view._add
    part_of_add.set_open(True)
    view.own.line.setFocus()
    write("Did I sing?\n")
    settle()
    assert row(view, asked(view)[-1]).question.text == "Did I sing?"
    assert focus_name().startswith("Did I sing?")
    write("8")
    view.keep()
    assert checkins.newest(1)[0].value.answers[-1].value == 8


def test_the_same_question_twice_is_told_in_place(open_page: Open) -> None:
    view = form(open_page())
    view._add.set_open(True)
    view.own.line.setText("How calm were you, on the whole?")
    push(view, "Add")
    assert view.fault.isVisible()
    assert view.fault.text()


def test_days_looked_at_already_are_not_looked_at_again(open_page: Open, checkins: CheckInStore) -> None:
    kept(checkins, 3)
    assert "6 to 8 November 2026" in read(form(open_page()))
