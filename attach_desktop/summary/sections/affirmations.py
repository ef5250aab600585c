"""The affirmations that were practised: how often, and how far each was believed at first and last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from attach_desktop.affirmations.deck import Card
from attach_desktop.affirmations.practice_store import PracticeStore
from attach_desktop.affirmations.sentence import Sentence
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.summary.document import Block, Grid
from attach_desktop.summary.making import Making


def work(making: Making) -> int:
    """How many practices are read."""
    return PracticeStore(making.vault).count(making.begin, making.end)


def blocks(making: Making) -> Iterator[Block]:
    """One table, the most practised first."""
    store = AffirmationStore(making.vault)
    times: Counter[str] = Counter()
    read: dict[str, str] = {}
    for record in store.practices.each(making.begin, making.end):
        making.tick()
        times[record.value.sentence] += 1
        read[record.value.sentence] = record.value.text
    if not times:
        return
    cards = {card.id: card for card in store.deck()}
    rows = []
    for name, count in times.most_common():
        card = cards.get(name)
        first, last = _beliefs(making, store, card) if card else (None, None)
        text = card.text if card else read[name]
        rows.append(
            (
                making.names.label(text),
                making.count("affirmations", "time", count),
                _of(making, first),
                _of(making, last),
            )
        )
    said = making.texts["affirmations"]
    heads = (said["sentence"], said["times"], said["first"], said["last"])
    yield Grid(making.texts["sections"]["affirmations"], heads, tuple(rows), (5, 1.5, 1.5, 1.5))


def _of(making: Making, belief: int | None) -> str:
    return making.say("checkins", "none") if belief is None else making.say("affirmations", "of", value=belief)


def _beliefs(making: Making, store: AffirmationStore, card: Card) -> tuple[int | None, int | None]:
    """How far the sentence as it reads now was believed in these days, at first and last; None where nobody knows."""
    if card.record is None:
        return None, None
    versions: list[tuple[datetime, datetime | None, Sentence]] = []
    known_from = card.record.created
    for replaced, sentence in reversed(store.former(card.record.id)):
        versions.append((known_from, replaced, sentence))
        known_from = replaced
    versions.append((known_from, None, card.record.value))
    zone = making.vault.clock.now().tzinfo
    found = [
        sentence.belief
        for begin, end, sentence in versions
        if sentence.text == card.text
        and sentence.belief is not None
        and begin.astimezone(zone).date() <= making.end
        and (end is None or end.astimezone(zone).date() >= making.begin)
    ]
    return (found[0], found[-1]) if found else (None, None)
