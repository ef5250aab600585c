"""Backups are whole, read back, encrypted as the vault is, named by when and why, and kept by the rule."""

from __future__ import annotations

import os
import random
import re
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from attach_desktop.errors import PassphraseError, StorageError, VaultDamagedError
from attach_desktop.vault.backups import COPY_FOLDER_SETTING, Backups
from attach_desktop.vault.copying import contents
from attach_desktop.vault.key import new_key
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.vault.notes import MARKER, PASSPHRASE, fill

both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])


@pytest.fixture
def backups(vault_factory: Vaults, clock: FixedClock) -> Backups:
    return Backups.of(vault_factory.folder / "attach.vault", clock)


@pytest.fixture
def filled(vault_factory: Vaults) -> Vault:
    vault = vault_factory()
    fill(vault)
    return vault


@both
def test_a_backup_holds_everything_and_is_encrypted_as_the_vault_is(
    passphrase: str | None, vault_factory: Vaults, backups: Backups
) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    made = backups.make(vault, "before-import")
    assert made.contents == contents(vault.connection)
    assert made.copy_error is None
    (backup,) = backups.each()
    assert backup == made.backup
    assert re.fullmatch(r"20261108-204000-before-import-[0-9a-f]{8}\.vault", backup.name)
    assert (backup.made, backup.reason) == (datetime(2026, 11, 8, 20, 40), "before-import")
    assert backup.encrypted == (passphrase is not None)
    assert backup.size == backup.path.stat().st_size
    assert (MARKER.encode() in backup.path.read_bytes()) == (passphrase is None)
    assert backups.check(backup, vault.connection.key) == made.contents
    assert backups.plain() == ([] if passphrase else [backup])
    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name != "posix", reason="other systems have no umask")
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o177 & 0o027])
def test_whatever_the_umask_it_is_the_owners_alone(umask: int, filled: Vault, backups: Backups) -> None:
    before = os.umask(umask)
    try:
        made = backups.make(filled)
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.folder.stat().st_mode) == 0o700


def test_two_of_one_second_are_two(filled: Vault, backups: Backups) -> None:
    backups.make(filled)
    backups.make(filled)
    first, second = backups.each()
    assert first.made == second.made
    assert first.path.read_bytes() == second.path.read_bytes()


def test_the_daily_one_is_made_once_in_the_persons_day(filled: Vault, backups: Backups, clock: FixedClock) -> None:
    assert backups.daily(filled) is not None
    assert backups.daily(filled) is None
    clock.advance(timedelta(hours=6))  # 2:40 in the night: still the same day
    assert backups.daily(filled) is None
    clock.advance(timedelta(hours=1))
    assert backups.daily(filled) is not None
    assert [f"{backup.made:%d. %H:%M} {backup.reason}" for backup in backups.each()] == [
        "09. 03:40 daily",
        "08. 20:40 daily",
    ]


def test_an_empty_vault_needs_none(vault_factory: Vaults, backups: Backups) -> None:
    assert backups.daily(vault_factory()) is None
    assert not backups.folder.exists()


def test_old_ones_go_by_the_rule_when_a_new_one_is_made(filled: Vault, backups: Backups, clock: FixedClock) -> None:
    for _ in range(9):
        backups.daily(filled)
        backups.make(filled, "before-import")
        clock.advance(timedelta(days=1))
    by_hand = backups.make(filled)
    assert sum(backup.reason == "before-import" for backup in backups.each()) == 3
    assert sum(backup.reason == "daily" for backup in backups.each()) in (7, 8)  # the eighth is the newest of a week
    assert by_hand.backup in backups.each()


def test_other_files_in_the_folder_are_left_alone(filled: Vault, backups: Backups) -> None:
    backups.make(filled)
    for name in ("letter.txt", "20261108-204000-diary.vault", "20269999-999999-daily.vault", "old.vault"):
        (backups.folder / name).write_text("mine")
    assert len(backups.each()) == 1
    backups.make(filled)
    assert (backups.folder / "letter.txt").read_text() == "mine"


@both
def test_damage_is_found_by_checking(passphrase: str | None, vault_factory: Vaults, backups: Backups) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault, 100)
    backup = backups.make(vault).backup
    sound = backup.path.read_bytes()
    chance = random.Random(5)
    for _ in range(200):
        content = bytearray(sound)
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        backup.path.write_bytes(content)
        (found,) = backups.each()
        with pytest.raises((VaultDamagedError, PassphraseError)):
            backups.check(found, vault.connection.key)


def test_one_with_another_passphrase_is_told_apart_from_damage(vault_factory: Vaults, backups: Backups) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    fill(vault)
    backup = backups.make(vault).backup
    for key in (None, new_key(PASSPHRASE, CHEAP_COSTS)):
        with pytest.raises(PassphraseError) as caught:
            backups.check(backup, key)
        assert caught.value.key == "backup-other-passphrase"


def test_a_second_copy_goes_to_the_folder_of_the_persons_choice(
    filled: Vault, backups: Backups, tmp_path: Path, clock: FixedClock
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "holiday.jpg").write_text("mine")
    filled.settings.set(COPY_FOLDER_SETTING, str(stick))
    for _ in range(5):
        made = backups.make(filled, "before-import")
        assert made.copy_error is None
        assert (stick / made.backup.name).read_bytes() == made.backup.path.read_bytes()
        clock.advance(timedelta(hours=1))
    # What the rule drops is dropped there too, and nothing else is.
    kept = {backup.name for backup in backups.each()}
    assert {file.name for file in stick.iterdir()} == {*kept, "holiday.jpg"}


def test_a_folder_that_is_away_is_told_and_the_backup_is_made(filled: Vault, backups: Backups, tmp_path: Path) -> None:
    filled.settings.set(COPY_FOLDER_SETTING, str(tmp_path / "stick"))
    made = backups.make(filled)
    assert made.copy_error is not None
    assert made.copy_error.key == "backup-copy"
    assert backups.check(made.backup, None) == made.contents


def test_a_file_in_the_place_of_the_folder_is_told(filled: Vault, backups: Backups) -> None:
    backups.folder.write_text("not a folder")
    with pytest.raises(StorageError) as caught:
        backups.make(filled)
    assert caught.value.key == "folder"
    assert backups.each() == []


def test_a_cancelled_backup_leaves_nothing(vault_factory: Vaults, backups: Backups) -> None:
    vault = vault_factory()
    fill(vault, 2000)

    def stop(_done: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backups.make(vault, progress=stop)
    assert list(backups.folder.iterdir()) == []


def test_what_a_killed_backup_left_is_cleaned_later(filled: Vault, backups: Backups, clock: FixedClock) -> None:
    backups.make(filled)
    left = [backups.folder / "20261108-203900-daily.making", backups.folder / "20261108-203900-daily.vault"]
    for file in left:
        file.touch()
        os.utime(file, (clock.now().timestamp() - 60,) * 2)
    backups.make(filled)
    assert all(file.exists() for file in left)  # it may still be under way
    for file in left:
        os.utime(file, (clock.now().timestamp() - 7200,) * 2)
    backups.make(filled)
    assert not any(file.exists() for file in left)


def test_deleting_and_finding_by_name(filled: Vault, backups: Backups) -> None:
    backup = backups.make(filled).backup
    assert backups.named(backup.name) == backup
    assert backups.delete([backup, backup]) == 1
    assert backups.named(backup.name) is None


def test_work_in_another_thread_goes_on_meanwhile(filled: Vault, backups: Backups) -> None:
    with filled.connection.transaction():
        fill(filled)  # not kept yet, so not in the backup
        made = backups.make(filled)
    assert made.contents.records == 11
    assert contents(filled.connection).records == 22


def test_the_daily_one_is_made_in_another_thread_while_this_one_works(filled: Vault, backups: Backups) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(backups.daily, filled)
        while not made.done():
            filled.settings.get("a")
        result = made.result()
    assert result is not None
    assert result.contents.records == 11


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be deleted elsewhere")
def test_a_deleted_backup_is_written_over(filled: Vault, backups: Backups) -> None:
    backup = backups.make(filled).backup
    reader = os.open(backup.path, os.O_RDONLY)
    backups.delete(backups.plain())
    assert os.pread(reader, 1 << 20, 0).strip(b"\0") == b""
    os.close(reader)
