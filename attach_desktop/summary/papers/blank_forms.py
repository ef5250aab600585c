"""Forms to fill by hand: a check-in with the person's own questions, and a thought record."""

from __future__ import annotations

from collections.abc import Iterator

from attach_desktop.checkins.form import MAX_POINT, Form, Question
from attach_desktop.summary.document import Block, Document, PageBreak, Ruled, Scale
from attach_desktop.summary.papers.words import words_for

#: Ruled lines below an open question; where there are more than ``_FEW`` of them, so that one sheet is enough.
_LINES, _FEW, _FEWER_LINES = 4, 4, 3


def blank_checkin(form: Form) -> Document:
    """The questions of ``form`` as they stand, those that are left out left out."""
    blocks: list[Block] = [Ruled(str(words_for("checkin")["day"]), 1)]
    lines = _LINES if len(form.open) <= _FEW else _FEWER_LINES
    blocks += [_question(question, lines) for question in form.questions if not question.hidden]
    return Document(title=form.name, cover=(form.about,), blocks=blocks)


def _question(question: Question, lines: int) -> Block:
    if question.sort == "scale":
        return Scale(question.text, 0, MAX_POINT, question.low, question.high)
    return Ruled(question.text, lines)


def blank_thought_record() -> Document:
    """The columns of a thought record, one below the other: there is more room to write so.

    Both sides of one sheet: what happened and the thought, then a look at it.
    """
    return Document(title=str(words_for("thought")["name"]), blocks=[*_thought_record()])


def _thought_record() -> Iterator[Block]:
    words = {key: str(text) for key, text in words_for("thought").items()}
    strength, belief = (words["hardly"], words["very"]), (words["not"], words["wholly"])
    yield Ruled(words["when"], 1)
    yield Ruled(words["happened"], 5)
    yield Ruled(words["feelings"], 2)
    yield Scale(words["strength"], 0, 10, *strength)
    yield Ruled(words["thought"], 4)
    yield Scale(words["belief"], 0, 10, *belief)
    yield PageBreak()
    yield Ruled(words["for"], 5)
    yield Ruled(words["against"], 5)
    yield Ruled(words["balanced"], 5)
    yield Scale(words["belief-after"], 0, 10, *belief)
    yield Scale(words["strength-after"], 0, 10, *strength)
