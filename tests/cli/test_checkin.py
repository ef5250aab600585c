"""Check-ins in a terminal: added, listed, and what the forms ask."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.changes import Changes
from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.checkins.questions import Forms
from attach_desktop.vault.vault import Vault
from tests.cli.conftest import Terminal


def add(terminal: Terminal, *words: str) -> str:
    outcome = terminal("checkin", "add", *words)
    assert outcome.code == 0, outcome.err
    return outcome.out.strip()


def listed(terminal: Terminal, *words: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = terminal("checkin", "list", "--json", *words).records
    return records


def test_what_was_said_is_kept_with_what_was_asked_and_counted(terminal: Terminal) -> None:
    terminal.add("--mood", "3")
    record_id = add(terminal, "--answer", "calm=7", "--answer", " alone = 0", "--text", "try=A walk = good")
    (record,) = listed(terminal)
    assert (record["id"], record["form"], record["begin"], record["end"]) == (
        record_id, "weekly", "2026-11-02", "2026-11-08",
    )  # fmt: skip
    values = {answer["question"]: answer["value"] for answer in record["answers"]}
    assert values == {question.id: None for question in built_in("weekly").scales} | {"calm": 7, "alone": 0}
    assert record["answers"][0]["asked"] == built_in("weekly").scales[0].text
    assert [text["text"] for text in record["texts"]] == ["", "", "A walk = good"]
    assert record["counts"] == [
        {"what": "journal", "number": 1}, {"what": "moods", "number": 1}, {"what": "days", "number": 1},
    ]  # fmt: skip


def test_a_line_says_when_which_form_and_the_points(terminal: Terminal) -> None:
    first = add(terminal, "--answer", "calm=7", "--answer", "alone=4")
    terminal.clock.advance(timedelta(days=1))
    second = add(terminal, "--form", "monthly", "--text", "changed=Tea")
    assert terminal("checkin", "list").lines == [
        f"{second[:13]}  2026-11-09 20:40  A look at my month",
        f"{first[:13]}  2026-11-08 20:40  A look at my week  Calm 7 · On my own 4",
    ]


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ((), ["monthly", "weekly"]),
        (("--form", "weekly"), ["weekly"]),
        (("--search", "te"), ["monthly"]),
        (("--from", "2026-11-09"), ["monthly"]),
        (("--to", "2026-11-08"), ["weekly"]),
        (("--limit", "1"), ["monthly"]),
        (("--form", "together"), []),
    ],
)
def test_check_ins_are_found(terminal: Terminal, words: tuple[str, ...], forms: list[str]) -> None:
    add(terminal, "--answer", "calm=7")
    terminal.clock.advance(timedelta(days=1))
    add(terminal, "--form", "monthly", "--text", "changed=Tea")
    assert [record["form"] for record in listed(terminal, *words)] == forms


@pytest.mark.parametrize("form", FORMS)
def test_the_questions_are_told_with_their_names(terminal: Terminal, form: str) -> None:
    lines = terminal("checkin", "questions", "--form", form).lines
    assert [line.split()[0] for line in lines] == [question.id for question in built_in(form).questions]
    assert all(question.text in line for question, line in zip(built_in(form).questions, lines, strict=True))


def test_questions_are_those_of_the_person(terminal: Terminal) -> None:
    terminal.folder.mkdir()
    vault = Vault.open(terminal.folder / "attach.vault", terminal.clock, Changes())
    forms = Forms(vault)
    forms.hide("weekly", "calm")
    forms.reword("weekly", "alone", "How well could I be with myself?")
    vault.close()
    told = terminal("checkin", "questions").out
    assert "How calm" not in told
    assert "How well could I be with myself?" in told
    add(terminal, "--answer", "alone=5")
    assert listed(terminal)[0]["answers"][2]["wording"] == 101
    assert "How well could I be with myself? 5" in terminal("checkin", "list").out
    assert terminal("checkin", "add", "--answer", "calm=5").code == 5


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add",), 2, "one answer or one text"),
        (("add", "--text", "try= "), 2, "one answer or one text"),
        (("add", "--answer", "calm"), 5, "“calm” is not a name and a value"),
        (("add", "--answer", "calm=11"), 5, "11 is not between 0 and 10"),
        (("add", "--answer", "calm=high"), 5, "whole number"),
        (("add", "--answer", "clam=5"), 5, "one of calm"),
        (("add", "--answer", "calm=5", "--answer", "calm=6"), 5, "given twice"),
        (("add", "--text", "calm=5"), 5, "one of experience"),
        (("add", "--form", "yearly", "--answer", "calm=5"), 5, "weekly, monthly, together"),
        (("add", "--json", "--answer", "calm=5"), 2, "--json does not belong"),
        (("list", "--answer", "calm=5"), 2, "--answer does not belong"),
        (("questions", "--search", "x"), 2, "--search does not belong"),
        (("list", "--limit", "x"), 2, "--limit"),
    ],
)
def test_what_makes_no_sense_changes_nothing(terminal: Terminal, words: tuple[str, ...], code: int, told: str) -> None:
    outcome = terminal("checkin", *words)
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert listed(terminal) == []
