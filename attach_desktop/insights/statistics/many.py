"""Looking at many comparisons at once without being fooled by the luckiest."""

from __future__ import annotations

from collections.abc import Sequence


def false_discovery(p: Sequence[float], *, related: bool = False) -> list[float]:
    """The q of each p (Benjamini & Hochberg 1995): the least share of false finds among all with a p as small.

    q(i) = min over j ≥ i of p(j) · m / j for the p in rising order; at most 1. That is proven for comparisons that know
    nothing of each other, and for those that lean the same way, such as several things each compared with one other.

    ``related`` is for comparisons that may depend on each other in any way, such as all pairs of several things. Each q
    is then 1 + 1/2 + … + 1/m times as large (Benjamini & Yekutieli 2001), which is proven for all of them.
    """
    order = sorted(range(len(p)), key=lambda at: p[at], reverse=True)
    stricter = sum(1 / rank for rank in range(1, len(p) + 1)) if related else 1.0
    found, least = [1.0] * len(p), 1.0
    for above, at in enumerate(order):
        least = min(least, p[at] * len(p) / (len(p) - above) * stricter)
        found[at] = least
    return found
