"""Looking at many comparisons at once without being fooled by the luckiest."""

from __future__ import annotations

from collections.abc import Sequence


def false_discovery(p: Sequence[float]) -> list[float]:
    """The q of each p (Benjamini & Hochberg 1995): the least share of false finds among all with a p as small.

    q(i) = min over j ≥ i of p(j) · m / j for the p in rising order; at most 1.
    """
    order = sorted(range(len(p)), key=lambda at: p[at], reverse=True)
    found, least = [1.0] * len(p), 1.0
    for above, at in enumerate(order):
        least = min(least, p[at] * len(p) / (len(p) - above))
        found[at] = least
    return found
