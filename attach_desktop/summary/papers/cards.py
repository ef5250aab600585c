"""A few words in the middle of a page: a sentence to keep at hand, and the recovery code."""

from __future__ import annotations

from collections.abc import Sequence

from attach_desktop.summary.document import Document, Large, Paragraph, Tone
from attach_desktop.summary.papers.words import words_for


def affirmation_card(sentence: str) -> Document:
    """The sentence and nothing else."""
    return Document(title="", blocks=[Large((sentence,))])


def recovery_code(lines: Sequence[str]) -> Document:
    """The code in its ``lines`` of groups. It does not say what it opens."""
    words = words_for("recovery")
    blocks = (Large(tuple(lines), fixed=True), Paragraph(str(words["about"]), Tone.MUTED))
    return Document(title=str(words["title"]), blocks=blocks)
