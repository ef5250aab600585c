"""Things to be grateful for on paper: one list in its order, or what is on show by day; and one thing as a note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attach_desktop.clock import day_of
from attach_desktop.days import Days
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.gratitude.telling import tell_them
from attach_desktop.summary.document import Block, Document, Field, Heading, Paragraph, Tone
from attach_desktop.summary.papers.words import words_for
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault


def gratitude_list(vault: Vault, key: str, days: Days) -> Document:
    """The list with this key, in the order in which the person keeps it."""
    store = GratitudeStore(vault)
    name = next((heading.name for heading in store.lists.headings(hidden=True) if heading.key == key), key)
    items = [record.value for record in store.in_order(key, -1)]
    blocks = [_item(item, days.day(_day(vault, item))) for item in items]
    return _document(name, len(items), blocks)


def items_by_day(vault: Vault, wanted: Filter, days: Days) -> Document:
    """The items that ``wanted`` finds, newest first, below their days; each says in which list it stands."""
    store, blocks, count = GratitudeStore(vault), list[Block](), 0
    names = {heading.key: heading.name for heading in store.lists.headings(hidden=True)}
    shown: date | None = None
    for record in store.each_found(wanted):
        count += 1
        if shown != (shown := _day(vault, record.value)):
            blocks.append(Heading(days.full(shown), 2))
        blocks.append(_item(record.value, names.get(record.value.list, record.value.list)))
    return _document(str(words_for("gratitude")["title"]), count, blocks)


def gratitude_note(item: Item) -> Document:
    """One thing as a note to hand over: its words and nothing else, neither day nor list."""
    blocks = [Paragraph(part, Tone.LEAD) for part in tell_them(item).split("\n\n")]
    return Document(title="", blocks=blocks)


def _day(vault: Vault, item: Item) -> date:
    return day_of(item.at.wall, vault.day_start)


def _document(name: str, count: int, blocks: Sequence[Block]) -> Document:
    words = words_for("gratitude")
    if not count:
        return Document(title=name, blocks=[Paragraph(str(words["nothing"]))])
    about = str(words["one"] if count == 1 else words["several"]).format(count=f"{count:,}")
    return Document(title=name, about=about, blocks=blocks)


def _item(item: Item, beside: str) -> Field:
    """What it was, why it mattered and with whom, with its day or its list ``beside`` it."""
    people = str(words_for("gratitude")["with"]).format(people=", ".join(item.people)) if item.people else ""
    return Field(beside, "\n".join(part for part in (item.text.strip(), item.why.strip(), people) if part))
