"""Deleting everything deletes every file of the vault, writes over what was in it, and touches nobody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attach_desktop.vault.attempts import Attempts
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.rescue import set_aside
from attach_desktop.vault.restoring import keep_beside
from attach_desktop.vault.wipe_files import everything, files_of
from tests.support import FixedClock, Vaults
from tests.vault.notes import MARKER, PASSPHRASE, fill

both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
OTHERS = ("letter.txt", "attach.txt", "attachment.vault", "other-20261108-204000-damaged.vault")


def _vault(vault_factory: Vaults, clock: FixedClock, passphrase: str | None) -> Path:
    """A vault with everything that can lie beside one, and files of somebody else."""
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    Backups.of(vault.path, clock).make(vault)
    vault.close()
    path = vault.path
    (path.parent / "attach.sync-conflict-20261108-204000-ABCDEF7.vault").write_bytes(path.read_bytes())
    (path.parent / "attach.sync-conflict-20261108-204000-ABCDEF7.vault.taken-in").write_bytes(path.read_bytes())
    path.with_name("attach.vault.salvaged").write_bytes(path.read_bytes())
    Attempts(path, clock).failed()
    keep_beside(path, "before-restore", clock)
    path.with_name("attach.vault.making").write_bytes(b"half")
    path.with_name("attach.vault-wal").write_bytes(b"log")
    set_aside(path, clock)
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    vault.close()
    for name in OTHERS:
        (path.parent / name).write_text("mine")
    return path


@both
def test_every_file_of_the_vault_is_deleted_and_no_other(
    passphrase: str | None, vault_factory: Vaults, clock: FixedClock
) -> None:
    path = _vault(vault_factory, clock, passphrase)
    wiped = everything(path, clock, backups=True)
    assert wiped.left == ()
    assert wiped.deleted >= 6
    assert {file.name for file in path.parent.iterdir()} == set(OTHERS)


def test_backups_stay_unless_asked(vault_factory: Vaults, clock: FixedClock) -> None:
    path = _vault(vault_factory, clock, None)
    everything(path, clock, backups=False)
    assert {file.name for file in path.parent.iterdir()} == {*OTHERS, "backups"}
    assert len(Backups.of(path, clock).each()) == 1


def test_second_copies_of_the_same_names_go_too(vault_factory: Vaults, clock: FixedClock, tmp_path: Path) -> None:
    path = _vault(vault_factory, clock, None)
    stick = tmp_path / "stick"
    stick.mkdir()
    (backup,) = Backups.of(path, clock).each()
    (stick / backup.name).write_bytes(backup.path.read_bytes())
    (stick / "20250101-000000-daily.vault").write_text("of another vault")
    assert stick / backup.name in files_of(path, clock, backups=True, copies=stick)
    everything(path, clock, backups=True, copies=stick)
    assert [file.name for file in stick.iterdir()] == ["20250101-000000-daily.vault"]


@pytest.mark.skipif(os.name != "posix", reason="an open file cannot be deleted elsewhere")
def test_it_is_written_over_before_it_goes_but_never_somebodys_copy(
    vault_factory: Vaults, clock: FixedClock, tmp_path: Path
) -> None:
    vault = vault_factory()
    fill(vault)
    vault.close()
    reader = os.open(vault.path, os.O_RDONLY)
    everything(vault.path, clock, backups=True)
    assert os.pread(reader, 1 << 20, 0).strip(b"\0") == b""
    os.close(reader)
    vault = vault_factory()
    fill(vault)
    vault.close()
    second = tmp_path / "somebody's second name"
    os.link(vault.path, second)
    everything(vault.path, clock, backups=True)
    assert not vault.path.exists()
    assert MARKER.encode() in second.read_bytes()


def test_where_there_is_nothing_nothing_is_deleted(tmp_path: Path, clock: FixedClock) -> None:
    assert everything(tmp_path / "attach.vault", clock, backups=True) == (0, ())
