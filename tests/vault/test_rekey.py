"""Setting, changing and removing the passphrase: everything is there afterwards, or the vault is as it was."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from attach_desktop.errors import AttachError, InputRefusedError, PassphraseError, StorageError
from attach_desktop.vault.backups import Backups
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import Contents, contents
from attach_desktop.vault.key import Key, find_key
from attach_desktop.vault.recovery import recovery_code
from attach_desktop.vault.rekey import set_passphrase
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.vault.notes import MARKER, PASSPHRASE, fill

NEW = "kettle moss orbit"


class StoppedError(Exception):
    """What a person's Cancel raises."""


@pytest.fixture
def rekey(vault_factory: Vaults, clock: FixedClock) -> Callable[..., Key | None]:
    def call(key: Key | None, passphrase: str | None, progress: Callable[[float], None] = lambda _: None) -> Key | None:
        return set_passphrase(vault_factory.folder / "attach.vault", key, passphrase, progress, clock, CHEAP_COSTS)

    return call


def _closed(vault_factory: Vaults, passphrase: str | None, notes: int = 12) -> tuple[Path, Key | None, Contents]:
    vault = vault_factory(passphrase=passphrase)
    fill(vault, notes)
    found = contents(vault.connection)
    vault.close()
    return vault.path, vault.connection.key, found


@pytest.mark.parametrize("before", [None, PASSPHRASE], ids=["plain", "encrypted"])
@pytest.mark.parametrize("after", [None, NEW], ids=["remove", "set"])
def test_everything_is_there_under_the_new_passphrase(
    before: str | None, after: str | None, vault_factory: Vaults, rekey: Callable[..., Key | None], clock: FixedClock
) -> None:
    path, key_now, found = _closed(vault_factory, before)
    seen: list[float] = []
    key = rekey(key_now, after, seen.append)
    raw = path.read_bytes()
    assert (MARKER.encode() in raw) == (after is None)
    vault = vault_factory(passphrase=after)
    assert vault.connection.key == key
    assert contents(vault.connection) == found
    assert vault.check() == []
    assert vault.connection.one("PRAGMA journal_mode") == ("wal",)
    assert (vault.drafts.get("draft") or [None])[0] == {"note": MARKER}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {file.name for file in path.parent.iterdir()} <= {
        "attach.vault", "attach.vault-wal", "attach.vault-shm", "backups",
    }  # fmt: skip
    assert sorted(seen) == seen
    assert (seen[0] > 0, seen[-1]) == (True, 1.0)
    (backup,) = Backups.of(path, clock).each()
    assert (backup.reason, backup.encrypted) == ("before-passphrase", before is not None)
    assert Backups.of(path, clock).check(backup, key_now) == found


def test_a_changed_passphrase_has_a_new_recovery_code_and_the_old_one_opens_nothing(
    vault_factory: Vaults, rekey: Callable[..., Key | None]
) -> None:
    path, before, _ = _closed(vault_factory, PASSPHRASE)
    after = rekey(before, PASSPHRASE)  # even the same words again
    assert before is not None
    assert after is not None
    assert recovery_code(before) != recovery_code(after)
    assert find_key(recovery_code(before), path.read_bytes()[:16], CHEAP_COSTS) is None
    with pytest.raises(PassphraseError):
        vault_factory(passphrase=recovery_code(before))
    assert vault_factory(passphrase=recovery_code(after)).encrypted


@pytest.mark.parametrize(("passphrase", "told"), [("", "passphrase-empty"), ("\ud800", "passphrase-unreadable")])
def test_what_is_no_passphrase_is_refused(
    passphrase: str, told: str, vault_factory: Vaults, rekey: Callable[..., Key | None]
) -> None:
    path, _, _ = _closed(vault_factory, None)
    before = path.read_bytes()
    with pytest.raises(InputRefusedError) as caught:
        rekey(None, passphrase)
    assert caught.value.key == told
    assert path.read_bytes() == before


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.9, 1.0])
def test_cancelling_before_the_swap_leaves_the_vault_as_it_was(
    share: float, vault_factory: Vaults, rekey: Callable[..., Key | None]
) -> None:
    path, key, found = _closed(vault_factory, PASSPHRASE, 1500)

    def stop(done: float) -> None:
        if done >= share:
            raise StoppedError

    with pytest.raises(StoppedError):
        rekey(key, NEW, stop)
    assert not path.with_name("attach.vault.making").exists()
    assert contents(vault_factory(passphrase=PASSPHRASE).connection) == found


def test_a_vault_that_somebody_has_open_is_left_alone(
    vault_factory: Vaults, rekey: Callable[..., Key | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from attach_desktop.vault import connection

    vault = vault_factory()
    fill(vault)
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 20)
    with pytest.raises(StorageError) as caught:
        rekey(None, NEW)
    assert caught.value.key == "busy"
    assert not vault.path.with_name("attach.vault.making").exists()
    fill(vault)
    assert contents(vault.connection).records == 22


def test_a_wrong_key_changes_nothing(vault_factory: Vaults, rekey: Callable[..., Key | None]) -> None:
    path, _, _ = _closed(vault_factory, PASSPHRASE)
    before = path.read_bytes()
    with pytest.raises(AttachError):
        rekey(None, NEW)
    assert path.read_bytes() == before


def _in_one_file(path: Path, key: Key | None) -> None:
    """As a passphrase change makes it first: without a log, which two bytes of the header say."""
    connection = Connection(path, key)
    connection.run("PRAGMA journal_mode=DELETE")
    connection.close()


def test_a_damaged_vault_is_not_swapped(vault_factory: Vaults, rekey: Callable[..., Key | None]) -> None:
    path, key, _ = _closed(vault_factory, PASSPHRASE, 400)
    _in_one_file(path, key)
    content = bytearray(path.read_bytes())
    half = len(content) // 2 // 4096 * 4096
    content[half : half + 4096] = os.urandom(4096)
    path.write_bytes(content)
    with pytest.raises(AttachError):
        rekey(key, NEW)
    assert path.read_bytes() == content
    assert not path.with_name("attach.vault.making").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no second name of an open file")
def test_what_was_in_the_clear_is_overwritten_but_never_somebodys_copy(
    vault_factory: Vaults, rekey: Callable[..., Key | None], tmp_path: Path
) -> None:
    path, _, _ = _closed(vault_factory, None)
    reader = os.open(path, os.O_RDONLY)
    try:
        rekey(None, NEW)
        assert os.pread(reader, 1 << 20, 0).strip(b"\0") == b""
    finally:
        os.close(reader)
    plain = vault_factory("plain.vault")
    fill(plain)
    plain.close()
    second_name = tmp_path / "a copy by another name"
    os.link(plain.path, second_name)
    set_passphrase(plain.path, None, NEW, lambda _: None, FixedClock(), CHEAP_COSTS)
    assert MARKER.encode() in second_name.read_bytes()
