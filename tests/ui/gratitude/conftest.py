"""What tests of gratitude's window part share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.ui.windows import Windows


@pytest.fixture
def gratitude(vault: Vault) -> GratitudeStore:
    """The items of an empty vault."""
    return GratitudeStore(vault)


@pytest.fixture
def open_gratitude(windows: Windows, vault: Vault) -> Callable[[], MainWindow]:
    """Opens the window on gratitude."""
    from tests.ui.gratitude.slips import GRATITUDE_TABS

    return lambda: windows(vault, tabs=GRATITUDE_TABS, tab="gratitude")
