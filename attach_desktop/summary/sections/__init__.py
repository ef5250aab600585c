"""The sections of a summary by key. A new one is a module here, a line in ``PARTS``, and its words in summary.json."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from attach_desktop.summary.document import Block
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.sections import (
    affirmations,
    checkins,
    entries,
    flagged,
    glance,
    gratitude,
    helps,
    mood,
    questions,
    quiz,
    thoughts,
    triggers,
)


class Part(NamedTuple):
    """A section: its blocks (none where it has nothing to say), and how many records it reads, for the progress.

    The blocks must tick as many (``Making.tick``) by the time they are all made.
    """

    blocks: Callable[[Making], Iterable[Block]]
    work: Callable[[Making], int]


PARTS: Mapping[str, Part] = {
    "glance": Part(glance.blocks, lambda _: ASKING * glance.ASKED),
    "questions": Part(questions.blocks, lambda _: 0),
    "quiz": Part(quiz.blocks, lambda _: ASKING),
    "mood": Part(mood.blocks, lambda _: ASKING * mood.ASKED),
    "triggers": Part(triggers.blocks, lambda _: ASKING * triggers.ASKED),
    "helps": Part(helps.blocks, lambda _: ASKING),
    "flagged": Part(flagged.blocks, lambda _: ASKING),
    "thoughts": Part(thoughts.blocks, entries.work),
    "entries": Part(entries.blocks, entries.work),
    "gratitude": Part(gratitude.blocks, gratitude.work),
    "affirmations": Part(affirmations.blocks, affirmations.work),
    "checkins": Part(checkins.blocks, checkins.work),
}
