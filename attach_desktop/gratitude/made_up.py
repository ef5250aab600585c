"""Fills an empty vault with a made-up person's gratitude over the years, the same for the same seed and end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from attach_desktop import resources
from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import BUILT_IN, GRATITUDE_LISTS, Item, ItemList
from attach_desktop.gratitude.lists import key_of
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
_HOME = "Europe/Berlin"
#: How much is written in one sitting, how often a week passes without one, and how often one comes in between.
_SITTING, _PAUSE, _EXTRA = (1, 2, 3, 3), 0.15, 0.3
#: How often the day alone is noted, some days later.
_BACK_DATED = 0.06
#: How likely each built-in list is chosen, in their order, and one of the person's own.
_SHARES, _OWN_SHARE = (4, 3, 4, 2, 5), 1.5


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Write two or three items a week over the ``years`` before ``end`` (aware), never more than ``entries``.

    The vault is expected to hold none. The same arguments give the same records, ids and times included, whatever
    the clock says. Returns how many of each kind were written: all are there or none.
    """
    # The end is no part of it: a little later, it is still the same person.
    identity = (str(seed), str(entries), f"{float(years):g}")
    chance = Random("\0".join(("gratitude", *identity)))
    store, lists = GratitudeStore(vault), RecordStore(vault, GRATITUDE_LISTS)
    moments = list(_moments(chance, years, end))[-entries:] if entries else []
    writer = _Writer(chance, identity)
    with store.together(), lists.together():
        for number, (moment, written) in enumerate(moments):
            record_id = derived_id("made up", store.kind.name, *identity, str(number))
            store.put(Stored(record_id, writer.item(moment), written, written))
            if progress is not None and number % 500 == 0:
                progress(number / len(moments))
        for key, name in writer.own.items():
            if moments:
                begin = moments[0][1]
                noted = Moment.from_datetime(begin.astimezone(ZoneInfo(_HOME)), _HOME)
                record_id = derived_id("made up", lists.kind.name, *identity, name)
                lists.put(Stored(record_id, ItemList(noted=noted, key=key, name=name), begin, begin))
    if progress is not None:
        progress(1.0)
    return {store.kind.name: len(moments), lists.kind.name: len(writer.own) if moments else 0}


def _moments(chance: Random, years: float, end: datetime) -> Iterator[tuple[Moment, datetime]]:
    """When items happened and when they were written, oldest first: Sunday evenings mostly, several lines in a row."""
    zone = ZoneInfo(_HOME)
    last = end.astimezone(zone).replace(microsecond=0)
    day = last - timedelta(days=years * 365.25)
    day += timedelta(days=6 - day.weekday())
    while day < last:
        sittings = [] if chance.random() < _PAUSE else [day]
        if chance.random() < _EXTRA:
            sittings.append(day + timedelta(days=chance.randint(1, 5)))
        for sitting in sittings:
            moment = sitting.replace(hour=chance.randint(18, 22), minute=chance.randrange(60), second=0)
            for _ in range(chance.choice(_SITTING)):
                moment += timedelta(seconds=chance.randint(20, 150))
                late = timedelta(days=chance.randint(1, 6)) if chance.random() < _BACK_DATED else timedelta()
                written = moment + late
                if written < last:
                    at = Moment.on(moment.date(), _HOME) if late else Moment.from_datetime(moment, _HOME)
                    yield at, written.astimezone(UTC)
        day += timedelta(days=7 if chance.random() < 0.97 else 28)


class _Writer:
    """Writes items; no text comes twice until all of its list have been used."""

    def __init__(self, chance: Random, identity: Sequence[str]) -> None:
        """``own`` holds the person's own lists, the name by the key; ``identity`` makes keys where a name cannot."""
        self._chance = chance
        material = _material("made_up_gratitude.json")
        world = _material("made_up.json")
        self._people: list[dict[str, Any]] = world["people"]
        self._named = [alias for person in self._people if len(alias := str(person["alias"])) > 1 and alias != "J."]
        self._places: list[str] = world["places"]
        self._texts: dict[str, list[dict[str, str]]] = {key: material["items"][key] for key in BUILT_IN}
        self.own: dict[str, str] = {}
        for one in material["own_lists"]:
            key = key_of(one["name"]) or derived_id("made up", "key", *identity, one["name"])
            self.own[key] = one["name"]
            self._texts[key] = one["items"]
        self._shares = [*_SHARES, *(_OWN_SHARE for _ in self.own)]
        self._left: dict[str, list[dict[str, str]]] = {}

    def item(self, at: Moment) -> Item:
        """The item of this moment."""
        key = self._chance.choices(list(self._texts), self._shares)[0]
        if not self._left.get(key):
            self._left[key] = self._chance.sample(self._texts[key], len(self._texts[key]))
        found = self._left[key].pop()
        names = {role: self._alias(role) for role in ("partner", "friend", "colleague")}
        blanks = {**names, "place": self._chance.choice(self._places)}
        text = found["text"].format(**blanks)
        people = [alias for role, alias in names.items() if f"{{{role}}}" in found["text"]]
        # And those whom the text itself names.
        people += [alias for alias in self._named if alias in text]
        return Item(at=at, text=text, why=found.get("why", ""), list=key, people=tuple(people))

    def _alias(self, role: str) -> str:
        found = [person for person in self._people if person["role"] == role]
        alias: str = self._chance.choices(found, [person["often"] for person in found])[0]["alias"]
        return alias


def _material(name: str) -> Any:
    return json.loads(resources.path("content", name).read_text("utf-8"))
