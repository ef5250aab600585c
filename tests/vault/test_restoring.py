"""A backup in the place of the vault: whole, and what was there before is kept under a new name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from attach_desktop.errors import StorageError, VaultDamagedError
from attach_desktop.vault import swap
from attach_desktop.vault.backups import Backup, Backups
from attach_desktop.vault.copying import look_into
from attach_desktop.vault.key import Key
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.restoring import keep_beside, restore
from tests.support import FixedClock, Vaults
from tests.vault.notes import PASSPHRASE, Note, at, fill, kind, texts

both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
Made = tuple[Path, Key | None, Backup]


@pytest.fixture
def made(vault_factory: Vaults, clock: FixedClock) -> Callable[[str | None], Made]:
    """Makes a vault, a backup of it, and writes one more note into the vault."""

    def make(passphrase: str | None) -> Made:
        vault = vault_factory(passphrase=passphrase)
        fill(vault)
        backup = Backups.of(vault.path, clock).make(vault).backup
        RecordStore(vault, kind()).add(Note(at(), "after the backup"))
        vault.close()
        return vault.path, vault.connection.key, backup

    return make


@both
def test_the_backup_takes_the_place_and_the_present_vault_is_kept(
    passphrase: str | None, made: Callable[[str | None], Made], vault_factory: Vaults, clock: FixedClock
) -> None:
    path, key, backup = made(passphrase)
    content = backup.path.read_bytes()
    restored = restore(backup.path, key, path, key, clock)
    assert restored.contents.records == 11
    assert restored.kept == path.with_name("attach-20261108-204000-before-restore.vault")
    assert "after the backup" not in texts(RecordStore(vault_factory(passphrase=passphrase), kind()))
    assert "after the backup" in texts(RecordStore(vault_factory(restored.kept.name, passphrase), kind()))
    assert backup.path.read_bytes() == content


@both
def test_a_damaged_vault_is_kept_with_its_log(
    passphrase: str | None, made: Callable[[str | None], Made], vault_factory: Vaults, clock: FixedClock
) -> None:
    path, key, backup = made(passphrase)
    damaged = b"\xff" * 8192 if passphrase else b"SQLite format 3\0" + b"\xff" * 8176
    path.write_bytes(damaged)
    path.with_name("attach.vault-wal").write_bytes(b"a log")
    restored = restore(backup.path, key, path, key, clock)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == damaged
    assert restored.kept.with_name(f"{restored.kept.name}-wal").read_bytes() == b"a log"
    vault = vault_factory(passphrase=passphrase)
    assert RecordStore(vault, kind()).count() == 11
    assert vault.check() == []


def test_a_backup_with_another_passphrase_brings_its_passphrase_along(
    made: Callable[[str | None], Made], vault_factory: Vaults, clock: FixedClock
) -> None:
    path, key, backup = made(PASSPHRASE)
    plain = vault_factory("plain.vault")
    fill(plain, 3)
    plain.close()
    plain.path.replace(path)
    restore(backup.path, key, path, None, clock)
    assert RecordStore(vault_factory(passphrase=PASSPHRASE), kind()).count() == 11


def test_where_there_is_no_vault_nothing_is_kept(
    made: Callable[[str | None], Made], vault_factory: Vaults, clock: FixedClock
) -> None:
    path, _, backup = made(None)
    path.unlink()
    assert restore(backup.path, None, path, None, clock).kept is None
    assert RecordStore(vault_factory(), kind()).count() == 11


def test_a_damaged_backup_changes_nothing(made: Callable[[str | None], Made], clock: FixedClock) -> None:
    path, key, backup = made(PASSPHRASE)
    content = bytearray(backup.path.read_bytes())
    content[9000] ^= 1
    backup.path.write_bytes(content)
    before = look_into(path, key)
    with pytest.raises(VaultDamagedError):
        restore(backup.path, key, path, key, clock)
    assert look_into(path, key) == before
    assert {file.name for file in path.parent.iterdir()} == {"attach.vault", "backups"}


def test_cancelling_changes_nothing(made: Callable[[str | None], Made], clock: FixedClock) -> None:
    path, key, backup = made(None)
    before = look_into(path, key)

    def stop(_done: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(backup.path, key, path, key, clock, stop)
    assert look_into(path, key) == before
    assert not swap.making(path).exists()


def test_a_vault_that_somebody_has_open_is_left_alone(
    made: Callable[[str | None], Made], vault_factory: Vaults, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from attach_desktop.vault import connection

    path, key, backup = made(None)
    open_one = vault_factory()
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 20)
    with pytest.raises(StorageError) as caught:
        restore(backup.path, key, path, key, clock)
    assert caught.value.key == "busy"
    RecordStore(open_one, kind()).add(Note(at(), "still here"))


def test_two_restores_in_one_second_keep_both_vaults(made: Callable[[str | None], Made], clock: FixedClock) -> None:
    path, key, backup = made(None)
    names = [restore(backup.path, key, path, key, clock).kept for _ in range(2)]
    assert [name.name for name in names if name] == [
        "attach-20261108-204000-before-restore.vault",
        "attach-20261108-204000-before-restore-2.vault",
    ]


def test_where_the_disk_knows_no_second_names_a_copy_is_kept(
    made: Callable[[str | None], Made], clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    def no_links(*_: object) -> None:
        raise OSError("not supported")

    path, _, _ = made(None)
    monkeypatch.setattr(os, "link", no_links)
    kept = keep_beside(path, "before-restore", clock)
    assert kept is not None
    assert kept.read_bytes() == path.read_bytes()
    assert kept.stat().st_ino != path.stat().st_ino
    assert kept.stat().st_mode & 0o077 == 0
