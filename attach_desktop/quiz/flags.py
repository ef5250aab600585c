"""Signs of careless answers, for the person's own benefit and never as a reproach.

Sources: longest run and spread of answers as in Johnson (2005) and Dunn, Heggestad, Shanock and Theilgard (2018), page
time as in Huang, Curran, Keeney, Poposki and DeShon (2012). The thresholds come from an own re-analysis of public
answers to a longer questionnaire (36 items, 39,112 adults) and lie where about one sitting in a hundred does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from attach_desktop.quiz.answers import Answers
from attach_desktop.quiz.questionnaire import Questionnaire

Flag = Literal["all-same", "long-run", "little-spread", "both-ways", "quick"]
#: The thresholds for 16 items on 7 points; the functions below carry them over to other questionnaires.
LONG_RUN_OF_16, LITTLE_SPREAD_OF_7, WIDE_GAP_OF_7 = 10, 0.75, 3.5
#: With fewer answers than this, equal ones mean nothing.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Pattern:
    """How the answers lie, whatever they say.

    ``answered`` counts them; ``longest_run`` is the longest run of equal answers in the order of the items, skipped
    ones left out; ``spread`` the standard deviation of the answers (n − 1; None below two); ``gaps`` for each dimension
    the mean of its counted direct answers minus that of its reversed ones (None where one of the two has none).
    """

    answered: int
    longest_run: int
    spread: float | None
    gaps: tuple[float | None, float | None]


def pattern(questionnaire: Questionnaire, answers: Answers) -> Pattern:
    """The pattern of ``answers``, which have been checked."""
    given = [answer for answer in answers if answer is not None]
    longest = run = 0
    before = None
    for answer in given:
        run = run + 1 if answer == before else 1
        before = answer
        if run > longest:
            longest = run
    spread = None
    if len(given) > 1:
        total, squares = sum(given), sum([answer * answer for answer in given])
        spread = math.sqrt((squares - total * total / len(given)) / (len(given) - 1))
    turn = len(questionnaire.points) + 1
    first, second = (_gap(keys, answers, turn) for keys in questionnaire.keys)
    return Pattern(len(given), longest, spread, (first, second))


def _gap(keys: tuple[tuple[int, bool], ...], answers: Answers, turn: int) -> float | None:
    direct = direct_count = turned = turned_count = 0
    for place, is_reversed in keys:
        answer = answers[place]
        if answer is None:
            continue
        if is_reversed:
            turned += turn - answer
            turned_count += 1
        else:
            direct += answer
            direct_count += 1
    if not direct_count or not turned_count:
        return None
    return direct / direct_count - turned / turned_count


def long_run(items: int) -> int:
    """From how many equal answers in a row on the run is long: 10 of 16, five eighths of fewer, slowly more of more.

    In shorter questionnaires at least 4. Runs hardly grow with the number of items, so beyond 16 it is one more for
    every eight: 12 of 36, where a hundredth of sittings reaches 13.
    """
    if items <= 16:
        return max(_FEWEST, math.ceil(LONG_RUN_OF_16 * items / 16))
    return LONG_RUN_OF_16 + (items - 16) // 8


def little_spread(points: int) -> float:
    """Below which standard deviation of the answers the spread is little: an eighth of the scale's width."""
    return LITTLE_SPREAD_OF_7 * (points - 1) / 6


def wide_gap(points: int) -> float:
    """Above which gap opposite sentences were answered alike: seven twelfths of the scale's width."""
    return WIDE_GAP_OF_7 * (points - 1) / 6


def find_flags(found: Pattern, items: int, points: int, *, quick: bool) -> tuple[Flag, ...]:
    """The signs that apply, the plainest first. ``quick``: the median time for an item was under two seconds."""
    flags: list[Flag] = []
    if found.answered >= _FEWEST:
        if found.longest_run == found.answered:
            flags.append("all-same")
        if found.longest_run >= long_run(items):
            flags.append("long-run")
        if found.spread is not None and found.spread < little_spread(points):
            flags.append("little-spread")
    first, second = found.gaps
    limit = wide_gap(points)
    if first is not None and second is not None and min(abs(first), abs(second)) > limit and first * second > 0:
        flags.append("both-ways")
    if quick:
        flags.append("quick")
    return tuple(flags)
