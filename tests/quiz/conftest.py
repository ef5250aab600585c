"""What tests of the quiz share."""

from __future__ import annotations

import pytest

from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.words import Words
from attach_desktop.vault.vault import Vault


@pytest.fixture(scope="session")
def words() -> Words:
    """The English sentences; they never change."""
    return Words()


@pytest.fixture
def takes(vault: Vault) -> QuizStore:
    """The takes of an empty vault."""
    return QuizStore(vault)
