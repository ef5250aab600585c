"""Everything on one page: no more than the numbers carry, in the insights' own sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar
from unicodedata import east_asian_width

from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.insights.cards.beside import check_in_answers
from attach_desktop.insights.cards.feelings import feelings
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.mood import mood_over_time
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.insights.facts.basis import Fact, Selection
from attach_desktop.insights.facts.beside import Question
from attach_desktop.insights.records import Records
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.words import Words as QuizWords
from attach_desktop.summary.document import Block, Field, Figure
from attach_desktop.summary.labels import relabelled
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.sections import quiz
from attach_desktop.summary.sections.checkins import form_name

F = TypeVar("F", bound=Fact)
ASKED = 5
#: So many triggers, sentences about what stands out, and points of a form are told here.
_TRIGGERS, _SENTENCES, _POINTS = 3, 1, 5


class _Room(NamedTuple):
    """How much room there is: words of the person's are cut off at ``longest`` signs; so many ``forms`` are told."""

    longest: int
    forms: int

    def short(self, label: str) -> str:
        """A word of the person's, cut off where it is too long."""
        return label if len(label) <= self.longest else f"{label[: self.longest - 1].rstrip()}…"


#: The first that leads to no more than so many lines on paper is taken: what is called one page must be one.
_ROOMS = (_Room(60, 2), _Room(40, 2), _Room(28, 1), _Room(20, 1))
_LINES, _SIGNS = 19, 66


def blocks(making: Making) -> Iterator[Block]:
    """A line for each question, as long as there is room."""
    for card in (mood_over_time, triggers, what_helps, feelings, check_in_answers):
        making.fact(card)
        making.tick(ASKING)
    found: list[Block] = []
    for room in _ROOMS:
        found = [block for part in _PARTS for block in part(making, room)]
        if sum(_lines(block.text) for block in found if isinstance(block, Field)) <= _LINES:
            break
    yield from found


def _lines(text: str) -> int:
    """About how many lines a text takes on paper beside its label."""
    widths = (sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in text.split("\n"))
    return sum(max(1, math.ceil(width / _SIGNS)) for width in widths)


def _field(making: Making, name: str, text: str) -> Field:
    return Field(making.say("glance", name), text)


def _card(making: Making, card: Callable[[Records, Selection, date], F], room: _Room) -> F | None:
    fact = relabelled(making.fact(card), room.short)
    return None if fact.empty else fact


def _written(making: Making, _: _Room) -> Iterator[Block]:
    basis = making.fact(mood_over_time).basis
    entries = basis.entries + basis.left_out
    if entries:
        days = making.words.phrases.count("day", making.selection.period.days)
        yield _field(making, "entries", making.count("glance", "entry", entries, days=days))
        flagged = len(making.flagged())
        if flagged:
            yield _field(making, "flagged", making.count("glance", "flagged-entry", flagged))


def _mood(making: Making, room: _Room) -> Iterator[Block]:
    fact = _card(making, mood_over_time, room)
    if fact is not None:
        said = making.tell(fact)
        # How it was before these days stands in the section about mood.
        more = said.more if fact.shift is None else said.more[:1]
        yield _field(making, "mood", " ".join([said.lead, *more]))
        if "mood" not in making.choices.sections:
            yield Figure(fact, said.title, said.text)


def _triggers(making: Making, room: _Room) -> Iterator[Block]:
    fact = _card(making, triggers, room)
    if fact is not None:
        entries = making.words.phrases.count("entry", fact.basis.entries)
        most = [
            making.say("glance", "trigger", label=one.label, count=one.entries, entries=entries)
            for one in fact.triggers[:_TRIGGERS]
        ]
        said = making.tell(fact)
        clear = [text for text in said.more if any(f"“{label}”" in text for label in fact.clear)][:_SENTENCES]
        lead = f"{making.listed(most)}." if len(most) > 1 else said.lead
        yield _field(making, "triggers", " ".join([lead, *clear]))


def _helps(making: Making, room: _Room) -> Iterator[Block]:
    fact = _card(making, what_helps, room)
    if fact is not None:
        said = making.tell(fact)
        # A sentence about a card, if one can be said; that there is too little to compare takes its place if not.
        about = [text for text in (said.lead, *said.more) if any(f"“{card.label}”" in text for card in fact.cards)]
        told = about[:_SENTENCES] or [said.lead]
        if about and not fact.clear:
            # A change by itself says little: whatever is written down at its worst gets better.
            told.append(making.words.phrases.say("chain", "peak"))
        yield _field(making, "helps", " ".join(told))


def _feelings(making: Making, room: _Room) -> Iterator[Block]:
    fact = _card(making, feelings, room)
    if fact is not None:
        yield _field(making, "feelings", making.tell(fact).lead)


def _quiz(making: Making, room: _Room) -> Iterator[Block]:
    found = quiz.latest(making)
    if found is not None and found.questionnaire is not None:
        take, told = found.take.value, QuizWords()
        result = score(found.questionnaire, take.answers, quick=take.quick)
        band = told.band(result) or told.plane(found.questionnaire, result)
        about = room.short(quiz.about(making, found))
        yield _field(
            making, "quiz", making.say("glance", "quiz-line", day=making.days.day(take.at.day), about=about, band=band)
        )


def _checkins(making: Making, room: _Room) -> Iterator[Block]:
    by_form: dict[str, list[str]] = {}
    for question in making.fact(check_in_answers).questions:
        values = [answer.value for answer in question.answers if answer.value is not None]
        told = by_form.setdefault(question.form, [])
        if values and len(told) < _POINTS:
            key = "point" if len(values) > 1 else "point-alone"
            told.append(making.say("glance", key, name=_name(question, room), first=values[0], last=values[-1]))
    order = [*(form for form in FORMS if form in by_form), *(form for form in by_form if form not in FORMS)]
    lines = [
        making.say("glance", "points", form=form_name(form), list=", ".join(by_form[form]))
        for form in order
        if by_form[form]
    ][: room.forms]
    if lines:
        yield _field(making, "checkins", "\n".join(lines))


def _name(question: Question, room: _Room) -> str:
    """A question in a word or two where it is one of the program's; else as it was asked."""
    known = built_in(question.form).question(question.id) if question.form in FORMS else None
    return known.name if known is not None and known.wording == question.wording else room.short(question.asked)


_PARTS = (_written, _mood, _triggers, _helps, _feelings, _quiz, _checkins)
