"""Everything on one page: no more than the numbers carry, in the insights' own sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.insights.facts import Fact, Question, Selection
from attach_desktop.insights.words import Words
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.words import Words as QuizWords
from attach_desktop.summary.document import Block, Field, Figure
from attach_desktop.summary.labels import relabelled
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.sections import quiz
from attach_desktop.summary.sections.checkins import form_name

F = TypeVar("F", bound=Fact)
ASKED = 7
#: So many triggers, sentences about what stands out, forms, and points of a form are told here: it must be one page.
_TRIGGERS, _SENTENCES, _FORMS, _POINTS = 3, 1, 2, 5
#: A longer word of the person's is cut off, or the page would not be one.
_LONGEST = 60


def blocks(making: Making) -> Iterator[Block]:
    """A line for each question."""
    for line in (_written, _mood, _triggers, _helps, _feelings, _quiz, _checkins):
        yield from line(making)
        making.tick(ASKING)


def _field(making: Making, name: str, text: str) -> Field:
    return Field(making.say("glance", name), text)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"


def _card(making: Making, ask: Callable[[Selection], F]) -> F | None:
    fact = relabelled(making.fact(ask), _short)
    return None if Words.nothing(fact) else fact


def _written(making: Making) -> Iterator[Block]:
    basis = making.fact(making.insights.mood_over_time).basis
    entries = basis.entries + basis.left_out
    if entries:
        days = making.words.phrases.count("day", making.selection.period.days)
        yield _field(making, "entries", making.count("glance", "entry", entries, days=days))
        flagged = len(making.flagged())
        if flagged:
            yield _field(making, "flagged", making.count("glance", "flagged-entry", flagged))


def _mood(making: Making) -> Iterator[Block]:
    fact = _card(making, making.insights.mood_over_time)
    if fact is not None:
        said = making.tell(fact)
        # How it was before these days stands in the section about mood.
        more = said.more if fact.shift is None else said.more[:1]
        yield _field(making, "mood", " ".join([said.lead, *more]))
        if "mood" not in making.choices.sections:
            yield Figure(fact, said.title, said.text)


def _triggers(making: Making) -> Iterator[Block]:
    fact = _card(making, making.insights.triggers)
    if fact is not None:
        entries = making.words.phrases.count("entry", fact.basis.entries)
        most = [
            making.say("glance", "trigger", label=one.label, count=one.entries, entries=entries)
            for one in fact.triggers[:_TRIGGERS]
        ]
        lead, *more = [making.tell(fact).lead, *making.tell(fact).more]
        clear = [text for text in more if any(f"“{label}”" in text for label in fact.clear)][:_SENTENCES]
        yield _field(making, "triggers", " ".join([f"{making.listed(most)}." if len(most) > 1 else lead, *clear]))


def _helps(making: Making) -> Iterator[Block]:
    fact = _card(making, making.insights.what_helps)
    if fact is not None:
        said = making.tell(fact)
        # A sentence about a card, if one can be said; that there is too little to compare takes its place if not.
        about = [text for text in (said.lead, *said.more) if any(f"“{card.label}”" in text for card in fact.cards)]
        told = about[:_SENTENCES] or [said.lead]
        if about and not fact.clear:
            # A change by itself says little: whatever is written down at its worst gets better.
            told.append(making.words.phrases.say("chain", "peak"))
        yield _field(making, "helps", " ".join(told))


def _feelings(making: Making) -> Iterator[Block]:
    fact = _card(making, making.insights.feelings)
    if fact is not None:
        yield _field(making, "feelings", making.tell(fact).lead)


def _quiz(making: Making) -> Iterator[Block]:
    found = quiz.latest(making)
    if found is not None and found.questionnaire is not None:
        result = score(found.questionnaire, found.take.value.answers, quick=found.take.value.quick)
        told = QuizWords()
        band = told.band(result) or told.plane(found.questionnaire, result)
        day = making.days.day(found.take.value.at.day)
        text = making.say("glance", "quiz-line", day=day, about=_short(quiz.about(making, found)), band=band)
        yield _field(making, "quiz", text)


def _checkins(making: Making) -> Iterator[Block]:
    fact = making.fact(making.insights.check_in_answers)
    by_form: dict[str, list[str]] = {}
    for question in fact.questions:
        values = [answer.value for answer in question.answers if answer.value is not None]
        told = by_form.setdefault(question.form, [])
        if values and len(told) < _POINTS:
            key = "point" if len(values) > 1 else "point-alone"
            told.append(making.say("glance", key, name=_name(question), first=values[0], last=values[-1]))
    order = [*(form for form in FORMS if form in by_form), *(form for form in by_form if form not in FORMS)]
    lines = [
        making.say("glance", "points", form=form_name(form), list=", ".join(by_form[form]))
        for form in order
        if by_form[form]
    ][:_FORMS]
    if lines:
        yield _field(making, "checkins", "\n".join(lines))


def _name(question: Question) -> str:
    """A question in a word or two where it is one of the program's; else as it was asked."""
    known = built_in(question.form).question(question.id) if question.form in FORMS else None
    return known.name if known is not None and known.wording == question.wording else _short(question.asked)
