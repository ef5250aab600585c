"""A turned bit in each of 200 places of vault, log and backup: never an unknown error, never a silent loss.

Of an encrypted file every byte is covered by a check: what is read is what was written, or it is told. A plain vault is
an ordinary SQLite file, which has no checks of its own: a letter may change, but no record goes missing unseen.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from attach_desktop.changes import Changes
from attach_desktop.errors import AttachError
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.restoring import restore
from attach_desktop.vault.vault import Vault, key_of
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.vault.notes import PASSPHRASE, Note, at, fill, kind

PLACES = 200
both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
Read = dict[str, Note]


def _open(path: Path, passphrase: str | None) -> Vault:
    ask = None if passphrase is None else (lambda: passphrase)
    return Vault.open(path, FixedClock(), Changes(), ask, CHEAP_COSTS)


def _read(path: Path, passphrase: str | None) -> tuple[Read, bool]:
    """Every record that can be read, and whether it was told that something is wrong."""
    try:
        vault = _open(path, passphrase)
    except AttachError:
        return {}, True
    found: Read = {}
    told = False
    try:
        for record in RecordStore(vault, kind()).each():
            found[record.id] = record.value
        told = bool(vault.check())
    except AttachError:
        told = True
    finally:
        vault.close()
    return found, told


def _flipped(content: bytes, count: int, seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _ in range(count):
        damaged = bytearray(content)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        yield bytes(damaged)


def _look(path: Path, passphrase: str | None, expected: Read) -> str:
    """How a damaged vault was read: "whole", "told", or "changed" (a plain one only). Fails on anything worse."""
    found, told = _read(path, passphrase)
    if told:
        # What was read before the damage was met is what was written (or a letter of it, where nothing is checked).
        assert passphrase is None or found.items() <= expected.items()
        return "told"
    assert found.keys() == expected.keys(), "records are missing, and nobody says so"
    if found == expected:
        return "whole"
    assert passphrase is None, "an encrypted vault gave a wrong value"
    return "changed"


@pytest.mark.slow
@both
def test_in_the_vault(passphrase: str | None, vault_factory: Vaults, tmp_path: Path) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault, 60)
    expected = {record.id: record.value for record in RecordStore(vault, kind()).each()}
    vault.close()
    content = vault.path.read_bytes()
    outcomes = []
    for number, damaged in enumerate(_flipped(content, PLACES, 1)):
        path = tmp_path / str(number) / "attach.vault"
        path.parent.mkdir()
        path.write_bytes(damaged)
        outcomes.append(_look(path, passphrase, expected))
        shutil.rmtree(path.parent)
    assert "told" in outcomes
    if passphrase is not None:
        assert outcomes.count("told") > PLACES * 0.9  # all but bytes that nobody reads


def _killed(vault: Vault, place: Path) -> Path:
    """The files of an open vault as a killed program leaves them."""
    place.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{vault.path}{ending}", place / f"attach.vault{ending}")
    return place / "attach.vault"


@pytest.mark.slow
@both
def test_in_the_log(passphrase: str | None, vault_factory: Vaults, tmp_path: Path) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault, 20)
    vault.connection.fold_in()
    store = RecordStore(vault, kind())
    before = {record.id: record.value for record in store.each()}
    for number in range(12):
        store.add(Note(at(), f"in the log {number}"))
    after = {record.id: record.value for record in store.each()}
    log = Path(f"{vault.path}-wal").read_bytes()
    seen = set()
    for number, damaged in enumerate(_flipped(log, PLACES, 2)):
        path = _killed(vault, tmp_path / str(number))
        Path(f"{path}-wal").write_bytes(damaged)
        found, told = _read(path, passphrase)
        # SQLite keeps what comes before the first piece of the log that its checksum does not fit: the vault is as it
        # was at some moment, each record in it is whole, and nothing that was in the file itself is lost.
        assert told or (before.items() <= found.items() and found.items() <= after.items())
        seen.add(len(found))
        shutil.rmtree(path.parent)
    assert len(seen) > 2
    vault.close()


@pytest.mark.slow
@both
def test_in_a_backup(passphrase: str | None, vault_factory: Vaults, clock: FixedClock) -> None:
    vault = vault_factory(passphrase=passphrase)
    fill(vault, 60)
    backups = Backups.of(vault.path, clock)
    backup = backups.make(vault).backup
    key, path = vault.connection.key, vault.path
    vault.close()
    expected = _read(path, passphrase)[0]
    content = backup.path.read_bytes()
    for damaged in _flipped(content, PLACES, 3):
        backup.path.write_bytes(damaged)
        with pytest.raises(AttachError):
            backups.check(backup, key)
        try:
            # Somebody restores it all the same.
            found_key = key_of(backup.path, lambda: passphrase or "", CHEAP_COSTS)
            kept = restore(backup.path, found_key, path, key, clock).kept
        except AttachError:
            assert _read(path, passphrase) == (expected, False)
        else:
            assert passphrase is None or _read(path, passphrase)[0] == expected
            assert kept is not None
            kept.replace(path)
