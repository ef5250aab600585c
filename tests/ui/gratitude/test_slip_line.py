"""The line at the top of a slip."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from attach_desktop.ui.gratitude.slip_line import SlipLine
from tests.ui.eyes import buttons, push, read
from tests.ui.hands import focus, focus_name, press, write


@pytest.fixture
def line(on_screen: Callable[..., None]) -> SlipLine:
    made = SlipLine("Shared memories", "A place you were together", lambda: ["Kim"])
    on_screen(made)
    made.line.setFocus()
    return made


def test_enter_gives_what_is_written_and_with_whom(line: SlipLine) -> None:
    came: list[tuple[str, object]] = []
    line.add_asked.connect(lambda text, people: came.append((text, people)))
    press(Qt.Key.Key_Return)
    write("  \n")
    assert came == []
    assert line.fault == "Nothing is written yet. A word is enough."
    line.set_values({"text": " the lake ", "people": ["Kim"]})
    press(Qt.Key.Key_Return)
    assert came == [("the lake", ("Kim",))]
    assert line.fault == ""
    assert line.values() == {"text": " the lake ", "people": ["Kim"]}
    line.added()
    assert line.values() == {}
    assert focus() is line.line


def test_more_is_offered_once_something_is_written(line: SlipLine) -> None:
    more = "People, why, another day …"
    assert more not in buttons(line)
    write("x")
    assert more in buttons(line)
    press(Qt.Key.Key_Backspace)
    assert more not in buttons(line)


def test_a_sentence_comes_with_another_and_never_again(line: SlipLine) -> None:
    came: list[str] = []
    line.prompt_asked.connect(lambda: came.append("another"))
    line.put_away_asked.connect(came.append)
    line.show_prompt("What did your hands make?")
    push(line, "Another")
    push(line, "Not this one again")
    assert came == ["another", "What did your hands make?"]
    line.show_prompt("None is left.", can_go=False)
    assert "None is left." in read(line)
    assert "Another" not in buttons(line)


def test_a_fault_stands_beside_it(line: SlipLine) -> None:
    line.show_fault("Too long.")
    assert line.fault == "Too long."
    assert "Too long." in read(line)
    line.show_fault("")
    assert line.fault == ""


def test_it_goes_by_the_name_of_its_list(line: SlipLine) -> None:
    assert focus_name() == "Something for the list Shared memories"
    line.set_name("Ours")
    assert focus_name() == "Something for the list Ours"
