"""What helps: coping cards by the change of intensity, compared among times that began equally strong.

Feelings at a peak ease anyway (regression to the mean). A card that is only taken out at peaks would therefore look
helpful without helping. So cards are never judged by their change alone, but against "nothing in particular" and each
other, and only among times with the same intensity before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import combinations, pairwise
from operator import eq, itemgetter

from attach_desktop.insights.cards.triggers import clear_of
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.helps import CardPair, CopingFact, WhatHelps
from attach_desktop.insights.records import Records
from attach_desktop.insights.statistics.before_after import change_estimate
from attach_desktop.insights.statistics.estimate import LEAST_FOR_COMPARISON, LEAST_FOR_INTERVAL, Shift
from attach_desktop.insights.statistics.ordered import Ordered
from attach_desktop.insights.statistics.two_groups import counted_shift
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.vault.words import word_key

#: So many cards are shown, and so many of them compared with each other.
SHOWN, PAIRED = 12, 4


@dataclass(frozen=True)
class Uses:
    """The uses of one card, alone and with both intensities, in order of time: (day, before, change)."""

    label: str
    alone: Sequence[tuple[int, int, int]] = ()
    together: int = 0

    @cached_property
    def by_start(self) -> dict[int, Counter[float]]:
        """The changes by the intensity before; one use a day, the first."""
        firsts = {use[0]: use for use in reversed(self.alone)}
        found: dict[int, Counter[float]] = defaultdict(Counter)
        for (before, change), count in Counter(map(itemgetter(1, 2), firsts.values())).items():
            found[before][change] = count
        return dict(found)


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
    # Pairs share their cards: what speaks for one speaks against another, so that they get the stricter correction.
    clear_pairs = clear_of({(pair.first, pair.second): pair.shift for pair in pairs}, related=True)
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
    source, known, words = records.by_word("coping")
    rows = records.word_rows(
        f"w.place, {records.day('w.place')}, w.key, r.data ->> '$.intensity_before',"
        " (r.data ->> '$.intensity_after') - (r.data ->> '$.intensity_before')",
        "coping",
        selection,
        source=source,
        join="CROSS JOIN record r ON r.place = w.place",
        more=f"{known} ORDER BY w.place, w.key",
        bindings=words,
    )
    several = _repeated([row[0] for row in rows])
    alone: dict[str, list[tuple[int, int, int]]] = {key: [] for key in dict.fromkeys(map(itemgetter(2), rows))}
    together: Counter[str] = Counter()
    told = [row for row in rows if row[4] is not None]
    for at, day, key, before, change in told:
        if several and at in several:
            together[key] += 1
        else:
            alone[key].append((day, before, change))
    labels = records.labels("coping", alone)
    uses = {key: Uses(labels[key], found, together[key]) for key, found in alone.items()}
    # In order of time, so that the same entry, and the same day, stand side by side.
    entries, every = (_runs([row[0] for row in some]) for some in (told, rows))
    return uses, entries, _runs([row[1] for row in told]), every - entries


def _repeated(places: list[int]) -> set[int]:
    """The places that stand in a list, which is in order, more than once."""
    if not any(map(eq, places, places[1:])):
        return set()
    return {one for one, following in pairwise(places) if one == following}


def _runs(numbers: list[int]) -> int:
    """How many different ones there are in a list that is in order."""
    repeated: int = sum(map(eq, numbers, numbers[1:]))
    return len(numbers) - repeated


def compared(one: Uses, other: Uses) -> Shift | None:
    """How the changes of ``one`` lie to those of ``other`` among times that began equally strong.

    None unless 15 and more of each can be compared.
    """
    if min(len(one.alone), len(other.alone)) < LEAST_FOR_COMPARISON:
        return None
    strata = [(one.by_start[before], other.by_start[before]) for before in _both(one, other)]
    if min(sum(sum(pair[side].values()) for pair in strata) for side in (0, 1)) < LEAST_FOR_COMPARISON:
        return None
    return counted_shift(strata, step=1)


def _both(one: Uses, other: Uses) -> list[int]:
    """The intensities that both began with."""
    return sorted(one.by_start.keys() & other.by_start.keys())


def _fact(selection: Selection, card: Uses, nothing: Uses | None) -> CopingFact:
    changes = tuple([change for _, _, change in card.alone])
    beside = None if nothing is None else compared(card, nothing)
    return CopingFact(
        label=card.label,
        uses=len(changes),
        together=card.together,
        starts=tuple([before for _, before, _ in card.alone]),
        changes=changes,
        change=change_estimate(changes),
        usual=Ordered.of(changes).quartiles() if len(changes) >= LEAST_FOR_INTERVAL else None,
        lower=len([change for change in changes if change < 0]),
        beside=beside,
        comparable=0 if nothing is None else _comparable(card, nothing),
        filter=selection.filter(("coping", card.label)),
    )


def _comparable(card: Uses, nothing: Uses) -> int:
    return sum(sum(card.by_start[before].values()) for before in _both(card, nothing))
