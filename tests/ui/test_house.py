"""A page takes from the house what it needs, and nothing of it changes under its feet."""

from __future__ import annotations

import pytest

from attach_desktop.ui.house import House
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.ui.windows import Windows


def test_a_window_is_the_shell_of_its_house(windows: Windows, vault: Vault, theme: Theme) -> None:
    window = windows(vault)
    house = House(vault, theme, window)
    assert (house.vault, house.theme, house.shell) == (vault, theme, window)
    with pytest.raises(AttributeError):
        house.vault = vault  # type: ignore[misc]
