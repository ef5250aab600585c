"""The person's own library: triggers, each with its kind and the pull it has, and people, each with a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import Reader, word_faults
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

TRIGGER_KINDS = (
    "closeness", "distance", "conflict", "silence", "criticism", "change", "loss", "jealousy", "demand", "other",
)  # fmt: skip
PULLS = ("", "toward", "away")
ROLES = (
    "", "partner", "ex", "parent", "child", "sibling", "relative", "friend", "colleague", "helper", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Something that sets feelings off.

    ``sort`` is one of TRIGGER_KINDS; ``pull`` says whether it draws the person toward others (an anxious pull), away
    from them (an avoidant pull), or neither. ``noted`` is when it entered the library.
    """

    name: str
    noted: Moment
    sort: str = "other"
    pull: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _check(self.name, ("kind", self.sort, TRIGGER_KINDS), ("pull", self.pull, PULLS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who appears in the journal: an ``alias``, never a full name asked for, and a ``role``."""

    alias: str
    noted: Moment
    role: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        _check(self.alias, ("role", self.role, ROLES))


def _check(name: str, *choices: tuple[str, str, tuple[str, ...]]) -> None:
    faults: list[Fault] = word_faults("name", (name,))
    faults += [
        fault(field, "not-a-choice", choices=", ".join(filter(None, allowed)))
        for field, value, allowed in choices
        if value not in allowed
    ]
    if faults:
        raise FaultsError(faults)


def _trigger_json(trigger: Trigger) -> JsonObject:
    return {
        "at": trigger.noted.isoformat(),
        "zone": trigger.noted.zone,
        "name": trigger.name,
        "kind": trigger.sort,
        "pull": trigger.pull,
    }


def _trigger_from(data: Mapping[str, Any]) -> Trigger:
    read = Reader(data)
    noted, name, sort, pull = read.moment("at", "zone"), read.text("name"), read.text("kind"), read.text("pull")

    def build() -> Trigger:
        return Trigger(name=name, noted=noted or Moment.on(date.min), sort=sort or "other", pull=pull)

    return read.finish(build)


def _person_json(person: Person) -> JsonObject:
    return {
        "at": person.noted.isoformat(),
        "zone": person.noted.zone,
        "name": person.alias,
        "role": person.role,
    }


def _person_from(data: Mapping[str, Any]) -> Person:
    read = Reader(data)
    noted, alias, role = read.moment("at", "zone"), read.text("name"), read.text("role")

    def build() -> Person:
        return Person(alias=alias, noted=noted or Moment.on(date.min), role=role)

    return read.finish(build)


TRIGGERS: Kind[Trigger] = Kind(
    name="triggers",
    number=2,
    to_json=_trigger_json,
    from_json=_trigger_from,
    moment=lambda trigger: trigger.noted,
    texts=lambda trigger: [trigger.name],
    words=lambda trigger: [("name", trigger.name)],
)
PEOPLE: Kind[Person] = Kind(
    name="people",
    number=3,
    to_json=_person_json,
    from_json=_person_from,
    moment=lambda person: person.noted,
    texts=lambda person: [person.alias],
    words=lambda person: [("name", person.alias)],
)


class Library:
    """The triggers and people of a vault, by name."""

    def __init__(self, vault: Vault) -> None:
        """The library of ``vault``."""
        self.triggers = RecordStore(vault, TRIGGERS)
        self.people = RecordStore(vault, PEOPLE)
        self._clock = vault.clock

    def trigger(self, name: str) -> Trigger | None:
        """The trigger of this name, or None."""
        return next((r.value for r in self.triggers.each() if word_key(r.value.name) == word_key(name)), None)

    def person(self, alias: str) -> Person | None:
        """The person of this alias, or None."""
        return next((r.value for r in self.people.each() if word_key(r.value.alias) == word_key(alias)), None)

    def keep_trigger(self, name: str, sort: str, pull: str) -> None:
        """Keep a trigger, or change the one of this name."""
        value = Trigger(name=name.strip(), noted=Moment.now(self._clock), sort=sort, pull=pull)
        for record in self.triggers.each():
            if word_key(record.value.name) == word_key(name):
                value = Trigger(name=record.value.name, noted=record.value.noted, sort=sort, pull=pull)
                self.triggers.change(record.id, value)
                return
        self.triggers.add(value)

    def keep_person(self, alias: str, role: str) -> None:
        """Keep a person, or change the role of the one of this alias."""
        for record in self.people.each():
            if word_key(record.value.alias) == word_key(alias):
                self.people.change(record.id, Person(alias=record.value.alias, noted=record.value.noted, role=role))
                return
        self.people.add(Person(alias=alias.strip(), noted=Moment.now(self._clock), role=role))
