"""The tab as a whole: from the first page through the sentences to a result, and everything that can go wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTableView
from pytestqt.qtbot import QtBot

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.quiz.shelf import FOLDER
from attach_desktop.quiz.store import QuizStore
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.quiz.page import MOST_LISTED, QuizPage
from attach_desktop.vault.vault import Vault
from tests.quiz.samples import small
from tests.quiz.takes import ALL_FOUR, CALM, WORRIED, Answers, keep, sitting
from tests.support import FixedClock, Vaults
from tests.ui.hands import CTRL, focus, focus_name, press, settle, tab_to, write
from tests.ui.printer import Printer
from tests.ui.quiz.takes import button, quiz_page, shown_text
from tests.ui.windows import Windows, journal_page

OpenQuiz = Callable[[], MainWindow]


@pytest.fixture
def window(open_quiz: OpenQuiz) -> MainWindow:
    return open_quiz()


@pytest.fixture
def page(window: MainWindow) -> QuizPage:
    return quiz_page(window)


def answer(clock: FixedClock, answers: Answers, seconds: float = 5) -> None:
    for value in answers:
        clock.advance(timedelta(seconds=seconds))
        press(Qt.Key.Key_Return) if value is None else write(str(value))


def on_show(page: QuizPage) -> str:
    current = page.pages.currentWidget()
    assert current is not None
    return shown_text(current)


def lines(page: QuizPage) -> list[str]:
    """The earlier takes on the first page."""
    found = page.first.findChildren(QAbstractButton)
    return [one.text() for one in found if one.accessibleName().startswith("Open the take") and not one.isHidden()]


# -- taking it ---------------------------------------------------------------------------------------------------------


def test_from_begin_to_result(page: QuizPage, takes: QuizStore, clock: FixedClock, window: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    answer(clock, WORRIED)
    press(Qt.Key.Key_Return)
    (kept,) = takes.newest(5)
    take = kept.value
    assert (take.answers, take.lens, take.alias, take.quick, take.kept) == (tuple(WORRIED), "general", "", False, False)
    assert take.at.instant == clock.now().replace(microsecond=0)
    assert "Your point is at 5.63 and 3.00" in on_show(page)
    assert takes.sitting() is None
    assert window.status.text() == "Saved 20:41"


def test_lens_and_name_are_kept(page: QuizPage, takes: QuizStore, clock: FixedClock) -> None:
    button(page.first, "A parent or caregiver (living or not)").click()
    page.first.alias.setText("Mum & Dad")
    page.first.start_button.click()
    assert "1 of 16 · A parent or caregiver (living or not) · Mum & Dad" in on_show(page)
    answer(clock, WORRIED)
    press(Qt.Key.Key_Return)
    assert (takes.newest(1)[0].value.lens, takes.newest(1)[0].value.alias) == ("parent", "Mum & Dad")
    press(Qt.Key.Key_Escape)
    assert lines(page) == ["8 Nov 2026\nA parent or caregiver (living or not) · Mum && D…"]


def test_signs_of_haste_are_told_before_anything_is_kept(page: QuizPage, takes: QuizStore, clock: FixedClock) -> None:
    press(Qt.Key.Key_Return)
    answer(clock, ALL_FOUR, seconds=0.5)
    press(Qt.Key.Key_Return)
    assert takes.newest(1) == []
    assert "All your answers are the same." in on_show(page)
    assert "You went through the sentences quickly." in on_show(page)
    tab_to("Keep these answers")
    press(Qt.Key.Key_Return)
    assert (takes.newest(1)[0].value.quick, takes.newest(1)[0].value.kept) == (True, True)


def test_looking_again_keeps_nothing_yet(page: QuizPage, takes: QuizStore, clock: FixedClock) -> None:
    press(Qt.Key.Key_Return)
    answer(clock, ALL_FOUR)
    press(Qt.Key.Key_Return)
    tab_to("Look again", back=True)
    press(Qt.Key.Key_Return)
    assert takes.newest(1) == []
    assert "1 of 16" in on_show(page)
    answer(clock, CALM)
    press(Qt.Key.Key_Return)
    assert (takes.newest(1)[0].value.answers, takes.newest(1)[0].value.kept) == (tuple(CALM), False)


# -- stopping and going on ---------------------------------------------------------------------------------------------


def test_stopping_and_going_on_days_later(page: QuizPage, takes: QuizStore, clock: FixedClock) -> None:
    press(Qt.Key.Key_Return)
    answer(clock, WORRIED[:6])
    press(Qt.Key.Key_Escape)
    assert "You stopped at sentence 7 of 16, on 8 Nov 2026." in on_show(page)
    clock.advance(timedelta(days=9))
    assert focus() is page.first.resume_button
    press(Qt.Key.Key_Return)
    assert "7 of 16" in on_show(page)
    answer(clock, WORRIED[6:])
    press(Qt.Key.Key_Return)
    (kept,) = takes.newest(5)
    assert kept.value.answers == tuple(WORRIED)
    assert kept.value.at.day == date(2026, 11, 17)
    press(Qt.Key.Key_Escape)
    assert "You stopped" not in on_show(page)


def test_another_start_goes_on_at_the_same_sentence(
    windows: Windows, open_quiz: OpenQuiz, takes: QuizStore, clock: FixedClock
) -> None:
    first = open_quiz()
    press(Qt.Key.Key_Return)
    answer(clock, WORRIED[:3])
    windows.crash(first)
    page = quiz_page(open_quiz())
    assert "You stopped at sentence 4 of 16" in on_show(page)
    press(Qt.Key.Key_Return)
    assert "4 of 16" in on_show(page)


def test_stopping_before_the_first_answer_leaves_nothing(page: QuizPage, takes: QuizStore, window: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert takes.sitting() is None
    assert "You stopped" not in on_show(page)
    assert window.status.text() == ""
    assert focus_name() == "People close to me, in general"


def test_what_was_put_aside_can_be_brought_back(page: QuizPage, takes: QuizStore, window: MainWindow) -> None:
    takes.save_sitting(sitting(answers=(3,) * 16, item=5))
    page._refresh()
    page.first.aside_button.click()
    assert takes.sitting() is None
    assert "You stopped" not in on_show(page)
    window.undo()
    kept = takes.sitting()
    assert kept is not None
    assert kept[0].item == 5
    assert "You stopped at sentence 6" in on_show(page)


def test_beginning_anew_gives_the_old_answers_up_only_with_the_first_new_one(
    page: QuizPage, takes: QuizStore, window: MainWindow
) -> None:
    old = sitting(lens="partner", answers=(3,) * 16, item=5)
    takes.save_sitting(old)
    page._refresh()
    page.first.start_button.click()
    kept = takes.sitting()
    assert kept is not None
    assert kept[0] == old
    write("2")
    kept = takes.sitting()
    assert kept is not None
    assert kept[0].lens == "general"
    window.undo()
    kept = takes.sitting()
    assert kept is not None
    assert kept[0] == old
    assert "You stopped at sentence 6" in on_show(page)


@pytest.mark.parametrize(
    "fields",
    [
        {"questionnaire": "gone"},
        {"version": 9},
        {"lens": "neighbour"},
        {"answers": (1, 2)},
        {"answers": (9,) * 16},
        {"item": 16},
    ],
    ids=str,
)
def test_answers_that_fit_no_questionnaire_any_more_are_named_and_can_be_put_aside(
    open_quiz: OpenQuiz, takes: QuizStore, fields: dict[str, object]
) -> None:
    takes.save_sitting(sitting(**fields))
    page = quiz_page(open_quiz())
    assert "their questionnaire is gone or has changed" in on_show(page)
    assert not page.first.resume_button.isVisible()
    page._go_on()
    assert page.pages.currentWidget() is page.first
    page.first.aside_button.click()
    assert takes.sitting() is None


def test_a_draft_that_nobody_can_read_is_left_alone(open_quiz: OpenQuiz, takes: QuizStore, vault: Vault) -> None:
    vault.drafts.save("quiz", {"nonsense": 1})
    page = quiz_page(open_quiz())
    assert "You stopped" not in on_show(page)
    assert vault.drafts.get("quiz") is not None


# -- earlier takes -----------------------------------------------------------------------------------------------------


def test_earlier_takes_are_listed_with_the_newest_first(open_quiz: OpenQuiz, takes: QuizStore) -> None:
    keep(takes, WORRIED, 40)
    keep(takes, CALM, 2, lens="partner", alias="Kim")
    keep(takes, (1, 2, 3, 4), 90, questionnaire="gone", points=5, lens="someone")
    page = quiz_page(open_quiz())
    assert lines(page) == [
        "6 Nov 2026\nMy partner or ex · Kim",
        "29 Sep 2026\nPeople close to me, in general",
        "10 Aug 2026\nsomeone",
    ]
    tab_to("Open the take of 29 Sep 2026")
    press(Qt.Key.Key_Return)
    assert "5.63 on a scale" in on_show(page)
    press(Qt.Key.Key_Escape)
    button(page.first, "10 Aug 2026\nsomeone").click()
    assert "is not in its folder any more" in on_show(page)


def test_a_take_made_elsewhere_appears(page: QuizPage, vault_factory: Vaults, vault: Vault, window: MainWindow) -> None:
    assert lines(page) == []
    keep(QuizStore(vault_factory()), WORRIED)
    window.look_again()
    settle()
    assert len(lines(page)) == 1


def test_the_list_is_not_made_anew_while_nobody_looks(page: QuizPage, takes: QuizStore, qtbot: QtBot) -> None:
    first = keep(takes, WORRIED)
    page.show_take(first)
    before = page.first.findChildren(QAbstractButton)
    keep(takes, CALM, 3)
    assert page.first.findChildren(QAbstractButton) == before
    settle()  # the take has the focus only then
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(lines(page)) == 2)


def test_very_many_takes_are_listed_up_to_a_limit(open_quiz: OpenQuiz, takes: QuizStore) -> None:
    with takes.together():
        for days in range(MOST_LISTED + 5):
            keep(takes, CALM, days)
    assert len(lines(quiz_page(open_quiz()))) == MOST_LISTED


@pytest.mark.parametrize(("days", "said"), [(3, True), (27, True), (28, False)])
def test_sooner_than_four_weeks_is_a_kind_word_and_no_block(
    open_quiz: OpenQuiz, takes: QuizStore, days: int, said: bool
) -> None:
    keep(takes, WORRIED, days)
    page = quiz_page(open_quiz())
    settle()
    assert (f"You last did this {days} days ago." in on_show(page)) is said
    press(Qt.Key.Key_Return)
    assert "1 of 16" in on_show(page)


def test_the_kind_word_is_about_the_same_relationship_and_person(open_quiz: OpenQuiz, takes: QuizStore) -> None:
    keep(takes, WORRIED, 3, lens="partner", alias="Kim")
    page = quiz_page(open_quiz())
    assert page.first.kind_word.isHidden()
    button(page.first, "My partner or ex").click()
    assert not page.first.kind_word.isHidden()
    page.first.alias.setText("Alex")
    assert page.first.kind_word.isHidden()
    page.first.alias.setText("kim")
    assert not page.first.kind_word.isHidden()


# -- results -----------------------------------------------------------------------------------------------------------


def test_delete_with_undo_brings_everything_back(page: QuizPage, takes: QuizStore, window: MainWindow) -> None:
    record = keep(takes, WORRIED)
    page.show_take(record)
    button(page.result, "Partly").click()
    assert page.result.note is not None
    page.result.note.set_text("Half written")
    button(page.result, "Delete").click()
    assert takes.newest(5) == []
    assert page.pages.currentWidget() is page.first
    assert lines(page) == []
    press(Qt.Key.Key_Z, CTRL)
    (back,) = takes.newest(5)
    assert (back.value.fits, back.value.note) == ("partly", "Half written")
    assert page.pages.currentWidget() is page.result
    button(page.result, "Yes").click()
    assert takes.newest(1)[0].value.note == "Half written"


def test_the_journal_opens_on_the_weeks_around(
    page: QuizPage, takes: QuizStore, vault: Vault, window: MainWindow
) -> None:
    journal = JournalStore(vault)
    record = keep(takes, WORRIED, 60)
    for days in (-15, -14, 0, 14, 15):
        journal.add(Entry(at=Moment.on(record.value.at.day + timedelta(days=days)), note=f"{days} days"))
    page.show_take(record)
    button(page.result, "Journal of these weeks").click()
    settle()
    assert window.tab_widget.tabText(window.tab_widget.currentIndex()) == "Journal"
    table = journal_page(window).findChildren(QTableView)[0]
    model = table.model()
    shown = " ".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))
    assert model.rowCount() >= 3
    assert journal_page(window).list.filter.begin == record.value.at.day - timedelta(days=14)
    assert journal_page(window).list.filter.end == record.value.at.day + timedelta(days=14)
    assert "15 days" not in shown


def test_leaving_the_window_keeps_the_note(
    windows: Windows, window: MainWindow, page: QuizPage, takes: QuizStore
) -> None:
    page.show_take(keep(takes, WORRIED))
    assert page.result.note is not None
    page.result.note.set_text("Written last")
    windows.leave(window)
    assert takes.newest(1)[0].value.note == "Written last"


def test_going_back_keeps_the_note_at_once(page: QuizPage, takes: QuizStore) -> None:
    page.show_take(keep(takes, WORRIED))
    assert page.result.note is not None
    page.result.note.set_text("Kept")
    press(Qt.Key.Key_Escape)
    assert takes.newest(1)[0].value.note == "Kept"


def test_the_focus_comes_back_to_where_one_was(page: QuizPage, takes: QuizStore, window: MainWindow) -> None:
    press(Qt.Key.Key_Return)
    for part in ("taking", "result"):
        if part == "result":
            page.show_take(keep(takes, WORRIED))
        before = focus()
        window.open_tab("journal")
        window.open_tab("quiz")
        assert focus() is before


# -- own questionnaires ------------------------------------------------------------------------------------------------


def put(vault: Vault, name: str, data: object) -> Path:
    folder = vault.path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(data), "utf-8")
    return path


def test_an_own_questionnaire_can_be_taken(
    open_quiz: OpenQuiz, takes: QuizStore, vault: Vault, clock: FixedClock
) -> None:
    put(vault, "small.json", small())
    page = quiz_page(open_quiz())
    page.first.which.setCurrentIndex(1)
    page.first.start_button.click()
    answer(clock, (5, 1, 1, 5))
    press(Qt.Key.Key_Return)
    take = takes.newest(1)[0].value
    assert (take.questionnaire, take.points, take.lens) == ("small", 5, "all")
    assert "On Warmth your answers lie on the side of: warm." in on_show(page)


def test_a_file_put_there_while_the_window_is_open_is_offered(page: QuizPage, vault: Vault, window: MainWindow) -> None:
    assert not page.first.which.isVisible()
    path = put(vault, "small.json", small())
    put(vault, "broken.json", {})
    window.open_tab("journal")
    window.open_tab("quiz")
    settle()
    assert page.first.which.isVisible()
    assert button(page.first, "“broken.json” in your questionnaires folder cannot be used")
    path.unlink()
    window.open_tab("journal")
    window.open_tab("quiz")
    assert not page.first.which.isVisible()


def test_a_take_whose_questionnaire_changed_is_shown_as_it_is(
    open_quiz: OpenQuiz, takes: QuizStore, vault: Vault
) -> None:
    put(vault, "small.json", small())
    record = keep(takes, (1, 2, 3, 4, 5), questionnaire="small", points=5, lens="all")
    page = quiz_page(open_quiz())
    page.show_take(record)
    assert "is not in its folder any more, or it has changed" in on_show(page)
    assert "1, 2, 3, 4, 5" in on_show(page)


# -- trouble -----------------------------------------------------------------------------------------------------------


def closed_to_writing(vault: Vault) -> None:
    """From here on the vault refuses to be written to, as on a disk that is full."""
    vault.connection.run("PRAGMA query_only = ON")


def test_answers_that_cannot_be_kept_are_told_and_stay_on_the_screen(
    page: QuizPage, vault: Vault, window: MainWindow
) -> None:
    press(Qt.Key.Key_Return)
    write("3")
    closed_to_writing(vault)
    write("5")
    assert window.status.text() != ""
    assert "3 of 16" in on_show(page)


def test_a_take_that_cannot_be_kept_is_told_and_can_be_tried_again(
    page: QuizPage, takes: QuizStore, vault: Vault, clock: FixedClock, window: MainWindow
) -> None:
    press(Qt.Key.Key_Return)
    answer(clock, WORRIED)
    closed_to_writing(vault)
    press(Qt.Key.Key_Return)
    assert takes.newest(1) == []
    assert "Saved" not in window.status.text()
    vault.connection.run("PRAGMA query_only = OFF")
    press(Qt.Key.Key_Return)
    assert len(takes.newest(5)) == 1


def test_a_take_that_cannot_be_deleted_stays(
    page: QuizPage, takes: QuizStore, vault: Vault, window: MainWindow
) -> None:
    page.show_take(keep(takes, WORRIED))
    assert page.result.note is not None
    closed_to_writing(vault)
    button(page.result, "Delete").click()
    assert page.pages.currentWidget() is page.result
    assert window.status.text() != ""
    vault.connection.run("PRAGMA query_only = OFF")
    page.result.note.set_text("Still kept")
    page.result.keep_note()
    assert takes.newest(1)[0].value.note == "Still kept"


def test_undo_that_fails_is_told(page: QuizPage, takes: QuizStore, vault: Vault, window: MainWindow) -> None:
    page.show_take(keep(takes, WORRIED))
    button(page.result, "Delete").click()
    closed_to_writing(vault)
    window.undo()
    assert page.pages.currentWidget() is page.first
    assert window.status.text() != ""


def test_undo_after_the_bin_was_emptied_opens_nothing(page: QuizPage, takes: QuizStore, window: MainWindow) -> None:
    page.show_take(keep(takes, WORRIED))
    button(page.result, "Delete").click()
    takes.empty_bin()
    window.undo()
    assert page.pages.currentWidget() is page.first


def test_a_questionnaire_that_vanishes_meanwhile_stores_nothing(
    open_quiz: OpenQuiz, takes: QuizStore, vault: Vault, clock: FixedClock
) -> None:
    path = put(vault, "small.json", small())
    window = open_quiz()
    page = quiz_page(window)
    page.first.which.setCurrentIndex(1)
    chosen = page.first.sitting()
    path.unlink()
    window.open_tab("journal")
    window.open_tab("quiz")
    page._begin(chosen)
    assert page.pages.currentWidget() is page.first
    page._finished(chosen, False)
    assert takes.newest(1) == []


def test_the_result_on_show_is_printed(open_quiz: OpenQuiz, takes: QuizStore, printer: Printer) -> None:
    record = keep(takes, WORRIED)
    window = open_quiz()
    page = quiz_page(window)
    page.print_shown()
    assert printer.named == []
    assert "Open an earlier take" in window.status.text()
    page.show_take(record)
    page.print_shown()
    assert len(printer.files) == 1
