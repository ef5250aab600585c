"""From answers to two figures, told with their uncertainty. Pure: no clock, no files, no vault.

Sources: reverse keying, means and the standard error of measurement as in classical test theory (Lord and Novick
1968); two dimensions instead of types (Fraley and Waller 1998; Fraley, Hudson, Heffernan and Segal 2015); the names of
the four parts of the plane from Bartholomew and Horowitz (1991).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from attach_desktop.quiz.answers import Answers, checked
from attach_desktop.quiz.flags import Flag, Pattern, find_flags, pattern
from attach_desktop.quiz.questionnaire import Dimension, Questionnaire

Band = Literal["clear", "leans", "between"]
Level = Literal["low", "middle", "high"]
#: Half the width of a 95 % interval, in standard errors.
Z95 = 1.96
#: From .90 the text speaks firmly: a parallel form filled in at the same sitting then agreed three times in four or
#: more; below .60 it agreed about as often as a coin.
SITS, LEANS = 0.90, 0.60
_NEAR_ZERO = 1e-9


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """The figure of one dimension, in scale points.

    ``answered`` of ``items`` sentences were answered. ``mean``, ``sem`` (the standard error with that many answers)
    and ``p_low`` (how much of the uncertainty lies below the cut, 0 to 1) are None where too few were answered.
    ``se_own`` is the person's own spread, the standard deviation of the counted answers divided by √answered (None
    below two answers). ``cut`` is the middle that divides low from high.
    """

    dimension: str
    items: int
    answered: int
    cut: float
    mean: float | None
    sem: float | None
    se_own: float | None
    p_low: float | None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval, mean ± 1.96 standard errors; it may reach beyond the scale."""
        if self.mean is None or self.sem is None:
            return None
        return self.mean - Z95 * self.sem, self.mean + Z95 * self.sem

    def shown(self, points: int) -> tuple[float, float] | None:
        """The interval as it is drawn and told: cut off at the ends of the scale, 1 and ``points``."""
        if self.interval is None:
            return None
        low, high = self.interval
        return max(1.0, low), min(float(points), high)

    @property
    def level(self) -> Level | None:
        """Low or high where nine tenths of the uncertainty or more lie on that side, else middle."""
        if self.p_low is None:
            return None
        if self.p_low >= SITS:
            return "low"
        return "high" if self.p_low <= 1 - SITS else "middle"

    @property
    def sides(self) -> tuple[bool, ...]:
        """The sides of the cut the mean is on: (False,) low, (True,) high; both where it lies exactly on the cut."""
        if self.mean is None:
            return ()
        if abs(self.mean - self.cut) < _NEAR_ZERO:
            return (False, True)
        return (self.mean > self.cut,)


@dataclass(frozen=True, slots=True)
class Result:
    """What one list of answers comes to.

    ``probabilities`` says for each part of the plane how much of the uncertainty falls on it (they add up to 1); it
    is never a share of a style. ``nearest`` is the part whose prototype lies nearest, or the 2 or 4 that tie where a
    figure lies exactly on its cut. ``between`` names the parts that the answers do not tell apart. All of these are
    empty, and ``band`` None, where a dimension has no figure.
    """

    dimensions: tuple[DimensionScore, DimensionScore]
    probabilities: Mapping[str, float]
    nearest: tuple[str, ...]
    between: tuple[str, ...]
    band: Band | None
    pattern: Pattern
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One item's part in its dimension's mean: the answer, what it counts (``keyed``), and ``keyed`` ÷ answered."""

    place: int
    dimension: str
    reversed: bool
    answer: int | None
    keyed: int | None
    share: float | None


def phi(z: float) -> float:
    """The standard normal distribution function Φ, by the error function."""
    return 0.5 * (1.0 + math.erf(z / math.sqrt(2.0)))


def keyed(answer: int, points: int, *, is_reversed: bool) -> int:
    """What an answer counts: itself, or ``points`` + 1 − answer for a reversed item (8 − x on seven points)."""
    return points + 1 - answer if is_reversed else answer


def needed(dimension: Dimension, items: int) -> int:
    """How many of ``items`` sentences must be answered for a figure (6 of 8 with three quarters)."""
    return max(1, math.ceil(dimension.reference.min_answered * items - _NEAR_ZERO))


def error_with(sem: float, items: int, answered: int) -> float:
    """The standard error when only ``answered`` of ``items`` were: SEM·√(items ÷ answered)."""
    return sem * math.sqrt(items / answered)


def score(questionnaire: Questionnaire, answers: Sequence[object], *, quick: bool = False) -> Result:
    """Score one list of answers (None for skipped). Raises FaultsError naming every answer that cannot be.

    ``quick`` says that the median time for an item was under two seconds; no time is ever kept beyond that.
    """
    given = checked(answers, questionnaire)
    first = _dimension(questionnaire, 0, given)
    second = _dimension(questionnaire, 1, given)
    drawn = pattern(questionnaire, given)
    flags = find_flags(drawn, len(questionnaire.items), len(questionnaire.points), quick=quick)
    if first.p_low is None or second.p_low is None:
        return Result((first, second), {}, (), (), None, drawn, flags)
    parts = questionnaire.parts
    a, b = first.p_low, second.p_low
    # Products: the errors of the two dimensions are taken as independent.
    chances = (a * b, a * (1 - b), (1 - a) * b, (1 - a) * (1 - b))
    nearest = tuple(parts[2 * one + two] for one in first.sides for two in second.sides)
    band = _band(max(chances), len(nearest))
    return Result(
        (first, second),
        dict(zip(parts, chances, strict=True)),
        nearest,
        _between(parts, chances) if band == "between" else (),
        band,
        drawn,
        flags,
    )


def _dimension(questionnaire: Questionnaire, which: int, answers: Answers) -> DimensionScore:
    dimension, keys = questionnaire.dimensions[which], questionnaire.keys[which]
    turn = len(questionnaire.points) + 1
    counted = [
        turn - answer if is_reversed else answer
        for place, is_reversed in keys
        if (answer := answers[place]) is not None
    ]
    items, answered, reference = len(keys), len(counted), dimension.reference
    se_own = None
    if answered > 1:
        total = sum(counted)
        squares = sum([value * value for value in counted])
        se_own = math.sqrt((squares - total * total / answered) / (answered - 1) / answered)
    if answered < needed(dimension, items):
        return DimensionScore(dimension.id, items, answered, reference.cut, None, None, se_own, None)
    mean = sum(counted) / answered
    sem = error_with(reference.standard_error(reference.r_internal), items, answered)
    p_low = phi((reference.cut - mean) / sem)
    return DimensionScore(dimension.id, items, answered, reference.cut, mean, sem, se_own, p_low)


def _band(largest: float, nearest: int) -> Band:
    if nearest > 1 or largest < LEANS:
        return "between"
    return "clear" if largest >= SITS else "leans"


def _between(parts: Sequence[str], chances: Sequence[float]) -> tuple[str, ...]:
    """The parts to name, the likeliest first: two, and every further one at least half as likely as the first."""
    order = sorted(range(4), key=lambda place: -chances[place])
    largest = chances[order[0]]
    return tuple(parts[place] for rank, place in enumerate(order) if rank < 2 or chances[place] >= largest / 2)


def contributions(questionnaire: Questionnaire, answers: Sequence[object]) -> tuple[Contribution, ...]:
    """Each item's part in the mean, in the order of the items; the shares of a dimension add up to its mean."""
    given = checked(answers, questionnaire)
    points = len(questionnaire.points)
    counts = {
        dimension.id: sum(given[place] is not None for place, _ in keys)
        for dimension, keys in zip(questionnaire.dimensions, questionnaire.keys, strict=True)
    }
    found = []
    for place, (item, answer) in enumerate(zip(questionnaire.items, given, strict=True)):
        value = None if answer is None else keyed(answer, points, is_reversed=item.reversed)
        share = None if value is None else value / counts[item.dimension]
        found.append(Contribution(place, item.dimension, item.reversed, answer, value, share))
    return tuple(found)
