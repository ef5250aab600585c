"""The quiz's first page: what it says before one starts, what can be chosen, and earlier takes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QRadioButton

from attach_desktop.errors import StorageError
from attach_desktop.quiz.shelf import FOLDER, Broken, Shelf, find_all
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.start_view import EarlierTake, StartView
from attach_desktop.ui.theme.theme import Theme
from tests.quiz.samples import ATTACH, small, small_questionnaire
from tests.quiz.takes import CALM, WORRIED, keep, sitting
from tests.ui.hands import focus, focus_name, press, settle, tab_to, write
from tests.ui.quiz.takes import button, shown_text, shown_texts

OWN = Shelf((ATTACH, small_questionnaire()))


@pytest.fixture
def show(theme: Theme, words: Words, on_screen: Callable[..., None]) -> Callable[[Shelf], StartView]:
    def make(shelf: Shelf) -> StartView:
        view = StartView(shelf, words)
        on_screen(view, QSize(1100, 700))
        view.start()
        return view

    return make


@pytest.fixture
def view(show: Callable[[Shelf], StartView]) -> StartView:
    return show(Shelf((ATTACH,)))


def lens(view: StartView, name: str) -> QRadioButton:
    found = button(view, name)
    assert isinstance(found, QRadioButton)
    return found


def test_it_says_what_this_is_and_is_not(view: StartView, words: Words) -> None:
    told = shown_text(view)
    for point in words.points(ATTACH):
        assert point in told
    assert "16 sentences" in told
    assert ATTACH.time_frame in told
    for said in ("not a diagnosis", "Nobody has tested", "borrowed", "no ranking", "leave one"):
        assert said in told


def test_enter_begins_with_what_is_chosen(view: StartView) -> None:
    begun = QSignalSpy(view.begin)
    press(Qt.Key.Key_Return)
    assert begun.at(0) == [sitting()]


def test_every_lens_can_be_chosen_by_key(view: StartView) -> None:
    names = [one.name for one in ATTACH.lenses]
    assert focus_name() == names[0]
    for one in ATTACH.lenses[1:]:
        press(Qt.Key.Key_Down)
        assert view.sitting().lens == one.id
        assert one.note in shown_texts(view)


def test_a_person_can_be_named_where_it_is_one(view: StartView) -> None:
    assert not view.alias.isVisible()
    lens(view, "A close friend").click()
    assert view.alias.isVisible()
    tab_to(view.alias.accessibleName())
    write("  Kim & Co ")
    assert view.sitting() == sitting(lens="friend", alias="Kim & Co")
    begun = QSignalSpy(view.begin)
    press(Qt.Key.Key_Return)
    assert begun.count() == 1


def test_a_name_written_for_another_lens_goes_nowhere(view: StartView) -> None:
    lens(view, "My partner or ex").click()
    view.alias.setText("Kim")
    lens(view, "People close to me, in general").click()
    assert view.sitting().alias == ""
    lens(view, "My partner or ex").click()
    assert view.sitting().alias == "Kim"


def test_one_goes_through_them_one_by_one_or_all_at_once(view: StartView) -> None:
    assert view.sitting().layout == "one"
    view.all.click()
    assert view.sitting().layout == "all"


def test_what_comes_next_is_always_in_sight(show: Callable[[Shelf], StartView]) -> None:
    view = show(Shelf((ATTACH,)))
    view.resize(640, 380)
    settle()
    assert view.start_button.visibleRegion().boundingRect().height() == view.start_button.height()


def test_it_offers_to_go_on(view: StartView) -> None:
    assert not view.resume_button.isVisible()
    view.show_resume("You stopped at sentence 7.")
    view.start()
    assert focus() is view.resume_button
    assert "You stopped at sentence 7." in shown_text(view)
    went, aside = QSignalSpy(view.go_on), QSignalSpy(view.put_aside)
    press(Qt.Key.Key_Return)
    assert (went.count(), aside.count()) == (1, 0)
    view.aside_button.click()
    assert aside.count() == 1


def test_one_step_at_a_time_is_the_primary_one(view: StartView) -> None:
    assert view.start_button.property("role") == "primary"
    view.show_resume("You stopped.")
    assert view.start_button.property("role") != "primary"
    view.show_resume("Gone.", can_go_on=False)
    assert not view.resume_button.isVisible()
    assert view.aside_button.isVisible()
    assert view.start_button.property("role") == "primary"
    view.start()
    assert focus_name() == ATTACH.lenses[0].name
    view.show_resume("")
    assert not view.aside_button.isVisible()


def test_earlier_takes_are_a_list_to_open(view: StartView, takes: QuizStore) -> None:
    view.show_earlier([])
    settle()
    assert "None yet" in shown_text(view)
    first, second = keep(takes, WORRIED, 40), keep(takes, CALM, 3)
    view.show_earlier([EarlierTake(second, "5 Nov 2026", "A & B"), EarlierTake(first, "29 Sep 2026", "People")])
    assert "None yet" not in shown_text(view)
    opened = QSignalSpy(view.open_take)
    tab_to("Open the take of 29 Sep 2026, People")
    press(Qt.Key.Key_Return)
    assert opened.at(0) == [first]
    # An "&" in a name is a letter.
    assert button(view, "5 Nov 2026\nA && B")


def test_tab_goes_the_way_the_eye_goes(view: StartView, takes: QuizStore) -> None:
    view.show_earlier([EarlierTake(keep(takes, CALM), "8 Nov 2026", "People")])
    lens(view, "A close friend").click()
    lens(view, "A close friend").setFocus()
    stops = []
    for _ in range(5):
        press(Qt.Key.Key_Tab)
        stops.append(focus_name())
    assert stops == [
        view.alias.accessibleName(),
        "One sentence at a time",
        "Begin",
        "Open the take of 8 Nov 2026, People",
        stops[-1],
    ]


# -- own questionnaires ------------------------------------------------------------------------------------------------


def test_with_one_questionnaire_there_is_nothing_to_choose(view: StartView) -> None:
    assert not view.which.isVisible()


def test_own_questionnaires_can_be_chosen(show: Callable[[Shelf], StartView], words: Words) -> None:
    view = show(OWN)
    assert view.which.isVisible()
    assert "Questionnaire" in shown_texts(view)
    view.which.setCurrentIndex(1)
    settle()
    told = shown_text(view)
    assert "4 sentences" in told
    assert "comes from your own folder" in told
    # What is true of ours alone is not said of theirs; the rest is.
    assert "written for Attach" not in told
    assert "not a diagnosis" in told
    assert view.sitting() == sitting(questionnaire="small", lens="all", answers=(None,) * 4)
    assert view.alias.isVisible()
    button(view, "One person").click()
    assert view.sitting().lens == "one"


def test_a_file_that_appears_is_offered_and_the_choice_stays(show: Callable[[Shelf], StartView]) -> None:
    view = show(OWN)
    view.which.setCurrentIndex(1)
    other = small_questionnaire(id="other", name="Other")
    view.show_shelf(Shelf((ATTACH, other, small_questionnaire())))
    assert view.questionnaire.id == "small"
    view.show_shelf(Shelf((ATTACH, other)))
    assert view.questionnaire is ATTACH
    assert len(view.findChildren(QRadioButton)) >= 7


def test_broken_files_are_named_with_every_fault(show: Callable[[Shelf], StartView], tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    data = small()
    del data["points"]
    data["items"][0]["key"] = "sideways"
    (folder / "mine.json").write_text(json.dumps(data), "utf-8")
    (folder / "other.json").write_text("{", "utf-8")
    view = show(find_all(tmp_path))
    fold = button(view, "“mine.json” in your questionnaires folder cannot be used")
    fold.click()
    settle()
    told = shown_text(view)
    assert "points" in told
    assert "items[0].key" in told
    button(view, "“other.json” in your questionnaires folder cannot be used").click()
    settle()
    assert len(shown_text(view)) > len(told)
    view.show_shelf(Shelf((ATTACH,)))
    assert "items[0].key" not in shown_text(view)


def test_a_file_that_cannot_be_opened_is_named_too(show: Callable[[Shelf], StartView], tmp_path: Path) -> None:
    path = tmp_path / FOLDER / "closed.json"
    view = show(Shelf((ATTACH,), (Broken(path, StorageError("cannot-open", path=path)),)))
    button(view, "“closed.json” in your questionnaires folder cannot be used").click()
    settle()
    assert "closed.json" in shown_text(view)
