"""How often out of how many, with an interval."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from attach_desktop.insights.statistics.estimate import Interval
from attach_desktop.insights.statistics.ordered import CONFIDENCE


def wilson(times: int, of: int, confidence: float = CONFIDENCE) -> Interval:
    """The score interval for a proportion (Wilson 1927). ``of`` is at least 1; coverage is close to ``confidence``."""
    if not 0 <= times <= of or of < 1:
        raise ValueError("more times than there were occasions")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = times / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    # At 0 and at all, the end is 0 or 1 exactly; rounding must not push it out.
    low = 0.0 if times == 0 else middle - half
    high = 1.0 if times == of else middle + half
    return Interval(low, high, confidence, exact=False)
