"""Row by row, around the damage: what is found is what was written, and what is lost is counted."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from attach_desktop.errors import AttachError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import contents
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.salvage import Damaged, fill
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.vault import notes
from tests.vault.notes import MARKER, PASSPHRASE, Note, found_ids, kind

both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
_PAGE = 4096


def _salvaged(damaged: Vault | Path, vault: Vault, source: Vault) -> int:
    with Damaged.opened(source.path, source.connection.key, source.path.with_name("scratch")) as opened:
        return fill(vault, opened, [kind()])


@both
def test_a_sound_vault_is_read_whole(passphrase: str | None, vault_factory: Vaults) -> None:
    source = vault_factory("source.vault", passphrase)
    notes.fill(source)
    source.connection.run(  # a kind of a newer program: kept as it is
        "INSERT INTO record (place, id, created, updated, data) VALUES (?, 'x', '', '', '{}')", (40 << 57,)
    )
    source.close()
    vault = vault_factory("new.vault")
    assert _salvaged(source.path, vault, source) == 0
    source = vault_factory("source.vault", passphrase)
    assert contents(vault.connection) == contents(source.connection)
    for table in ("record", "bin", "former", "word", "draft", "setting"):
        rows = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608 (constants)
        assert vault.connection.rows(rows) == source.connection.rows(rows)
    store = RecordStore(vault, kind())
    assert found_ids(store, MARKER) == sorted(record.id for record in store.each())
    assert vault.check() == []


def _pages_of(vault: Vault, name: str) -> list[int]:
    rows = vault.connection.rows("SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno", (name,))
    return [row[0] for row in rows]


@both
@pytest.mark.parametrize("where", ["first", "middle", "last", "several"])
def test_only_what_lay_in_the_damaged_pages_is_lost(passphrase: str | None, where: str, vault_factory: Vaults) -> None:
    source = vault_factory("source.vault", passphrase)
    notes.fill(source, 800)
    expected = {record.id: record.value for record in RecordStore(source, kind()).each()}
    leaves = source.connection.rows(
        "SELECT pageno, ncell FROM dbstat WHERE name = 'record' AND pagetype = 'leaf' ORDER BY path"
    )
    hit = {
        "first": leaves[:1],
        "middle": leaves[len(leaves) // 2 :][:1],
        "last": leaves[-1:],
        "several": leaves[2 : len(leaves) - 2 : 7],
    }[where]
    source.close()
    content = bytearray(source.path.read_bytes())
    for page, _ in hit:
        content[(page - 1) * _PAGE : page * _PAGE] = b"\xa5" * _PAGE
    source.path.write_bytes(content)
    vault = vault_factory("new.vault")
    lost = _salvaged(source.path, vault, source)
    found = {record.id: record.value for record in RecordStore(vault, kind()).each()}
    assert found.items() <= expected.items()
    gone = sum(cells for _, cells in hit)
    assert len(expected) - len(found) == gone == lost
    assert vault.check() == []
    assert source.path.read_bytes() == content


def test_damage_anywhere_gives_records_that_were_written_or_none(vault_factory: Vaults) -> None:
    source = vault_factory("source.vault", PASSPHRASE)
    notes.fill(source, 200)
    expected = {record.id: record.value for record in RecordStore(source, kind()).each()}
    source.close()
    sound = source.path.read_bytes()
    chance = random.Random(11)
    saved = 0
    for number in range(40):
        content = bytearray(sound)
        for _ in range(1 + number % 5):
            page = chance.randrange(2 * _PAGE, len(content))
            content[page : page + 200] = chance.randbytes(min(200, len(content) - page))
        source.path.write_bytes(content)
        vault = vault_factory(f"{number}.vault")
        try:
            _salvaged(source.path, vault, source)
        except AttachError:
            continue
        found = {record.id: record.value for record in RecordStore(vault, kind()).each()}
        assert found.items() <= expected.items()
        saved += len(found)
        vault.close()
    assert saved > 40 * len(expected) * 0.8


def test_a_record_that_says_nothing_any_more_is_counted_as_lost(vault_factory: Vaults) -> None:
    source = vault_factory("source.vault")
    ids = notes.fill(source)
    source.connection.run("UPDATE record SET data = '[]' WHERE id = ?", (ids[0],))
    source.connection.run("UPDATE record SET updated = 'yesterday' WHERE id = ?", (ids[1],))
    source.connection.run("UPDATE record SET data = '{\"mood\": 99}' WHERE id = ?", (ids[2],))
    source.close()
    vault = vault_factory("new.vault")
    assert _salvaged(source.path, vault, source) == 3
    assert {record.id for record in RecordStore(vault, kind()).each()} == set(ids[3:])


def test_opening_only_reads(vault_factory: Vaults) -> None:
    source = vault_factory("source.vault")
    RecordStore(source, kind()).add(Note(notes.at(), "x"))
    source.close()
    before = sorted((file.name, file.read_bytes()) for file in vault_factory.folder.iterdir())
    with Damaged.opened(source.path, None, source.path.with_name("scratch")) as opened:
        assert len(opened.records()[0]) == 1
    assert sorted((file.name, file.read_bytes()) for file in vault_factory.folder.iterdir()) == before
    assert isinstance(Connection(source.path, None), Connection)
