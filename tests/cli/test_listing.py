"""Finding entries."""

from __future__ import annotations

import io
import json
from datetime import timedelta

import pytest

from attach_desktop import cli
from tests.cli.conftest import Terminal


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    """Five entries, a day apart, the last one today."""
    for at, words in (
        ("2026-11-04T09:00", "--mood 1 --feeling afraid --person Noa --note long|call"),
        ("2026-11-05T09:00", "--mood 2 --feeling sad --tag choir --note Grüße|aus|Köln"),
        ("2026-11-06T09:00", "--mood 3 --trigger silence --coping walk --happened quiet|evening"),
        ("2026-11-07", "--mood 4 --feeling sad --for-session --note 世界は広い"),
        ("2026-11-08T01:30", "--mood 5 --body warm --private --note late|at|night"),
    ):
        terminal.add(*(word.replace("|", " ") for word in words.split()), "--at", at)
    return terminal


def _moods(terminal: Terminal, *words: str) -> list[int]:
    outcome = terminal("list", "--json", *words)
    assert outcome.code == 0, outcome.err
    return [record["mood"] for record in outcome.records]


@pytest.mark.parametrize(
    ("words", "moods"),
    [
        ((), [5, 4, 3, 2, 1]),
        (("--limit", "2"), [5, 4]),
        (("--limit", "0"), []),
        (("--from", "2026-11-06"), [5, 4, 3]),
        (("--to", "2026-11-05"), [2, 1]),
        (("--from", "2026-11-07", "--to", "2026-11-07"), [5, 4]),  # half past one still belongs to the day before
        (("--mood", "2-3"), [3, 2]),
        (("--mood", "4"), [4]),
        (("--feeling", "Sad"), [4, 2]),
        (("--feeling", "sad", "--tag", "choir"), [2]),
        (("--person", "noa"), [1]),
        (("--trigger", "silence"), [3]),
        (("--coping", "walk"), [3]),
        (("--body", "warm"), [5]),
        (("--for-session",), [4]),
        (("--private",), [5]),
        (("--search", "Gruße koln"), [2]),
        (("--search", "世界"), [4]),
        (("--search", "eve qui"), [3]),
        (("--search", "no such word"), []),
        (("--search", "%"), []),
        (("--search", '"'), []),
        (("--search", "a", "--mood", "5"), [5]),
    ],
)
def test_entries_are_found(filled: Terminal, words: tuple[str, ...], moods: list[int]) -> None:
    assert _moods(filled, *words) == moods


def test_each_entry_is_one_readable_line(filled: Terminal) -> None:
    lines = filled("list").lines
    assert len(lines) == 5
    assert "2026-11-08 01:30" in lines[0]
    assert "very pleasant" in lines[0]
    assert "2026-11-07  " in lines[1], "a date without a time"
    assert "sad · Grüße aus Köln" in lines[3]
    record_id = filled("list", "--json").records[0]["id"]
    assert lines[0].startswith(record_id[:13])


def test_a_found_line_shows_the_words_that_were_found(terminal: Terminal) -> None:
    terminal.add("--note", "word " * 100 + "lighthouse " + "word " * 100)
    assert "lighthouse" in terminal("list", "--search", "lightho").out


def test_an_entry_of_many_lines_is_still_one_line(terminal: Terminal) -> None:
    terminal.add("--note", "one\r\ntwo\u2028three\n", "--feeling", "a\tb")
    assert len(terminal("list").out.split("\n")) == 2


def test_the_json_is_a_list_with_one_record_a_line(filled: Terminal) -> None:
    lines = filled("list", "--json").lines
    assert (lines[0], lines[-1]) == ("[", "]")
    assert json.loads(lines[1].removesuffix(","))["mood"] == 5
    assert filled("list", "--json", "--search", "no such word").records == []


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_utf_8_gets_what_it_can_show(filled: Terminal, encoding: str) -> None:
    shown = filled("list", encoding=encoding)
    assert shown.code == 0
    assert "?" in shown.out
    records = filled("list", "--json", encoding=encoding).records
    assert records[1]["note"] == "世界は広い", "JSON loses nothing"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "2026-02-30"), "“2026-02-30” after --from is not a day that exists"),
        (("--to", "yesterday"), "--to"),
        (("--from", "2026-02-02", "--to", "2026-02-01"), "2026-02-01"),
        (("--mood", "6"), "range of moods"),
        (("--mood", "3-1"), "range of moods"),
        (("--mood", "2-"), "range of moods"),
        (("--mood", "-2"), "range of moods"),
        (("--limit", "-1"), "--limit"),
        (("--limit", "many"), "--limit"),
        (("--search", "\udcff"), "not text"),
        (("--feeling", "\udcff"), "not text"),
    ],
)
def test_what_cannot_be_looked_for_is_told(filled: Terminal, words: tuple[str, ...], told: str) -> None:
    outcome = filled("list", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_person_at_a_terminal_is_told_that_there_is_nothing(terminal: Terminal) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    def shown(*words: str) -> str:
        screen = Screen()
        argv = ("--data-dir", str(terminal.folder), *words)
        assert cli.run(argv, io.StringIO(), screen, io.StringIO(), {}, terminal.clock) == 0
        return screen.getvalue()

    assert "no entries yet" in shown("list")
    assert "bin is empty" in shown("bin")
    terminal.add("--mood", "1")
    assert "No entry matches" in shown("list", "--mood", "5")
    assert len(shown("list").splitlines()) == 1


def test_more_entries_than_fit_on_a_page_are_listed_once_each(terminal: Terminal) -> None:
    from attach_desktop.changes import Changes
    from attach_desktop.clock import Moment
    from attach_desktop.journal.entry import Entry
    from attach_desktop.journal.store import JournalStore
    from attach_desktop.vault.vault import Vault

    terminal("list")
    vault = Vault.open(terminal.folder / "attach.vault", terminal.clock, Changes())
    store = JournalStore(vault)
    with store.together():
        for _ in range(1100):
            terminal.clock.advance(timedelta(minutes=1))
            store.add(Entry(at=Moment.now(terminal.clock), mood=3))
    vault.close()
    records = terminal("list", "--json").records
    assert len({record["id"] for record in records}) == len(records) == 1100
    assert terminal("list", "--json", "--limit", "700").records == records[:700]
