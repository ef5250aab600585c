"""Presets: taken, kept under a name, changed, forgotten; what is chosen is never lost by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.summary.choices import BUILT_IN, MAX_NAME, Choices, Presets
from attach_desktop.ui.summary.preset_row import PresetRow
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.eyes import buttons, push
from tests.ui.hands import focus, press, write

TITLES = {"therapist": "For my therapist", "me": "For me", "page": "One page"}
MINE = Choices(sections=("quiz", "mood"), names=False)


@pytest.fixture
def presets(vault: Vault) -> Presets:
    return Presets(vault.settings)


@pytest.fixture
def row(presets: Presets, on_screen: Callable[..., None]) -> PresetRow:
    """With choices that are no preset's."""
    made = PresetRow(presets, TITLES)
    made.show_choices(MINE)
    on_screen(made)
    return made


def taken(row: PresetRow) -> list[Choices]:
    found: list[Choices] = []
    row.chosen.connect(found.append)
    return found


def test_it_says_which_preset_the_choices_are(row: PresetRow) -> None:
    assert row.choice.currentText() == "Own choice"
    row.show_choices(BUILT_IN["page"])
    assert row.choice.currentText() == "One page"
    # There is nothing to keep of what is kept, and nothing to forget of what came with the program.
    assert buttons(row) == []


def test_taking_one_hands_out_its_choices(row: PresetRow) -> None:
    told = taken(row)
    row.choice.setCurrentIndex(0)
    row.choice.activated.emit(0)
    assert told == [BUILT_IN["therapist"]]
    # "Own choice" is where one is, not somewhere to go.
    row.choice.activated.emit(row.choice.count() - 1)
    assert len(told) == 1


def test_choices_are_kept_under_a_name_by_keyboard(row: PresetRow, presets: Presets) -> None:
    row.save.setFocus()
    press(Qt.Key.Key_Space)
    assert focus() is row.name
    write("For Dr. K\n")
    assert presets.get("For Dr. K") == MINE
    assert row.choice.currentText() == "For Dr. K"
    assert focus() is row.choice
    assert not row.name.isVisible()


def test_enter_and_escape_in_the_name_are_not_the_windows(presets: Presets, on_screen: Callable[..., None]) -> None:
    window, pressed = QWidget(), list[str]()
    row, other = PresetRow(presets, TITLES), QPushButton("Print")
    other.clicked.connect(lambda: pressed.append("print"))
    column = QVBoxLayout(window)
    column.addWidget(row)
    column.addWidget(other)
    row.show_choices(MINE)
    on_screen(window)
    push(row, "Save as preset …")
    write("x")
    press(Qt.Key.Key_Escape)
    assert presets.names() == list(BUILT_IN)
    assert focus() is row.choice
    push(row, "Save as preset …")
    assert row.name.text() == "", "what was left is not kept"
    write("x\n")
    assert presets.names()[-1] == "x"
    assert pressed == []


def test_a_name_that_cannot_be_is_told_and_one_can_go_on(row: PresetRow, presets: Presets) -> None:
    told: list[AttachError] = []
    row.troubled.connect(told.append)
    push(row, "Save as preset …")
    write("  \n")
    assert [error.key for error in told] == ["faults"]
    assert focus() is row.name
    row.name.clear()
    write("y" * (MAX_NAME + 5) + "\n")
    assert presets.names()[-1] == "y" * MAX_NAME


def test_a_built_in_one_can_be_changed_under_its_title_and_be_again_as_it_came(
    row: PresetRow, presets: Presets
) -> None:
    push(row, "Save as preset …")
    write("for me\n")
    assert presets.get("me") == MINE
    assert row.choice.currentText() == "For me"
    told = taken(row)
    push(row, "As it came")
    assert presets.get("me") == BUILT_IN["me"]
    assert told == [BUILT_IN["me"]]
    assert row.choice.currentText() == "For me"


def test_forgetting_one_of_ones_own_keeps_what_is_chosen(row: PresetRow, presets: Presets) -> None:
    presets.keep("Mine & yours", MINE)
    row.show_choices(MINE)
    told = taken(row)
    assert row.forget.accessibleName() == "Forget this preset: Mine & yours"
    push(row, "Forget this preset")
    assert presets.names() == list(BUILT_IN)
    assert row.choice.currentText() == "Own choice"
    assert told == []
    assert buttons(row) == ["Save as preset …"]


def test_a_vault_that_is_held_is_told_of(row: PresetRow, vault: Vault, vault_factory: Vaults) -> None:
    told: list[AttachError] = []
    row.troubled.connect(told.append)
    vault.connection.run("PRAGMA busy_timeout=1")
    push(row, "Save as preset …")
    with vault_factory().connection.transaction():
        write("Mine\n")
    assert [error.key for error in told] == ["busy"]
    assert row.name.text() == "Mine", "it is still there to try again"
