"""Everything there is to choose: one change for each thing that a person does, and none for what they did not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from attach_desktop.summary.choices import BUILT_IN, SECTIONS, Choices, Presets
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.chooser import Chooser, titles
from attach_desktop.ui.summary.choosing import Start
from attach_desktop.ui.summary.period_field import PeriodField
from attach_desktop.vault.vault import Vault
from tests.ui.hands import press, tab_to, write

TODAY = date(2026, 11, 8)
START = Start(
    choices=Choices(sections=("mood", "quiz"), names=False, private=True),
    period="own",
    begin=date(2026, 10, 1),
    end=date(2026, 10, 31),
)


@pytest.fixture
def chooser(vault: Vault, on_screen: Callable[..., None]) -> Chooser:
    made = Chooser(Presets(vault.settings), titles(), PeriodField((date(2026, 11, 2), TODAY), TODAY))
    made.show_start(START, "What now?", Paper.LETTER)
    on_screen(made)
    made.presets.choice.setFocus()
    return made


def changes(chooser: Chooser) -> list[Choices]:
    found: list[Choices] = []
    chooser.changed.connect(lambda: found.append(chooser.choices()))
    return found


def test_it_begins_with_what_it_is_given(chooser: Chooser) -> None:
    wanted = chooser.wanted()
    assert wanted.choices == START.choices
    assert (wanted.begin, wanted.end, wanted.questions) == (START.begin, START.end, "What now?")
    assert chooser.paper_size() is Paper.LETTER


def test_every_section_and_preset_has_a_title() -> None:
    assert set(titles().sections) >= set(SECTIONS)
    assert set(titles().presets) >= set(BUILT_IN)


def test_a_preset_is_one_change(chooser: Chooser) -> None:
    told = changes(chooser)
    press(Qt.Key.Key_Home)
    assert told == [BUILT_IN["therapist"]]
    assert not chooser.names.isChecked()
    assert chooser.private.isChecked()


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("Leave out notes", Choices(sections=("mood", "quiz"), names=False, private=True, notes=False)),
        ("Names become", Choices(sections=("mood", "quiz"), names=True, private=True)),
        ("Leave out what I marked", Choices(sections=("mood", "quiz"), names=False, private=False)),
    ],
)
def test_each_box_is_one_change(chooser: Chooser, name: str, choices: Choices) -> None:
    told = changes(chooser)
    tab_to(name)
    press(Qt.Key.Key_Space)
    assert told == [choices]


def test_a_change_by_hand_makes_it_a_choice_of_ones_own_and_back(chooser: Chooser) -> None:
    press(Qt.Key.Key_Home)
    assert chooser.presets.choice.currentText() == "For my therapist"
    tab_to("Names become")
    press(Qt.Key.Key_Space)
    assert chooser.presets.choice.currentText() == "Own choice"
    press(Qt.Key.Key_Space)
    assert chooser.presets.choice.currentText() == "For my therapist"


def test_typing_is_told_apart_from_choosing(chooser: Chooser) -> None:
    told, typed = changes(chooser), list[str]()
    chooser.typed.connect(lambda: typed.append(chooser.questions.text()))
    tab_to("My questions for the session")
    write("x")
    assert typed[-1] == "xWhat now?"
    assert told == []


def test_the_mouse_wheel_scrolls_the_column_and_chooses_nothing(chooser: Chooser) -> None:
    before, told = chooser.wanted(), changes(chooser)
    for field in (chooser.paper, chooser.period.choice, chooser.period.begin, chooser.presets.choice):
        field.setFocus()
        at, turn = QPointF(field.rect().center()), QPoint(0, -120)
        none = Qt.KeyboardModifier.NoModifier
        wheel = QWheelEvent(
            at, field.mapToGlobal(at), turn, turn, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(field, wheel)
        assert not wheel.isAccepted()
    assert chooser.wanted() == before
    assert told == []
