"""Gratitude, list by list in the person's order, each the oldest first."""

from __future__ import annotations

from collections.abc import Iterator

from attach_desktop.gratitude.item import PARTNER, Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.summary.document import Block, Heading, Items
from attach_desktop.summary.making import Making
from attach_desktop.vault.words import word_key

#: A text that is longer is left out where longer texts are.
_SHORT = 200


def work(making: Making) -> int:
    """How many items are read."""
    return GratitudeStore(making.vault).count(making.begin, making.end)


def blocks(making: Making) -> Iterator[Block]:
    """Each list that has anything of these days; what the person put out of sight stays out of sight."""
    store = GratitudeStore(making.vault)
    lists = store.lists
    away = {word_key(alias) for alias in lists.hidden_people}
    headings = [one for one in lists.headings() if one.key != PARTNER or lists.partner_prompts]
    found: dict[str, list[str]] = {heading.key: [] for heading in headings}
    for record in store.each(making.begin, making.end):
        making.tick()
        if record.value.list in found and away.isdisjoint(map(word_key, record.value.people)):
            found[record.value.list].append(_line(making, record.value))
    for heading in headings:
        if found[heading.key]:
            yield Heading(making.names.label(heading.name), 2)
            yield Items(tuple(found[heading.key]))


def _line(making: Making, item: Item) -> str:
    text, names = item.text.strip(), making.names
    long = not making.choices.notes and len(text) > _SHORT
    text = making.say("gratitude", "long") if long else names.text(text)
    if item.people:
        people = making.listed([names.person(alias) for alias in item.people])
        text = making.say("gratitude", "people", text=text, people=people)
    if making.choices.notes and item.why.strip():
        text = making.say("gratitude", "why", text=text, why=names.text(item.why.strip()))
    return f"{making.days.day(making.day_of(item.at))}: {text}"
