"""The whole quiz through the accessibility tree: nothing but names, roles and the actions that things offer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from attach_desktop.quiz.store import QuizStore
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.quiz.samples import ATTACH
from tests.quiz.takes import CALM, WORRIED, keep
from tests.support import FixedClock
from tests.ui.hands import settle
from tests.ui.windows import WIDE, Windows

Role = QAccessible.Role
BUTTON, CHOICE, WORDS, TABLE, CELL = Role.Button, Role.RadioButton, Role.StaticText, Role.Table, Role.Cell
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def window(windows: Windows, vault: Vault) -> MainWindow:
    return windows(vault, WIDE, TABS, "quiz")


def everything(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """All that can be seen, in the order in which it is read out."""
    for at in range(of.childCount()):
        child = of.child(at)
        if child is not None and not child.state().invisible:
            yield child
            yield from everything(child)


def tree(window: MainWindow) -> list[QAccessibleInterface]:
    settle()
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    return list(everything(root))


def find(window: MainWindow, role: Role, name: str) -> QAccessibleInterface:
    """The one thing of a role whose name begins so."""
    found = [one for one in tree(window) if one.role() == role and one.text(NAME).startswith(name)]
    assert len(found) == 1, f"{len(found)} are called “{name}”"
    return found[0]


class Hand:
    """Does the first thing that something offers to do."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot

    def __call__(self, role: Role, name: str) -> None:
        found = find(self._window, role, name)
        actions, widget = found.actionInterface(), found.object()
        assert actions is not None
        assert isinstance(widget, QAbstractButton)
        # A button is pressed for a moment, so that it can be seen.
        signal = widget.clicked if role == BUTTON else widget.toggled
        with self._qtbot.waitSignal(signal):
            actions.doAction(actions.actionNames()[0])
        settle()


@pytest.fixture
def act(window: MainWindow, qtbot: QtBot) -> Hand:
    return Hand(window, qtbot)


def heard(window: MainWindow) -> list[str]:
    """What is read out, in its order."""
    return [one.text(NAME) for one in tree(window) if one.role() == WORDS and one.text(NAME)]


def test_it_can_be_taken_and_read_without_seeing_it(
    window: MainWindow, vault: Vault, clock: FixedClock, act: Hand
) -> None:
    said = heard(window)
    order = [
        next(at for at, text in enumerate(said) if part in text)
        for part in ("Before you start", "16 sentences", "not a diagnosis", "Who do you want to think of?")
    ]
    assert order == sorted(order)
    act(CHOICE, "My partner or ex")
    act(BUTTON, "Begin")
    for place, value in enumerate(WORRIED):
        sentence = ATTACH.sentence(place, ATTACH.lens("partner"))
        assert sentence in heard(window)
        point = find(window, CHOICE, f"{value}, ")
        assert point.text(DESCRIPTION) == sentence
        assert not point.state().checked
        clock.advance(timedelta(seconds=6))
        act(CHOICE, f"{value}, ")
    act(BUTTON, "To the result")

    (record,) = QuizStore(vault).each()
    assert (record.value.answers, record.value.lens) == (tuple(WORRIED), "partner")
    (plane,) = [one for one in tree(window) if one.text(NAME) == "The plane"]
    assert "Your point is at 5.63 and 3.00" in plane.text(DESCRIPTION)
    assert plane.state().focused
    act(CHOICE, "Partly")
    assert [one.value.fits for one in QuizStore(vault).each()] == ["partly"]
    act(BUTTON, "As a table")
    table = find(window, TABLE, "The plane as a table")
    cells = [table.child(at) for at in range(table.childCount())]
    assert [cell.text(NAME) for cell in cells if cell is not None and cell.role() == CELL][:4] == [
        "Attachment anxiety",
        "5.63",
        "4.65",
        "6.60",
    ]
    act(BUTTON, "Signs, what may help, strengths")
    assert "Waiting for a reply can fill your head." in heard(window)


def test_takes_over_time_can_be_read_without_seeing_them(window: MainWindow, vault: Vault, act: Hand) -> None:
    store = QuizStore(vault)
    keep(store, WORRIED, 40)
    keep(store, CALM)
    act(BUTTON, "Open the take of 8 Nov 2026")
    (line,) = [
        one
        for one in tree(window)
        if one.text(NAME) == "Attachment anxiety" and one.role() != WORDS and one.text(DESCRIPTION)
    ]
    assert line.text(DESCRIPTION) == "Attachment anxiety. 29 Sep 26: 5.63; 8 Nov 26: 2.25"
    assert any("more than ordinary fluctuation" in text for text in heard(window))
    for role in (BUTTON, CHOICE, TABLE, Role.ComboBox, Role.EditableText):
        assert all(one.text(NAME) or one.relations() for one in tree(window) if one.role() == role)


def test_a_sentence_left_out_is_asked_about_in_words(window: MainWindow, vault: Vault, act: Hand) -> None:
    act(CHOICE, "All on one page")
    act(BUTTON, "Begin")
    act(BUTTON, "To the result")
    assert "Some sentences have no answer." in " ".join(heard(window))
    act(BUTTON, "Leave them out")
    assert [record.value.answers for record in QuizStore(vault).each()] == [(None,) * 16]
    assert any("Not enough answers for Attachment anxiety: 0 of 8" in text for text in heard(window))
