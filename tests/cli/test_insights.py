from __future__ import annotations

import pytest

from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.words import Words
from tests.cli.conftest import Terminal

TITLES = [Words().title(name) for name in CARDS]


def test_every_card_is_printed_also_where_there_is_nothing(terminal: Terminal) -> None:
    outcome = terminal("insights")
    assert (outcome.code, outcome.err) == (0, "")
    assert [line for line in outcome.lines if line and not line.startswith(" ")] == TITLES


def test_it_prints_what_was_counted(terminal: Terminal) -> None:
    for day, mood in enumerate((1, 5, 2, 4, 3, 3, 4), start=1):
        terminal.add("--mood", str(mood), "--at", f"2026-11-0{day}T20:00")
    lines = terminal("insights", "--from", "2026-11-01", "--to", "2026-11-07", "--card", "mood").lines
    assert lines[:2] == ["Mood over time", "  Usually 3 of 5 (in between), on 7 of 7 days."]
    how = terminal("insights", "--from", "2026-11-01", "--to", "2026-11-07", "--card", "mood", "--how").lines
    assert how[: len(lines)] == lines
    assert any("Lehmann 1975" in line for line in how)


def test_the_numbers_are_json(terminal: Terminal) -> None:
    terminal.add("--mood", "2", "--trigger", "Silence", "--person", "Sam")
    terminal.add("--mood", "5")
    records = terminal("insights", "--json", "--person", "sam", "--period", "all").records
    assert [card["card"] for card in records] == list(CARDS)
    assert records[0]["basis"]["entries"] == 1
    assert records[0]["days"][0]["median"] == 2


@pytest.mark.parametrize(
    ("words", "begin", "end"),
    [
        ((), "2026-08-11", "2026-11-08"),
        (("--period", "weeks"), "2026-10-26", "2026-11-08"),
        (("--period", "all"), "2026-10-05", "2026-11-08"),
        (("--from", "2026-11-01"), "2026-11-01", "2026-11-08"),
        (("--to", "2026-11-01"), "2026-10-05", "2026-11-01"),
        (("--to", "2020-01-01"), "2020-01-01", "2020-01-01"),
        (("--from", "2030-01-01"), "2030-01-01", "2030-01-01"),
    ],
)
def test_days_left_open_go_as_far_as_the_entries(
    terminal: Terminal, words: tuple[str, ...], begin: str, end: str
) -> None:
    terminal.add("--mood", "2", "--at", "2026-10-05T10:00")
    [card] = terminal("insights", "--json", "--card", "mood", *words).records
    assert (card["basis"]["from"], card["basis"]["to"]) == (begin, end)


def test_days_to_come_are_told_as_such(terminal: Terminal) -> None:
    assert "These days are still to come." in terminal("insights", "--from", "2030-01-01", "--card", "mood").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--card", "forecast"), "there is no card called “forecast”"),
        (("--period", "decade"), "decade"),
        (("--period", "all", "--from", "2026-01-01"), "do not go together"),
        (("--from", "2026-02-02", "--to", "2026-01-01"), "2026-02-02"),
        (("--person", "a\udcff"), "not text"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    outcome = terminal("insights", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
