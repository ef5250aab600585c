"""A quiz result on paper, in the same order as on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from attach_desktop.days import DayText
from attach_desktop.quiz.line import LineState, comparison, line_state
from attach_desktop.quiz.picture import PlaneData, StepsData
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import ResultState, about, result_state
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.charts.plane import draw_plane
from attach_desktop.ui.charts.steps import draw_steps
from attach_desktop.ui.printing import HEAD, SMALL, TITLE, Compose, Sheet
from attach_desktop.ui.theme.tokens import LIGHT
from attach_desktop.vault.kind import Stored

#: In millimetres: the plane's side, and the height of a drawing over time.
_PLANE, _STEPS = 95.0, 48.0
#: What must follow a heading on its page, in millimetres.
_KEEP = 14.0


def on_paper(
    questionnaire: Questionnaire,
    take: Stored[Take],
    like: Sequence[Stored[Take]],
    words: Words,
    days: DayText,
) -> Compose:
    """What to print for a take of ``questionnaire``; ``like`` is its line, itself included, oldest first."""
    state = result_state(questionnaire, take, like, words, days)
    line = line_state(questionnaire, take, like, days)
    day = days.full(take.value.at.day)
    lens = about(questionnaire, take.value.lens, take.value.alias)

    def compose(sheet: Sheet) -> None:
        sheet.write(questionnaire.name, TITLE, bold=True)
        sheet.write(f"{day} · {lens}", muted=True)
        sheet.write(words.disclosure(questionnaire, day, lens), SMALL, muted=True, below=4)
        sheet.draw(_PLANE, _PLANE, partial(_plane, state.plane, sheet.font(SMALL)))
        _write_result(sheet, take.value, state, words)
        if line is not None:
            _write_line(sheet, questionnaire, line, words)

    return compose


def _write_result(sheet: Sheet, take: Take, state: ResultState, words: Words) -> None:
    heads = words.texts["headings"]
    sheet.write(state.plane_sentence, SMALL, muted=True, below=3)
    for axis in state.axes:
        sheet.write(axis.name, HEAD, bold=True, keep=_KEEP)
        sheet.write(axis.sentences)
        sheet.write(axis.figures, SMALL, muted=True, below=3)
    sheet.write(state.band)
    if state.flags:
        sheet.write(str(words.texts["flags"]["print"]).format(flags=" ".join(state.flags)), SMALL, muted=True)
    sheet.write(state.nearest, below=3)
    for style in state.described:
        if len(state.described) > 1:
            sheet.write(words.full_part(style), HEAD, bold=True, keep=_KEEP)
        sheet.write(str(words.texts["descriptions"][style]["about"]), below=3)
        for head, lines in words.description(style):
            sheet.write(head, bold=True, below=0.5, keep=_KEEP)
            for text in lines:
                sheet.write(text, mark="–", below=0.5)
            sheet.space(2)
    fits = words.texts["fits"].get(take.fits)
    if fits:
        sheet.write(f"{heads['fits']} {fits}", below=3)
    sheet.write(take.note, below=3)


def _write_line(sheet: Sheet, questionnaire: Questionnaire, line: LineState, words: Words) -> None:
    """The line over time, with the first take and this one compared."""
    sheet.write(str(words.texts["headings"]["over_time"]), TITLE, bold=True, below=2, keep=_STEPS + _KEEP)
    for axis in line.axes:
        sheet.write(axis.name, HEAD, bold=True, below=0.5, keep=_STEPS)
        sheet.draw(sheet.width, _STEPS, partial(_steps, axis.steps, sheet.font(SMALL)))
    for place, text in enumerate(comparison(questionnaire, line, line.first, line.second, words)):
        if not place:
            sheet.write(f"{line.names[line.first]} – {line.names[line.second]}", bold=True, below=0.5, keep=_KEEP)
        sheet.write(text)


def _plane(data: PlaneData, font: QFont, painter: QPainter, box: QRectF) -> None:
    draw_plane(painter, box, data, LIGHT, font)


def _steps(data: StepsData, font: QFont, painter: QPainter, box: QRectF) -> None:
    draw_steps(painter, box, data, LIGHT, font)
