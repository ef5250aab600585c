"""Exactly one vault counts at every moment of a swap, and whoever opens it next finishes what was begun."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from attach_desktop.errors import StorageError
from attach_desktop.vault import swap
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.vault.notes import Note, at, kind, texts


def _with_note(vault_factory: Vaults, name: str, text: str) -> Vault:
    vault = vault_factory(name)
    RecordStore(vault, kind()).add(Note(at(), text))
    return vault


@pytest.fixture
def old(vault_factory: Vaults) -> Path:
    vault = _with_note(vault_factory, "attach.vault", "old")
    vault.close()
    return vault.path


@pytest.fixture
def new(vault_factory: Vaults) -> Path:
    vault = _with_note(vault_factory, "other.vault", "new")
    vault.close()
    return vault.path.rename(swap.making(vault.path.with_name("attach.vault")))


def _says(vault_factory: Vaults) -> list[str]:
    return texts(RecordStore(vault_factory(), kind()))


def _beside(path: Path) -> set[str]:
    return {file.name.removeprefix(path.name) for file in path.parent.iterdir()}


def test_the_new_file_takes_the_place(old: Path, new: Path, vault_factory: Vaults) -> None:
    swap.swap_in(new, old)
    assert _beside(old) == {""}
    assert _says(vault_factory) == ["new"]


def test_killed_before_it_counts_the_old_one_stays_and_the_rest_is_cleaned(
    old: Path, new: Path, vault_factory: Vaults
) -> None:
    assert _says(vault_factory) == ["old"]
    assert not new.exists()


def test_killed_after_it_counts_the_next_start_finishes(old: Path, new: Path, vault_factory: Vaults) -> None:
    new.rename(swap.coming(old))
    assert _says(vault_factory) == ["new"]
    assert _beside(old) <= {"", "-wal", "-shm"}


def test_a_log_of_the_old_file_is_never_played_into_the_new_one(
    new: Path, vault_factory: Vaults, tmp_path: Path
) -> None:
    vault = _with_note(vault_factory, "attach.vault", "old")
    vault.connection.run("PRAGMA wal_autocheckpoint=0")
    RecordStore(vault, kind()).add(Note(at(), "in the log"))
    # As a killed program leaves it: the file, and a log with more in it.
    left = tmp_path / "left"
    left.mkdir()
    for file in (vault.path, *swap.logs(vault.path)):
        if file.exists():
            shutil.copy(file, left / file.name)
    vault.close()
    for file in left.iterdir():
        shutil.copy(file, vault_factory.folder / file.name)
    assert (vault_factory.folder / "attach.vault-wal").stat().st_size > 0
    swap.swap_in(new, vault.path)
    again = vault_factory()
    assert texts(RecordStore(again, kind())) == ["new"]
    assert again.check() == []


def test_what_is_being_made_is_not_cleaned_while_somebody_makes_it(old: Path, new: Path, vault_factory: Vaults) -> None:
    holder = vault_factory()
    shutil.copy(old, new)
    with holder.connection.transaction():
        reader = vault_factory()
        assert new.exists()
        reader.close()
    vault_factory()
    assert not new.exists()


def test_a_writer_with_the_old_file_is_told_and_writes_nothing(old: Path, new: Path, vault_factory: Vaults) -> None:
    ready = new.rename(new.with_name("ready"))
    late = vault_factory()
    store = RecordStore(late, kind())
    ready.replace(old)
    for write in (
        lambda: store.add(Note(at(), "lost?")),
        lambda: late.settings.set("a", 1),
        lambda: late.drafts.save("a", {}),
    ):
        with pytest.raises(StorageError) as caught:
            write()
        assert caught.value.key == "vault-replaced"


def test_nothing_to_finish_is_no_fault(tmp_path: Path) -> None:
    swap.finish(tmp_path / "attach.vault")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_told(old: Path) -> None:
    with pytest.raises(StorageError):
        swap.swap_in(old.with_name("not there"), old)


def test_a_folder_that_knows_neither_locks_nor_syncing_is_no_reason_to_fail(
    old: Path, new: Path, vault_factory: Vaults, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(fcntl, "flock", refuse)
    monkeypatch.setattr("attach_desktop.vault.copying.os.fsync", refuse)
    swap.swap_in(new, old)
    monkeypatch.undo()
    assert _says(vault_factory) == ["new"]
