"""What lies beside mood: quiz takes, check-in answers, gratitude and practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.facts.mood import DayMood
from attach_desktop.insights.statistics.estimate import Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFact:
    """A quiz take and the days around it: those before, and those from its day on (14 each)."""

    id: str
    day: date
    questionnaire: str
    lens: str
    before: tuple[DayMood, ...]
    after: tuple[DayMood, ...]
    mood_before: Estimate | None
    mood_after: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundQuiz(Fact):
    """Card "quiz": the takes in the period, the newest first (at most 6)."""

    takes: tuple[TakeFact, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a check-in: 0 to 10, None where it was left out."""

    day: date
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a check-in form and its answers in order of time.

    ``id`` and ``wording`` name it in one wording; ``asked`` is how it read last.
    """

    form: str
    id: str
    wording: int
    asked: str
    answers: tuple[Answer, ...]
    middle: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInAnswers(Fact):
    """Card "check-ins": every question that was answered in the period. ``basis.entries`` counts check-ins."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class WeekBeside:
    """A week (its Monday): the median of its days' moods, and on how many days gratitude and practice were kept."""

    begin: date
    days: int
    mood: float | None
    gratitude: int
    practice: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside(Fact):
    """Card "beside": gratitude and practice beside mood, week by week, without a claim."""

    weeks: tuple[WeekBeside, ...]
    gratitude: int
    practice: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.gratitude or self.practice)
