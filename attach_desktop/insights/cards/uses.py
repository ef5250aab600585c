"""The uses of each coping card, read as numbers: how often each change stands there, not one use after the other.

Thousands of uses are a few dozen different ones. So that Python need not look at each, a use is one whole number made
of the card, the intensity before and the change; and the day of a card another one.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import eq, itemgetter

from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.records import FIGURES, NAMED, Records
from attach_desktop.insights.statistics.estimate import LEAST_FOR_COMPARISON, Shift
from attach_desktop.insights.statistics.two_groups import counted_shift
from attach_desktop.journal.entry import JOURNAL, RANGES
from attach_desktop.vault.connection import Row

#: So many intensities before there are, and so many changes: from all of it gone to all of it come.
_STARTS = RANGES["intensity_before"][1] + 1
_LOWEST = -RANGES["intensity_before"][1]
_CHANGES = RANGES["intensity_after"][1] - _LOWEST + 1
#: More than there are days up to the year 9999.
_DAYS = 4_000_000

_AT, _DAY, _CARD_DAY, _USE = range(4)


@dataclass(frozen=True, slots=True)
class Uses:
    """The uses of one card, alone and with both intensities: how often each change (after minus before).

    ``by_start`` has the changes by the intensity before, with one use a day, the first. ``together`` more uses had
    other cards beside it.
    """

    label: str
    changes: Mapping[float, int] = field(default_factory=dict)
    by_start: Mapping[int, Mapping[float, int]] = field(default_factory=dict)
    together: int = 0

    @property
    def alone(self) -> int:
        """How many they are."""
        return sum(self.changes.values())


def read_uses(records: Records, selection: Selection) -> tuple[dict[str, Uses], int, int, int]:
    """The uses of every card by its key; how many entries with both figures, on how many days; how many without."""
    keys = records.keys("coping", selection)
    rows = _rows(records, selection, keys)
    silent = [row for row in rows if row[_USE] is None]
    told = [row for row in rows if row[_USE] is not None] if silent else rows
    several = _repeated([row[_AT] for row in told])
    alone = [row for row in told if row[_AT] not in several] if several else told
    together = Counter(row[_CARD_DAY] // _DAYS for row in told if row[_AT] in several) if several else Counter[int]()
    uses = [row[_USE] for row in alone]
    # From the last to the first, so that the first use of a day stays.
    firsts = dict(zip(map(itemgetter(_CARD_DAY), reversed(alone)), reversed(uses), strict=True))
    changes, by_start = _by_card_and_start(Counter(uses)), _by_card_and_start(Counter(firsts.values()))
    found = sorted({*changes, *together, *(row[_CARD_DAY] // _DAYS for row in silent)})
    labels = records.labels("coping", [keys[card] for card in found])
    return (
        {
            keys[card]: Uses(labels[keys[card]], _all(changes.get(card, {})), by_start.get(card, {}), together[card])
            for card in found
        },
        len(alone) + len(several),
        len({row[_DAY] for row in told}),
        len({row[_AT] for row in silent}),
    )


def _rows(records: Records, selection: Selection, keys: Sequence[str]) -> list[Row]:
    """(place, day number, the card's day as a number, the use as a number or None), in order of time.

    A card is its number among ``keys``.
    """
    condition, found = records.found(selection, "w.place")
    day = records.day("w.place")
    return records.connection.rows(
        f"SELECT w.place, {day}, k.key * {_DAYS} + {day}, (k.key * {_STARTS} + r.intensity_before) * {_CHANGES}"  # noqa: S608 (constants; values are bound)
        f" + r.intensity_after - r.intensity_before - {_LOWEST} FROM json_each(?) k"
        f" CROSS JOIN {NAMED} ON w.field = ? AND w.key = k.value CROSS JOIN {FIGURES} ON r.place = w.place"
        f" WHERE {condition} ORDER BY w.place",
        [json.dumps(keys), f"{JOURNAL.name}.coping", *found],
    )


def _by_card_and_start(uses: Mapping[int, int]) -> dict[int, dict[int, dict[float, int]]]:
    """How often each change, by the card and the intensity before."""
    found: dict[int, dict[int, dict[float, int]]] = defaultdict(lambda: defaultdict(dict))
    for use, count in uses.items():
        before, change = divmod(use, _CHANGES)
        found[before // _STARTS][before % _STARTS][change + _LOWEST] = count
    return found


def _all(by_start: Mapping[int, Mapping[float, int]]) -> Mapping[float, int]:
    """The changes whatever the intensity before."""
    found: Counter[float] = Counter()
    for changes in by_start.values():
        found.update(changes)
    return found


def _repeated(places: Sequence[int]) -> set[int]:
    """The places that stand in a list, which is in order, more than once."""
    if not any(map(eq, places, places[1:])):
        return set()
    return {one for one, following in pairwise(places) if one == following}


def most_used(cards: Iterable[Uses]) -> list[Uses]:
    """Cards by how often they were the only thing tried."""
    return sorted(cards, key=lambda card: (-card.alone, -card.together))


def compared(one: Uses, other: Uses) -> Shift | None:
    """How the changes of ``one`` lie to those of ``other`` among times that began equally strong.

    None unless 15 and more of each can be compared.
    """
    if min(one.alone, other.alone) < LEAST_FOR_COMPARISON:
        return None
    strata = [(one.by_start[before], other.by_start[before]) for before in _both(one, other)]
    if min(sum(sum(pair[side].values()) for pair in strata) for side in (0, 1)) < LEAST_FOR_COMPARISON:
        return None
    return counted_shift(strata, step=1)


def comparable(card: Uses, nothing: Uses) -> int:
    """How many uses of ``card``, one a day, began as strong as some of ``nothing``."""
    return sum(sum(card.by_start[before].values()) for before in _both(card, nothing))


def _both(one: Uses, other: Uses) -> list[int]:
    """The intensities that both began with."""
    return sorted(one.by_start.keys() & other.by_start.keys())
