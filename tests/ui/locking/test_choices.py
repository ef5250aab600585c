"""What the person chose about locking."""

from __future__ import annotations

import pytest

from attach_desktop.ui.locking.choices import Choices
from attach_desktop.vault.vault import Vault


def test_what_is_kept_comes_back(vault: Vault) -> None:
    assert Choices.read(vault.settings) == Choices(10, True, True, True, "Esc, Esc")
    chosen = Choices(minutes=0, screen=False, sleep=False, hidden=False, hide_key="F9")
    chosen.write(vault.settings)
    assert Choices.read(vault.settings) == chosen


@pytest.mark.parametrize("kept", [None, 5, [], {"minutes": "5"}, {"minutes": 7}, {"hide_key": 1, "screen": 1}])
def test_what_cannot_be_is_what_it_is_at_first(vault: Vault, kept: object) -> None:
    vault.settings.set("locking", kept)
    assert Choices.read(vault.settings) == Choices()
