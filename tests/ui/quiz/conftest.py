"""What tests of the quiz's window part share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.words import Words
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.ui.quiz.takes import QUIZ_TABS
from tests.ui.windows import Windows


@pytest.fixture(scope="session")
def words() -> Words:
    """The English sentences; they never change."""
    return Words()


@pytest.fixture
def takes(vault: Vault) -> QuizStore:
    """The takes of an empty vault."""
    return QuizStore(vault)


@pytest.fixture
def open_quiz(windows: Windows, vault: Vault) -> Callable[[], MainWindow]:
    """Opens the window on the quiz."""
    return lambda: windows(vault, tabs=QUIZ_TABS, tab="quiz")
