"""What a take comes to, as it is shown and printed. Values in, values out: no widgets, no vault, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attach_desktop.days import DayText
from attach_desktop.quiz.answers import Answers, answer_faults
from attach_desktop.quiz.change import unlike
from attach_desktop.quiz.picture import PlaneData, PlanePoint, PlaneStrip
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.scoring import DimensionScore, Result, contributions, score
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words, figure
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.words import word_key

#: Stands in a table where there is no figure.
NO_FIGURE = "–"


@dataclass(frozen=True, slots=True)
class AxisState:
    """One axis in words: its name, its plain sentences, and its figure with the interval (empty without a figure)."""

    name: str
    sentences: str
    figures: str


@dataclass(frozen=True, slots=True)
class ResultState:
    """Everything that one take comes to, in the order in which it is shown."""

    plane: PlaneData
    plane_sentence: str
    plane_table: tuple[tuple[str, str, str, str], ...]
    axes: tuple[AxisState, ...]
    band: str
    flags: tuple[str, ...]
    nearest: str
    described: tuple[str, ...]
    items: tuple[tuple[str, str, str, str, str], ...]
    working: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def can_fit(self) -> bool:
        """Whether there is anything that could be asked to fit."""
        return any(axis.figures for axis in self.axes)


def readable(questionnaire: Questionnaire | None, lens: str, answers: Answers) -> bool:
    """Whether answers can be read with a questionnaire: a person may have changed the file without a new version."""
    return (
        questionnaire is not None
        and any(one.id == lens for one in questionnaire.lenses)
        and not answer_faults(answers, len(questionnaire.items), len(questionnaire.points))
    )


def about(questionnaire: Questionnaire | None, lens: str, alias: str) -> str:
    """Whom a take is about: the lens in words (its id where nobody knows it any more) and the alias."""
    lenses = questionnaire.lenses if questionnaire else ()
    name = next((one.name for one in lenses if one.id == lens), lens)
    return f"{name} · {alias.strip()}" if alias.strip() else name


def alike(questionnaire: Questionnaire, take: Stored[Take], line: Sequence[Stored[Take]]) -> list[Stored[Take]]:
    """The takes of ``line`` (one questionnaire, version and lens) that are about the same person as ``take``.

    A take without a name belongs to the one person that others name; with two of them in the line, to neither.
    """
    like = [
        one
        for one in line
        if not unlike(one.value, take.value) and readable(questionnaire, one.value.lens, one.value.answers)
    ]
    names = {word_key(one.value.alias) for one in line} - {""}
    if len(names) > 1:
        own = word_key(take.value.alias)
        like = [one for one in like if word_key(one.value.alias) == own]
    return like


def result_state(
    questionnaire: Questionnaire, take: Stored[Take], like: Sequence[Stored[Take]], words: Words, days: DayText
) -> ResultState:
    """The state for ``take``; ``like`` holds the takes that it is drawn among, itself included, oldest first."""
    result = score(questionnaire, take.value.answers, quick=take.value.quick)
    points = len(questionnaire.points)
    pairs = list(zip(questionnaire.dimensions, result.dimensions, strict=True))
    plane = plane_data(questionnaire, take, like, words, days)
    return ResultState(
        plane=plane,
        plane_sentence=words.plane(questionnaire, result),
        plane_table=tuple((dimension.name, *figures(scored, points)) for dimension, scored in pairs),
        axes=tuple(
            AxisState(
                dimension.name,
                " ".join(words.level(dimension, scored)),
                words.point(dimension, scored, points) if scored.mean is not None else "",
            )
            for dimension, scored in pairs
        ),
        band=words.band(result),
        flags=tuple(words.flags(result)),
        nearest=words.nearest(result),
        described=result.nearest if questionnaire.about_attachment else (),
        items=_items(questionnaire, take.value, words),
        working=tuple(
            (dimension.name, tuple(words.working(questionnaire, which, scored)))
            for which, (dimension, scored) in enumerate(pairs)
        ),
    )


def figures(scored: DimensionScore, points: int) -> tuple[str, str, str]:
    """A mean and its interval as a table has them."""
    shown = scored.shown(points)
    if scored.mean is None or shown is None:
        return NO_FIGURE, NO_FIGURE, NO_FIGURE
    return figure(scored.mean), figure(shown[0]), figure(shown[1])


def plane_data(
    questionnaire: Questionnaire, take: Stored[Take], like: Sequence[Stored[Take]], words: Words, days: DayText
) -> PlaneData:
    """The plane with the take's point among those of the other takes, dated where there are several."""
    first, second = questionnaire.dimensions
    points = len(questionnaire.points)
    results = [(one.id, one.value.at.day, score(questionnaire, one.value.answers)) for one in like]
    drawn = [
        (record_id, point)
        for record_id, day, result in results
        if (point := _point(result, points, days.short(day) if len(like) > 1 else "")) is not None
    ]
    return PlaneData(
        points=points,
        cuts=(first.reference.cut, second.reference.cut),
        names=(first.name, second.name),
        ends=((first.low, first.high), (second.low, second.high)),
        parts=_parts(questionnaire, words),
        line=tuple(point for _, point in drawn),
        chosen=next((at for at, (record_id, _) in enumerate(drawn) if record_id == take.id), None),
        strip=_strip(score(questionnaire, take.value.answers), points),
    )


def _parts(questionnaire: Questionnaire, words: Words) -> tuple[str, str, str, str]:
    low_low, high_up, high_across, both = questionnaire.parts
    return words.part(low_low), words.part(high_up), words.part(high_across), words.part(both)


def _point(result: Result, points: int, label: str) -> PlanePoint | None:
    across, up = result.dimensions
    wide, tall = across.shown(points), up.shown(points)
    if across.mean is None or up.mean is None or wide is None or tall is None:
        return None
    return PlanePoint(across.mean, up.mean, wide, tall, label)


def _strip(result: Result, points: int) -> PlaneStrip | None:
    known = [(at == 0, scored) for at, scored in enumerate(result.dimensions) if scored.mean is not None]
    if len(known) != 1:
        return None
    across, scored = known[0]
    shown = scored.shown(points)
    return None if scored.mean is None or shown is None else PlaneStrip(across, scored.mean, *shown)


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
                f"{part.place + 1}.  {questionnaire.sentence(part.place, lens, take.alias)}",
                names[part.dimension],
                answer,
                NO_FIGURE if part.keyed is None else str(part.keyed),
                NO_FIGURE if part.share is None else figure(part.share),
            )
        )
    return tuple(rows)
