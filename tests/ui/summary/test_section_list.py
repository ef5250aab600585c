"""The sections: ticked and put in order, by keyboard, by buttons, by mouse, and so that one hears where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from attach_desktop.summary.choices import SECTIONS
from attach_desktop.ui.summary.section_list import SectionList, Sections
from tests.ui.hands import focus, press, settle, spoken_name

TITLES = {name: name.title() for name in SECTIONS}
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def sections(on_screen: Callable[..., None]) -> Sections:
    """Three of them chosen, the keys on the first."""
    made = Sections(TITLES)
    made.show_sections(("quiz", "mood", "glance"))
    on_screen(made)
    made.list.setFocus()
    settle()
    return made


def spoken(row: int, within: SectionList) -> tuple[str, bool]:
    """What a screen reader hears of a row: its words, and whether it is ticked."""
    interface = QAccessible.queryAccessibleInterface(within)
    line = interface.child(row)
    return line.text(QAccessible.Text.Name), bool(line.state().checked)


def changes(sections: Sections) -> list[tuple[str, ...]]:
    """Notes what is chosen with each change."""
    found: list[tuple[str, ...]] = []
    sections.changed.connect(lambda: found.append(sections.list.chosen()))
    return found


def test_what_is_chosen_stands_first_in_its_order(sections: Sections) -> None:
    assert sections.list.chosen() == ("quiz", "mood", "glance")
    assert sections.list.count() == len(SECTIONS)
    assert [spoken(row, sections.list) for row in range(4)] == [
        ("Quiz", True),
        ("Mood", True),
        ("Glance", True),
        ("Questions", False),
    ]


def test_the_space_bar_ticks(sections: Sections) -> None:
    told = changes(sections)
    press(Qt.Key.Key_Space)
    assert sections.list.chosen() == ("mood", "glance")
    press(Qt.Key.Key_Down, times=3)
    press(Qt.Key.Key_Space)
    assert told == [("mood", "glance"), ("mood", "glance", "questions")]


def test_by_ear_a_section_is_something_that_can_be_ticked(sections: Sections) -> None:
    lines = [QAccessible.queryAccessibleInterface(sections.list).child(row) for row in (0, 5)]
    assert [(bool(one.state().checkable), bool(one.state().checked)) for one in lines] == [(True, True), (True, False)]
    press(Qt.Key.Key_Space)
    assert not lines[0].state().checked


def test_alt_and_arrows_move_and_the_keys_stay_on_it(sections: Sections) -> None:
    told = changes(sections)
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert told == [("mood", "quiz", "glance"), ("mood", "glance", "quiz")]
    assert sections.list.current() == "quiz"
    press(Qt.Key.Key_Up, ALT, times=5)
    assert sections.list.chosen() == ("quiz", "mood", "glance")
    assert len(told) == 4, "at the top there is no further up"


def test_the_buttons_move_too_and_say_when_there_is_no_further(sections: Sections) -> None:
    assert not sections.up.isEnabled()
    assert sections.down.isEnabled()
    sections.down.click()
    assert sections.list.chosen() == ("mood", "quiz", "glance")
    assert sections.up.isEnabled()
    sections.list.setCurrentRow(len(SECTIONS) - 1)
    assert not sections.down.isEnabled()


def test_the_focus_stays_on_a_button_that_has_come_to_the_end(sections: Sections) -> None:
    sections.down.click()
    sections.up.setFocus()
    press(Qt.Key.Key_Space)
    assert sections.list.chosen() == ("quiz", "mood", "glance")
    assert focus() is sections.up


def test_tab_goes_on_from_the_list_to_its_buttons(sections: Sections) -> None:
    sections.list.setCurrentRow(1)
    press(Qt.Key.Key_Tab)
    assert spoken_name(focus()) == "Up"
    press(Qt.Key.Key_Tab)
    assert spoken_name(focus()) == "Down"


def test_a_click_on_the_box_ticks_and_one_on_the_words_selects(sections: Sections) -> None:
    rectangle = sections.list.visualItemRect(sections.list.item(3))
    view = sections.list.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(rectangle.left() + 100, rectangle.center().y()))
    assert sections.list.current() == "questions"
    assert "questions" not in sections.list.chosen()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(rectangle.left() + 16, rectangle.center().y()))
    assert "questions" in sections.list.chosen()


def test_other_choices_are_no_change_that_somebody_made(sections: Sections) -> None:
    told = changes(sections)
    sections.show_sections(("glance",))
    assert sections.list.chosen() == ("glance",)
    assert told == []


def test_all_rows_are_in_sight_without_scrolling_in_the_list(sections: Sections) -> None:
    last = sections.list.visualItemRect(sections.list.item(len(SECTIONS) - 1))
    assert sections.list.viewport().rect().contains(last)
