"""A result on the screen: its order, what is kept with it, and takes whose questionnaire is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.errors import AttachError
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.charts.view import ChartView
from attach_desktop.ui.quiz.result_view import ResultView
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.text_area import TextArea
from attach_desktop.vault.kind import Stored
from tests.quiz.samples import ATTACH, small_questionnaire
from tests.quiz.takes import ALL_FOUR, CALM, DAYS, HALF, WORRIED, Answers, keep
from tests.ui.hands import focus, press, settle, tab_to, write
from tests.ui.printer import Printer, needs_poppler
from tests.ui.quiz.takes import button, child, described, shown_text


@pytest.fixture
def view(theme: Theme, words: Words, takes: QuizStore, on_screen: Callable[..., None]) -> ResultView:
    made = ResultView(takes, theme, words, DAYS)
    on_screen(made, QSize(1200, 760))
    return made


def show(view: ResultView, record: Stored[Take]) -> Stored[Take]:
    view.show_take(record, ATTACH)
    settle()
    view.start()
    return record


def top(view: ResultView, widget: QWidget) -> int:
    return widget.mapTo(view, widget.rect().topLeft()).y()


def note(view: ResultView) -> TextArea:
    assert view.note is not None
    return view.note


def read(takes: QuizStore, record: Stored[Take]) -> Take:
    found = takes.get(record.id)
    assert found is not None
    return found.value


# -- what is on show ---------------------------------------------------------------------------------------------------


def test_the_point_comes_first_then_the_axes_then_smaller_the_description(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, WORRIED))
    plane = child(view, ChartView, "The plane")
    assert focus() is plane
    assert "Your point is at 5.63 and 3.00" in described(plane)
    told = shown_text(view)
    order = [
        "Your point is at 5.63",
        "Attachment anxiety\nYou answered",
        "often worries whether others stay",
        "at ease with closeness",
        "Your point sits in",
        "The nearest description: anxious-preoccupied.",
        "Does this fit you?",
        "Written for this program",
    ]
    places = [told.index(part) for part in order]
    assert places == sorted(places)
    for said in ("not a diagnosis", "borrowed", "version 1", "8 Nov 2026", "People close to me, in general"):
        assert said in told


def test_no_share_of_a_style_is_told(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, WORRIED))
    for fold in view.findChildren(QAbstractButton):
        if fold.text().startswith("▸"):
            fold.click()
    settle()
    told = shown_text(view)
    for forbidden in ("%", "percentile", "your partner is", "!"):
        assert forbidden not in told


def test_the_plane_has_a_table(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, WORRIED))
    button(view, "As a table").click()
    (table,) = view.findChildren(QTableWidget)
    assert (table.accessibleName(), table.rowCount()) == ("The plane as a table", 2)


def test_signs_help_and_strengths_unfold(view: ResultView, takes: QuizStore, words: Words) -> None:
    show(view, keep(takes, WORRIED))
    assert "Waiting for a reply" not in shown_text(view)
    button(view, "Signs, what may help, strengths").click()
    settle()
    for text in words.texts["descriptions"]["preoccupied"]["signs"]:
        assert text in shown_text(view)


def test_how_this_is_scored_unfolds(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, WORRIED))
    button(view, "How this is scored").click()
    settle()
    assert "Jacobson and Truax 1991" in shown_text(view)
    assert view.findChildren(QTableWidget)[0].rowCount() == 16


def test_with_a_missing_dimension_the_other_is_shown_and_no_style(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, HALF))
    told = shown_text(view)
    assert "5.63 on a scale from 1 to 7" in told
    assert "Not enough answers for Attachment avoidance: 4 of 8, and 6 are needed." in told
    assert "nearest description" not in told
    assert "Signs, what may help" not in " ".join(one.text() for one in view.findChildren(QAbstractButton))


def test_exactly_four_has_every_description_that_is_equally_near(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, ALL_FOUR, kept=True))
    told = shown_text(view)
    assert "Equally near descriptions: secure, dismissive-avoidant, anxious-preoccupied and fearful-avoidant" in told
    for name in ("secure", "dismissive-avoidant", "anxious-preoccupied", "fearful-avoidant"):
        assert button(view, f"{name}: signs, what may help, strengths")
    assert "All your answers are the same" in told


def test_over_time_comes_with_the_second_take(view: ResultView, takes: QuizStore) -> None:
    first = show(view, keep(takes, WORRIED, 40))
    assert "Over time" not in shown_text(view)
    keep(takes, CALM)
    show(view, first)
    assert view.over_time is not None
    assert view.over_time.other.currentText() == "8 Nov 2026"


def test_another_person_is_on_another_line(view: ResultView, takes: QuizStore) -> None:
    keep(takes, WORRIED, 40, lens="partner", alias="Alex")
    kim = keep(takes, CALM, lens="partner", alias="Kim")
    show(view, kim)
    assert view.over_time is None
    assert "My partner or ex · Kim" in shown_text(view)


def test_only_the_take_on_show_is_there(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, WORRIED, 40))
    show(view, keep(takes, CALM))
    assert len(view.findChildren(ChartView)) == 3
    assert "5.63 on a scale" not in shown_text(view)


@pytest.mark.parametrize(("width", "side_by_side"), [(1200, True), (880, True), (640, False)])
def test_the_plane_stands_where_there_is_room(
    view: ResultView, takes: QuizStore, width: int, side_by_side: bool
) -> None:
    view.resize(width, 700)
    show(view, keep(takes, WORRIED))
    plane = child(view, ChartView, "The plane")
    assert abs(plane.width() - plane.height()) <= 2
    assert (top(view, note(view)) < top(view, plane) + plane.height() + 60) is side_by_side


# -- what is kept with it ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("words_said", "kept"), [("Yes", "yes"), ("Partly", "partly"), ("No", "no")])
def test_the_own_verdict_is_kept_at_once(view: ResultView, takes: QuizStore, words_said: str, kept: str) -> None:
    record = show(view, keep(takes, WORRIED))
    choice = button(view, words_said)
    assert described(choice) == "Does this fit you?"
    choice.click()
    assert read(takes, record).fits == kept
    show(view, takes.get(record.id) or record)
    again = button(view, words_said)
    assert isinstance(again, QRadioButton)
    assert again.isChecked()


def test_a_note_is_kept_after_a_pause(view: ResultView, takes: QuizStore, qtbot: QtBot) -> None:
    record = show(view, keep(takes, WORRIED))
    tab_to("Note")
    write("A quiet week – ☂")
    qtbot.waitUntil(lambda: read(takes, record).note == "A quiet week – ☂")


@pytest.mark.parametrize("leaving", ["keep_note", "other take"])
def test_a_note_is_kept_on_leaving(view: ResultView, takes: QuizStore, leaving: str) -> None:
    record, other = keep(takes, WORRIED, 40), keep(takes, CALM)
    show(view, record)
    note(view).set_text("Kept")
    if leaving == "keep_note":
        view.keep_note()
    else:
        show(view, other)
    assert read(takes, record).note == "Kept"
    assert read(takes, other).note == ""


def test_verdict_and_note_do_not_undo_what_changed_elsewhere(view: ResultView, takes: QuizStore) -> None:
    record = show(view, keep(takes, WORRIED))
    takes.change(record.id, replace(record.value, note="From elsewhere"))
    button(view, "Yes").click()
    assert (read(takes, record).fits, read(takes, record).note) == ("yes", "From elsewhere")


def test_a_take_that_is_gone_is_a_known_trouble(view: ResultView, takes: QuizStore) -> None:
    record = show(view, keep(takes, WORRIED))
    trouble: list[AttachError] = []
    view.trouble.connect(trouble.append)
    takes.bin([record.id])
    button(view, "Yes").click()
    assert [error.key for error in trouble] == ["no-such-record"]
    view.forget()
    button(view, "No").click()
    view.keep_note()
    assert len(trouble) == 1


def test_a_note_with_no_text_that_a_file_can_keep_is_refused_kindly(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, WORRIED))
    trouble: list[AttachError] = []
    view.trouble.connect(trouble.append)
    note(view).set_text("x" * 1_000_001)
    view.keep_note()
    assert [error.key for error in trouble] == ["faults"]


# -- ways on -----------------------------------------------------------------------------------------------------------


def test_the_ways_on_carry_the_take_as_it_is_now(view: ResultView, takes: QuizStore) -> None:
    record = show(view, keep(takes, WORRIED))
    button(view, "Partly").click()
    for name, signal in (("Journal of these weeks", view.journal_asked), ("Delete", view.delete_asked)):
        spy = QSignalSpy(signal)
        button(view, name).click()
        assert spy.at(0)[0].id == record.id
        assert spy.at(0)[0].value.fits == "partly"


def test_escape_goes_back_to_all_takes(view: ResultView, takes: QuizStore) -> None:
    show(view, keep(takes, WORRIED))
    closed = QSignalSpy(view.closed)
    press(Qt.Key.Key_Escape)
    button(view, "‹ All takes").click()
    assert closed.count() == 2


def test_tab_goes_through_everything_in_reading_order(view: ResultView, takes: QuizStore) -> None:
    keep(takes, CALM, 60)
    show(view, keep(takes, WORRIED))
    button(view, "‹ All takes").setFocus()
    stops = [focus()]
    while True:
        press(Qt.Key.Key_Tab)
        if focus() in stops:
            break
        stops.append(focus())
    names = [stop.accessibleName() or getattr(stop, "text", str)() for stop in stops]
    assert names == [
        "‹ All takes",
        "Journal of these weeks",
        "Print …",
        "Delete",
        "The plane",
        "As a table, closed",
        "Signs, what may help, strengths, closed",
        "Yes",
        "Note",
        "How this is scored, closed",
        "Attachment anxiety",
        "Attachment avoidance",
        "As a table, closed",
        "Compare the take of",
        "with the take of",
    ]


# -- printing ----------------------------------------------------------------------------------------------------------


@needs_poppler
def test_printing_prints_with_the_note_as_it_stands(view: ResultView, takes: QuizStore, printer: Printer) -> None:
    record = show(view, keep(takes, WORRIED))
    note(view).set_text("a note " * 700)
    button(view, "Print …").click()
    data = printer.files[0].read_bytes()
    assert data.count(b"/Type /Page\n") >= 2
    assert b"/Subtype /Image" not in data
    assert printer.text.count("a note") > 600
    assert read(takes, record).note.startswith("a note")


@pytest.mark.no_qt_log
def test_a_printer_that_fails_is_told(view: ResultView, takes: QuizStore, printer: Printer) -> None:
    printer.break_down()
    show(view, keep(takes, WORRIED))
    trouble: list[AttachError] = []
    view.trouble.connect(trouble.append)
    view.print_take()
    assert [error.key for error in trouble] == ["cannot-write"]


# -- without its questionnaire -----------------------------------------------------------------------------------------


def test_a_take_whose_questionnaire_is_gone_can_be_read_noted_and_deleted(view: ResultView, takes: QuizStore) -> None:
    record = keep(takes, (1, None, 3, 4), questionnaire="small", points=5, lens="one", alias="Kim", note="Mine")
    view.show_take(record, None)
    settle()
    view.start()
    told = shown_text(view)
    for said in ("“small” in version 1", "one · Kim", "from 1 to 5: 1, –, 3, 4", "8 Nov 2026"):
        assert said in told
    assert focus() is button(view, "‹ All takes")
    note(view).set_text("Still mine")
    view.keep_note()
    assert read(takes, record).note == "Still mine"
    spy = QSignalSpy(view.delete_asked)
    button(view, "Delete").click()
    assert spy.count() == 1
    view.print_take()
    assert not any(one.text() == "Print …" for one in view.findChildren(QAbstractButton) if one.isVisibleTo(view))


def test_an_own_questionnaire_has_its_own_words(view: ResultView, takes: QuizStore) -> None:
    record = keep(takes, (5, 5, 1, 1), questionnaire="small", points=5, lens="one")
    view.show_take(record, small_questionnaire())
    settle()
    told = shown_text(view)
    assert "On Warmth your answers lie on the side of: warm." in told
    assert "comes from your own folder" in told
    assert "not a diagnosis" in told
    assert "Does this fit you?" in told
    assert "dismissive" not in told


def test_nothing_on_show_nothing_to_do(view: ResultView) -> None:
    view.start()
    view.keep_note()
    view.print_take()
    assert view.note is None


def test_any_answers_can_be_shown(view: ResultView, takes: QuizStore) -> None:
    odd: list[Answers] = [(None,) * 16, (1,) * 16, (7,) * 16, (*(None,) * 15, 3)]
    for answers in odd:
        show(view, keep(takes, answers))
        assert "8 Nov 2026" in shown_text(view)
