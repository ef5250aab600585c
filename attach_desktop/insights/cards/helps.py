"""What helps: coping cards by the change of intensity, compared among times that began equally strong.

Feelings at a peak ease anyway (regression to the mean). A card that is only taken out at peaks would therefore look
helpful without helping. So cards are never judged by their change alone, but against "nothing in particular" and each
other, and only among times with the same intensity before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations

from attach_desktop.insights.cards.triggers import clear_of
from attach_desktop.insights.facts import Basis, CardPair, CopingFact, Selection, WhatHelps
from attach_desktop.insights.records import Records
from attach_desktop.insights.statistics.before_after import change_estimate
from attach_desktop.insights.statistics.estimate import LEAST_FOR_COMPARISON, LEAST_FOR_INTERVAL, Shift
from attach_desktop.insights.statistics.ordered import Ordered
from attach_desktop.insights.statistics.two_groups import stratified_shift
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.vault.words import word_key

#: So many cards are shown, and so many of them compared with each other.
SHOWN, PAIRED = 12, 4
_BETWEEN = "\x1f"


@dataclass(slots=True)
class Uses:
    """The uses of one card, alone and with both intensities, in order of time: (day, before, change)."""

    label: str
    alone: list[tuple[int, int, int]] = field(default_factory=list)
    together: int = 0

    def by_start(self) -> dict[int, list[float]]:
        """The changes by the intensity before; one use a day, the first."""
        found: dict[int, list[float]] = defaultdict(list)
        seen = set()
        for day, before, change in self.alone:
            if day not in seen:
                seen.add(day)
                found[before].append(change)
        return found


def what_helps(records: Records, selection: Selection, today: date) -> WhatHelps:
    """Card "helps"."""
    uses, entries, days, left_out = read_uses(records, selection)
    nothing = uses.pop(word_key(Vocabulary().nothing_in_particular), None)
    cards = most_used(uses.values())[:SHOWN]
    facts = tuple(_fact(selection, card, nothing) for card in cards)
    pairs = []
    for one, two in combinations(cards[:PAIRED], 2):
        difference = compared(one, two)
        if difference is not None:
            pairs.append(CardPair(one.label, two.label, difference))
    # Each family by itself: pairs with the one card that truly helps would make the others' correction too mild.
    clear_pairs = clear_of({(pair.first, pair.second): pair.shift for pair in pairs})
    return WhatHelps(
        basis=Basis(
            selection=selection, entries=entries, days=days, left_out=left_out, ahead=selection.period.ahead(today)
        ),
        cards=facts,
        nothing=None if nothing is None else _fact(selection, nothing, None),
        pairs=tuple(replace(pair, clear=(pair.first, pair.second) in clear_pairs) for pair in pairs),
        clear=clear_of({fact.label: fact.beside for fact in facts}),
    )


def most_used(cards: Iterable[Uses]) -> list[Uses]:
    """Cards by how often they were the only thing tried."""
    return sorted(cards, key=lambda card: (-len(card.alone), -card.together))


def beside_nothing(records: Records, selection: Selection, limit: int) -> list[tuple[str, Shift]]:
    """The most used cards beside "nothing in particular", as far as they can be compared."""
    uses, *_ = read_uses(records, selection)
    nothing = uses.pop(word_key(Vocabulary().nothing_in_particular), None)
    if nothing is None:
        return []
    found = [(card.label, compared(card, nothing)) for card in most_used(uses.values())[:limit]]
    return [(label, difference) for label, difference in found if difference is not None]


def read_uses(records: Records, selection: Selection) -> tuple[dict[str, Uses], int, int, int]:
    """The uses of every card by its key; how many entries with both figures, on how many days; how many without."""
    rows = records.word_rows(
        f"{records.day('w.place')}, group_concat(w.key, char(31)), r.data ->> '$.intensity_before',"
        " r.data ->> '$.intensity_after'",
        "coping",
        selection,
        join="CROSS JOIN record r ON r.place = w.place",
        more="GROUP BY w.place",
    )
    uses: dict[str, Uses] = {}
    days, entries = set(), 0
    for day, names_of, before, after in rows:
        keys = names_of.split(_BETWEEN)
        both = before is not None and after is not None
        if both:
            entries += 1
            days.add(day)
        for key in keys:
            card = uses.setdefault(key, Uses(key))
            if both and len(keys) == 1:
                card.alone.append((day, before, after - before))
            elif both:
                card.together += 1
    for key, label in records.labels("coping", uses).items():
        uses[key].label = label
    return uses, entries, len(days), len(rows) - entries


def compared(one: Uses, other: Uses) -> Shift | None:
    """How the changes of ``one`` lie to those of ``other`` among times that began equally strong.

    None unless 15 and more of each can be compared.
    """
    if min(len(one.alone), len(other.alone)) < LEAST_FOR_COMPARISON:
        return None
    first, second = one.by_start(), other.by_start()
    strata = [(first[before], second[before]) for before in sorted(first.keys() & second.keys())]
    if min(sum(len(pair[side]) for pair in strata) for side in (0, 1)) < LEAST_FOR_COMPARISON:
        return None
    return stratified_shift(strata, step=1)


def _fact(selection: Selection, card: Uses, nothing: Uses | None) -> CopingFact:
    changes = tuple(change for _, _, change in card.alone)
    beside = None if nothing is None else compared(card, nothing)
    return CopingFact(
        label=card.label,
        uses=len(changes),
        together=card.together,
        starts=tuple(before for _, before, _ in card.alone),
        changes=changes,
        change=change_estimate(changes),
        usual=Ordered.of(changes).quartiles() if len(changes) >= LEAST_FOR_INTERVAL else None,
        lower=sum(1 for change in changes if change < 0),
        beside=beside,
        comparable=0 if nothing is None else _comparable(card, nothing),
        filter=selection.filter(("coping", card.label)),
    )


def _comparable(card: Uses, nothing: Uses) -> int:
    starts = nothing.by_start().keys()
    return sum(len(found) for before, found in card.by_start().items() if before in starts)
