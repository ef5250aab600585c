"""A vault in a folder that is shared: what comes from outside is noticed, and the copies it leaves are known."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from attach_desktop.errors import AttachError, StorageError, VaultDamagedError
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.conflicts import Watch, conflict_copies, keep_ours, merge
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.vault.notes import PASSPHRASE, Note, at, fill, kind, texts

NAMES = [
    "attach.sync-conflict-20261108-204000-ABCDEF7.vault",
    "attach (Anna's conflicted copy 2026-11-08).vault",
    "attach (laptop's conflicted copy 2026-11-08 (2)).vault",
    "attach (conflicted copy 2026-11-08 204000).vault",
    "attach_conflict-20261108-204000.vault",
    "attach (In Konflikt stehende Kopie von Anna 2026-11-08).vault",
    "attach-20261108-204000-conflict.vault",
]
OTHERS = [
    "attach.vault.bak",
    "attach (1).txt",
    "diary.sync-conflict-20261108-204000-ABCDEF7.vault",
    "attach-20261108-204000-damaged.vault",
    "attachment.vault",
]


@pytest.fixture
def filled(vault_factory: Vaults) -> Vault:
    vault = vault_factory()
    fill(vault)
    return vault


def test_copies_are_known_by_their_names(filled: Vault) -> None:
    filled.connection.fold_in()
    for name in (*NAMES, *OTHERS):
        shutil.copy(filled.path, filled.path.with_name(name))
    assert {copy.path.name for copy in conflict_copies(filled.path, None)} == set(NAMES)
    assert all(copy.readable and not copy.encrypted for copy in conflict_copies(filled.path, None))


def test_it_is_told_which_the_key_opens(vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    other = vault_factory(NAMES[0], "another passphrase")
    shutil.copy(vault.path, vault.path.with_name(NAMES[1]))
    other.close()
    found = {copy.path.name: copy.readable for copy in conflict_copies(vault.path, vault.connection.key)}
    assert found == {NAMES[0]: False, NAMES[1]: True}
    assert not any(copy.readable for copy in conflict_copies(vault.path, None))


def test_a_folder_that_is_away_has_none(tmp_path: Path) -> None:
    assert conflict_copies(tmp_path / "away" / "attach.vault", None) == []


def test_what_another_window_writes_is_noticed_once(filled: Vault, vault_factory: Vaults) -> None:
    watch = Watch(filled)
    RecordStore(filled, kind()).add(Note(at(), "my own"))
    assert not watch.written()
    RecordStore(vault_factory(), kind()).add(Note(at(), "theirs"))
    assert watch.written()
    assert not watch.written()
    assert not watch.replaced()


@pytest.mark.parametrize("explicit", [True, False])
def test_a_file_that_was_replaced_is_noticed_and_never_overwritten(
    explicit: bool, filled: Vault, vault_factory: Vaults, clock: FixedClock
) -> None:
    other = vault_factory("other.vault")
    RecordStore(other, kind()).add(Note(at(), "from the other computer"))
    other.close()
    watch = Watch(filled)
    other.path.replace(filled.path)
    outside = filled.path.read_bytes()
    assert watch.replaced()
    with pytest.raises(StorageError) as caught:
        RecordStore(filled, kind()).add(Note(at(), "too late"))
    assert caught.value.key == "vault-replaced"
    ours = filled.path.with_name("attach-20261108-204000-conflict.vault")
    assert not explicit or keep_ours(filled, clock) == ours
    filled.close()
    assert filled.path.read_bytes() == outside
    assert ours.exists()
    # Opened again, the copy is offered, and everything comes together.
    vault = vault_factory()
    (copy,) = conflict_copies(vault.path, None)
    assert merge(copy.path, vault, None, [kind()]).added == 11
    assert RecordStore(vault, kind()).count() == 12
    assert "from the other computer" in texts(RecordStore(vault, kind()))


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_drafts_that_could_not_be_saved_any_more_are_saved_in_the_copy(
    passphrase: str | None, vault_factory: Vaults, clock: FixedClock
) -> None:
    vault = vault_factory(passphrase=passphrase)
    vault.drafts.save("journal", {"note": "before"})
    vault.path.rename(vault.path.with_name("elsewhere"))
    for note in ("after", "later"):
        with pytest.raises(StorageError):
            vault.drafts.save("journal", {"note": note})
        ours = keep_ours(vault, clock)
    assert vault.drafts.unsaved == {}
    vault.close()
    kept = vault_factory(ours.name, passphrase).drafts.get("journal")
    assert kept is not None
    assert kept[0] == {"note": "later"}
    assert len(list(vault.path.parent.glob("*-conflict*.vault"))) == 1


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_of_a_file_that_was_written_into_what_can_be_read_is_kept(
    passphrase: str | None, vault_factory: Vaults, clock: FixedClock
) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    vault.close()
    os.utime(vault.path, (1, 1))
    vault = vault_factory(passphrase=passphrase)
    newest = RecordStore(vault, kind()).add(Note(at(), "not folded in yet"))
    size = vault.path.stat().st_size
    with vault.path.open("r+b") as file:
        # All but the beginning: what tells where things lie.
        file.seek(8192)
        file.write(b"\xa5" * (size - 8192))
    outside = vault.path.read_bytes()
    assert Watch(vault).replaced()
    ours = keep_ours(vault, clock)
    assert keep_ours(vault, clock) == ours
    vault.close()
    assert vault.path.read_bytes() == outside
    kept = vault_factory(ours.name, passphrase)
    assert RecordStore(kept, kind()).get(newest.id) == newest
    assert kept.encrypted is (passphrase is not None)
    assert kept.check() == []


def test_where_nothing_can_be_read_any_more_nothing_is_left_lying_about(
    filled: Vault, vault_factory: Vaults, clock: FixedClock
) -> None:
    filled.close()
    os.utime(filled.path, (1, 1))
    vault = vault_factory()
    watch = Watch(vault)
    os.truncate(vault.path, 0)
    assert watch.replaced()
    with pytest.raises(AttachError):
        keep_ours(vault, clock)
    assert [file.name for file in vault.path.parent.iterdir()] == ["attach.vault"]
    # But for what is being written at this moment.
    with pytest.raises(StorageError):
        vault.drafts.save("journal", {"note": "half"})
    ours = keep_ours(vault, clock)
    vault.close()
    assert vault.path.read_bytes() == b""
    kept = vault_factory(ours.name).drafts.get("journal")
    assert kept is not None
    assert kept[0] == {"note": "half"}


def test_a_file_that_was_deleted_is_noticed(filled: Vault, clock: FixedClock) -> None:
    filled.path.unlink()
    assert Watch(filled).replaced()
    with pytest.raises(StorageError) as caught:
        RecordStore(filled, kind()).add(Note(at(), "too late"))
    assert caught.value.key == "vault-gone"
    assert keep_ours(filled, clock).exists()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_merging_backs_up_first_reads_only_and_tells_the_pages(
    passphrase: str | None, vault_factory: Vaults, clock: FixedClock
) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    vault.connection.fold_in()
    copy = vault.path.with_name(NAMES[0])
    shutil.copy(vault.path, copy)
    before = copy.read_bytes()
    mine = RecordStore(vault, kind()).add(Note(at(), "only here"))
    told: list[str] = []
    vault.changes.subscribe("notes", lambda: told.append("notes"))
    merged = merge(copy, vault, vault.connection.key, [kind()])
    assert not merged.any
    assert told == ["notes"]
    assert RecordStore(vault, kind()).get(mine.id) is not None
    assert copy.read_bytes() == before
    (backup,) = Backups.of(vault.path, clock).each()
    assert backup.reason == "before-merge"
    names = {file.name for file in vault.path.parent.iterdir()}
    assert names <= {"attach.vault", "attach.vault-wal", "attach.vault-shm", "backups", copy.name}


def test_a_damaged_copy_changes_nothing(filled: Vault) -> None:
    copy = filled.path.with_name(NAMES[0])
    copy.write_bytes(b"SQLite format 3\0" + b"\xff" * 8176)
    with pytest.raises(AttachError):
        merge(copy, filled, None, [kind()])
    assert RecordStore(filled, kind()).count() == 11
    assert not list(filled.path.parent.glob("*.merging*"))


def test_the_vault_is_not_merged_with_itself(filled: Vault) -> None:
    with pytest.raises(VaultDamagedError):
        merge(filled.path, filled, None, [kind()])
