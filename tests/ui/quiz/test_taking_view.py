"""Answering: every step is told, nothing is lost, and the end asks only what needs asking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.store import Sitting
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.taking_view import TakingView
from attach_desktop.ui.theme.theme import Theme
from tests.quiz.samples import ATTACH
from tests.quiz.takes import ALL_FOUR, WORRIED, sitting
from tests.support import FixedClock
from tests.ui.hands import focus, press, settle, tab_to, write
from tests.ui.quiz.takes import shown_text


class Kept:
    """What a taking view told."""

    def __init__(self, view: TakingView) -> None:
        self.sittings: list[Sitting] = []
        self.finished: list[tuple[Sitting, bool]] = []
        self.stopped = QSignalSpy(view.stopped)
        view.changed.connect(self.sittings.append)
        view.finished.connect(lambda sitting, quick: self.finished.append((sitting, quick)))

    @property
    def last(self) -> Sitting:
        return self.sittings[-1]


@pytest.fixture
def view(theme: Theme, words: Words, clock: FixedClock, on_screen: Callable[..., None]) -> TakingView:
    made = TakingView(theme, clock, words)
    on_screen(made, QSize(900, 500))
    return made


@pytest.fixture
def kept(view: TakingView) -> Kept:
    return Kept(view)


def begin(view: TakingView, **fields: object) -> None:
    view.begin(sitting(**fields), ATTACH)
    settle()


def answer_all(clock: FixedClock, answers: tuple[int | None, ...] = tuple(WORRIED), seconds: float = 5) -> None:
    """Give every answer by its digit; for None, go on without one."""
    for value in answers:
        clock.advance(timedelta(seconds=seconds))
        if value is None:
            press(Qt.Key.Key_Return)
        else:
            write(str(value))


@pytest.mark.parametrize("layout", ["one", "all"])
def test_all_answered_goes_straight_to_the_result(view: TakingView, kept: Kept, clock: FixedClock, layout: str) -> None:
    begin(view, layout=layout)
    answer_all(clock)
    assert kept.finished == []
    press(Qt.Key.Key_Return)
    assert [(one.answers, quick) for one, quick in kept.finished] == [(tuple(WORRIED), False)]


@pytest.mark.parametrize("layout", ["one", "all"])
def test_every_answer_is_told_at_once(view: TakingView, kept: Kept, clock: FixedClock, layout: str) -> None:
    begin(view, layout=layout)
    for at, value in enumerate(WORRIED[:5]):
        write(str(value))
        assert kept.last.answers[: at + 1] == tuple(WORRIED[: at + 1])
        assert kept.last.item == at + 1


def test_after_the_last_digit_the_person_says_when(view: TakingView, kept: Kept, clock: FixedClock) -> None:
    begin(view, item=15, answers=(*WORRIED[:15], None))
    write("3")
    assert kept.last.answers[15] == 3
    assert focus() is view.one.next_button
    press(Qt.Key.Key_Backspace)
    assert kept.last.item == 14
    assert kept.finished == []


def test_back_and_on_keep_what_was_answered(view: TakingView, kept: Kept) -> None:
    begin(view)
    write("62")
    press(Qt.Key.Key_Backspace, times=5)
    assert kept.last.item == 0
    assert view.one.scale.value() == 6
    press(Qt.Key.Key_Return)
    assert view.one.scale.value() == 2
    write("7")
    assert kept.last.answers[:3] == (6, 7, None)


def test_arrows_pick_without_going_on(view: TakingView, kept: Kept) -> None:
    begin(view)
    press(Qt.Key.Key_Right, times=4)
    assert (kept.last.item, kept.last.answers[0]) == (0, 4)
    press(Qt.Key.Key_Return)
    assert kept.last.item == 1


def test_delete_takes_an_answer_back_for_good(view: TakingView, kept: Kept) -> None:
    begin(view)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Delete)
    assert kept.last.answers[0] is None


def test_skipped_on_purpose_is_not_asked_about(view: TakingView, kept: Kept, clock: FixedClock) -> None:
    begin(view)
    answer_all(clock, tuple(WORRIED[:3]))
    view.one.skip_button.click()
    answer_all(clock, tuple(WORRIED[4:]))
    press(Qt.Key.Key_Return)
    assert kept.finished[0][0].answers == (*WORRIED[:3], None, *WORRIED[4:])


def test_skipping_the_last_one_ends(view: TakingView, kept: Kept, clock: FixedClock) -> None:
    begin(view)
    answer_all(clock, tuple(WORRIED[:15]))
    view.one.skip_button.click()
    assert kept.finished[0][0].answers[15] is None


@pytest.mark.parametrize("layout", ["one", "all"])
def test_without_an_answer_one_is_asked_once(view: TakingView, kept: Kept, clock: FixedClock, layout: str) -> None:
    begin(view, layout=layout)
    answer_all(clock, (6, None, *WORRIED[2:]))
    press(Qt.Key.Key_Return)
    assert kept.finished == []
    assert "no answer" in shown_text(view.ending)
    press(Qt.Key.Key_Return)
    assert kept.finished[0][0].answers[1] is None


@pytest.mark.parametrize("layout", ["one", "all"])
def test_one_can_go_back_to_the_first_without_an_answer(
    view: TakingView, kept: Kept, clock: FixedClock, layout: str
) -> None:
    begin(view, layout=layout)
    answer_all(clock, (6, None, *WORRIED[2:15], None))
    press(Qt.Key.Key_Return)
    tab_to("Go back to them", back=True)
    press(Qt.Key.Key_Return)
    settle()
    assert kept.last.item == 1
    write("5")
    assert kept.last.answers[1] == 5


def test_signs_of_haste_are_told_kindly_with_both_ways_open(
    view: TakingView, kept: Kept, clock: FixedClock, words: Words
) -> None:
    begin(view)
    answer_all(clock, tuple(ALL_FOUR))
    press(Qt.Key.Key_Return)
    again: list[str] = []
    view.ask_about(score(ATTACH, ALL_FOUR), lambda: again.append("kept"))
    told = shown_text(view.ending)
    assert words.texts["flags"]["all-same"] in told
    assert {view.ending.back_button.text(), view.ending.on_button.text()} == {"Look again", "Keep these answers"}
    press(Qt.Key.Key_Return)
    assert again == ["kept"]


def test_looking_again_begins_at_the_first_sentence_with_the_answers(
    view: TakingView, kept: Kept, clock: FixedClock
) -> None:
    begin(view)
    answer_all(clock, tuple(ALL_FOUR), seconds=0.5)
    press(Qt.Key.Key_Return)
    assert kept.finished[0][1]
    view.ask_about(score(ATTACH, ALL_FOUR, quick=True), lambda: None)
    view.ending.back_button.click()
    assert (kept.last.item, kept.last.answers) == (0, tuple(ALL_FOUR))
    press(Qt.Key.Key_Return, times=16)
    # Who has looked again is not told a second time to have been fast.
    assert kept.finished[1] == (kept.last, False)


@pytest.mark.parametrize(("seconds", "quick"), [(1, True), (4, False)])
@pytest.mark.parametrize("layout", ["one", "all"])
def test_fast_answers_are_noticed(
    view: TakingView, kept: Kept, clock: FixedClock, layout: str, seconds: float, quick: bool
) -> None:
    begin(view, layout=layout)
    answer_all(clock, seconds=seconds)
    press(Qt.Key.Key_Return)
    assert kept.finished[0][1] is quick


def test_walking_along_with_arrows_is_not_fast(view: TakingView, kept: Kept, clock: FixedClock) -> None:
    begin(view, layout="all")
    for value in WORRIED:
        clock.advance(timedelta(seconds=4))
        for _ in range(value or 0):
            clock.advance(timedelta(seconds=0.2))
            press(Qt.Key.Key_Right)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert kept.finished[0][0].answers == tuple(WORRIED)
    assert not kept.finished[0][1]


@pytest.mark.parametrize("layout", ["one", "all"])
def test_escape_stops_here(view: TakingView, kept: Kept, layout: str) -> None:
    begin(view, layout=layout)
    write("5")
    press(Qt.Key.Key_Escape)
    assert kept.stopped.count() == 1
    assert kept.last.answers[0] == 5


def test_escape_is_safe_on_the_card_at_the_end(view: TakingView, kept: Kept, clock: FixedClock) -> None:
    begin(view)
    answer_all(clock, (None,) * 16)
    press(Qt.Key.Key_Escape)
    assert (kept.stopped.count(), kept.finished) == (1, [])


@pytest.mark.parametrize("layout", ["one", "all"])
def test_taken_up_again_it_begins_at_the_sentence_one_had_come_to(
    view: TakingView, kept: Kept, clock: FixedClock, layout: str
) -> None:
    begin(view, layout=layout, item=9, answers=(*WORRIED[:9], *(None,) * 7))
    answer_all(clock, tuple(WORRIED[9:]))
    press(Qt.Key.Key_Return)
    assert kept.finished[0][0].answers == tuple(WORRIED)


@pytest.mark.parametrize("layout", ["one", "all"])
def test_it_takes_the_focus_back(view: TakingView, kept: Kept, layout: str) -> None:
    begin(view, layout=layout, item=3)
    before = focus()
    view.setFocus()
    view.start()
    assert focus() is before
    press(Qt.Key.Key_Return, times=13)
    if layout == "all":
        press(Qt.Key.Key_Return)
    view.setFocus()
    view.start()
    assert focus() is view.ending.on_button


def test_without_a_sitting_there_is_nothing_to_answer(view: TakingView, qtbot: QtBot) -> None:
    with qtbot.capture_exceptions() as raised:
        view.one.next_asked.emit()
    assert [kind for kind, _, _ in raised] == [RuntimeError]
