"""Gratitude in a terminal: added, listed, put in the bin and taken out; what makes no sense changes nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta

import pytest

from attach_desktop import cli
from attach_desktop.changes import Changes
from attach_desktop.gratitude.lists import Lists
from attach_desktop.vault.vault import Vault
from tests.cli.conftest import Outcome, Terminal


def arrange(terminal: Terminal, act: Callable[[Lists], object]) -> None:
    """Change the lists as the window would."""
    terminal.folder.mkdir(exist_ok=True)
    vault = Vault.open(terminal.folder / "attach.vault", terminal.clock, Changes())
    act(Lists(vault))
    vault.close()


def add(terminal: Terminal, *words: str) -> str:
    """Add an item, a minute after the one before; returns its id."""
    terminal.clock.advance(timedelta(minutes=1))
    outcome = terminal("gratitude", "add", *words)
    assert outcome.code == 0, outcome.err
    return outcome.out.strip()


def listed(terminal: Terminal, *words: str) -> list[str]:
    return [str(record["text"]) for record in terminal("gratitude", "list", "--json", *words).records]


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """Four items in three lists, one of them the person's own."""
    arrange(terminal, lambda lists: lists.add("The choir"))
    add(terminal, "Tea on the roof", "--at", "2026-11-01T08:00", "--person", "Noa", "--person", "Ida")
    add(terminal, "I slept", "--list", "myself", "--why", "It used to be rare.", "--at", "2026-11-03")
    add(terminal, "Soup", "--list", "the CHOIR", "--person", "noa", "--at", "2026-11-05")
    add(terminal, "静かな夜", "--list", "my partner")
    return terminal


def test_everything_that_was_given_is_kept(terminal: Terminal) -> None:
    words = ("--why", "warm", "--list", "myself", "--person", "Noa", "--person", "Ida", "--at", "2026-11-01T08:00")
    record_id = add(terminal, " Tea ", *words)
    (record,) = terminal("gratitude", "list", "--json").records
    assert record == {
        "id": record_id,
        "at": "2026-11-01T08:00:00+01:00",
        "zone": "Europe/Berlin",
        "text": "Tea",
        "why": "warm",
        "list": "myself",
        "people": ["Noa", "Ida"],
        "order": "",
        "written_at": "2026-11-08T19:41:00+00:00",
        "updated_at": "2026-11-08T19:41:00+00:00",
    }


def test_a_text_alone_is_of_now_and_of_anything(terminal: Terminal) -> None:
    add(terminal, "Tea")
    (record,) = terminal("gratitude", "list", "--json").records
    assert (record["at"], record["list"]) == ("2026-11-08T20:41:00+01:00", "anything")


def test_a_text_comes_from_standard_input(terminal: Terminal) -> None:
    assert terminal("gratitude", "add", "-", "--list", "myself", typed="tea\r\n☕\n".encode()).code == 0
    assert listed(terminal) == ["tea\n☕"]
    assert terminal("gratitude", "add", "-", typed=b"\xff").code == 5
    assert terminal("gratitude", "add", "-", typed=b"x" * 20_000).code == 5
    assert listed(terminal) == ["tea\n☕"]


def test_a_line_says_when_which_list_and_what(filled: Terminal) -> None:
    lines = filled("gratitude", "list").lines
    assert [line[15:] for line in lines] == [
        "2026-11-08 20:44  My partner  静かな夜",
        "2026-11-05        The choir  Soup",
        "2026-11-03        Myself  I slept",
        "2026-11-01 08:00  Anything  Tea on the roof",
    ]


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (("--list", "myself"), ["I slept"]),
        (("--list", "Shared memories"), []),
        (("--from", "2026-11-03", "--to", "2026-11-05"), ["Soup", "I slept"]),
        (("--search", "tea"), ["Tea on the roof"]),
        (("--search", "rare"), ["I slept"]),
        (("--search", "夜"), ["静かな夜"]),
        (("--person", "NOA"), ["Soup", "Tea on the roof"]),
        (("--person", "noa", "--person", "ida"), ["Tea on the roof"]),
        (("--limit", "1"), ["静かな夜"]),
        (("--limit", "0"), []),
        (("--list", "The choir", "--search", "tea"), []),
    ],
)
def test_items_are_found(filled: Terminal, words: tuple[str, ...], texts: list[str]) -> None:
    assert listed(filled, *words) == texts


def test_a_line_shows_what_was_found(filled: Terminal) -> None:
    assert filled("gratitude", "list", "--search", "rare").lines[0].endswith("Myself  It used to be rare.")
    assert filled("gratitude", "list", "--search", "slept").lines[0].endswith("Myself  I slept")


def test_hidden_lists_are_left_out_unless_they_are_named(filled: Terminal) -> None:
    arrange(filled, lambda lists: lists.hide("partner"))
    assert listed(filled, "--limit", "2") == ["Soup", "I slept"]
    assert listed(filled, "--list", "my partner") == ["静かな夜"]
    add(filled, "More soup", "--list", "partner")
    assert listed(filled, "--list", "partner") == ["More soup", "静かな夜"]


def test_what_a_terminal_would_obey_is_not_shown(terminal: Terminal) -> None:
    arrange(terminal, lambda lists: lists.add("\x1b[31mred"))
    add(terminal, "\x1b[2Jgone\nand more", "--list", "\x1b[31mred")
    (line,) = terminal("gratitude", "list").lines
    assert "\x1b" not in line
    assert line.endswith("gone and more")


# -- bin ---------------------------------------------------------------------------------------------------------------


def test_items_go_into_the_bin_and_come_back(filled: Terminal) -> None:
    soup, tea = (line.split()[0] for line in filled("gratitude", "list", "--person", "noa").lines)
    told = filled("gratitude", "delete", soup, tea)
    assert told.code == 0
    assert "In the bin: 2" in told.out
    assert "attach-desktop gratitude restore" in told.out
    assert listed(filled) == ["静かな夜", "I slept"]
    assert {line.split()[0] for line in filled("gratitude", "bin").lines} == {soup, tea}
    assert {line.split()[0] for line in filled("bin").lines} == {soup, tea}
    assert "Restored: 2" in filled("gratitude", "restore", soup, tea).out
    assert len(listed(filled)) == 4
    assert filled("gratitude", "bin").out == ""


def test_all_that_are_named_or_none(filled: Terminal) -> None:
    soup = filled("gratitude", "list", "--search", "soup").out.split()[0]
    outcome = filled("gratitude", "delete", soup, "zzz")
    assert (outcome.code, outcome.out) == (5, "")
    assert len(listed(filled)) == 4
    outcome = filled("gratitude", "restore", soup)
    assert outcome.code == 5
    assert "attach-desktop gratitude bin" in outcome.err
    filled("gratitude", "delete", soup)
    outcome = filled("gratitude", "delete", soup)
    assert outcome.code == 5
    assert f"attach-desktop gratitude restore {soup}" in outcome.err


def test_an_entry_of_the_journal_is_none_of_these(filled: Terminal) -> None:
    entry = filled.add("--note", "tea")
    assert filled("gratitude", "delete", entry).code == 5
    filled("delete", entry)
    assert filled("gratitude", "bin").out == ""
    assert filled("gratitude", "restore", entry).code == 5


# -- what makes no sense -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("",), "text: it is missing"),
        ((" \t",), "text: it is blank"),
        (("x" * 20_000,), "text: it is longer than 5000"),
        (("tea", "--why", "x" * 20_000), "why: it is longer than 5000"),
        (("tea", "--list", "garden"), "list: it should be one of Myself, My partner"),
        (("tea", "--list", ""), "list: it should be one of"),
        (("tea", "--person", " "), "people: one of its words is blank"),
        (("tea", "--at", "2026-02-30"), "at: “2026-02-30”"),
        (("tea", "--at", ""), "at: "),
        (("bad\udcff",), "text: it holds bytes"),
        (("", "--why", "x" * 20_000), "why: it is longer than 5000 characters; text: it is missing"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    outcome = terminal("gratitude", "add", *words)
    assert (outcome.code, outcome.out) == (5, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert listed(terminal) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "add|list|delete|bin|restore"),
        (("keep", "tea"), "keep"),
        (("add",), "one text"),
        (("add", "tea", "soup"), "one text"),
        (("add", "tea", "--limit", "1"), "--limit does not belong to “gratitude add”"),
        (("add", "tea", "--json"), "--json"),
        (("list", "tea"), "“gratitude list” takes no words"),
        (("list", "--why", "warm"), "--why"),
        (("list", "--at", "2026-11-01"), "--at"),
        (("list", "--limit", "-1"), "--limit"),
        (("list", "--limit", "some"), "--limit"),
        (("list", "--from", "2026-02-30"), "--from"),
        (("list", "--from", "2026-02-02", "--to", "2026-02-01"), "begins on"),
        (("list", "--search", "bad\udcff"), "not text"),
        (("list", "--person", "bad\udcff"), "not text"),
        (("bin", "tea"), "“gratitude bin” takes no words"),
        (("bin", "--list", "myself"), "--list"),
        (("delete",), "“gratitude delete” takes the ids"),
        (("restore",), "“gratitude restore” takes the ids"),
        (("restore", "abc", "--list", "myself"), "--list"),
    ],
)
def test_what_is_not_understood_is_told(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    outcome = terminal("gratitude", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (terminal.folder / "attach.vault").exists()


def test_a_list_that_does_not_exist_is_told_when_listing_too(filled: Terminal) -> None:
    outcome = filled("gratitude", "list", "--list", "garden")
    assert (outcome.code, outcome.out) == (5, "")
    assert "The choir" in outcome.err


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def _on_screen(terminal: Terminal, *words: str) -> str:
    out = _Screen()
    argv = ("--data-dir", str(terminal.folder), "gratitude", *words)
    assert cli.run(argv, io.StringIO(), out, io.StringIO(), {}, terminal.clock) == 0
    return out.getvalue()


def test_somebody_at_the_screen_is_told_that_there_is_nothing(terminal: Terminal) -> None:
    assert "writes the first line" in _on_screen(terminal, "list")
    assert "Nothing matches" in _on_screen(terminal, "list", "--search", "tea")
    assert "Nothing of these lists is in the bin" in _on_screen(terminal, "bin")
    add(terminal, "tea")
    assert _on_screen(terminal, "list").count("\n") == 1
    assert _on_screen(terminal, "list", "--limit", "0") == ""
    assert terminal("gratitude", "bin") == Outcome(0, "", "")


# -- out and in again --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_items_leave_and_come_back_as_they_were(filled: Terminal, ending: str) -> None:
    before = filled("gratitude", "list", "--json").records
    file = str(filled.folder.with_name(f"all.{ending}"))
    assert filled("export", file, *(("--kind", "gratitude") if ending == "csv" else ())).code == 0
    elsewhere = Terminal(filled.folder.with_name("elsewhere"), filled.clock)
    assert "Added: 5" in elsewhere("import", file).out or ending == "csv"
    assert elsewhere("gratitude", "list", "--json").records == before
    names = [line[33:].split("  ")[0] for line in elsewhere("gratitude", "list").lines]
    choir = "The choir" if ending == "json" else "the-choir"
    assert names == ["My partner", choir, "Myself", "Anything"]
