"""One thing to be grateful for, and the lists it can stand in. Frozen values that cannot hold what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.gratitude.order import is_rank
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import MAX_WORD, Reader, range_faults, text_faults, word_faults
from attach_desktop.vault.words import word_key

#: Longer than this and it is a journal entry.
MAX_TEXT = 5_000
#: The lists that are there from the start, in their order. "memories" are shared ones.
BUILT_IN = ("myself", "partner", "relationships", "memories", "anything")
PARTNER = "partner"
ANYTHING = "anything"
MAX_POSITION = 9_999
_MAX_KEY = 64
_KEY_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing: ``text``, ``why`` it mattered (may be empty), the day, the ``people`` in it, and its list's key.

    ``order`` is the rank that the person moved it to in its list (order.py), larger further up; empty is by date.
    Raises FaultsError naming every field that cannot be.
    """

    at: Moment
    text: str
    list: str = ANYTHING
    why: str = ""
    people: tuple[str, ...] = ()
    order: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults: list[Fault] = text_faults("text", self.text, MAX_TEXT) + text_faults("why", self.why, MAX_TEXT)
        if not self.text.strip():
            faults.append(fault("text", "blank" if self.text else "missing"))
        faults += _key_faults("list", self.list)
        faults += word_faults("people", self.people)
        if self.order and not is_rank(self.order):
            faults.append(fault("order", "not-a-rank"))
        if faults:
            raise FaultsError(faults)
        unique: dict[str, str] = {}
        for alias in self.people:
            unique.setdefault(word_key(alias), alias.strip())
        object.__setattr__(self, "people", tuple(unique.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A list as the person keeps it: its ``key``, its own ``name`` (empty: the name it came with), place, visibility.

    ``position`` (0 to 9999) is its place among the lists once they were arranged; without one it stands where it
    came. Built-in lists have no record until something about them is changed. Raises FaultsError naming every field
    that cannot be.
    """

    noted: Moment
    key: str
    name: str = ""
    position: int | None = None
    hidden: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults = _key_faults("key", self.key) + text_faults("name", self.name, MAX_WORD)
        if self.key not in BUILT_IN and not self.name.strip():
            faults.append(fault("name", "missing"))
        faults += range_faults("position", self.position, 0, MAX_POSITION)
        if faults:
            raise FaultsError(faults)


def _key_faults(field: str, key: str) -> list[Fault]:
    # A key is no name: of these signs no two say the same, so that comparing keys is comparing texts.
    if not key:
        return [fault(field, "missing")]
    return [] if len(key) <= _MAX_KEY and _KEY_SIGNS.issuperset(key) else [fault(field, "not-a-short-name")]


def _item_json(item: Item) -> JsonObject:
    return {
        "at": item.at.isoformat(),
        "zone": item.at.zone,
        "text": item.text,
        "why": item.why,
        "list": item.list,
        "people": list(item.people),
        "order": item.order,
    }


def _item_from(data: Mapping[str, Any]) -> Item:
    read = Reader(data)
    at = read.moment("at", "zone")
    text, why, key, people = read.text("text"), read.text("why"), read.text("list"), read.words("people")
    order = read.text("order")

    def build() -> Item:
        # Without its moment it is refused in any case; the other fields are looked at all the same.
        moment = at or Moment.on(date.min)
        return Item(at=moment, text=text, why=why, list=_key(key) or ANYTHING, people=people, order=order.strip())

    return read.finish(build)


def _list_json(one: ItemList) -> JsonObject:
    return {
        "at": one.noted.isoformat(),
        "zone": one.noted.zone,
        "key": one.key,
        "name": one.name,
        "position": one.position,
        "hidden": one.hidden,
    }


def _list_from(data: Mapping[str, Any]) -> ItemList:
    read = Reader(data)
    noted, key, name = read.moment("at", "zone"), read.text("key"), read.text("name")
    position, hidden = read.whole("position"), read.flag("hidden")

    def build() -> ItemList:
        moment = noted or Moment.on(date.min)
        return ItemList(noted=moment, key=_key(key), name=name, position=position, hidden=hidden)

    return read.finish(build)


def _key(text: str) -> str:
    # Files are written by hand as well: "Myself" means myself.
    return text.strip().lower()


def _words(item: Item) -> list[tuple[str, str]]:
    moved = [("moved", item.list)] if item.order else []
    return [("list", item.list), *(("people", alias) for alias in item.people), *moved]


GRATITUDE: Kind[Item] = Kind(
    name="gratitude",
    number=5,
    to_json=_item_json,
    from_json=_item_from,
    moment=lambda item: item.at,
    texts=lambda item: [item.text, item.why, *item.people],
    words=_words,
)
GRATITUDE_LISTS: Kind[ItemList] = Kind(
    name="gratitude_lists",
    number=9,
    to_json=_list_json,
    from_json=_list_from,
    moment=lambda one: one.noted,
    texts=lambda one: [one.name],
    words=lambda one: [("key", one.key)],
)
