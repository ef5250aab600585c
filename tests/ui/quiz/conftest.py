"""What tests of the quiz's window part share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.quiz.conftest import takes, words
from tests.ui.quiz.takes import QUIZ_TABS
from tests.ui.windows import Windows

__all__ = ["open_quiz", "takes", "words"]


@pytest.fixture
def open_quiz(windows: Windows, vault: Vault) -> Callable[[], MainWindow]:
    """Opens the window on the quiz."""
    return lambda: windows(vault, tabs=QUIZ_TABS, tab="quiz")
