"""One item as a note to those it is about, to send or to hand over."""

from __future__ import annotations

from attach_desktop import resources
from attach_desktop.gratitude.item import Item


def tell_them(item: Item) -> str:
    """The note, to whom it may concern or to the people of the item by name."""
    texts = resources.content("gratitude")["tell"]
    *others, last = item.people or ("",)
    names = texts["and"].format(first=", ".join(others), last=last) if others else last
    parts = [texts["named"].format(name=names) if names else texts["plain"], item.text.strip()]
    if item.why.strip():
        parts.append(texts["why"].format(why=item.why.strip()))
    return "\n\n".join(parts)
