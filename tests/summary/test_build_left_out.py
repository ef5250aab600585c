"""What is left out is left out everywhere: names, notes and private entries, in every section and every drawing."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import time
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.checkins.checkin import Answer, CheckIn, Text
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.journal.entry import Coping
from attach_desktop.journal.library import Library
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.summary.document import Document
from attach_desktop.vault.vault import Vault
from tests.summary.made import add, moment, said, summary

QUESTIONS = "What do I say to Kim?\nIs wanting Kim's time too much?"


def everything(document: Document) -> str:
    """All texts of a document, those inside of what is drawn included."""
    return "\n".join(_strings(document))


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple | list):
        return [text for one in value for text in _strings(one)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _strings(getattr(value, field.name))]
    return []


@pytest.fixture
def full(vault: Vault) -> Vault:
    """Kim stands in every field of every kind that can name somebody; what is private says so."""
    Library(vault).keep_person("Kim", "partner")
    for day in range(13):
        add(
            vault,
            day,
            mood=1 + day % 5,
            energy=3,
            feelings=("uneasy", "kim-sick"),
            people=("KIM", "Sam"),
            triggers=("Kim is late",),
            happened="Kim called.",
            thought=f"Kim will leave ({day}).",
            belief=80,
            body=("Kim knot",),
            urge="call kim",
            did="Waited for Kim’s call.",
            intensity_before=8,
            intensity_after=3,
            coping=(Coping("Kim’s playlist", 10),),
            evidence_for="Kim said so.",
            evidence_against="Kim stayed.",
            balanced_thought="Kim may stay.",
            belief_after=30,
            tags=("kim",),
            note="**Kim** and Sam came; Kimberly did not.",
            for_session=True,
        )
    add(vault, 2, mood=1, triggers=("secret trigger",), feelings=("secretive",), people=("Xenia",), note="secret note",
        thought="secret thought", evidence_for="secret side", for_session=True, private=True)  # fmt: skip
    gratitude = GratitudeStore(vault)
    key = gratitude.lists.add("Kim and me").key
    gratitude.add(Item(at=moment(1), text="Kim laughed.", why="Kim’s laugh.", people=("Kim",), list=key))
    affirmations = AffirmationStore(vault)
    affirmations.after_practice(affirmations.add_own("Kim can be busy and love me.").id, "better")
    checkins = CheckInStore(vault)
    for day in (1, 8):
        checkins.add(
            CheckIn(
                at=moment(day),
                form="weekly",
                answers=(Answer("own", 101, "How near was Kim?", 4), Answer("calm", 1, "How calm were you?", 6)),
                texts=(Text("try", 1, "What would you like to try?", "Write to Kim."),),
            )
        )
    QuizStore(vault).add(
        Take(
            at=moment(3, time(9)),
            questionnaire="attach-16",
            version=1,
            points=7,
            lens="partner",
            answers=(4,) * 16,
            alias="Kim",
            note="Kim sat beside me.",
        )
    )
    return vault


def test_with_names_kim_is_called_kim(full: Vault) -> None:
    text = everything(summary(full, questions=QUESTIONS))
    assert text.count("Kim") > 30
    assert "Kim laughed." in text


def test_without_names_nobody_is_called_by_one_anywhere(full: Vault) -> None:
    text = everything(summary(full, names=False, questions=QUESTIONS, private=True))
    for name in ("Kim", "kim", "KIM", "Sam", "Xenia"):
        assert name not in text.replace("Kimberly", "")
    assert "Kimberly" in text
    for told in ("A laughed. (A) – A’s laugh.", "What do I say to A?", "A and B came", "How near was A?", "call A"):
        assert told in text


def test_words_of_the_programs_own_stay(vault: Vault) -> None:
    for alias in ("Most", "Often", "Quiz", "Shy", "Kind"):
        Library(vault).keep_person(alias, "friend")
    add(vault, mood=2, feelings=("shy",), triggers=("A kind word",), note="Most often shy.")
    text = said(summary(vault, names=False))
    assert "Most often: A kind word" in text
    assert "shy (1)" in text
    assert "A B D." in text
    assert "Style quiz" in text


def test_without_notes_no_longer_text_is_left(full: Vault) -> None:
    text = everything(summary(full, notes=False))
    for left_out in (
        "called.", "will leave", "call kim", "Waited", "said so", "stayed", "may stay", "came;", "Write to",
        "sat beside", "laugh.",
    ):  # fmt: skip
        assert left_out not in text
    for kept in ("uneasy", "Kim is late", "Kim laughed", "80 %", "30 %", "How near was Kim?"):
        assert kept in text


def test_private_entries_are_in_nothing_that_is_made_of_them(full: Vault) -> None:
    text = everything(summary(full))
    assert "secret" not in text
    assert "Xenia" not in text
    with_private = everything(summary(full, private=True))
    for told in ("secret note", "secret trigger", "secret thought", "secretive"):
        assert told in with_private


def test_nothing_of_a_private_entry_is_counted(vault: Vault) -> None:
    add(vault, 0, mood=3, note="open")
    before = everything(summary(vault))
    add(vault, 1, mood=1, triggers=("x",), feelings=("y",), for_session=True, private=True,
        thought="z", belief=3, coping=(Coping("c"),), intensity_before=9, intensity_after=1)  # fmt: skip
    assert everything(summary(vault)) == before


def test_letters_are_the_same_whatever_days_are_looked_at(vault: Vault, tmp_path: Path) -> None:
    add(vault, 100, people=("Ada",), note="Ada came.")
    add(vault, 3, people=("Ben",), note="Ben came, Ada did not.")
    add(vault, 1, people=("Cleo",), note="Cleo came.")
    text = said(summary(vault, "entries", names=False))
    assert "B came, A did not." in text
    assert "C came." in text
