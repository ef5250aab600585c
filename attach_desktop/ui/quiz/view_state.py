"""What the result page shows, derived from takes. Values in, values out: no widgets, no vault, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from attach_desktop.errors import FaultsError
from attach_desktop.quiz.change import rci, unlike
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.scoring import Result, contributions, score
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words, figure
from attach_desktop.ui.charts.plane import PlaneData, PlanePoint
from attach_desktop.ui.charts.steps import Step, StepsData
from attach_desktop.vault.kind import Stored

#: More comparisons than this, and some cross the line by chance.
FEW_COMPARISONS = 2


@dataclass(frozen=True, slots=True)
class ResultState:
    """Everything the page of one take shows, in the order in which it shows it."""

    plane: PlaneData
    plane_sentence: str
    plane_table: tuple[tuple[str, str, str, str], ...]
    axes: tuple[tuple[str, str, str], ...]
    band: str
    nearest: str
    described: tuple[str, ...]
    flags: tuple[str, ...]
    lines: tuple[tuple[str, StepsData], ...]
    working: tuple[tuple[str, tuple[str, ...]], ...]
    items: tuple[tuple[str, str, str, str, str], ...]


def result_state(
    questionnaire: Questionnaire, take: Stored[Take], line: Sequence[Stored[Take]], words: Words, day: DayText
) -> ResultState:
    """The state for ``take``; ``line`` holds every take of its questionnaire, version and lens, oldest first."""
    result = score(questionnaire, take.value.answers, quick=take.value.quick)
    points = len(questionnaire.points)
    like = [one for one in line if not unlike(one.value, take.value)]
    return ResultState(
        plane=plane_data(questionnaire, take, like, words, day),
        plane_sentence=words.plane(questionnaire, result),
        plane_table=_table(questionnaire, result, points),
        axes=_axes(questionnaire, result, points, words),
        band=words.band(result),
        nearest=words.nearest(result),
        described=tuple(dict.fromkeys(result.nearest)) if questionnaire.about_attachment else (),
        flags=tuple(words.flags(result)) if take.value.kept or result.flags else (),
        lines=_lines(questionnaire, take, like, day),
        working=tuple(
            (dimension.name, tuple(words.working(questionnaire, which, scored)))
            for which, (dimension, scored) in enumerate(zip(questionnaire.dimensions, result.dimensions, strict=True))
        ),
        items=_items(questionnaire, take.value, words),
    )


@dataclass(frozen=True, slots=True)
class DayText:
    """How days are written: ``short`` beside points, ``full`` in sentences."""

    months: tuple[str, ...]

    def short(self, day: date) -> str:
        """Such as "8 Nov 26"."""
        return f"{day.day} {self.months[day.month - 1]} {day.year % 100:02}"

    def full(self, day: date) -> str:
        """Such as "8 Nov 2026"."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


def plane_data(
    questionnaire: Questionnaire, take: Stored[Take], like: Sequence[Stored[Take]], words: Words, day: DayText
) -> PlaneData:
    """The plane with the take's point and those of the other takes, faint."""
    first, second = questionnaire.dimensions
    return PlaneData(
        points=len(questionnaire.points),
        cuts=(first.reference.cut, second.reference.cut),
        names=(first.name, second.name),
        ends=((first.low, first.high), (second.low, second.high)),
        parts=tuple(words.part(part) for part in questionnaire.parts),  # type: ignore[arg-type]
        point=_point(questionnaire, take.value, ""),
        earlier=tuple(
            found
            for one in like
            if one.id != take.id
            and (found := _point(questionnaire, one.value, day.short(one.value.at.day))) is not None
        ),
    )


def _point(questionnaire: Questionnaire, take: Take, label: str) -> PlanePoint | None:
    across, up = score(questionnaire, take.answers).dimensions
    points = len(questionnaire.points)
    wide, tall = across.shown(points), up.shown(points)
    if across.mean is None or up.mean is None or wide is None or tall is None:
        return None
    return PlanePoint(across.mean, up.mean, wide, tall, label)


def _table(questionnaire: Questionnaire, result: Result, points: int) -> tuple[tuple[str, str, str, str], ...]:
    rows = []
    for dimension, scored in zip(questionnaire.dimensions, result.dimensions, strict=True):
        shown = scored.shown(points)
        if scored.mean is None or shown is None:
            rows.append((dimension.name, "–", "–", "–"))
        else:
            rows.append((dimension.name, figure(scored.mean), figure(shown[0]), figure(shown[1])))
    return tuple(rows)


def _axes(questionnaire: Questionnaire, result: Result, points: int, words: Words) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (
            dimension.name,
            " ".join(words.level(dimension, scored)),
            words.point(dimension, scored, points) if scored.mean is not None else "",
        )
        for dimension, scored in zip(questionnaire.dimensions, result.dimensions, strict=True)
    )


def _lines(
    questionnaire: Questionnaire, take: Stored[Take], like: Sequence[Stored[Take]], day: DayText
) -> tuple[tuple[str, StepsData], ...]:
    """One line for each axis, where there is more than one take to draw."""
    if len(like) < 2:
        return ()
    points, found = len(questionnaire.points), []
    for which, dimension in enumerate(questionnaire.dimensions):
        steps = []
        for one in like:
            scored = score(questionnaire, one.value.answers).dimensions[which]
            shown = scored.shown(points)
            if scored.mean is not None and shown is not None:
                steps.append(
                    Step(one.value.at.day, scored.mean, *shown, day.short(one.value.at.day), chosen=one.id == take.id)
                )
        data = StepsData(1, points, dimension.reference.cut, (dimension.low, dimension.high), tuple(steps))
        found.append((dimension.name, data))
    return tuple(found)


def _items(questionnaire: Questionnaire, take: Take, words: Words) -> tuple[tuple[str, str, str, str, str], ...]:
    """Every item's sentence, axis, answer, what it counts, and its share of the mean."""
    lens = questionnaire.lens(take.lens)
    names = {dimension.id: dimension.name for dimension in questionnaire.dimensions}
    texts = words.texts["scored"]
    rows = []
    for part in contributions(questionnaire, take.answers):
        direction = texts["reversed"] if part.reversed else texts["direct"]
        answer = texts["skipped"] if part.answer is None else f"{part.answer} ({direction})"
        rows.append(
            (
                questionnaire.sentence(part.place, lens, take.alias),
                names[part.dimension],
                answer,
                "–" if part.keyed is None else str(part.keyed),
                "–" if part.share is None else figure(part.share),
            )
        )
    return tuple(rows)


def comparison(questionnaire: Questionnaire, first: Take, second: Take, words: Words) -> tuple[str, ...]:
    """Two takes compared, in sentences; why not, where they cannot be."""
    texts = words.texts["change"]
    try:
        changes = rci(questionnaire, first, second)
        inner = rci(questionnaire, first, second, "internal")
    except FaultsError:
        return (str(texts["unlike"]),)
    said = []
    for dimension, change, narrow in zip(questionnaire.dimensions, changes, inner, strict=True):
        said.append(words.change(dimension, change))
        if change.needed is not None and narrow.needed is not None:
            said.append(
                str(texts["needed"]).format(needed=figure(change.needed))
                + " "
                + str(texts["internal"]).format(needed=figure(narrow.needed))
            )
    return tuple(said)
