"""Backups on the command line: made, listed, checked, restored; the present vault is always kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """A terminal on a vault with two entries."""
    terminal.add("--note", "first")
    terminal.add("--note", "second")
    return terminal


def _backups(terminal: Terminal) -> list[Path]:
    return sorted((terminal.folder / "backups").glob("*.vault"))


def _notes(terminal: Terminal) -> list[str]:
    return sorted(record["note"] for record in terminal("list", "--json").records)


def test_a_backup_is_made_listed_and_checked(filled: Terminal) -> None:
    made = filled("backup")
    (file,) = _backups(filled)
    assert (made.code, made.out) == (0, f"Backed up and read back: {file}. Records: 2.\n")
    (line,) = filled("backups").lines
    assert line.startswith(f"2026-11-08 20:40  {file.name}  ")
    assert line.endswith("not encrypted, records: 2")
    assert filled("backups", "--check").lines[0].endswith("not encrypted, sound, records: 2")
    assert filled("backups", "--json").records == [
        {
            "name": file.name,
            "path": str(file),
            "made": "2026-11-08T20:40:00",
            "reason": "by-hand",
            "size": file.stat().st_size,
            "encrypted": False,
            "records": 2,
            "state": "unchecked",
        }
    ]


def test_a_damaged_backup_is_told_and_restoring_it_changes_nothing(filled: Terminal) -> None:
    filled("backup")
    (file,) = _backups(filled)
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    checked = filled("backups", "--check", "--json")
    assert (checked.code, checked.records[0]["state"]) == (4, "damaged")
    refused = filled("restore", file.name)
    assert (refused.code, refused.out) == (4, "")
    assert _notes(filled) == ["first", "second"]


@pytest.mark.parametrize("by", ["name", "path"])
def test_a_backup_is_restored_and_the_present_vault_is_kept(by: str, filled: Terminal) -> None:
    filled("backup")
    (file,) = _backups(filled)
    filled.add("--note", "third")
    restored = filled("restore", file.name if by == "name" else str(file))
    kept = filled.folder / "attach-20261108-204000-before-restore.vault"
    assert (restored.code, restored.lines) == (
        0,
        ["Restored. Records in the vault now: 2.", f"The vault from before is kept: {kept}."],
    )
    assert _notes(filled) == ["first", "second"]
    assert filled("restore", str(kept)).code == 0
    assert _notes(filled) == ["first", "second", "third"]


def test_restore_still_takes_entries_out_of_the_bin(filled: Terminal) -> None:
    record = filled.add("--note", "third")
    filled("delete", record)
    assert filled("restore", record[:13]).out == "Restored: 1.\n"


@pytest.mark.parametrize("given", ["20261108-204000-daily-00000000.vault", "./nothing", "no/such/file"])
def test_a_backup_that_is_not_there_is_told(filled: Terminal, given: str) -> None:
    refused = filled("restore", given)
    assert (refused.code, refused.out) == (5, "")
    assert refused.err.count("\n") == 1


def test_a_file_that_is_no_backup_is_refused(filled: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "letter.vault"
    file.write_bytes(b"Dear diary, " * 1000)
    assert filled("restore", str(file)).code in (3, 4)
    assert _notes(filled) == ["first", "second"]


def test_a_copy_can_be_written_anywhere(filled: Terminal, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert filled("backup", str(stick)).code == 0
    assert [file.name for file in stick.iterdir()] == ["20261108-204000-by-hand.vault"]
    assert filled("backup", str(stick / "mine.vault")).code == 0
    assert filled("backup", str(stick / "mine.vault")).code == 0
    assert not (filled.folder / "backups").exists()
    filled.add("--note", "third")
    filled("restore", str(stick / "mine.vault"))
    assert _notes(filled) == ["first", "second"]


def test_a_backup_onto_the_vault_itself_is_refused(filled: Terminal) -> None:
    assert filled("backup", str(filled.folder / "attach.vault")).code == 5
    assert _notes(filled) == ["first", "second"]


def test_a_folder_that_is_away_is_told(filled: Terminal, tmp_path: Path) -> None:
    refused = filled("backup", str(tmp_path / "away" / "mine.vault"))
    assert (refused.code, refused.out) == (7, "")
    assert refused.err.count("\n") == 1


def test_an_import_is_preceded_by_a_backup(filled: Terminal, tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    filled("export", str(export))
    document = json.loads(export.read_text("utf-8"))
    document["journal"] = [{**record, "id": f"x{number}"} for number, record in enumerate(document["journal"])]
    export.write_text(json.dumps(document), "utf-8")
    assert filled("import", str(export), "--dry-run").code == 0
    assert _backups(filled) == []
    assert filled("import", str(export)).code == 0
    (file,) = _backups(filled)
    assert "before-import" in file.name
    filled("restore", file.name)
    assert _notes(filled) == ["first", "second"]


def test_a_damaged_vault_is_recovered_as_far_as_it_goes(terminal: Terminal) -> None:
    terminal("demo", "--entries", "300")
    terminal("backup")
    assert terminal("recover").out.startswith("The vault is sound.")
    vault = terminal.folder / "attach.vault"
    content = bytearray(vault.read_bytes())
    half = len(content) // 2 // 4096 * 4096
    content[half : half + 40_960] = b"\xaa" * 40_960
    vault.write_bytes(content)
    assert terminal("check").code == 4
    recovered = terminal("recover")
    assert recovered.code == 0, recovered.err
    assert recovered.lines[1].endswith("attach-20261108-204000-damaged.vault.")
    assert "The newest sound backup is 2026" in recovered.lines[2]
    assert (terminal.folder / "attach-20261108-204000-damaged.vault").read_bytes() == content
    assert terminal("check").code == 0
    assert 100 < len(terminal("list").lines) <= 300
    # All of it is in the backup.
    (file,) = _backups(terminal)
    assert terminal("restore", file.name).code == 0
    assert len(terminal("list").lines) == 300


def test_where_nothing_can_be_read_the_backup_is_named(filled: Terminal) -> None:
    filled("backup")
    vault = filled.folder / "attach.vault"
    damaged = b"SQLite format 3\0" + b"\xff" * 8176
    vault.write_bytes(damaged)
    told = filled("recover")
    assert told.code == 4
    assert "The newest sound backup" in told.out
    assert vault.read_bytes() == damaged


def test_no_vault_is_told(terminal: Terminal) -> None:
    for words in (("recover",), ("passphrase", "remove")):
        refused = terminal(*words)
        assert refused.code == 7
        assert "There is no vault" in refused.err
