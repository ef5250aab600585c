"""The latest result of the style quiz with its uncertainty, and how it differs from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from attach_desktop.quiz import result
from attach_desktop.quiz.change import rci
from attach_desktop.quiz.questionnaire import BUILT_IN, Questionnaire
from attach_desktop.quiz.shelf import find_all
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.summary.document import Block, Field, Heading, Paragraph, Tone
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.papers.quiz_result import plane_and_axes
from attach_desktop.summary.papers.words import words_for
from attach_desktop.vault.kind import Stored


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest take up to the last day looked at.

    ``questionnaire`` is None where the one it belongs to is not at hand. ``like`` are the takes that it may be shown
    beside, itself included, the oldest first.
    """

    take: Stored[Take]
    questionnaire: Questionnaire | None
    like: tuple[Stored[Take], ...]

    @property
    def before(self) -> Take | None:
        """The take before it that it may be compared with."""
        at = next(number for number, one in enumerate(self.like) if one.id == self.take.id)
        return self.like[at - 1].value if at else None


def latest(making: Making) -> Latest | None:
    """The newest take up to the last day looked at, or None."""
    takes = list(QuizStore(making.vault).each(None, making.end))
    if not takes:
        return None
    newest, value = takes[-1], takes[-1].value
    questionnaire = find_all(making.vault.path.parent).find(value.questionnaire, value.version)
    if questionnaire is None or not result.readable(questionnaire, value.lens, value.answers):
        return Latest(newest, None, (newest,))
    line = [one for one in takes if one.value.line == value.line]
    like = tuple(result.alike(questionnaire, newest, line))
    return Latest(newest, questionnaire if questionnaire.id == BUILT_IN else _own(making, questionnaire), like)


def _own(making: Making, questionnaire: Questionnaire) -> Questionnaire:
    """A questionnaire of the person's own, with names in its words as they are shown."""
    text = making.names.text
    first, second = (
        replace(one, name=text(one.name), low=text(one.low), high=text(one.high)) for one in questionnaire.dimensions
    )
    lenses = tuple(replace(lens, name=text(lens.name)) for lens in questionnaire.lenses)
    return replace(questionnaire, name=text(questionnaire.name), dimensions=(first, second), lenses=lenses)


def about(making: Making, found: Latest) -> str:
    """Whom a take is about, in words."""
    take, alias = found.take.value, found.take.value.alias.strip()
    lens = result.about(found.questionnaire, take.lens, "")
    return f"{lens} · {making.names.person(alias)}" if alias else lens


def blocks(making: Making) -> Iterator[Block]:
    """The result with its drawing, then the change."""
    found = latest(making)
    if found is not None and found.questionnaire is not None:
        yield from _result(making, found, found.questionnaire)
    elif found is not None:
        day = making.days.day(found.take.value.at.day)
        yield Paragraph(making.say("quiz", "unknown", day=day))
    making.tick(ASKING)


def _result(making: Making, found: Latest, questionnaire: Questionnaire) -> Iterator[Block]:
    words, take = Words(), found.take.value
    state = result.result_state(questionnaire, found.take, found.like, words, making.days.text)
    on, whom = take.at.day, about(making, found)
    yield Paragraph(making.say("quiz", "when", day=making.days.day(on), about=whom), Tone.LEAD)
    if on < making.begin:
        yield Paragraph(making.say("quiz", "before"), Tone.MUTED)
    yield from plane_and_axes(state)
    for text in (state.band, *state.flags):
        if text:
            yield Paragraph(text)
    if making.choices.notes and take.note.strip():
        yield Field(str(words_for("quiz")["note"]), making.names.text(take.note.strip()))
    if found.before is not None:
        yield from _change(making, questionnaire, found.before, take, words)
    yield Paragraph(words.disclosure(questionnaire, making.days.day(on), whom), Tone.SMALL)


def _change(making: Making, questionnaire: Questionnaire, before: Take, take: Take, words: Words) -> Iterator[Block]:
    yield Heading(making.say("quiz", "change", day=making.days.day(before.at.day)), 2)
    changes = zip(questionnaire.dimensions, rci(questionnaire, before, take), strict=True)
    yield Paragraph("\n".join(words.change(dimension, change) for dimension, change in changes))
