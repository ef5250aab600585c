"""The bin, for records of every kind: deleted, listed, brought back, emptied."""

from __future__ import annotations

import pytest

from attach_desktop import demo
from attach_desktop.changes import Changes
from attach_desktop.rooms import KINDS, AllRecords, title_of
from attach_desktop.vault.vault import Vault
from tests.cli.conftest import Terminal
from tests.support import NOW

NAMES = [kind.name for kind in KINDS]


@pytest.fixture
def ids(terminal: Terminal) -> dict[str, str]:
    """The id of one live record of each kind, by the name of its kind, in a vault full of them."""
    terminal.folder.mkdir(parents=True)
    vault = Vault.open(terminal.folder / "attach.vault", terminal.clock, Changes())
    demo.fill(vault, 200, 1, 3, NOW)
    found = {store.kind.name: store.newest(1)[0].id for store in AllRecords(vault).stores}
    vault.close()
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_record_of_any_kind_is_deleted_listed_and_brought_back(
    terminal: Terminal, ids: dict[str, str], name: str
) -> None:
    record_id = ids[name]
    assert terminal("delete", record_id).out.startswith("In the bin: 1.")
    again = terminal("delete", record_id)
    assert again.code == 5
    assert f"attach-desktop restore {record_id}" in again.err
    [line] = terminal("bin").lines
    assert line.startswith(record_id[:13])
    before, title, words = line.partition(title_of(name))
    assert title
    assert words.strip()
    assert "20" in before[13:], "when it was"
    [gone] = terminal("bin", "--json").records
    assert (gone["kind"], gone["record"]["id"]) == (name, record_id)
    assert gone["deleted_at"].startswith("2026-11-08T")
    assert terminal("restore", record_id).out == "Restored: 1.\n"
    assert terminal("bin").out == ""
    assert "is not in the bin" in terminal("restore", record_id).err


def test_every_kind_at_once_and_for_good(terminal: Terminal, ids: dict[str, str]) -> None:
    assert terminal("delete", *ids.values()).out.startswith(f"In the bin: {len(NAMES)}.")
    assert {gone["kind"] for gone in terminal("bin", "--json").records} == set(NAMES)
    assert terminal("restore", *ids.values()).out == f"Restored: {len(NAMES)}.\n"
    terminal("delete", *ids.values())
    assert terminal("bin", "--empty").out == f"Deleted for good: {len(NAMES)}.\n"
    assert terminal("bin", "--json").records == []
    assert terminal("restore", ids["gratitude"]).code == 5


def test_all_that_are_named_or_none_whatever_their_kinds(terminal: Terminal, ids: dict[str, str]) -> None:
    assert terminal("delete", ids["journal"], ids["reminders"], "zzz").code == 5
    assert terminal("bin").out == ""
    terminal("delete", ids["journal"])
    assert terminal("restore", ids["journal"], ids["reminders"]).code == 5
    assert len(terminal("bin").lines) == 1


def test_an_id_that_records_of_two_kinds_begin_with_is_told(terminal: Terminal) -> None:
    entry = terminal.add("--note", "found")
    item = terminal("gratitude", "add", "tea").out.strip()
    assert entry[:13] == item[:13], "the clock stands still"
    refused = terminal("delete", entry[:13])
    assert refused.code == 5
    assert "More than one" in refused.err
    terminal("delete", item)
    assert terminal("delete", entry[:13]).code == 0, "only one of them is left to be deleted"
    assert "More than one" in terminal("restore", entry[:13]).err
    assert terminal("restore", entry.upper()).out == "Restored: 1.\n"


def test_what_a_terminal_would_obey_is_not_shown_and_a_long_text_is_cut(terminal: Terminal) -> None:
    item = terminal("gratitude", "add", "\x1b[2Jgone\nand " + "very " * 50 + "long").out.strip()
    terminal("delete", item)
    [line] = terminal("bin").lines
    assert "\x1b" not in line
    assert line.endswith("…")
    assert len(line) < 150


def test_an_entry_in_the_bin_says_its_mood_and_its_words(terminal: Terminal) -> None:
    terminal("delete", terminal.add("--mood", "1", "--feeling", "afraid", "--note", "no answer"))
    assert "very unpleasant · afraid · no answer" in terminal("bin").out
