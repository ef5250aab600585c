"""Find what works: choosing two cards, seeing what comes next, ending it, and the ways back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt

from attach_desktop.errors import AttachError
from attach_desktop.insights.experiments import Experiments
from attach_desktop.ui.insights.card_state import Trial
from attach_desktop.ui.insights.trial_panel import TrialPanel
from attach_desktop.vault.vault import Vault
from tests.ui.eyes import buttons, push, read
from tests.ui.hands import press
from tests.ui.insights.noted_shell import NotedShell

CARDS = ("Slow breathing", "A walk", "Tea")


@pytest.fixture
def shell() -> NotedShell:
    return NotedShell()


@pytest.fixture
def experiments(vault: Vault) -> Experiments:
    return Experiments(vault)


@pytest.fixture
def panel(experiments: Experiments, shell: NotedShell, on_screen: Callable[..., None]) -> TrialPanel:
    made = TrialPanel(experiments, shell)
    made.show_trial(None, CARDS)
    on_screen(made, QSize(420, 200))
    return made


def going_on(experiments: Experiments) -> Trial:
    found = experiments.current()
    assert found is not None
    return Trial(found.id, found.value.card(0), found.value.ended)


def test_two_different_cards_are_offered_to_begin_with(panel: TrialPanel) -> None:
    assert (panel.first.currentText(), panel.second.currentText()) == CARDS[:2]
    assert buttons(panel) == ["Let chance choose"]


def test_the_same_card_twice_cannot_be_compared(panel: TrialPanel) -> None:
    panel.second.setFocus()
    press(Qt.Key.Key_Up)
    assert panel.second.currentText() == panel.first.currentText()
    assert not panel.start.isEnabled()
    press(Qt.Key.Key_Down)
    assert panel.start.isEnabled()


def test_it_begins_and_the_beginning_can_be_taken_back(
    panel: TrialPanel, experiments: Experiments, shell: NotedShell
) -> None:
    push(panel, "Let chance choose")
    found = experiments.current()
    assert found is not None
    assert (found.value.first, found.value.second) == CARDS[:2]
    shell.undo()
    assert experiments.current() is None


def test_what_comes_next_stands_there_and_can_be_written_down(
    panel: TrialPanel, experiments: Experiments, shell: NotedShell
) -> None:
    push(panel, "Let chance choose")
    trial = going_on(experiments)
    panel.show_trial(trial, CARDS)
    assert read(panel) == ["Next time", trial.next]
    push(panel, f"Write down a use of {trial.next}")
    assert shell.written == [{"coping": [{"name": trial.next, "minutes": None}]}]


def test_it_ends_and_the_end_can_be_taken_back(panel: TrialPanel, experiments: Experiments, shell: NotedShell) -> None:
    push(panel, "Let chance choose")
    trial = going_on(experiments)
    panel.show_trial(trial, CARDS)
    push(panel, "End this comparison")
    assert experiments.current() is None
    shell.undo()
    assert going_on(experiments) == trial


def test_what_is_being_chosen_stays_chosen(panel: TrialPanel) -> None:
    panel.first.setCurrentIndex(2)
    panel.show_trial(None, ("New", *CARDS))
    assert (panel.first.currentText(), panel.second.currentText()) == ("Tea", "A walk")


def test_after_the_end_another_one_can_begin(panel: TrialPanel, experiments: Experiments) -> None:
    panel.show_trial(Trial("some", "", ended=True), CARDS)
    assert buttons(panel) == ["Let chance choose"]


def test_without_one_that_goes_on_there_is_nothing_to_end(panel: TrialPanel, shell: NotedShell) -> None:
    panel.end()
    assert shell.said == []


def test_what_has_gone_meanwhile_is_told(panel: TrialPanel, experiments: Experiments, shell: NotedShell) -> None:
    panel.show_trial(Trial("gone", "Tea", ended=False), CARDS)
    panel.end()
    assert all(isinstance(error, AttachError) for error in shell.complained)
    assert len(shell.complained) == 1


def test_a_vault_that_cannot_be_written_is_told(panel: TrialPanel, vault: Vault, shell: NotedShell) -> None:
    vault.connection.run("PRAGMA query_only = ON")
    push(panel, "Let chance choose")
    assert len(shell.complained) == 1
    assert shell.said == []


def test_where_no_card_is_known_nothing_can_begin(experiments: Experiments, shell: NotedShell) -> None:
    made = TrialPanel(experiments, shell)
    assert not made.start.isEnabled()
    made.deleteLater()
