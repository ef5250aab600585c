"""A real disk that fills up at every stage of encrypting, backing up, restoring and migrating: nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from attach_desktop import resources
from attach_desktop.changes import Changes
from attach_desktop.errors import AttachError, StorageError
from attach_desktop.vault import migrations, swap
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.copying import contents
from attach_desktop.vault.migrations import VERSION
from attach_desktop.vault.rekey import set_passphrase
from attach_desktop.vault.rescue import recover
from attach_desktop.vault.restoring import restore
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.vault.notes import PASSPHRASE, fill, kind

NOTES = 700


class Disk:
    """A small disk of its own, and a filler that leaves just so much room on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def leave(self, kibibytes: int) -> None:
        """Leave so much room."""
        self._filler.unlink(missing_ok=True)
        free = shutil.disk_usage(self.folder).free
        self._filler.write_bytes(bytes(max(0, free - kibibytes * 1024)))

    def give_room(self) -> None:
        """Leave all of it."""
        self._filler.unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only the superuser of Linux can mount a small disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], check=False, capture_output=True)
    if made.returncode != 0:
        pytest.skip("this container may not mount a small disk")
    yield Disk(folder)
    subprocess.run(["umount", "-l", folder], check=True)


def _vault(disk: Disk, passphrase: str | None) -> Path:
    vaults = Vaults(disk.folder, FixedClock())
    vault = vaults(passphrase=passphrase)
    with vault.connection.transaction():
        fill(vault, NOTES)
    vaults.close()
    return vault.path


def _opened(path: Path, *passphrases: str | None) -> Vault:
    """The vault, with the first of ``passphrases`` that fits."""
    for passphrase in passphrases:
        ask = None if passphrase is None else (lambda words=passphrase: words)
        try:
            return Vault.open(path, FixedClock(), Changes(), ask, CHEAP_COSTS)
        except AttachError as error:
            if error.exit_code != 3:
                raise
    raise AssertionError("no passphrase fits")


def _fails_until_there_is_room(disk: Disk, do: Callable[[], object], look: Callable[[], None]) -> int:
    """Give more and more room until ``do`` succeeds, and ``look`` each time it failed; how often it did."""
    failures, keys = 0, set[str]()
    for room in range(0, 4000, 48):
        disk.leave(room)
        try:
            do()
        except StorageError as error:
            keys.add(error.key)
            failures += 1
            disk.give_room()
            look()
        else:
            assert keys <= {"disk-full", "cannot-open", "disk"}
            return failures
    raise AssertionError("it never succeeds")


def _no_half_files(path: Path) -> None:
    assert not swap.making(path).exists()
    assert not swap.coming(path).exists()
    backups = path.parent / "backups"
    assert not backups.exists() or all(file.suffix == ".vault" and file.stat().st_size for file in backups.iterdir())


@pytest.mark.slow
@pytest.mark.parametrize(("before", "after"), [(None, PASSPHRASE), (PASSPHRASE, None)], ids=["encrypt", "decrypt"])
def test_while_the_passphrase_changes(before: str | None, after: str | None, disk: Disk, clock: FixedClock) -> None:
    path = _vault(disk, before)
    vault = _opened(path, before)
    key, expected = vault.connection.key, contents(vault.connection)
    vault.close()

    def change() -> None:
        shutil.rmtree(path.parent / "backups", ignore_errors=True)
        set_passphrase(path, key, after, lambda _: None, clock, CHEAP_COSTS)

    def look() -> None:
        _no_half_files(path)
        opened = _opened(path, before)
        assert opened.check() == []
        assert contents(opened.connection) == expected
        opened.close()

    assert _fails_until_there_is_room(disk, change, look) > 3
    opened = _opened(path, after or None)
    assert contents(opened.connection) == expected
    opened.close()


@pytest.mark.slow
@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_while_a_backup_is_made(passphrase: str | None, disk: Disk, clock: FixedClock) -> None:
    path = _vault(disk, passphrase)
    vault = _opened(path, passphrase)
    expected = contents(vault.connection)
    backups = Backups.of(path, clock)

    def look() -> None:
        _no_half_files(path)
        assert backups.each() == []
        assert contents(vault.connection) == expected

    assert _fails_until_there_is_room(disk, lambda: backups.make(vault), look) > 2
    (backup,) = backups.each()
    assert backups.check(backup, vault.connection.key) == expected
    assert vault.check() == []
    vault.close()


@pytest.mark.slow
def test_while_the_second_copy_is_made(disk: Disk, vault_factory: Vaults, clock: FixedClock) -> None:
    vault = vault_factory()
    with vault.connection.transaction():
        fill(vault, NOTES)
    vault.settings.set("backup-copy-folder", str(disk.folder))
    disk.leave(40)
    made = Backups.of(vault.path, clock).make(vault)
    assert made.copy_error is not None
    assert [file.name for file in disk.folder.iterdir()] == ["filler"]
    disk.give_room()
    assert Backups.of(vault.path, clock).make(vault).copy_error is None


@pytest.mark.slow
def test_while_a_backup_is_restored(disk: Disk, clock: FixedClock) -> None:
    path = _vault(disk, PASSPHRASE)
    vault = _opened(path, PASSPHRASE)
    backup = Backups.of(path, clock).make(vault).backup
    fill(vault, 5)
    key, expected = vault.connection.key, contents(vault.connection)
    vault.close()

    def look() -> None:
        _no_half_files(path)
        opened = _opened(path, PASSPHRASE)
        assert contents(opened.connection) == expected
        opened.close()

    assert _fails_until_there_is_room(disk, lambda: restore(backup.path, key, path, key, clock), look) > 2
    opened = _opened(path, PASSPHRASE)
    assert contents(opened.connection).records == NOTES - 1
    opened.close()


@pytest.mark.slow
def test_while_a_damaged_vault_is_recovered(disk: Disk, clock: FixedClock) -> None:
    path = _vault(disk, None)
    content = bytearray(path.read_bytes())
    content[20 * 4096 : 22 * 4096] = bytes(2 * 4096)
    path.write_bytes(content)

    def look() -> None:
        assert path.read_bytes() == content
        assert {file.name for file in path.parent.iterdir()} <= {"attach.vault", "attach.vault-shm", "attach.vault-wal"}

    assert _fails_until_there_is_room(disk, lambda: recover(path, None, [kind()], clock), look) > 2
    disk.give_room()
    opened = _opened(path, None)
    assert contents(opened.connection).records > NOTES * 0.8
    opened.close()


@pytest.mark.slow
def test_while_a_vault_is_brought_up_to_date(disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _vault(disk, None)
    vault = _opened(path, None)
    expected = contents(vault.connection)
    vault.close()
    folder = tmp_path / "resources"
    shutil.copytree(resources.path("migrations"), folder / "migrations")
    script = "CREATE TABLE more AS SELECT * FROM record; CREATE TABLE again AS SELECT * FROM record;"
    (folder / "migrations" / f"{VERSION + 1:04}.sql").write_text(script)
    monkeypatch.setattr(resources, "path", lambda *parts: folder.joinpath(*parts))
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)

    def look() -> None:
        _no_half_files(path)
        shutil.rmtree(path.parent / "backups", ignore_errors=True)
        monkeypatch.setattr(migrations, "VERSION", VERSION)
        opened = _opened(path, None)
        assert opened.check() == []
        assert contents(opened.connection) == expected
        opened.close()
        monkeypatch.setattr(migrations, "VERSION", VERSION + 1)

    assert _fails_until_there_is_room(disk, lambda: _opened(path, None).close(), look) > 3
    opened = _opened(path, None)
    assert opened.connection.one("SELECT count(*) FROM again") == (expected.records,)
    opened.close()
