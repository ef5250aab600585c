"""Old vaults are brought up to date, newer and foreign ones are refused, and a step that fails changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import apsw
import pytest

from attach_desktop import resources
from attach_desktop.errors import NewerVaultError, StorageError, VaultDamagedError
from attach_desktop.journal.library import Library, Person, Trigger
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.rooms import KINDS
from attach_desktop.vault import migrations
from attach_desktop.vault.conflicts import merge
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.migrations import APPLICATION_ID, VERSION, migrate, version_of
from attach_desktop.vault.vault import Vault, unlock
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.vault import old_vaults
from tests.vault.old_vaults import BEFORE_EDIT, BINNED, DRAFT, EDITED, FULL, IDS, PASSPHRASE, SHORT

OLD = sorted(old_vaults.FOLDER.glob("*.vault"))


def _schema(vault: Vault) -> list[tuple[object, ...]]:
    return vault.connection.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")


def _copies(vaults: Vaults) -> set[Path]:
    """The copies that were made beside a vault; one that was brought up to date when it was opened has one of that."""
    return set((vaults.folder / "backups").glob("*"))


@pytest.fixture
def old(request: pytest.FixtureRequest, vault_factory: Vaults) -> Vault:
    """A stored vault, copied and opened by the present program."""
    stored: Path = request.param
    shutil.copy(stored, vault_factory.folder / stored.name)
    return vault_factory(stored.name, PASSPHRASE if "encrypted" in stored.name else None)


every_old_vault = pytest.mark.parametrize("old", OLD, indirect=True, ids=lambda path: path.stem)


def test_the_newest_step_is_the_version() -> None:
    numbers = sorted(int(file.stem) for file in resources.path("migrations").glob("*.sql"))
    assert numbers == list(range(1, VERSION + 1))


def test_every_version_has_its_stored_vaults() -> None:
    expected = {f"v{version}{kind}.vault" for version in range(1, VERSION + 1) for kind in ("", "-encrypted")}
    assert {path.name for path in OLD} == expected


@pytest.fixture
def looked(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Vault]:
    """A stored vault, opened to be looked at as a backup is, and brought up to nothing."""
    stored: Path = request.param
    path = tmp_path / stored.name
    shutil.copy(stored, path)
    key = unlock(path, path.read_bytes()[:16], lambda: PASSPHRASE, CHEAP_COSTS) if "encrypted" in stored.name else None
    vault = Vault.look(path, FixedClock(), key)
    yield vault
    vault.close()
    assert path.read_bytes() == stored.read_bytes()


@pytest.mark.parametrize("looked", OLD, indirect=True, ids=lambda path: path.stem)
def test_a_backup_of_an_old_version_can_be_looked_into(looked: Vault) -> None:
    _holds_what_was_written(looked)
    _is_searched_and_counted(looked)
    assert JournalStore(looked).count() == 3


@every_old_vault
def test_an_old_vault_holds_what_was_written_into_it(old: Vault) -> None:
    _holds_what_was_written(old)


def _holds_what_was_written(old: Vault) -> None:
    journal = JournalStore(old)
    assert [(record.id, record.value) for record in journal.newest(10)] == [
        (IDS[0], FULL),
        (IDS[1], EDITED),
        (IDS[2], SHORT),
    ]
    full = journal.get(IDS[0])
    assert full is not None
    assert full.created == full.updated == datetime(2026, 11, 8, 19, 40, tzinfo=UTC)
    assert journal.former(IDS[1]) == [(datetime(2026, 11, 8, 19, 44, tzinfo=UTC), BEFORE_EDIT)]
    assert [(gone.record.id, gone.record.value, gone.binned) for gone in journal.binned()] == [
        (IDS[3], BINNED, datetime(2026, 11, 8, 19, 44, tzinfo=UTC))
    ]
    assert old.drafts.get("entry") == (DRAFT, datetime(2026, 11, 8, 19, 44, tzinfo=UTC))
    assert journal.day_start == time(4, 30)


@every_old_vault
def test_an_old_library_is_read(old: Vault) -> None:
    library = Library(old)
    assert [(type(kept), kept.sort, kept.pull) for kept in [library.trigger("No Answer")] if kept] == [
        (Trigger, "silence", "toward")
    ]
    assert [(type(kept), kept.role) for kept in [library.person("m.")] if kept] == [(Person, "partner")]


@every_old_vault
def test_an_old_vault_is_searched_and_counted(old: Vault) -> None:
    _is_searched_and_counted(old)


def _is_searched_and_counted(old: Vault) -> None:
    journal = JournalStore(old)
    for query in ("hours answ", "静か", "sehnsuchtig", "😢", "breath"):
        assert [record.id for record in journal.find(Filter(query=query), 9)] == [IDS[0]]
    assert [record.id for record in journal.find(Filter(query="ordinary after"), 9)] == [IDS[1]]
    assert journal.find(Filter(query="kept"), 9) == []
    assert [record.id for record in journal.find(Filter(words=(("coping", "Walk"), ("flag", "private"))), 9)] == [
        IDS[0]
    ]
    assert [(found.day, found.count) for found in journal.days(Filter(mood_low=3))] == [
        (date(2026, 11, 7), 1),
        (date(2026, 11, 6), 1),
    ]


@every_old_vault
def test_an_old_vault_is_sound_writable_and_has_the_present_schema(old: Vault, vault_factory: Vaults) -> None:
    assert old.check() == []
    assert version_of(old.connection) == VERSION
    assert _schema(old) == _schema(vault_factory("new.vault"))
    journal = JournalStore(old)
    journal.change(IDS[2], FULL)
    journal.restore([IDS[3]])
    assert journal.count() == 4
    assert old.check() == []


@every_old_vault
def test_the_figures_of_an_old_vault_are_those_of_a_new_one(old: Vault, vault_factory: Vaults) -> None:
    figures = "SELECT mood, energy, intensity_before, intensity_after, has_thought, has_urge FROM record ORDER BY place"
    new = vault_factory("new.vault")
    old_vaults.fill(new, FixedClock())
    assert old.connection.rows(figures) == new.connection.rows(figures)
    assert (2, 4, 8, 4, 1, 1) in new.connection.rows(figures)


@pytest.fixture
def connect(tmp_path: Path) -> Callable[[str], Connection]:
    """Makes a database with a script and opens it as a vault would."""

    def make(script: str) -> Connection:
        path = tmp_path / "made.vault"
        database = apsw.Connection(str(path))
        database.execute(script)
        database.close()
        return Connection(path)

    return make


def test_an_empty_database_is_version_0(connect: Callable[[str], Connection]) -> None:
    assert version_of(connect("PRAGMA journal_mode=WAL")) == 0


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE moz_places (id INTEGER PRIMARY KEY)",
        "CREATE TABLE t (a); PRAGMA user_version = 1",
        "PRAGMA user_version = 5",
        "PRAGMA application_id = 252006674",  # another program's
        "PRAGMA application_id = 252006674; PRAGMA user_version = 99; CREATE TABLE t (a)",
    ],
)
def test_another_programs_database_is_told_as_such(script: str, connect: Callable[[str], Connection]) -> None:
    connection = connect(script)
    before = connection.path.read_bytes()
    with pytest.raises(VaultDamagedError) as caught:
        migrate(connection, lambda: None)
    assert caught.value.key == "not-a-vault"
    connection.close()
    assert connection.path.read_bytes() == before


@pytest.mark.parametrize("version", [VERSION + 1, 2**31 - 1])
def test_a_newer_vault_is_told_as_such(version: int, connect: Callable[[str], Connection]) -> None:
    connection = connect(f"CREATE TABLE t (a); PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={version}")
    with pytest.raises(NewerVaultError) as caught:
        version_of(connection)
    assert caught.value.details == {"path": connection.path, "theirs": version, "ours": VERSION}


@pytest.mark.parametrize("version", [0, -1, -(2**31)])
def test_a_version_that_was_never_written_is_damage(version: int, connect: Callable[[str], Connection]) -> None:
    connection = connect(f"PRAGMA application_id={APPLICATION_ID}; PRAGMA user_version={version}")
    with pytest.raises(VaultDamagedError) as caught:
        version_of(connection)
    assert caught.value.key == "damaged"


@pytest.fixture
def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the program one version newer, with a step of its own."""

    def make(script: str) -> None:
        folder = tmp_path / "resources"
        shutil.copytree(resources.path("migrations"), folder / "migrations")
        (folder / "migrations" / f"{VERSION + 1:04}.sql").write_text(script)
        monkeypatch.setattr(resources, "path", lambda *parts: folder.joinpath(*parts))
        monkeypatch.setattr(migrations, "VERSION", VERSION + 1)

    return make


@every_old_vault
def test_a_step_is_preceded_by_a_copy_of_the_whole_vault(
    old: Vault, next_step: Callable[[str], None], vault_factory: Vaults
) -> None:
    name, passphrase, before = old.path.name, PASSPHRASE if old.encrypted else None, _copies(vault_factory)
    old.close()
    next_step("CREATE TABLE more (a TEXT) STRICT; DELETE FROM record;")
    newer = vault_factory(name, passphrase)
    assert version_of(newer.connection) == VERSION + 1
    assert JournalStore(newer).count() == 0
    (copy,) = _copies(vault_factory) - before
    assert copy.name.startswith("20261108-204000-before-migration-")
    assert copy.stat().st_mode & 0o077 == 0
    kept = Connection(copy, newer.connection.key)
    assert kept.one("SELECT count(*) FROM record WHERE place BETWEEN 1 << 57 AND 2 << 57") == (3,)
    assert kept.one("PRAGMA user_version") == (VERSION,)
    kept.close()
    if passphrase is not None:
        assert copy.read_bytes()[:16] == newer.path.read_bytes()[:16]
        assert b"SQLite" not in copy.read_bytes()


@every_old_vault
@pytest.mark.parametrize("fault", ["this is no SQL", "INSERT INTO record VALUES (1)", "DROP TABLE nothing"])
def test_a_step_that_fails_changes_nothing(
    old: Vault, fault: str, next_step: Callable[[str], None], vault_factory: Vaults
) -> None:
    path, key, schema, before = old.path, old.connection.key, _schema(old), _copies(vault_factory)
    old.close()
    next_step(f"CREATE TABLE more (a TEXT) STRICT; DELETE FROM record; {fault};")  # noqa: S608 (constants)
    for _ in range(2):
        with pytest.raises(VaultDamagedError):
            vault_factory(path.name, PASSPHRASE if key else None)
    # Two tries within one second leave two copies, none over the other.
    assert len(_copies(vault_factory) - before) == 2
    again = Connection(path, key)
    assert version_of(again) == VERSION
    assert again.rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name") == schema
    assert again.one("SELECT count(*) FROM record") == (5,)
    again.close()


def test_a_copy_that_cannot_be_made_stops_the_step_and_leaves_nothing(
    vault_factory: Vaults, next_step: Callable[[str], None]
) -> None:
    vault = vault_factory()
    vault.close()
    before = vault.path.read_bytes()
    next_step("CREATE TABLE more (a TEXT) STRICT;")
    (vault_factory.folder / "backups").write_text("not a folder")
    with pytest.raises(StorageError) as caught:
        vault_factory()
    assert caught.value.key == "folder"
    assert {path.name for path in vault_factory.folder.iterdir() if path.is_file()} == {"attach.vault", "backups"}
    assert vault.path.read_bytes() == before


def test_a_step_that_another_process_took_meanwhile_is_not_taken_again(
    vault_factory: Vaults, next_step: Callable[[str], None]
) -> None:
    first = vault_factory()
    next_step("CREATE TABLE more (a TEXT) STRICT;")

    def the_other_is_faster() -> None:
        vault_factory()

    migrate(first.connection, the_other_is_faster)
    assert version_of(first.connection) == VERSION + 1


@pytest.mark.parametrize("stored", OLD, ids=lambda path: path.stem)
def test_a_conflict_copy_of_an_old_version_is_taken_in_and_no_copy_of_it_is_left(
    stored: Path, vault_factory: Vaults
) -> None:
    vault = vault_factory()
    JournalStore(vault).add(SHORT)
    copy = vault_factory.folder / "attach-20261108-204000-conflict.vault"
    shutil.copy(stored, copy)
    key = unlock(copy, copy.read_bytes()[:16], lambda: PASSPHRASE, CHEAP_COSTS) if "encrypted" in stored.name else None
    assert merge(copy, vault, key, KINDS).added == 5  # three entries, and the two of the library
    assert JournalStore(vault).count() == 4
    assert [path.name[16:28] for path in _copies(vault_factory)] == ["before-merge"]
    assert copy.read_bytes() == stored.read_bytes()


def test_a_new_vault_needs_no_copy(vault_factory: Vaults) -> None:
    vault_factory()
    assert {path.name.removeprefix("attach.vault") for path in vault_factory.folder.iterdir()} <= {"", "-wal", "-shm"}
