"""Choices and half-written things are kept as they are, and never into a file that is not the vault any more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.errors import VaultDamagedError
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults

plain = st.none() | st.booleans() | st.integers() | st.text()
values = st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)


@given(values)
@settings(max_examples=30, deadline=None)
def test_a_choice_comes_back_as_it_was(value: object) -> None:
    with TemporaryDirectory() as folder:
        vaults = Vaults(Path(folder), FixedClock())
        vault = vaults()
        vault.settings.set("choice", value)
        assert vault.settings.get("choice") == value
        vaults.close()


def test_what_was_never_chosen_is_the_default(vault: Vault, told: list[str]) -> None:
    assert vault.settings.get("never") is None
    assert vault.settings.get("never", 3) == 3
    vault.settings.set("now", False)
    assert vault.settings.get("now", True) is False
    assert told == ["settings"]


def test_a_draft_has_its_moment_and_is_dropped(vault: Vault, clock: FixedClock) -> None:
    vault.drafts.save("entry", {"note": "half \ud800"})
    clock.advance(timedelta(minutes=1))
    vault.drafts.save("other", {"note": "more"})
    kept = vault.drafts.get("entry")
    assert kept is not None
    assert kept == ({"note": "half \ud800"}, clock.now() - timedelta(minutes=1))
    vault.drafts.drop("entry")
    assert vault.drafts.get("entry") is None
    assert vault.drafts.get("other") is not None


@pytest.mark.parametrize("saved", ["yesterday", ""])
def test_a_draft_without_a_moment_is_damage(vault: Vault, saved: str) -> None:
    vault.connection.run("INSERT INTO draft VALUES ('entry', ?, '{}')", (saved,))
    with pytest.raises(VaultDamagedError):
        vault.drafts.get("entry")
