"""The cards of the page, in their order. What each shows is worked out in ``states.py``, in another thread."""

from __future__ import annotations

from typing import NamedTuple


class CardSpec(NamedTuple):
    """One card: its key (as ``insights.CARDS`` has it), and whether it takes the whole width."""

    key: str
    wide: bool = False


CARDS = (
    CardSpec("mood", wide=True),
    CardSpec("patterns", wide=True),
    CardSpec("year"),
    CardSpec("map"),
    CardSpec("hours", wide=True),
    CardSpec("triggers", wide=True),
    CardSpec("chain", wide=True),
    CardSpec("helps"),
    CardSpec("works"),
    CardSpec("feelings", wide=True),
    CardSpec("weekdays"),
    CardSpec("beside"),
    CardSpec("quiz"),
    CardSpec("check-ins"),
)
