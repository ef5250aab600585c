"""Whole copies under any key: complete, on disk, the owner's alone, read back; a half one never stays."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from attach_desktop.errors import VaultDamagedError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import contents, look_into, new_file, write_copy
from attach_desktop.vault.key import Key, new_key
from tests.support import CHEAP_COSTS, Vaults
from tests.vault.notes import MARKER, PASSPHRASE, fill

OTHER = new_key("other words", CHEAP_COSTS)


class StoppedError(Exception):
    """What a person's Cancel raises."""


@pytest.mark.parametrize("before", [None, PASSPHRASE], ids=["plain", "encrypted"])
@pytest.mark.parametrize("after", [None, OTHER], ids=["to-plain", "to-encrypted"])
@pytest.mark.parametrize("name", ["copy.vault", "a b%20c?d#e.vault", "träume 静か.vault"])
def test_a_copy_holds_everything(before: str | None, after: Key | None, name: str, vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=before)
    fill(vault)
    target = new_file(vault_factory.folder / name)
    seen: list[float] = []
    found = write_copy(vault.connection, target, after, seen.append)
    assert found == contents(vault.connection) == look_into(target, after)
    assert found.records == 11
    assert found.kinds == ((61, 11),)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    raw = target.read_bytes()
    assert (MARKER.encode() in raw) == (after is None)
    if after is not None:
        assert raw[:16] == after.salt
    copy = Connection(target, after, read_only=True)
    for table in ("record", "bin", "former", "word", "draft", "setting", "search_docsize"):
        rows = f"SELECT * FROM {table}"  # noqa: S608 (constants)
        assert copy.rows(rows) == vault.connection.rows(rows)
    copy.close()
    assert all(0 <= done <= 1 for done in seen)
    assert sorted(seen) == seen


def test_looking_into_a_copy_puts_nothing_beside_it(vault_factory: Vaults) -> None:
    vault = vault_factory("wal.vault")
    fill(vault)
    vault.close()
    before = sorted(path.name for path in vault_factory.folder.iterdir())
    look_into(vault.path, None)
    assert sorted(path.name for path in vault_factory.folder.iterdir()) == before


def test_a_cancelled_copy_is_not_left_behind(vault_factory: Vaults) -> None:
    vault = vault_factory()
    fill(vault, 2000)
    target = new_file(vault_factory.folder / "copy.vault")

    def stop(_done: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        write_copy(vault.connection, target, None, stop)
    assert not target.exists()
    assert vault.check() == []
    assert write_copy(vault.connection, new_file(target), None).records == 1999


def test_a_copy_that_cannot_be_read_back_is_told_and_not_kept(
    vault_factory: Vaults, monkeypatch: pytest.MonkeyPatch
) -> None:
    from attach_desktop.vault import copying

    vault = vault_factory()
    fill(vault, 200)
    target = new_file(vault_factory.folder / "copy.vault")

    def a_disk_that_lies(file: Path) -> None:
        content = bytearray(file.read_bytes())
        content[5000:9000] = bytes(4000)
        file.write_bytes(content)

    monkeypatch.setattr(copying, "sync", a_disk_that_lies)
    with pytest.raises(VaultDamagedError) as caught:
        write_copy(vault.connection, target, None)
    assert caught.value.key == "copy-unsound"
    assert not target.exists()


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    first, second, third = (new_file(tmp_path / "copy.vault") for _ in range(3))
    assert [first.name, second.name, third.name] == ["copy.vault", "copy-2.vault", "copy-3.vault"]
