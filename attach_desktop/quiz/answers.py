"""Answers as they come in: every one that cannot be is named, none is bent into shape."""

from __future__ import annotations

from collections.abc import Sequence

from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.quiz.questionnaire import Questionnaire

#: One answer for each item, in the fixed order: a scale point from 1, or None for a sentence that was skipped.
Answers = tuple[int | None, ...]


def answer_faults(answers: object, items: int, points: int) -> list[Fault]:
    """What is wrong with ``answers`` to ``items`` items on ``points`` points, each fault with its place (from 0).

    0, 3.5, 3.0, "7", true and NaN are refused, never rounded or clamped: a guess would be scored as if it were meant.
    """
    if not isinstance(answers, list | tuple):
        return [fault("answers", "not-a-list")]
    faults: list[Fault] = []
    if len(answers) != items:
        faults.append(fault("answers", "wrong-length", expected=items, given=len(answers)))
    for place, answer in enumerate(answers[: 2 * items]):
        if answer is None:
            continue
        if isinstance(answer, bool) or not isinstance(answer, int):
            faults.append(fault(f"answers[{place}]", "not-a-whole-number"))
        elif not 1 <= answer <= points:
            faults.append(fault(f"answers[{place}]", "out-of-range", low=1, high=points, given=str(answer)[:12]))
    return faults


def checked(answers: Sequence[object], questionnaire: Questionnaire) -> Answers:
    """The answers to ``questionnaire``. Raises FaultsError with every fault named."""
    points = len(questionnaire.points)
    if isinstance(answers, list | tuple) and len(answers) == len(questionnaire.items):
        for answer in answers:
            if answer is not None and (type(answer) is not int or not 1 <= answer <= points):
                break
        else:
            return tuple(answers)
    faults = answer_faults(answers, len(questionnaire.items), points)
    if faults:
        raise FaultsError(faults)
    return tuple(int(answer) if isinstance(answer, int) else None for answer in answers)
