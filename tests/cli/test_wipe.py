"""Deleting for good on the command line: only with --yes, and it says what was deleted and what may remain."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Terminal


def _raw(terminal: Terminal) -> bytes:
    return b"".join(file.read_bytes() for file in terminal.folder.rglob("*") if file.is_file())


@pytest.mark.parametrize("words", [("person", "Noa"), ("days", "2026-11-01", "2026-11-30"), ("everything",)])
def test_without_yes_nothing_is_deleted(terminal: Terminal, words: tuple[str, ...]) -> None:
    terminal.add("--note", "safe", "--person", "Noa")
    refused = terminal("wipe", *words)
    assert refused.code == 5
    assert refused.out.startswith("Would be deleted or changed: 1.")
    assert terminal("list").out.count("safe") == 1


def test_a_record_of_any_kind_by_the_beginning_of_its_id(terminal: Terminal) -> None:
    entry = terminal.add("--note", "xylophonically")
    item = terminal("gratitude", "add", "marimbaphone").out.strip()
    assert b"xylophonically" in _raw(terminal)
    wiped = terminal("wipe", "record", entry[:20], "--yes")
    assert wiped.code == 0
    assert wiped.lines[0] == ("Deleted for good: 1 records, 0 former versions, 0 drafts, 0 backups. Changed: 0.")
    assert len(wiped.lines) == 3
    assert terminal("wipe", "record", item, "--yes").code == 0
    assert b"xylophonically" not in _raw(terminal)
    assert b"marimbaphone" not in _raw(terminal)


def test_an_id_that_nothing_has_is_told(terminal: Terminal) -> None:
    assert terminal("wipe", "record", "zzz", "--yes").code == 5


def test_a_person_with_or_without_the_records(terminal: Terminal) -> None:
    for note in ("one", "two"):
        terminal.add("--note", note, "--person", "Noa")
    terminal.add("--note", "Noa again")
    changed = terminal("wipe", "person", "noa", "--yes")
    assert "Changed: 2." in changed.lines[0]
    assert "texts of 1 records" in changed.out
    assert [record["people"] for record in terminal("list", "--json").records] == [[], [], []]
    terminal.add("--note", "three", "--person", "Noa")
    assert terminal("wipe", "person", "Noa", "--with-records", "--yes").lines[0].startswith("Deleted for good: 1")
    assert sorted(record["note"] for record in terminal("list", "--json").records) == ["Noa again", "one", "two"]


def test_days_and_their_backups(terminal: Terminal) -> None:
    terminal.add("--note", "xylophonically", "--at", "2026-11-02")
    terminal.add("--note", "kept", "--at", "2026-11-05")
    terminal("backup")
    wiped = terminal("wipe", "days", "2026-11-01", "2026-11-03", "--backups", "--yes")
    assert wiped.lines[0].startswith("Deleted for good: 1 records")
    assert ", 1 backups" in wiped.lines[0]
    assert b"xylophonically" not in _raw(terminal)
    assert len(list((terminal.folder / "backups").iterdir())) == 1


@pytest.mark.parametrize(
    "words",
    [("days", "2026-11-01"), ("days", "2026-11-03", "2026-11-01"), ("days", "soon", "later"), ("everything", "x"), ()],
)
def test_what_is_not_understood_is_told(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal("wipe", *words, "--yes").code == 2


def test_everything(terminal: Terminal) -> None:
    terminal.add("--note", "xylophonically")
    terminal("backup")
    (terminal.folder / "letter.txt").write_text("mine")
    kept = terminal("wipe", "everything", "--yes")
    assert (kept.code, kept.lines[0]) == (0, "Files deleted: 1.")
    assert "The backups still hold" in kept.out
    assert terminal("wipe", "everything", "--backups", "--yes").code == 0
    assert {file.name for file in terminal.folder.rglob("*")} == {"letter.txt", "log"}
