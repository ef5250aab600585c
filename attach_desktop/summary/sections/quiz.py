"""The latest result of the style quiz with its uncertainty, and how it differs from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attach_desktop.interchange import words
from attach_desktop.quiz.change import rci, unlike
from attach_desktop.quiz.questionnaire import BUILT_IN, Questionnaire
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.shelf import find_all
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.summary.document import Block, Heading, Paragraph, Tone
from attach_desktop.summary.making import ASKING, Making


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest take up to the last day, its questionnaire (None where it is not at hand), and the one before it."""

    take: Take
    questionnaire: Questionnaire | None
    before: Take | None


def latest(making: Making) -> Latest | None:
    """The newest take up to the last day looked at, or None."""
    takes = [stored.value for stored in QuizStore(making.vault).each(None, making.end)]
    if not takes:
        return None
    take = takes[-1]
    questionnaire = find_all(making.vault.path.parent).find(take.questionnaire, take.version)
    before = next((one for one in reversed(takes[:-1]) if not unlike(one, take)), None)
    return Latest(take, questionnaire, before)


def about(making: Making, found: Latest) -> str:
    """Whom a take is about, in words."""
    lenses = found.questionnaire.lenses if found.questionnaire else ()
    lens = next((one.name for one in lenses if one.id == found.take.lens), found.take.lens)
    if found.take.questionnaire != BUILT_IN:
        lens = making.names.text(lens)
    alias = making.names.person(found.take.alias.strip()) if found.take.alias.strip() else ""
    return f"{lens} · {alias}" if alias else lens


def blocks(making: Making) -> Iterator[Block]:
    """The result in words, then the change."""
    found = latest(making)
    if found is not None:
        yield from _result(making, found)
    making.tick(ASKING)


def _result(making: Making, found: Latest) -> Iterator[Block]:
    take, questionnaire, say = found.take, found.questionnaire, Words()
    day = words.short_day(making.day_of(take.at))
    if questionnaire is None:
        yield Paragraph(making.say("quiz", "unknown", day=day))
        return
    result = score(questionnaire, take.answers, quick=take.quick)
    yield Paragraph(making.say("quiz", "when", day=day, about=about(making, found)), Tone.LEAD)
    if making.day_of(take.at) < making.begin:
        yield Paragraph(making.say("quiz", "before"), Tone.MUTED)
    yield Paragraph(say.plane(questionnaire, result))
    for dimension, scored in zip(questionnaire.dimensions, result.dimensions, strict=True):
        yield Heading(dimension.name, 2)
        yield Paragraph(" ".join(say.level(dimension, scored)))
        if scored.mean is not None:
            yield Paragraph(say.point(dimension, scored, len(questionnaire.points)), Tone.MUTED)
    for text in (say.band(result), *say.flags(result)):
        if text:
            yield Paragraph(text)
    if making.choices.notes and take.note.strip():
        yield Paragraph(making.names.text(take.note.strip()))
    if found.before is not None:
        before = words.short_day(making.day_of(found.before.at))
        yield Heading(making.say("quiz", "change", day=before), 2)
        changes = zip(questionnaire.dimensions, rci(questionnaire, found.before, take), strict=True)
        yield Paragraph("\n".join(say.change(dimension, change) for dimension, change in changes))
    yield Paragraph(say.disclosure(questionnaire, day, about(making, found)), Tone.SMALL)
