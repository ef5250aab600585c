"""The cards of the page, in their order. What each shows is worked out in ``states.py``, in another thread."""

from __future__ import annotations

from typing import NamedTuple


class CardSpec(NamedTuple):
    """One card: its key, whether it takes the whole width, whether it is about entries.

    The keys are those of ``insights/catalogue.py``. Cards that are not about entries have something to show also where
    no entry of the journal is found.
    """

    key: str
    wide: bool = False
    of_entries: bool = True


CARDS = (
    CardSpec("mood", wide=True),
    CardSpec("patterns", wide=True),
    CardSpec("year"),
    CardSpec("map"),
    CardSpec("hours", wide=True),
    CardSpec("triggers", wide=True),
    CardSpec("chain", wide=True),
    CardSpec("helps"),
    CardSpec("works", of_entries=False),
    CardSpec("feelings", wide=True),
    CardSpec("weekdays"),
    CardSpec("beside", of_entries=False),
    CardSpec("quiz", of_entries=False),
    CardSpec("check-ins", of_entries=False),
)
