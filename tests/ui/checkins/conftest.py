"""What tests of the check-ins' window part share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.checkins.store import CheckInStore
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.ui.checkins.page import CheckInsPage
from attach_desktop.vault.vault import Vault
from tests.ui.checkins.forms import CHECKIN_TABS, checkins_page
from tests.ui.windows import Windows


@pytest.fixture
def checkins(vault: Vault) -> CheckInStore:
    """The check-ins of an empty vault."""
    return CheckInStore(vault)


@pytest.fixture
def agenda(vault: Vault) -> Agenda:
    """The reminders of an empty vault."""
    return Agenda(vault)


@pytest.fixture
def open_page(windows: Windows, vault: Vault) -> Callable[[], CheckInsPage]:
    """Opens the window on check-ins."""
    return lambda: checkins_page(windows(vault, tabs=CHECKIN_TABS, tab="checkins"))
