"""What the drawings of the quiz show, as values: the plane with its points, and one figure over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PlanePoint:
    """A point with its box, all in scale points, and what stands beside it."""

    x: float
    y: float
    across: tuple[float, float]
    up: tuple[float, float]
    label: str = ""


@dataclass(frozen=True, slots=True)
class PlaneStrip:
    """What is known where one of the two figures is missing: the other one, with its interval, across or up."""

    across: bool
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PlaneData:
    """What is drawn: the scale from 1 to ``points``, both cuts, names of axes, their ends and the four parts.

    ``parts`` are in the order both low, second high, first high, both high. ``line`` is oldest first; ``chosen`` is
    the place in it of the point that the drawing is about, None where that one has no point (perhaps a ``strip``).
    """

    points: int
    cuts: tuple[float, float]
    names: tuple[str, str]
    ends: tuple[tuple[str, str], tuple[str, str]]
    parts: tuple[str, str, str, str]
    line: tuple[PlanePoint, ...] = ()
    chosen: int | None = None
    strip: PlaneStrip | None = None

    @property
    def point(self) -> PlanePoint | None:
        """The point that the drawing is about."""
        return None if self.chosen is None else self.line[self.chosen]


@dataclass(frozen=True, slots=True)
class Step:
    """A figure on a day, with its interval; ``chosen`` is the one the page is about."""

    day: date
    value: float
    low: float
    high: float
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class StepsData:
    """The scale from ``low`` to ``high`` with a line at ``middle``, words for its ends, and the steps by day."""

    low: float
    high: float
    middle: float
    ends: tuple[str, str]
    steps: tuple[Step, ...]
