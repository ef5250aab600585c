"""A quiz result on paper, in the same order as on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attach_desktop.days import Days
from attach_desktop.quiz.line import LineState, comparison, line_state
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import ResultState, about, result_state
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.summary.document import Block, Document, Field, Figure, Heading, Items, Paragraph, Tone
from attach_desktop.summary.papers.words import words_for
from attach_desktop.vault.kind import Stored


def quiz_result(
    questionnaire: Questionnaire, take: Stored[Take], like: Sequence[Stored[Take]], words: Words, days: Days
) -> Document:
    """The result of ``take``, a take of ``questionnaire``; ``like`` is its line, itself included, oldest first."""
    day = days.day(take.value.at.day)
    lens = about(questionnaire, take.value.lens, take.value.alias)
    state = result_state(questionnaire, take, like, words, days.text)
    line = line_state(questionnaire, take, like, days.text)
    blocks = [*_result(take.value, state, words)]
    if line is not None:
        blocks += _line(questionnaire, line, words)
    return Document(
        title=questionnaire.name,
        about=f"{day} · {lens}",
        cover=(words.disclosure(questionnaire, day, lens),),
        header=day,
        blocks=blocks,
    )


def plane_and_axes(state: ResultState) -> Iterator[Block]:
    """Where a result lies: the plane, and each axis in words and figures."""
    yield Figure(state.plane, str(words_for("quiz")["plane"]), state.plane_sentence)
    yield Paragraph(state.plane_sentence, Tone.SMALL)
    for axis in state.axes:
        yield Heading(axis.name, 2)
        yield Paragraph(axis.sentences)
        if axis.figures:
            yield Paragraph(axis.figures, Tone.SMALL)


def _result(take: Take, state: ResultState, words: Words) -> Iterator[Block]:
    yield from plane_and_axes(state)
    if state.band:
        yield Paragraph(state.band)
    if state.flags:
        flags = str(words.texts["flags"]["print"]).format(flags=" ".join(state.flags))
        yield Paragraph(flags, Tone.SMALL)
    if state.nearest:
        yield Paragraph(state.nearest)
    for style in state.described:
        yield from _description(words, style, alone=len(state.described) == 1)
    fits = words.texts["fits"].get(take.fits)
    if fits:
        yield Paragraph(f"{words.texts['headings']['fits']} {fits}")
    if take.note.strip():
        yield Field(str(words_for("quiz")["note"]), take.note)


def _description(words: Words, style: str, *, alone: bool) -> Iterator[Block]:
    if not alone:
        yield Heading(words.full_part(style), 2)
    yield Paragraph(str(words.texts["descriptions"][style]["about"]))
    for head, lines in words.description(style):
        yield Heading(head, 2 if alone else 3)
        yield Items(tuple(lines))


def _line(questionnaire: Questionnaire, line: LineState, words: Words) -> Iterator[Block]:
    """The line over time, with the first take and this one compared."""
    yield Heading(str(words.texts["headings"]["over_time"]))
    for axis in line.axes:
        yield Heading(axis.name, 2)
        yield Figure(axis.steps, axis.name, axis.sentence)
    said = comparison(questionnaire, line, line.first, line.second, words)
    if said:
        yield Heading(f"{line.names[line.first]} – {line.names[line.second]}", 2)
        yield from (Paragraph(text) for text in said)
