"""What sets things off, and the chains of the most frequent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.summary.document import Block
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.sections.told import told

#: So many triggers have their chain told.
CHAINS = 2
ASKED = 1 + CHAINS
#: A chain of fewer entries is a single story: it stands among the entries.
_LEAST_ENTRIES = 2


def blocks(making: Making) -> Iterator[Block]:
    """The triggers, then a chain each of the most frequent."""
    fact = making.fact(triggers)
    yield from told(making, fact)
    making.tick(ASKING)
    # They are asked for by the name as it was typed, which a page without names does not show.
    typed = making.insights.ask(triggers, making.selection).triggers[:CHAINS] if fact.triggers else ()
    heading = making.words.title("chain")
    for trigger in typed:
        links = making.shown(making.insights.ask(chain, replace(making.selection, trigger=trigger.label)))
        if links.basis.entries >= _LEAST_ENTRIES:
            drawn = any(column.items for column in links.columns[:-1])
            yield from told(making, links, heading=heading, figure=drawn)
            heading = ""
    making.tick(ASKING * CHAINS)
