"""What tests of the affirmations' window part share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.page import AffirmationsPage
from attach_desktop.vault.vault import Vault
from tests.ui.affirmations.views import AFFIRMATION_TABS, affirmations_page
from tests.ui.windows import Windows


@pytest.fixture
def sentences(vault: Vault) -> AffirmationStore:
    """The sentences of a new vault."""
    return AffirmationStore(vault)


@pytest.fixture
def values(vault: Vault) -> ValuesStore:
    """The notes on values of a new vault."""
    return ValuesStore(vault)


@pytest.fixture
def open_affirmations(windows: Windows, vault: Vault) -> Callable[[], AffirmationsPage]:
    """Opens the window on the affirmations."""
    return lambda: affirmations_page(windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations"))
