"""Reminders in a terminal: made, listed, paused; when they come; and brought up once, as cron would."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.reminders.words import texts
from tests.cli.conftest import Terminal
from tests.desktop.desktops import bus, dunst, dunstctl, screen, wait_until

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def add(terminal: Terminal, *words: str) -> str:
    """Make a reminder, a minute after the one before; returns its id."""
    terminal.clock.advance(timedelta(minutes=1))
    outcome = terminal("reminders", "add", *words)
    assert outcome.code == 0, outcome.err
    return outcome.out.strip()


def listed(terminal: Terminal) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = terminal("reminders", "list", "--json").records
    return records


def test_everything_that_was_given_is_kept(terminal: Terminal) -> None:
    record_id = add(
        terminal, " Call  Noa ", "--on", "Sunday", "--on", "wed", "--time", "9:15", "--time", "18:00", "--from",
        "2026-11-10", "--to", "2026-12-10", "--always", "--show-text", "--quiet", "23:00-06:00",
    )  # fmt: skip
    (record,) = listed(terminal)
    assert record == {
        "id": record_id,
        "at": "2026-11-08T20:41:00+01:00",
        "zone": "Europe/Berlin",
        "what": "own",
        "text": "Call Noa",
        "own_words": True,
        "rule": "weekdays",
        "times": ["09:15", "18:00"],
        "weekdays": ["wed", "sun"],
        "every": None,
        "month_day": None,
        "window": [],
        "per_day": None,
        "begin": "2026-11-10",
        "end": "2026-12-10",
        "quiet": ["23:00", "06:00"],
        "even_if_done": True,
        "off": False,
        "paused_until": "",
        "written_at": "2026-11-08T19:41:00+00:00",
        "updated_at": "2026-11-08T19:41:00+00:00",
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "mood", "--time", "20:00"), "How it is right now  every day at 20:00"),
        (("--for", "weekly", "--on", "sun", "--time", "18:00"), "A look at my week  Sundays at 18:00"),
        (("--for", "mood", "--every", "2", "--time", "8:00"), "every 2 days at 08:00, from 2026-11-08 on"),
        (("--for", "monthly", "--month-day", "last", "--time", "18:00"), "on the last day of the month at 18:00"),
        (("--for", "monthly", "--month-day", "3", "--time", "18:00"), "on day 3 of the month at 18:00"),
        (("Bake", "--once", "2026-12-24", "--time", "10:00"), "Bake  once, on 2026-12-24 at 10:00"),
        (
            ("--for", "mood", "--between", "10:00-18:00", "--times", "3", "--on", "sat"),
            "3 times by chance between 10:00 and 18:00, Saturdays",
        ),
    ],
)
def test_every_rule_can_be_made_and_is_told(terminal: Terminal, words: tuple[str, ...], said: str) -> None:
    record_id = add(terminal, *words)
    (line,) = terminal("reminders", "list").lines
    assert line.startswith(record_id[:13])
    assert line.endswith(said)


@pytest.mark.parametrize(
    ("words", "quiet"),
    [
        (("--time", "20:00"), ["22:00", "07:00"]),
        (("--time", "22:30"), []),
        (("--time", "20:00", "--quiet", "none"), []),
        (("--between", "9:00-21:00"), ["22:00", "07:00"]),
        (("--between", "18:00-23:00"), []),
    ],
)
def test_the_night_is_quiet_unless_a_time_was_chosen_in_it(
    terminal: Terminal, words: tuple[str, ...], quiet: list[str]
) -> None:
    add(terminal, "--for", "mood", *words)
    assert listed(terminal)[0]["quiet"] == quiet


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add",), 5, "what"),
        (("add", "--for", "mood"), 5, "times: it is missing"),
        (("add", "--for", "work", "--time", "8:00"), 5, "what"),
        (("add", "--for", "mood", "--time", "25:00"), 5, "“25:00” is no time of day"),
        (("add", "--for", "mood", "--time", "8:00", "--quiet", "7:00-9:00"), 5, "quiet hours"),
        (("add", "--for", "mood", "--time", "8:00", "--every", "often"), 5, "every: it should be a whole number"),
        (("add", "--for", "mood", "--between", "10:00"), 5, "window"),
        (("add", "--for", "own", "--time", "8:00"), 5, "text: it is missing"),
        (("add", "a", "b", "--time", "8:00"), 2, "one text"),
        (("add", "--for", "mood", "--time", "8:00", "--every", "2", "--on", "mon"), 2, "--on and --every"),
        (("add", "--for", "mood", "--time", "8:00", "--once", "someday"), 2, "someday"),
        (("add", "--for", "mood", "--time", "8:00", "--json"), 2, "--json does not belong"),
        (("list", "--time", "8:00"), 2, "--time does not belong"),
        (("list", "x"), 2, "no words of its own"),
        (("next", "--count", "many"), 2, "many"),
        (("next", "--count", "-1"), 2, "-1"),
        (("pause", "a", "b"), 2, "the id of one reminder"),
        (("pause", "0000"), 5, "0000"),
        (("pause", "--until", "soon"), 5, "“soon” is not a date or time"),
        (("delete",), 2, "ids of the reminders"),
        (("restore",), 2, "ids of the reminders"),
        (("bin", "x"), 2, "no words of its own"),
        (("tomorrow",), 2, "tomorrow"),
    ],
)
def test_what_makes_no_sense_changes_nothing(terminal: Terminal, words: tuple[str, ...], code: int, told: str) -> None:
    outcome = terminal("reminders", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert listed(terminal) == []


def test_the_next_ones_are_told_on_the_wall_clock(terminal: Terminal) -> None:
    mood = add(terminal, "--for", "mood", "--time", "21:00")
    add(terminal, "--for", "weekly", "--on", "tue", "--time", "9:00")
    assert terminal("reminders", "next", "--count", "4").lines == [
        "2026-11-08 21:00  How it is right now",
        "2026-11-09 21:00  How it is right now",
        "2026-11-10 09:00  A look at my week",
        "2026-11-10 21:00  How it is right now",
    ]
    assert len(terminal("reminders", "next").lines) == 5
    assert terminal("reminders", "next", "--count", "1", "--json").records == [
        {"at": "2026-11-08T21:00:00+01:00", "reminder": mood, "what": "mood"}
    ]
    assert terminal("reminders", "next", "--count", "0").out == ""


def test_one_is_paused_for_a_week_or_until_a_day(terminal: Terminal) -> None:
    record_id = add(terminal, "--for", "mood", "--time", "21:00")
    assert terminal("reminders", "pause", record_id[:13]).out == "Paused until 2026-11-15 20:41.\n"
    assert "paused until 2026-11-15 20:41" in terminal("reminders", "list").out
    assert terminal("reminders", "next", "--count", "1").lines == ["2026-11-15 21:00  How it is right now"]
    assert terminal("reminders", "pause", record_id, "--until", "2026-12-01").out == "Paused until 2026-12-01 00:00.\n"
    assert terminal("reminders", "resume", record_id).code == 0
    assert terminal("reminders", "next", "--count", "1").lines == ["2026-11-08 21:00  How it is right now"]


def test_all_are_paused_and_come_again(terminal: Terminal) -> None:
    add(terminal, "--for", "mood", "--time", "21:00")
    assert terminal("reminders", "pause", "--until", "2026-11-20T12:00").out == "Paused until 2026-11-20 12:00.\n"
    assert terminal("reminders", "list").lines[-1] == "All reminders are paused until 2026-11-20 12:00."
    assert terminal("reminders", "next", "--count", "1").lines == ["2026-11-20 21:00  How it is right now"]
    assert terminal("reminders", "resume").code == 0
    assert len(terminal("reminders", "list").lines) == 1


def test_what_is_deleted_comes_no_more_until_it_is_restored(terminal: Terminal) -> None:
    ids = [add(terminal, "--for", what, "--time", "21:00") for what in ("mood", "gratitude")]
    assert terminal("reminders", "delete", *ids).out.startswith("In the bin: 2.")
    assert listed(terminal) == []
    assert terminal("reminders", "next").out == ""
    assert {line[:13] for line in terminal("reminders", "bin").lines} == {record_id[:13] for record_id in ids}
    assert terminal("reminders", "pause", ids[0]).code == 5
    assert terminal("reminders", "restore", ids[0][:13]).out == "Restored: 1.\n"
    assert [record["id"] for record in listed(terminal)] == ids[:1]
    assert terminal("reminders", "restore", ids[0]).code == 5


# -- remind ------------------------------------------------------------------------------------------------------------


def test_what_is_due_is_brought_up_once_and_says_nothing_private(terminal: Terminal) -> None:
    add(terminal, "Call Noa", "--time", "21:00")
    add(terminal, "--for", "mood", "--time", "21:00")
    assert (terminal("remind", "--once").code, terminal("remind", "--once").out) == (0, "")
    terminal.clock.advance(HOUR)
    assert terminal("remind", "--once").out == "Time for a moment\n"
    assert terminal("remind", "--once").out == ""
    terminal.clock.advance(DAY)
    assert terminal("remind", "--once").out == "Time for a moment\n"


def test_ones_own_words_are_shown_where_that_was_wished_for(terminal: Terminal) -> None:
    add(terminal, "Call Noa", "--time", "21:00", "--show-text")
    terminal.clock.advance(HOUR)
    assert terminal("remind", "--once").out == "Call Noa\n"


def test_left_alone_it_asks_once_and_is_quiet_then(terminal: Terminal) -> None:
    add(terminal, "--for", "mood", "--time", "21:00", "--always")
    said = []
    terminal.clock.advance(HOUR)
    for _ in range(7):
        said.append(terminal("remind", "--once").out.strip())
        terminal.clock.advance(DAY)
    neutral = "Time for a moment"
    assert said == [neutral, neutral, neutral, texts()["asking"], "", "", ""]
    assert "resting" in terminal("reminders", "list").out


def test_it_stays_away_where_it_was_done(terminal: Terminal) -> None:
    add(terminal, "--for", "mood", "--time", "21:00")
    terminal.add("--mood", "3")
    terminal.clock.advance(HOUR)
    assert terminal("remind", "--once").out == ""


def test_where_the_desktop_has_notifications_it_is_one(terminal: Terminal, tmp_path: Path) -> None:
    add(terminal, "Call Noa", "--time", "21:00")
    terminal.clock.advance(HOUR)
    with bus() as address, screen() as display, dunst(address, display, tmp_path, choose="Open"):
        terminal.environment = {"DBUS_SESSION_BUS_ADDRESS": address}
        outcome = terminal("remind", "--once")
        assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
        wait_until(lambda: dunstctl(address, "count", "displayed") == "1", "it is shown")
    # It was brought up: with the desktop gone, it is not said once more.
    assert terminal("remind", "--once").out == ""


def test_it_only_looks_once(terminal: Terminal) -> None:
    outcome = terminal("remind")
    assert outcome.code == 2
    assert "--once" in outcome.err
