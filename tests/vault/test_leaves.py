"""Records are read from their own pages where the pages above them are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from attach_desktop.errors import AttachError
from attach_desktop.vault.leaves import records_of_leaves
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.rescue import salvage
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.vault.notes import PASSPHRASE, fill, kind

both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
_PAGE = 4096


def _filled(vault_factory: Vaults, passphrase: str | None) -> Vault:
    vault = vault_factory("source.vault", passphrase)
    with vault.connection.transaction():
        fill(vault, 1500)
    return vault


@both
def test_a_sound_vault_gives_every_record_and_is_only_read(passphrase: str | None, vault_factory: Vaults) -> None:
    vault = _filled(vault_factory, passphrase)
    expected = set(vault.connection.rows("SELECT place, id, created, updated, data FROM record"))
    vault.close()
    before = vault.path.read_bytes()
    scratch = vault.path.with_name("scratch")
    assert set(records_of_leaves(vault.path, vault.connection.key, scratch)) == expected
    assert vault.path.read_bytes() == before
    assert [file.name for file in vault.path.parent.iterdir()] == ["source.vault"]


@both
def test_without_the_root_of_the_table_every_record_is_saved(
    passphrase: str | None, vault_factory: Vaults, clock: FixedClock
) -> None:
    vault = _filled(vault_factory, passphrase)
    expected = {record.id: record.value for record in RecordStore(vault, kind()).each()}
    upper = vault.connection.rows("SELECT pageno FROM dbstat WHERE name = 'record' AND pagetype = 'internal'")
    assert upper
    vault.close()
    content = bytearray(vault.path.read_bytes())
    for (page,) in upper:
        content[(page - 1) * _PAGE : page * _PAGE] = b"\xa5" * _PAGE
    vault.path.write_bytes(content)
    saved = salvage(vault.path, vault.connection.key, vault.path.with_name("new.vault"), [kind()], clock)
    assert saved.lost == 0
    new = vault_factory("new.vault", passphrase)
    assert {record.id: record.value for record in RecordStore(new, kind()).each()} == expected
    assert new.check() == []


def test_what_is_only_in_the_log_is_read_too(vault_factory: Vaults, tmp_path: Path) -> None:
    vault = _filled(vault_factory, None)
    expected = set(vault.connection.rows("SELECT place, id, created, updated, data FROM record"))
    left = tmp_path / "left.vault"
    for ending in ("", "-wal"):
        Path(f"{left}{ending}").write_bytes(Path(f"{vault.path}{ending}").read_bytes())
    assert set(records_of_leaves(left, None, tmp_path / "scratch")) == expected


def test_where_the_first_page_is_gone_that_is_told_and_nothing_is_left(vault_factory: Vaults) -> None:
    vault = _filled(vault_factory, PASSPHRASE)
    vault.close()
    content = bytearray(vault.path.read_bytes())
    content[100:200] = bytes(100)
    vault.path.write_bytes(content)
    with pytest.raises(AttachError):
        list(records_of_leaves(vault.path, vault.connection.key, vault.path.with_name("scratch")))
    assert [file.name for file in vault.path.parent.iterdir()] == ["source.vault"]
