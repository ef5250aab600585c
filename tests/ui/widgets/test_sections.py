"""Sections of a page: one shows at a time, by mouse, by keyboard and by an assistive technology."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QLineEdit, QPushButton

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.sections import Sections
from tests.ui.eyes import parts, push
from tests.ui.hands import focus_name, press, settle, tab_to

NAMES = ["One", "Two", "Three"]


class Case:
    """A window of three sections, each a field that says which it is."""

    def __init__(self, on_screen: Callable[..., None]) -> None:
        self.fields = [QLineEdit(f"inside {name}") for name in NAMES]
        for field in self.fields:
            field.setAccessibleName(field.text())
        self.sections = Sections(zip(NAMES, self.fields, strict=True))
        self.heard: list[int] = []
        self.sections.opened.connect(self.heard.append)
        on_screen(self.sections)

    @property
    def shown(self) -> str:
        """The one that shows, by its button; just its section is on show."""
        [name] = [one.text() for one in parts(self.sections, QPushButton) if one.isChecked()]
        [field] = parts(self.sections, QLineEdit)
        assert field is self.sections.section
        assert field.text() == f"inside {name}"
        return name

    def ask_for_toggle(self, name: str) -> None:
        """What a screen reader or a voice does with a button that can be checked."""
        [one] = [one for one in parts(self.sections, QPushButton) if one.text() == name]
        actions = QAccessible.queryAccessibleInterface(one).actionInterface()
        actions.doAction(QAccessibleActionInterface.toggleAction())
        settle()


@pytest.fixture
def case(theme: Theme, on_screen: Callable[..., None]) -> Case:
    return Case(on_screen)


def test_the_first_one_shows(case: Case) -> None:
    assert case.shown == "One"
    assert case.heard == []


def test_a_click_shows_another_one_and_a_second_click_leaves_it_there(case: Case) -> None:
    for name in ("Three", "Three", "Two", "One"):
        push(case.sections, name)
        assert case.shown == name
    assert case.heard == [2, 1, 0]


def test_it_can_be_opened_from_elsewhere(case: Case) -> None:
    case.sections.open(1)
    assert case.shown == "Two"
    case.sections.start()
    assert focus_name() == "Two"


def test_an_assistive_technology_toggles_a_section_and_cannot_toggle_all_of_them_away(case: Case) -> None:
    case.ask_for_toggle("Two")
    assert case.shown == "Two"
    case.ask_for_toggle("Two")
    assert case.shown == "Two"
    assert case.heard == [1]


def test_tab_reaches_every_button_and_then_the_section(case: Case) -> None:
    case.sections.start()
    for name in (*NAMES[1:], "inside One"):
        press(Qt.Key.Key_Tab)
        assert focus_name() == name
    tab_to("Three", back=True)
    press(Qt.Key.Key_Space)
    assert case.shown == "Three"
