"""Two takes side by side: whether they differ by more than a person's answers do anyway.

The reliable change index of Jacobson and Truax (1991): the difference of two scores divided by the standard error of
that difference. With the internal consistency it leaves ordinary ups and downs out; with the retest correlation it
counts them in, so that one is used for every sentence about change.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.quiz.questionnaire import Questionnaire, Reference
from attach_desktop.quiz.scoring import Z95, DimensionScore, error_with, score
from attach_desktop.quiz.take import Take
from attach_desktop.vault.words import word_key

Which = Literal["retest", "internal"]
#: Sooner than this, answers have hardly had time to move for a reason: a kind word, no block.
RETAKE_DAYS = 28


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one dimension between two takes.

    ``first`` and ``second`` are the two means, ``error`` the standard error of their difference, all in scale points;
    ``rci`` the difference ÷ error, negative where the second is lower. All None where one take has no figure.
    """

    dimension: str
    first: float | None
    second: float | None
    error: float | None
    rci: float | None

    @property
    def needed(self) -> float | None:
        """The smallest difference, in scale points, that counts as more than ordinary fluctuation."""
        return None if self.error is None else Z95 * self.error

    @property
    def beyond(self) -> bool | None:
        """Whether the difference is more than ordinary fluctuation: |rci| of 1.96 or more."""
        return None if self.rci is None else abs(self.rci) >= Z95


def unlike(first: Take, second: Take) -> list[Fault]:
    """Why two takes must not be compared: other questionnaire, version or lens, or another person by name."""
    faults = [
        fault(field, "differs-between-takes")
        for field in ("questionnaire", "version", "lens")
        if getattr(first, field) != getattr(second, field)
    ]
    # One of them may simply have been left without a name; two different names are two different people.
    names = {word_key(take.alias) for take in (first, second)} - {""}
    return [*faults, fault("alias", "differs-between-takes")] if len(names) > 1 else faults


def rci(questionnaire: Questionnaire, first: Take, second: Take, which: Which = "retest") -> tuple[Change, Change]:
    """Compare two takes of ``questionnaire``, dimension by dimension.

    With m of k items answered, the error of one take is SD·√(1 − r)·√(k ÷ m); that of the difference is the root of
    the sum of both squares. Raises FaultsError where the takes must not be compared or are of other items.
    """
    faults = unlike(first, second)
    if not faults and (first.questionnaire, first.version) != (questionnaire.id, questionnaire.version):
        faults = [fault("questionnaire", "other-questionnaire", wanted=questionnaire.id)]
    if faults:
        raise FaultsError(faults)
    pairs = zip(
        questionnaire.dimensions,
        score(questionnaire, first.answers).dimensions,
        score(questionnaire, second.answers).dimensions,
        strict=True,
    )
    one, two = (
        change(dimension.reference.standard_error(_correlation(dimension.reference, which)), before, after)
        for dimension, before, after in pairs
    )
    return one, two


def _correlation(reference: Reference, which: Which) -> float:
    return reference.r_retest if which == "retest" else reference.r_internal


def change(sem: float, first: DimensionScore, second: DimensionScore) -> Change:
    """The change of one dimension, where ``sem`` is the standard error of one take with all items answered."""
    if first.mean is None or second.mean is None:
        return Change(first.dimension, first.mean, second.mean, None, None)
    error = math.hypot(error_with(sem, first.items, first.answered), error_with(sem, second.items, second.answered))
    return Change(first.dimension, first.mean, second.mean, error, (second.mean - first.mean) / error)


def days_since(last: Take, now: Moment) -> int:
    """Whole days between a take and now; never negative."""
    return max(0, (now.day - last.at.day).days)


def soon(last: Take, now: Moment) -> bool:
    """Whether ``now`` is sooner after the last take than is of use."""
    return days_since(last, now) < RETAKE_DAYS
