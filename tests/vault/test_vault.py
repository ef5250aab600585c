"""The one file: made, opened, shared by two, checked, and what lies in it beside the records."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from datetime import UTC, datetime, timedelta

import pytest

from attach_desktop.changes import Changes
from attach_desktop.errors import InputRefusedError, StorageError, VaultDamagedError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.key import new_key
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.vault.notes import MARKER, PASSPHRASE, Note, at, fill, kind

posix = pytest.mark.skipif(os.name != "posix", reason="rights of files are another matter on Windows")
both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])


@both
def test_what_was_written_is_there_after_closing(passphrase: str | None, vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=passphrase)
    ids = fill(vault)
    assert vault.encrypted == (passphrase is not None)
    vault.close()
    again = vault_factory(passphrase=passphrase)
    assert sorted(record.id for record in RecordStore(again, kind()).each()) == sorted(ids)
    assert again.settings.get(MARKER) == MARKER
    assert again.check() == []


@posix
@both
def test_the_file_and_its_log_are_the_owners_alone(passphrase: str | None, vault_factory: Vaults) -> None:
    before = os.umask(0)
    try:
        vault = vault_factory(passphrase=passphrase)
        fill(vault)
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in vault.path.parent.glob("attach.vault*")}
    assert modes == {"attach.vault": 0o600, "attach.vault-wal": 0o600, "attach.vault-shm": 0o600}


@both
def test_closing_leaves_one_file(passphrase: str | None, vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    vault.close()
    assert [path.name for path in vault_factory.folder.iterdir()] == ["attach.vault"]


def test_a_plain_vault_is_a_file_that_any_tool_opens(vault_factory: Vaults) -> None:
    vault = vault_factory()
    fill(vault)
    vault.close()
    database = sqlite3.connect(vault.path)
    try:
        assert database.execute(
            "SELECT count(*) FROM record WHERE data ->> '$.text' LIKE ?", (f"%{MARKER}%",)
        ).fetchone() == (11,)
        assert database.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"Atch", "big"),)
    finally:
        database.close()


def test_an_empty_file_becomes_a_vault(vault_factory: Vaults) -> None:
    (vault_factory.folder / "attach.vault").touch()
    assert RecordStore(vault_factory(), kind()).count() == 0


@both
def test_a_vault_that_was_made_but_never_filled_is_opened(passphrase: str | None, vault_factory: Vaults) -> None:
    vault_factory(passphrase=passphrase).close()
    assert RecordStore(vault_factory(passphrase=passphrase), kind()).count() == 0


@both
def test_a_vault_whose_making_was_cut_off_is_made_again(passphrase: str | None, vault_factory: Vaults) -> None:
    # As after kill -9 between the first page and the first migration.
    path = vault_factory.folder / "attach.vault"
    path.touch(0o600)
    half = Connection(path, None if passphrase is None else new_key(passphrase, CHEAP_COSTS))
    half.run("PRAGMA journal_mode=WAL")
    half.close()
    assert path.stat().st_size > 0
    fill(vault_factory(passphrase=passphrase))


@both
def test_two_connections_see_each_others_writing(passphrase: str | None, vault_factory: Vaults) -> None:
    one, other = vault_factory(passphrase=passphrase), vault_factory(passphrase=passphrase)
    seen = other.data_version()
    ids = fill(one)
    assert other.data_version() != seen
    assert sorted(record.id for record in RecordStore(other, kind()).each()) == sorted(ids)
    assert one.data_version() == one.data_version()


@both
def test_another_connection_reads_the_same(passphrase: str | None, vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    other = vault.another_connection()
    assert other.one("SELECT count(*) FROM record") == (11,)
    other.close()


@both
def test_what_was_acknowledged_survives_the_death_of_the_program(passphrase: str | None, vault_factory: Vaults) -> None:
    # The files as they lie on the disk while the vault is open are what a killed program leaves behind.
    vault = vault_factory(passphrase=passphrase)
    ids = fill(vault)
    for path in vault_factory.folder.glob("attach.vault*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, path.with_name(path.name.replace("attach", "killed")))
    after = vault_factory("killed.vault", passphrase)
    assert sorted(record.id for record in RecordStore(after, kind()).each()) == sorted(ids)
    assert after.check() == []


def test_a_word_without_its_record_is_found_by_the_check(vault: Vault) -> None:
    fill(vault)
    vault.connection.run("INSERT INTO word VALUES ('notes.tags', 'lost', 12345, 'Lost')")
    assert vault.check() == ["1 words without a record"]


def test_an_index_that_does_not_fit_is_found_by_the_check(vault: Vault) -> None:
    fill(vault)
    vault.connection.run("DELETE FROM search_data WHERE id > 10")
    assert vault.check() != []


def test_a_vault_with_nothing_but_binned_records_is_not_empty(vault: Vault) -> None:
    notes = RecordStore(vault, kind())
    empty = [vault.empty]
    for write in (lambda: notes.add(Note(at()), "one"), lambda: notes.bin(["one"]), notes.empty_bin):
        write()
        empty.append(vault.empty)
    assert empty == [True, False, False, True]


# -- settings and drafts -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["text 静か 😢", "", 0, 3, 2.5, True, None, [], [1, "two"], {"a": {"b": []}}])
def test_a_setting_is_kept_as_it_is(value: object, vault_factory: Vaults) -> None:
    vault = vault_factory()
    vault.settings.set("name", value)
    vault.close()
    assert vault_factory().settings.get("name", "default") == value


def test_a_setting_that_was_never_made_has_its_default(vault: Vault) -> None:
    assert vault.settings.get("name") is None
    assert vault.settings.get("name", 3) == 3


def test_a_setting_is_replaced_and_told(vault_factory: Vaults) -> None:
    changes, told = Changes(), []
    vault = vault_factory(changes=changes)
    changes.subscribe("settings", lambda: told.append(vault.settings.get("name")))
    vault.settings.set("name", 1)
    vault.settings.set("name", 2)
    assert told == [1, 2]


def test_a_setting_that_is_no_text_is_refused(vault: Vault) -> None:
    with pytest.raises(InputRefusedError):
        vault.settings.set("name", "\ud800")
    assert vault.settings.get("name") is None


def test_a_draft_is_kept_with_its_moment(vault: Vault, clock: FixedClock) -> None:
    assert vault.drafts.get("entry") is None
    vault.drafts.save("entry", {"note": "half"})
    clock.advance(timedelta(minutes=1))
    vault.drafts.save("entry", {"note": "half a thought"})
    vault.drafts.save("other", {})
    assert vault.drafts.get("entry") == ({"note": "half a thought"}, datetime(2026, 11, 8, 19, 41, tzinfo=UTC))
    vault.drafts.drop("entry")
    vault.drafts.drop("entry")
    assert vault.drafts.get("entry") is None
    assert vault.drafts.get("other") is not None


@pytest.mark.parametrize("text", ["\ud800", "a\0b", "😢", "x" * 5_000_000], ids=["surrogate", "nul", "picture", "5 MB"])
def test_a_draft_keeps_what_an_entry_would_refuse(text: str, vault: Vault) -> None:
    # Nothing typed is ever lost: what is wrong with it is told when it is saved as an entry.
    vault.drafts.save("entry", {"note": text})
    found = vault.drafts.get("entry")
    assert found is not None
    assert found[0] == {"note": text}


@pytest.mark.parametrize("table", ["draft", "setting"])
def test_a_setting_or_draft_that_cannot_be_read_is_damage(table: str, vault: Vault) -> None:
    vault.settings.set("name", 1)
    vault.drafts.save("name", {})
    vault.connection.run("PRAGMA ignore_check_constraints=ON")
    vault.connection.run(f"UPDATE {table} SET data = '{{'")  # noqa: S608 (constants)
    with pytest.raises(VaultDamagedError):
        (vault.drafts.get if table == "draft" else vault.settings.get)("name")
    vault.connection.run("UPDATE draft SET data = '{}', saved = 'then'")
    with pytest.raises(VaultDamagedError):
        vault.drafts.get("name")


@pytest.mark.skipif(os.name != "posix", reason="rights of files are another matter on Windows")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_a_vault_is_its_owners_alone_whatever_the_umask_and_whatever_it_was(umask: int, vault_factory: Vaults) -> None:
    before = os.umask(umask)
    try:
        vault = vault_factory()
        vault.settings.set("a", 1)
        vault.close()
        vault.path.chmod(0o644)
        again = vault_factory()
        again.settings.set("a", 2)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in vault.path.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"attach.vault": 0o600, "attach.vault-wal": 0o600, "attach.vault-shm": 0o600}


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_a_backup_is_looked_at_and_never_written(passphrase: str | None, vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=passphrase)
    ids = fill(vault)
    vault.close()
    before = {file.name: file.read_bytes() for file in vault.path.parent.iterdir()}
    looked = Vault.look(vault.path, FixedClock(), vault.connection.key)
    store = RecordStore(looked, kind())
    assert {record.id for record in store.each()} == set(ids)
    for write in (lambda: store.add(Note(at(), "x")), lambda: looked.settings.set("a", 1)):
        with pytest.raises(StorageError) as caught:
            write()
        assert caught.value.key == "read-only"
    looked.close()
    assert {file.name: file.read_bytes() for file in vault.path.parent.iterdir()} == before


def test_an_older_backup_is_told_to_be_one(vault_factory: Vaults, monkeypatch: pytest.MonkeyPatch) -> None:
    from attach_desktop.vault import migrations

    vault = vault_factory()
    vault.close()
    monkeypatch.setattr(migrations, "READ_FROM", migrations.VERSION + 1)
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    with pytest.raises(InputRefusedError) as caught:
        Vault.look(vault.path, FixedClock(), None)
    assert caught.value.key == "older-backup"
