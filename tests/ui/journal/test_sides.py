"""The two sides of the journal, beside and over each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from attach_desktop.ui.journal.sides import DraftNote, Sides
from tests.ui.eyes import buttons, push, read
from tests.ui.hands import settle


@pytest.fixture
def came() -> list[str]:
    return []


@pytest.fixture
def sides(came: list[str], on_screen: Callable[..., None]) -> Sides:
    made = Sides(DraftNote(lambda: came.append("afresh")), lambda: came.append("new"))
    made.stack.addWidget(QLabel("form"))
    made.put_list(QLabel("list"))
    on_screen(made, QSize(1200, 500))
    return made


def test_wide_both_are_on_show(sides: Sides) -> None:
    assert {"form", "list"} <= set(read(sides))
    assert buttons(sides) == []
    assert not sides.narrow


def test_narrow_one_is_over_the_other(sides: Sides, came: list[str], qtbot: QtBot) -> None:
    sides.resize(700, 500)
    settle()
    assert sides.narrow
    assert read(sides) == ["form"]
    with qtbot.waitSignal(sides.listed):
        push(sides, "‹ All entries")
    assert read(sides) == ["list"]
    assert sides.list_is_over
    push(sides, "New entry")
    assert came == ["new"]
    page = sides.stack.widget(0)
    assert page is not None
    sides.show_left(page)
    assert read(sides) == ["form"]
    sides.resize(1200, 500)
    settle()
    assert {"form", "list"} <= set(read(sides))
    assert not sides.list_is_over


def test_wide_the_list_is_there_anyway(sides: Sides, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sides.listed):
        sides.show_list()
    assert {"form", "list"} <= set(read(sides))


def test_a_note_says_what_is_still_there_and_offers_to_start_afresh(on_screen: Callable[..., None]) -> None:
    came: list[str] = []
    note = DraftNote(lambda: came.append("afresh"))
    assert note.isHidden()
    on_screen(note)
    note.say("Still here.")
    assert read(note) == ["Still here."]
    push(note, "Start afresh")
    assert came == ["afresh"]
