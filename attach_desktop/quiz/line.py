"""What a line of takes shows over time: a drawing for each axis, one table, and any two of them compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attach_desktop.days import DayText
from attach_desktop.quiz.change import Change, rci
from attach_desktop.quiz.picture import Step, StepsData
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import figures
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words, figure
from attach_desktop.vault.kind import Stored

#: With more comparisons than this, some cross the line by chance.
FEW_COMPARISONS = 2


@dataclass(frozen=True, slots=True)
class AxisLine:
    """One axis over time: its name, the drawing, and the sentence that says what it shows."""

    name: str
    steps: StepsData
    sentence: str


@dataclass(frozen=True, slots=True)
class LineState:
    """A line of takes, the oldest first; ``names`` tells them apart, ``table`` has a row for each.

    ``first`` and ``second`` are the places of the two that are compared to begin with.
    """

    takes: tuple[Stored[Take], ...]
    names: tuple[str, ...]
    axes: tuple[AxisLine, ...]
    table: tuple[tuple[str, ...], ...]
    first: int
    second: int


def line_state(
    questionnaire: Questionnaire, take: Stored[Take], like: Sequence[Stored[Take]], days: DayText
) -> LineState | None:
    """The line that ``take`` belongs to, where ``like`` holds all of it, oldest first; None where it stands alone."""
    if len(like) < 2:
        return None
    at = next((place for place, one in enumerate(like) if one.id == take.id), len(like) - 1)
    points = len(questionnaire.points)
    names = _names(like, days)
    scores = [score(questionnaire, one.value.answers).dimensions for one in like]
    return LineState(
        takes=tuple(like),
        names=names,
        axes=tuple(_axis(questionnaire, which, like, at, days) for which in (0, 1)),
        table=tuple(
            (name, *figures(one, points), *figures(other, points))
            for name, (one, other) in zip(names, scores, strict=True)
        ),
        # The first take is what one compares with: not the best, not the last.
        first=0,
        second=at or len(like) - 1,
    )


def _names(like: Sequence[Stored[Take]], days: DayText) -> tuple[str, ...]:
    """The day of each take; with its time where another take is of the same day."""
    every = [one.value.at.day for one in like]
    names = []
    for one in like:
        moment = one.value.at
        name = days.full(moment.day)
        if every.count(moment.day) > 1 and moment.at is not None:
            name += f", {moment.at:%H:%M}"
        names.append(name)
    return tuple(names)


def _axis(
    questionnaire: Questionnaire, which: int, like: Sequence[Stored[Take]], chosen: int, days: DayText
) -> AxisLine:
    dimension, points = questionnaire.dimensions[which], len(questionnaire.points)
    steps = []
    for place, one in enumerate(like):
        scored = score(questionnaire, one.value.answers).dimensions[which]
        shown = scored.shown(points)
        if scored.mean is not None and shown is not None:
            day = one.value.at.day
            steps.append(Step(day, scored.mean, *shown, days.short(day), chosen=place == chosen))
    data = StepsData(1, points, dimension.reference.cut, (dimension.low, dimension.high), tuple(steps))
    told = "; ".join(f"{step.label}: {figure(step.value)}" for step in steps)
    return AxisLine(dimension.name, data, f"{dimension.name}. {told}")


def comparison(questionnaire: Questionnaire, state: LineState, one: int, other: int, words: Words) -> tuple[str, ...]:
    """Two takes of the line compared, in sentences; none where both are the same one."""
    if one == other:
        return ()
    first, second = (state.takes[place].value for place in sorted((one, other)))
    texts = words.texts["change"]
    changes, inner = rci(questionnaire, first, second), rci(questionnaire, first, second, "internal")
    said, needs = list[str](), dict[str, list[str]]()
    for dimension, change, narrow in zip(questionnaire.dimensions, changes, inner, strict=True):
        said.append(words.change(dimension, change))
        if (need := _needed(change, narrow, words)) is not None:
            needs.setdefault(need, []).append(dimension.name)
    for need, names in needs.items():
        said.append(need if len(needs) == 1 else f"{', '.join(names)}: {need}")
    takes = len(state.takes)
    if takes * (takes - 1) // 2 > FEW_COMPARISONS:
        said.append(str(texts["many"]))
    return tuple(said)


def _needed(change: Change, narrow: Change, words: Words) -> str | None:
    """How large a difference counts, by both standards; None where there is nothing to compare."""
    if change.needed is None or narrow.needed is None:
        return None
    texts = words.texts["change"]
    needed = str(texts["needed"]).format(needed=figure(change.needed))
    return f"{needed} {str(texts['internal']).format(needed=figure(narrow.needed))}"
