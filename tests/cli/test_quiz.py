"""Listing the takes, and looking a questionnaire's file over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from attach_desktop import resources
from attach_desktop.changes import Changes
from attach_desktop.quiz.shelf import FOLDER
from attach_desktop.quiz.store import QuizStore
from attach_desktop.vault.vault import Vault
from tests.cli.conftest import Terminal
from tests.quiz.samples import small, take_of


def keep(terminal: Terminal, *answers: list[int | None], **fields: Any) -> list[str]:
    """Keep takes as the window would; returns their ids."""
    terminal.folder.mkdir(exist_ok=True)
    vault = Vault.open(terminal.folder / "attach.vault", terminal.clock, Changes())
    ids = [QuizStore(vault).add(take_of(given, **fields)).id for given in answers]
    vault.close()
    return ids


def own(terminal: Terminal, name: str, content: Any) -> Path:
    """Put a questionnaire into the folder for them."""
    folder = terminal.folder / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_an_empty_list_names_the_questionnaires_at_hand(terminal: Terminal) -> None:
    outcome = terminal("quiz", "list")
    assert outcome.code == 0
    assert "No takes" in outcome.lines[0]
    assert "attach-16" in outcome.out


def test_takes_are_listed_newest_first_with_their_figures(terminal: Terminal) -> None:
    first, second = keep(terminal, [4] * 16, [7, 1, 1, None] * 4, lens="partner", alias="Noa\nB.")
    lines = terminal("quiz", "list").lines
    assert [line.split()[0] for line in lines[1:3]] == [second[:13], first[:13]]
    assert "partner (Noa B.)" in lines[1]
    assert "Attachment anxiety 7.00  Attachment avoidance –" in lines[1]


def test_takes_are_listed_as_documented_records(terminal: Terminal) -> None:
    (kept,) = keep(terminal, [7, 1, 1, 7] * 4)
    own(terminal, "mine.json", small())
    own(terminal, "faulty.json", "{")
    listed = terminal("quiz", "list", "--json").records
    (take,) = listed["takes"]
    assert take["id"] == kept
    assert take["answers"] == [7, 1, 1, 7] * 4
    assert take["scores"]["means"] == {"anxiety": 7, "avoidance": 1}
    assert (take["scores"]["band"], take["scores"]["nearest"]) == ("clear", ["preoccupied"])
    assert [(one["id"], one["own"]) for one in listed["questionnaires"]] == [("attach-16", False), ("small", True)]
    assert [one["file"] for one in listed["broken"]] == ["faulty.json"]


def test_a_take_whose_questionnaire_is_gone_is_listed_all_the_same(terminal: Terminal) -> None:
    keep(terminal, [1, 2, 3, 4], questionnaire="gone", points=5, lens="aunt")
    assert "gone  aunt" in terminal("quiz", "list").out
    assert terminal("quiz", "list", "--json").records["takes"][0]["scores"] is None


def test_broken_files_are_told_of_and_stop_nothing(terminal: Terminal) -> None:
    own(terminal, "faulty.json", {**small(), "id": "No"})
    outcome = terminal("quiz", "list")
    assert outcome.code == 0
    assert "faulty.json" in outcome.lines[-1]
    assert "id" in outcome.lines[-1]


def test_a_sound_questionnaire_is_summed_up(terminal: Terminal) -> None:
    path = own(terminal, "mine.json", small())
    outcome = terminal("quiz", "validate", str(path))
    assert outcome.code == 0
    assert "small" in outcome.lines[0]
    assert [line.strip() for line in outcome.lines[1:3]] == [
        "Warmth: 1 as they are, 1 reversed",
        "Order: 1 as they are, 1 reversed",
    ]
    assert str(terminal.folder / FOLDER) in outcome.lines[3]
    assert terminal("quiz", "validate", str(path), "--json").records == {"id": "small", "version": 1, "faults": []}


def test_the_programs_own_file_is_sound_and_its_name_is_its_own(terminal: Terminal) -> None:
    path = resources.path("content", "en", "quiz", "close-16.json")
    assert terminal("quiz", "validate", str(path)).code == 0
    copied = own(terminal, "copy.json", {**json.loads(path.read_text("utf-8")), "version": 2})
    assert terminal("quiz", "validate", str(copied)).code == 5


@pytest.fixture
def faulty(terminal: Terminal) -> Path:
    """A questionnaire with eight faults."""
    data = small()
    for item in data["items"]:
        item["key"] = "?"
        item["weight"] = 2
    return own(terminal, "faulty.json", data)


def test_every_fault_of_a_questionnaire_is_named(terminal: Terminal, faulty: Path) -> None:
    outcome = terminal("quiz", "validate", str(faulty))
    assert outcome.code == 5
    assert "8 faults" in outcome.lines[0]
    for place in range(4):
        assert f"items[{place}].key" in outcome.out
        assert f"items[{place}].weight" in outcome.out
        assert f"items[{place}].key" in outcome.err


def test_faults_as_json(terminal: Terminal, faulty: Path) -> None:
    outcome = terminal("quiz", "validate", str(faulty), "--json")
    assert outcome.code == 5
    assert {one["field"] for one in outcome.records["faults"]} == {
        f"items[{place}].{name}" for place in range(4) for name in ("key", "weight")
    }
    assert {one["key"] for one in outcome.records["faults"]} == {"not-a-choice", "unknown-field"}


@pytest.mark.parametrize(
    "words", [("quiz",), ("quiz", "list", "file"), ("quiz", "score"), ("quiz", "validate"), ("quiz", "take")]
)
def test_what_makes_no_sense_is_a_fault_of_usage(terminal: Terminal, words: tuple[str, ...]) -> None:
    outcome = terminal(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "quiz" in outcome.err
    assert not (terminal.folder / "attach.vault").exists()


def test_help_names_every_part(terminal: Terminal) -> None:
    outcome = terminal("quiz", "--help")
    assert outcome.code == 0
    for part in ("list|score|validate", "FILE", "--questionnaire", "--json"):
        assert part in outcome.out
