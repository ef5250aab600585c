"""What tests of Today share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.ui.today.cards import TODAY_TABS
from tests.ui.windows import Windows


@pytest.fixture
def open_today(windows: Windows, vault: Vault) -> Callable[[], MainWindow]:
    """Opens the window on Today, with the journal beside it."""
    return lambda: windows(vault, tabs=TODAY_TABS, tab="today")
