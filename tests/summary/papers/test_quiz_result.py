"""A result on paper: everything that is on the screen, in the same order."""

from __future__ import annotations

import pytest

from attach_desktop.days import Days
from attach_desktop.quiz.picture import PlaneData, StepsData
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import alike
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.summary.document import Document, Figure
from attach_desktop.summary.papers.quiz_result import quiz_result
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from tests.quiz.samples import ATTACH, small_questionnaire
from tests.quiz.takes import ALL_FOUR, CALM, HALF, WORRIED, keep
from tests.summary.papers.reading import in_order, texts

WORDS = Words()


@pytest.fixture
def takes(vault: Vault) -> QuizStore:
    return QuizStore(vault)


def paper(takes: QuizStore, record: Stored[Take], questionnaire: Questionnaire = ATTACH) -> Document:
    like = alike(questionnaire, record, takes.line(*record.value.line))
    return quiz_result(questionnaire, record, like, WORDS, Days())


def drawn(document: Document) -> list[object]:
    return [block.what for block in document.blocks if isinstance(block, Figure)]


def test_it_says_the_same_in_the_same_order_as_the_screen(takes: QuizStore) -> None:
    document = paper(takes, keep(takes, WORRIED, fits="partly", note="My note"))
    assert in_order(
        texts(document),
        "Close to others",
        "8 November 2026 · People close to me, in general",
        "not a diagnosis",
        "Your point is at 5.63 and 3.00",
        "often worries whether",
        "at ease with closeness",
        "Your point sits in",
        "The nearest description: anxious-preoccupied.",
        "Higher on anxiety, lower on avoidance",
        "Signs you may recognise",
        "Waiting for a reply",
        "What may help",
        "Ask for one thing",
        "Strengths",
        "You put work into a bond.",
        "Does this fit you? Partly",
        "My note",
    )
    assert "version 1" in document.cover[0]
    (plane,) = drawn(document)
    assert isinstance(plane, PlaneData)
    assert plane.point is not None
    assert plane.point.x == 5.625


def test_the_head_of_its_pages_says_only_the_day(takes: QuizStore) -> None:
    record = keep(takes, WORRIED, lens="partner", alias="Kim")
    assert paper(takes, record).header == "8 November 2026"


def test_over_time_follows_with_the_first_take_compared(takes: QuizStore) -> None:
    keep(takes, WORRIED, 60)
    document = paper(takes, keep(takes, CALM))
    plane, *steps = drawn(document)
    assert isinstance(plane, PlaneData)
    assert [len(one.steps) for one in steps if isinstance(one, StepsData)] == [2, 2]
    assert in_order(
        texts(document), "Strengths", "Over time", "9 Sep 2026 – 8 Nov 2026", "more than ordinary fluctuation"
    )


def test_signs_of_haste_and_each_of_several_descriptions_are_there(takes: QuizStore) -> None:
    said = texts(paper(takes, keep(takes, ALL_FOUR, quick=True)))
    (flags,) = [text for text in said if text.startswith("Note on the answers: ")]
    assert WORDS.texts["flags"]["all-same"] in flags
    assert WORDS.texts["flags"]["quick"] in flags
    assert "fearful-avoidant (some writers say disorganized)" in said
    assert said.count("Signs you may recognise") == 4


def test_a_missing_dimension_has_no_description(takes: QuizStore) -> None:
    said = texts(paper(takes, keep(takes, HALF)))
    assert "Signs you may recognise" not in said
    assert any("4 of 8, and 6 are needed" in text for text in said)


def test_an_own_questionnaire_can_be_printed(takes: QuizStore) -> None:
    record = keep(takes, (5, 5, 1, 1), questionnaire="small", points=5, lens="one", alias="Kim & Co")
    said = texts(paper(takes, record, small_questionnaire()))
    assert in_order(said, "Small", "One person · Kim & Co", "comes from your own folder", "warm")
