"""A result on paper: everything that is on the screen, in the same order, on as many pages as it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from attach_desktop.quiz.result import alike
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.printing import Compose, Sheet, pdf
from attach_desktop.ui.quiz.paper import on_paper
from attach_desktop.vault.kind import Stored
from tests.quiz.samples import ATTACH, small_questionnaire
from tests.quiz.takes import ALL_FOUR, CALM, DAYS, HALF, WORRIED, keep

pytestmark = pytest.mark.usefixtures("qapp")


class Reading(Sheet):
    """A sheet that remembers what was written, and draws all the same."""

    said: list[str]
    drawings: int = 0

    def write(self, text: str, *args: float, **named: object) -> None:
        self.said.append(text)
        super().write(text, *args, **named)  # type: ignore[arg-type]

    def draw(
        self, width: float, height: float, paint: Callable[[QPainter, QRectF], None], *, below: float = 2.0
    ) -> None:
        self.drawings += 1
        super().draw(width, height, paint, below=below)


def compose(takes: QuizStore, record: Stored[Take], words: Words) -> Compose:
    like = alike(ATTACH, record, takes.line(*record.value.line))
    return on_paper(ATTACH, record, like, words, DAYS)


def read(document: Compose) -> tuple[list[str], int, bytes]:
    """Every text in its order, how many drawings there are, and the file."""
    found: list[tuple[list[str], int]] = []

    def through(sheet: Sheet) -> None:
        sheet.__class__ = Reading
        assert isinstance(sheet, Reading)
        sheet.said = []
        document(sheet)
        found.append(([text for text in sheet.said if text], sheet.drawings))

    data = pdf(through)
    return *found[0], data


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def in_order(said: Sequence[str], *parts: str) -> bool:
    places = [next(at for at, text in enumerate(said) if part in text) for part in parts]
    return places == sorted(places)


def test_it_says_the_same_in_the_same_order(takes: QuizStore, words: Words) -> None:
    record = keep(takes, WORRIED, fits="partly", note="My note")
    said, drawings, data = read(compose(takes, record, words))
    assert in_order(
        said,
        "Close to others",
        "8 Nov 2026 · People close to me, in general",
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
    assert "version 1" in " ".join(said)
    assert drawings == 1
    assert b"/Subtype /Image" not in data


@pytest.mark.parametrize("length", [0, 5_000, 40_000])
def test_a_note_of_any_length_is_there_in_full(takes: QuizStore, words: Words, length: int) -> None:
    bare = pages(read(compose(takes, keep(takes, WORRIED, lens="friend"), words))[2])
    record = keep(takes, WORRIED, note=("word " * length)[:length].strip())
    said, _, data = read(compose(takes, record, words))
    assert record.value.note in said or not length
    assert pages(data) >= bare + length // 5_000


def test_over_time_follows_with_the_first_take_compared(takes: QuizStore, words: Words) -> None:
    keep(takes, WORRIED, 60)
    said, drawings, _ = read(compose(takes, keep(takes, CALM), words))
    assert drawings == 3
    assert in_order(said, "Strengths", "Over time", "9 Sep 2026 – 8 Nov 2026", "more than ordinary fluctuation")


def test_signs_of_haste_are_in_small_type(takes: QuizStore, words: Words) -> None:
    said, _, _ = read(compose(takes, keep(takes, ALL_FOUR, quick=True), words))
    (flags,) = [text for text in said if text.startswith("Note on the answers: ")]
    assert words.texts["flags"]["all-same"] in flags
    assert words.texts["flags"]["quick"] in flags
    assert "fearful-avoidant (some writers say disorganized)" in said
    assert said.count("Signs you may recognise") == 4


def test_a_missing_dimension_has_no_description(takes: QuizStore, words: Words) -> None:
    said, _, data = read(compose(takes, keep(takes, HALF), words))
    assert "Signs you may recognise" not in said
    assert any("4 of 8, and 6 are needed" in text for text in said)
    assert pages(data) == 1


def test_an_own_questionnaire_can_be_printed(takes: QuizStore, words: Words) -> None:
    record = keep(takes, (5, 5, 1, 1), questionnaire="small", points=5, lens="one", alias="Kim & Co")
    said, _, _ = read(on_paper(small_questionnaire(), record, [record], words, DAYS))
    assert in_order(said, "Small", "One person · Kim & Co", "comes from your own folder", "warm")
