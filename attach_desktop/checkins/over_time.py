"""How answers go over time, and two check-ins side by side. Pure: values in, values out; no sum is made of anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from attach_desktop.checkins.checkin import Answer, CheckIn, Text

#: A line breaks where more time passed between two check-ins than this: what was in between is not known.
_APART = {"monthly": timedelta(days=63)}
_USUAL = timedelta(days=15)


@dataclass(frozen=True, slots=True)
class Point:
    """A check-in on a line: its day and the point, 0 to 10; None is a gap, where nothing was answered."""

    day: date
    value: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """The answers to one question in one wording, the oldest first. ``asked`` is how it read last."""

    question: str
    wording: int
    asked: str
    points: tuple[Point, ...]

    @property
    def answered(self) -> int:
        """How many of its points are there."""
        return sum(point.value is not None for point in self.points)


def lines(form_id: str, checkins: Iterable[CheckIn]) -> list[Line]:
    """A line for each question and wording that was answered, in the order of the newest check-in that asked it.

    Every check-in of the form from the first answer to the last is a point of each line, None where the question was
    skipped or not asked; another None stands where a line is to break because too much time has passed.
    """
    every = sorted((one for one in checkins if one.form == form_id), key=lambda one: one.at.wall)
    order: dict[tuple[str, int], str] = {}
    for one in reversed(every):
        for answer in one.answers:
            order.setdefault((answer.question, answer.wording), answer.asked)
    found = []
    for (question, wording), asked in order.items():
        values = [(one.at.day, one.value(question, wording)) for one in every]
        points = _broken(_trimmed([Point(day, value) for day, value in values]), _APART.get(form_id, _USUAL))
        if points:
            found.append(Line(question, wording, asked, tuple(points)))
    return found


def _trimmed(points: list[Point]) -> list[Point]:
    """Without what is no answer at both ends."""
    there = [at for at, point in enumerate(points) if point.value is not None]
    return points[there[0] : there[-1] + 1] if there else []


def _broken(points: list[Point], apart: timedelta) -> list[Point]:
    """With a gap wherever two follow each other too late."""
    found: list[Point] = []
    for point in points:
        if found and point.day - found[-1].day > apart and found[-1].value is not None and point.value is not None:
            found.append(Point(found[-1].day + (point.day - found[-1].day) / 2, None))
        found.append(point)
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """A question in two check-ins. A side that is None was not asked; ``alike`` says that both read the same words."""

    question: str
    asked: str
    one: int | str | None
    other: int | str | None
    in_one: bool
    in_other: bool
    alike: bool


def beside(one: CheckIn, other: CheckIn) -> list[Row]:
    """Two check-ins question by question, in the order of the second, then what only the first asked.

    Points are numbers, texts are texts; what was skipped is None.
    """
    first, second = _given(one), _given(other)
    rows = []
    for name in dict.fromkeys([*second, *first]):
        left, right = first.get(name), second.get(name)
        shown = second[name] if name in second else first[name]
        alike = left is not None and right is not None and left.wording == right.wording
        rows.append(Row(name[1], shown.asked, _said(left), _said(right), left is not None, right is not None, alike))
    return rows


def _given(checkin: CheckIn) -> dict[tuple[str, str], Answer | Text]:
    """What was asked, by sort and question."""
    given: Sequence[Answer | Text] = (*checkin.answers, *checkin.texts)
    return {(type(one).__name__, one.question): one for one in given}


def _said(given: Answer | Text | None) -> int | str | None:
    if isinstance(given, Text):
        return given.text.strip() or None
    return None if given is None else given.value
