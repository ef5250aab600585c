"""Things to be grateful for on paper: one list in its order, or what is on show by day; and one thing as a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attach_desktop.days import Days
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.telling import tell_them
from attach_desktop.summary.document import Block, Document, Heading, Paragraph, Tone
from attach_desktop.summary.papers.words import words_for
from attach_desktop.vault.kind import Stored

#: The person's day of an item: late at night is still the day before.
DayOf = Callable[[Item], date]


def gratitude_list(name: str, records: Iterable[Stored[Item]], day_of: DayOf, days: Days) -> Document:
    """The list called ``name`` with these items, in the order in which they come."""
    items = [record.value for record in records]
    blocks = [block for item in items for block in _item(item, (days.day(day_of(item)),))]
    return _document(name, items, blocks)


def items_by_day(
    records: Iterable[Stored[Item]], list_name: Callable[[str], str], day_of: DayOf, days: Days
) -> Document:
    """Items of any list below their days, in the order in which they come; each says in which list it stands."""
    items, blocks = [record.value for record in records], list[Block]()
    shown: date | None = None
    for item in items:
        if shown != (shown := day_of(item)):
            blocks.append(Heading(days.full(shown), 2))
        blocks += _item(item, (list_name(item.list),))
    return _document(str(words_for("gratitude")["title"]), items, blocks)


def gratitude_note(item: Item) -> Document:
    """One thing as a note to hand over: its words and nothing else, neither day nor list."""
    blocks = [Paragraph(part, Tone.LEAD) for part in tell_them(item).split("\n\n")]
    return Document(title="", blocks=blocks)


def _document(name: str, items: list[Item], blocks: list[Block]) -> Document:
    words = words_for("gratitude")
    if not items:
        return Document(title=name, blocks=[Paragraph(str(words["nothing"]))])
    about = words["one"] if len(items) == 1 else str(words["several"]).format(count=f"{len(items):,}")
    return Document(title=name, about=str(about), blocks=blocks)


def _item(item: Item, also: tuple[str, ...]) -> Iterator[Block]:
    """What it was, why it mattered, and quietly with whom, on which day or in which list."""
    yield Paragraph(item.text.strip())
    if item.why.strip():
        yield Paragraph(item.why.strip(), Tone.MUTED)
    people = str(words_for("gratitude")["with"]).format(people=", ".join(item.people)) if item.people else ""
    yield Paragraph(" · ".join(part for part in (people, *also) if part), Tone.SMALL)
