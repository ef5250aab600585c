"""A file that is no vault, or no longer a whole one: always a known error or a value, and never made worse."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from attach_desktop.changes import Changes
from attach_desktop.errors import AttachError, StorageError, VaultDamagedError
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.vault.notes import MARKER, PASSPHRASE, Note, at, fill, kind

both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"Dear diary, this is a letter.", "not-a-vault"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 4001, "not-a-vault"),
        (b"SQLite format 3\0", "damaged"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "damaged"),
    ],
)
def test_another_file_in_its_place_is_left_alone(content: bytes, key: str, vault_factory: Vaults) -> None:
    path = vault_factory.folder / "attach.vault"
    path.write_bytes(content)
    with pytest.raises(VaultDamagedError) as caught:
        vault_factory(passphrase=PASSPHRASE)
    assert caught.value.key == key
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(vault_factory: Vaults) -> None:
    path = vault_factory.folder / "attach.vault"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE moz_places (id)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(VaultDamagedError) as caught:
        vault_factory()
    assert caught.value.key == "not-a-vault"
    assert path.read_bytes() == before


def test_a_folder_in_its_place_is_told(vault_factory: Vaults) -> None:
    (vault_factory.folder / "attach.vault").mkdir()
    with pytest.raises(StorageError) as caught:
        vault_factory()
    assert caught.value.key == "cannot-open"


def test_a_folder_that_is_not_there_is_told(vault_factory: Vaults) -> None:
    with pytest.raises(StorageError) as caught:
        vault_factory("no/such/attach.vault")
    assert caught.value.key == "no-folder"


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may write to."""
    folder = tmp_path / "read-only"
    folder.mkdir()
    if os.name != "posix":
        pytest.skip("rights of folders are another matter on Windows")
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)
        return
    # Nothing is forbidden to the superuser, but a disk can be read-only for everybody.
    options = ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(folder)]
    if not sys.platform.startswith("linux") or subprocess.run(options, check=False, capture_output=True).returncode:
        pytest.skip("the superuser here cannot mount a read-only disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_read_only_folder_is_told(read_only_folder: Path, clock: FixedClock) -> None:
    with pytest.raises(StorageError) as caught:
        Vault.open(read_only_folder / "attach.vault", clock, Changes())
    assert caught.value.key in ("read-only", "cannot-open")
    assert caught.value.exit_code == 7


def _everything(vault: Vault) -> list[Callable[[], object]]:
    store = RecordStore(vault, kind())
    return [
        lambda: store.newest(50),
        lambda: list(store.each()),
        lambda: store.labels("tags"),
        store.binned,
        lambda: [store.former(record_id) for record_id in store.matching_ids("", 50)],
        store.count,
        lambda: store.day_start,
        vault.check,
        lambda: vault.settings.get(MARKER),
        lambda: vault.drafts.get("draft"),
        lambda: store.add(Note(at(), "one more")),
        lambda: [store.change(record.id, Note(at(), "changed")) for record in store.newest(1)],
        lambda: store.bin([record.id for record in store.newest(3)]),
        lambda: store.restore([gone.record.id for gone in store.binned()]),
        store.empty_bin,
    ]


def _use(vault: Vault) -> int:
    """Do everything; the number of known errors. Any other error is let through."""
    errors = 0
    for do in _everything(vault):
        try:
            do()
        except AttachError:
            errors += 1
    return errors


def _damages(content: bytes, count: int) -> Iterator[bytes]:
    chance = random.Random(8)
    for number in range(count):
        damaged = bytearray(content)
        if number % 4 == 0:
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        elif number % 4 == 1:  # the first page has the schema: much can go wrong there
            damaged[chance.randrange(4096)] ^= 1 << chance.randrange(8)
        elif number % 4 == 2:
            begin = chance.randrange(len(damaged))
            end = min(begin + chance.randrange(1, 300), len(damaged))
            damaged[begin:end] = chance.randbytes(end - begin)
        else:
            del damaged[chance.randrange(1, len(damaged)) :]
        yield bytes(damaged)


@both
def test_damage_anywhere_gives_a_known_error_or_a_value(passphrase: str | None, vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    vault.close()
    refused = errors = 0
    for number, content in enumerate(_damages(vault.path.read_bytes(), 100)):
        path = vault_factory.folder / f"damaged-{number}.vault"
        path.write_bytes(content)
        try:
            damaged = vault_factory(path.name, passphrase)
        except AttachError:
            refused += 1
            assert path.read_bytes() == content
        else:
            errors += _use(damaged)
        vault_factory.close()
        path.unlink()
    assert refused > 0
    assert errors > 0


def test_an_encrypted_vault_never_gives_a_wrong_value(vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    fill(vault)
    expected = list(RecordStore(vault, kind()).each())
    vault.close()
    for number, content in enumerate(_damages(vault.path.read_bytes(), 60)):
        path = vault_factory.folder / f"damaged-{number}.vault"
        path.write_bytes(content)
        try:
            found = list(RecordStore(vault_factory(path.name, PASSPHRASE), kind()).each())
        except AttachError:
            found = expected
        assert found == expected
        vault_factory.close()


@both
def test_damaged_settings_are_known_at_once(passphrase: str | None, vault_factory: Vaults) -> None:
    """Not by whoever asks for one first: only where it is opened is there a way on."""
    vault = vault_factory(passphrase=passphrase)
    fill(vault)
    vault.settings.set("theme", "dark")
    row = vault.connection.one("SELECT rootpage FROM sqlite_master WHERE name = 'setting'")
    assert row is not None
    vault.close()
    with vault.path.open("r+b") as file:
        file.seek((row[0] - 1) * 4096)
        file.write(b"\xa5" * 4096)
    before = vault.path.read_bytes()
    with pytest.raises(VaultDamagedError) as caught:
        vault_factory(passphrase=passphrase)
    assert caught.value.key == "damaged"
    assert vault.path.read_bytes() == before
