"""Which cards Today shows, and in which order. Values in, values out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

SETTING = "today"


class Arrangement(NamedTuple):
    """The keys of the cards in their order, and which of them are hidden."""

    order: tuple[str, ...]
    hidden: frozenset[str] = frozenset()

    @classmethod
    def read(cls, kept: Any, keys: Sequence[str]) -> Arrangement:
        """What was kept, with cards that came later at their own place, and without those that are gone."""
        given = kept if isinstance(kept, dict) else {}
        order = [key for key in given.get("order", ()) if key in keys]
        for at, key in enumerate(keys):
            if key not in order:
                # After the card that precedes it by nature.
                before = next((one for one in reversed(keys[:at]) if one in order), None)
                order.insert(order.index(before) + 1 if before is not None else 0, key)
        return cls(tuple(order), frozenset(key for key in given.get("hidden", ()) if key in keys))

    def kept(self) -> dict[str, list[str]]:
        """As it is kept."""
        return {"order": list(self.order), "hidden": sorted(self.hidden)}

    def moved(self, key: str, step: int) -> Arrangement:
        """With a card moved up (−1) or down (1)."""
        order = list(self.order)
        at = order.index(key)
        to = min(max(at + step, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        return Arrangement(tuple(order), self.hidden)

    def shown(self, key: str, *, visible: bool) -> Arrangement:
        """With a card shown or hidden."""
        return Arrangement(self.order, self.hidden - {key} if visible else self.hidden | {key})
