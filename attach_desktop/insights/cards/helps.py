"""What helps: coping cards by the change of intensity, compared among times that began equally strong.

Feelings at a peak ease anyway (regression to the mean). A card that is only taken out at peaks would therefore look
helpful without helping. So cards are never judged by their change alone, but against "nothing in particular" and each
other, and only among times with the same intensity before.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations

from attach_desktop.insights.cards.triggers import clear_of
from attach_desktop.insights.cards.uses import Uses, comparable, compared, most_used, read_uses
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.helps import CardPair, CopingFact, WhatHelps
from attach_desktop.insights.records import Records
from attach_desktop.insights.statistics.before_after import counted_change
from attach_desktop.insights.statistics.estimate import LEAST_FOR_INTERVAL, Shift
from attach_desktop.insights.statistics.ordered import Ordered
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.vault.words import word_key

#: So many cards are shown, and so many of them compared with each other.
SHOWN, PAIRED = 12, 4


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


def beside_nothing(records: Records, selection: Selection, limit: int) -> list[tuple[str, Shift]]:
    """The most used cards beside "nothing in particular", as far as they can be compared."""
    uses, *_ = read_uses(records, selection)
    nothing = uses.pop(word_key(Vocabulary().nothing_in_particular), None)
    if nothing is None:
        return []
    found = [(card.label, compared(card, nothing)) for card in most_used(uses.values())[:limit]]
    return [(label, difference) for label, difference in found if difference is not None]


def _fact(selection: Selection, card: Uses, nothing: Uses | None) -> CopingFact:
    uses = card.alone
    return CopingFact(
        label=card.label,
        uses=uses,
        together=card.together,
        dots=tuple(sorted(Counter(card.changes).elements())) if uses < LEAST_FOR_INTERVAL else (),
        change=counted_change(card.changes),
        usual=Ordered(card.changes).quartiles() if uses >= LEAST_FOR_INTERVAL else None,
        lower=sum(count for change, count in card.changes.items() if change < 0),
        beside=None if nothing is None else compared(card, nothing),
        comparable=0 if nothing is None else comparable(card, nothing),
        filter=selection.filter(("coping", card.label)),
    )
