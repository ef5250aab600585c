"""A damaged vault is set aside whole, what can be read of it comes into a new one, and a sound backup is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.key import Key
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.rescue import newest_good, salvage, set_aside
from tests.support import FixedClock, Vaults
from tests.vault.notes import PASSPHRASE, fill, kind

both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])


def _closed(vault_factory: Vaults, passphrase: str | None, count: int = 400) -> tuple[Path, Key | None]:
    vault = vault_factory(passphrase=passphrase)
    fill(vault, count)
    vault.close()
    return vault.path, vault.connection.key


def test_setting_aside_takes_the_log_along_and_makes_room(vault_factory: Vaults, clock: FixedClock) -> None:
    path, _ = _closed(vault_factory, None)
    content = path.read_bytes()
    path.with_name("attach.vault-wal").write_bytes(b"a log")
    aside = set_aside(path, clock)
    assert aside.name == "attach-20261108-204000-damaged.vault"
    assert aside.read_bytes() == content
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"a log"
    assert {file.name for file in path.parent.iterdir()} == {aside.name, f"{aside.name}-wal"}
    assert vault_factory().empty


def test_nothing_is_ever_overwritten(vault_factory: Vaults, clock: FixedClock) -> None:
    names = []
    for number in range(3):
        path, _ = _closed(vault_factory, None, 12 + number)
        names.append(set_aside(path, clock).name)
    assert len(set(names)) == 3


def test_what_is_not_there_cannot_be_set_aside(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(StorageError):
        set_aside(tmp_path / "attach.vault", clock)


@both
def test_the_rest_comes_into_a_new_vault_under_the_same_key(
    passphrase: str | None, vault_factory: Vaults, clock: FixedClock
) -> None:
    path, key = _closed(vault_factory, passphrase)
    content = bytearray(path.read_bytes())
    content[20 * 4096 : 23 * 4096] = bytes(3 * 4096)
    path.write_bytes(content)
    aside = set_aside(path, clock)
    saved = salvage(aside, key, path, [kind()], clock)
    assert saved.path == path
    assert 300 < saved.contents.records <= 399
    vault = vault_factory(passphrase=passphrase)
    assert vault.encrypted == (passphrase is not None)
    assert vault.check() == []
    assert RecordStore(vault, kind()).count() == saved.contents.records
    assert vault.settings.get("xylophonic") == "xylophonic"
    assert aside.read_bytes() == content


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + b"\xff" * 8176, b"\xff" * 8192, b""])
def test_where_nothing_can_be_read_no_half_vault_is_left(content: bytes, tmp_path: Path, clock: FixedClock) -> None:
    damaged, target = tmp_path / "damaged.vault", tmp_path / "attach.vault"
    damaged.write_bytes(content)
    with pytest.raises(AttachError):
        salvage(damaged, None, target, [kind()], clock)
    assert [file.name for file in tmp_path.iterdir()] == ["damaged.vault"]


@both
def test_the_newest_backup_that_is_sound_is_found(
    passphrase: str | None, vault_factory: Vaults, clock: FixedClock
) -> None:
    from datetime import timedelta

    vault = vault_factory(passphrase=passphrase)
    backups = Backups.of(vault.path, clock)
    made = []
    for _ in range(3):
        fill(vault, 50)
        made.append(backups.make(vault).backup)
        clock.advance(timedelta(minutes=1))
    content = bytearray(made[-1].path.read_bytes())
    content[8200] ^= 4
    made[-1].path.write_bytes(content)
    good = newest_good(backups, vault.connection.key)
    assert good is not None
    assert good.backup == made[1]
    assert good.contents.records == 98


def test_where_there_is_no_sound_backup_none_is_named(vault_factory: Vaults, clock: FixedClock) -> None:
    path, key = _closed(vault_factory, PASSPHRASE, 12)
    backups = Backups.of(path, clock)
    assert newest_good(backups, key) is None
    vault = vault_factory(passphrase=PASSPHRASE)
    backups.make(vault)
    assert newest_good(backups, None) is None  # it needs a passphrase that is not there
    Connection(path, key).close()
