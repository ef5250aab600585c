"""A vault whose salt was damaged, read all the same."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from attach_desktop.ui.locking.mended import first_bytes, is_readable, mended
from attach_desktop.vault.key import Key
from attach_desktop.vault.vault import Vault
from tests.support import Vaults


@pytest.fixture
def vault(vault_factory: Vaults) -> Vault:
    return vault_factory(passphrase="x")  # noqa: S106


def test_a_sound_one_is_taken_as_it_is(vault: Vault) -> None:
    with mended(vault.path, vault.connection.key) as path:
        assert path == vault.path
    with mended(vault.path, None) as path:
        assert path == vault.path


@pytest.mark.parametrize("folded", [True, False])
def test_the_salt_is_put_right_in_a_copy(vault: Vault, folded: bool) -> None:
    key = vault.connection.key
    assert key is not None
    if folded:
        vault.connection.fold_in()
    data = bytes(range(16)) + vault.path.read_bytes()[16:]
    vault.path.write_bytes(data)
    with mended(vault.path, key) as path:
        assert path != vault.path
        assert first_bytes(path, 16) == key.salt
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.exists()
    assert vault.path.read_bytes() == data
    assert is_readable(vault.path, key)
    assert not is_readable(vault.path, Key(bytes(32), key.salt))
    assert sorted(file.name for file in vault.path.parent.glob("*.mended*")) == []


def test_a_file_that_is_not_there_has_no_first_bytes(tmp_path: Path) -> None:
    assert first_bytes(tmp_path / "nothing", 16) == b""
