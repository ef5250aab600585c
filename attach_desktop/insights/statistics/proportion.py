"""How often out of how many, with an interval."""

from __future__ import annotations

from math import sqrt

from attach_desktop.insights.statistics.estimate import Interval
from attach_desktop.insights.statistics.ordered import CONFIDENCE, Z


def wilson(times: int, of: int) -> Interval:
    """The score interval for a proportion (Wilson 1927). ``of`` is at least 1; coverage is close to 95 %."""
    if not 0 <= times <= of or of < 1:
        raise ValueError("more times than there were occasions")
    share = times / of
    middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of)
    half = Z / (1 + Z * Z / of) * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    # At 0 and at all, the end is 0 or 1 exactly; rounding must not push it out.
    low = 0.0 if times == 0 else middle - half
    high = 1.0 if times == of else middle + half
    return Interval(low, high, CONFIDENCE, exact=False)
