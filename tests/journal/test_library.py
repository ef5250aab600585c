"""The person's own triggers and people, by name."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.journal.library import PEOPLE, PULLS, ROLES, TRIGGER_KINDS, TRIGGERS, Library, Person, Trigger
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults

NOTED = Moment.parse("2026-11-08T20:40:00+01:00", "Europe/Berlin")


@pytest.fixture
def library(vault: Vault) -> Library:
    return Library(vault)


def _triggers(library: Library) -> list[tuple[str, str, str]]:
    return [(record.value.name, record.value.sort, record.value.pull) for record in library.triggers.each()]


def _people(library: Library) -> list[tuple[str, str]]:
    return [(record.value.alias, record.value.role) for record in library.people.each()]


def test_a_trigger_is_kept_with_its_kind_and_pull(library: Library) -> None:
    library.keep_trigger(" no answer ", "silence", "toward")
    assert _triggers(library) == [("no answer", "silence", "toward")]
    assert library.trigger("No Answer") == Trigger(name="no answer", noted=NOTED, sort="silence", pull="toward")
    assert library.trigger("no answers") is None


def test_a_trigger_of_the_same_name_is_changed_and_keeps_its_name_and_moment(
    library: Library, clock: FixedClock
) -> None:
    library.keep_trigger("No answer", "silence", "toward")
    clock.advance(timedelta(days=1))
    library.keep_trigger("NO ANSWER", "distance", "away")
    assert library.trigger("no answer") == Trigger(name="No answer", noted=NOTED, sort="distance", pull="away")
    assert len(_triggers(library)) == 1


def test_a_person_is_kept_and_the_role_changed(library: Library, clock: FixedClock) -> None:
    library.keep_person(" M. ", "friend")
    clock.advance(timedelta(days=1))
    library.keep_person("m.", "partner")
    library.keep_person("Mum", "parent")
    assert _people(library) == [("M.", "partner"), ("Mum", "parent")]
    assert library.person("M.") == Person(alias="M.", noted=NOTED, role="partner")
    assert library.person("N.") is None


def test_keeping_the_same_again_is_no_change(library: Library) -> None:
    for _ in range(2):
        library.keep_person("M.", "friend")
        library.keep_trigger("no answer", "silence", "")
    assert [library.people.former(record.id) for record in library.people.each()] == [[]]
    assert [library.triggers.former(record.id) for record in library.triggers.each()] == [[]]


@pytest.mark.parametrize("name", ["", " ", "\ud800", "a\0b", "x" * 201])
def test_a_name_that_cannot_be_is_refused(name: str, library: Library) -> None:
    with pytest.raises(FaultsError):
        library.keep_trigger(name, "silence", "")
    with pytest.raises(FaultsError):
        library.keep_person(name, "friend")
    assert (_triggers(library), _people(library)) == ([], [])


@pytest.mark.parametrize(("sort", "pull"), [("quiet", ""), ("", ""), ("silence", "sideways")])
def test_a_kind_or_pull_that_is_none_is_refused(sort: str, pull: str, library: Library) -> None:
    library.keep_trigger("no answer", "silence", "toward")
    for name in ("no answer", "another"):
        with pytest.raises(FaultsError):
            library.keep_trigger(name, sort, pull)
    assert _triggers(library) == [("no answer", "silence", "toward")]


def test_a_role_that_is_none_is_refused(library: Library) -> None:
    library.keep_person("M.", "")
    for alias in ("M.", "N."):
        with pytest.raises(FaultsError):
            library.keep_person(alias, "nemesis")
    assert _people(library) == [("M.", "")]


def test_every_fault_of_a_trigger_is_named() -> None:
    with pytest.raises(FaultsError) as caught:
        Trigger(name=" ", noted=NOTED, sort="quiet", pull="sideways")
    assert [(found.field, found.key) for found in caught.value.faults] == [
        ("name", "blank-word"),
        ("kind", "not-a-choice"),
        ("pull", "not-a-choice"),
    ]


@pytest.mark.parametrize("sort", TRIGGER_KINDS)
@pytest.mark.parametrize("pull", PULLS)
def test_a_trigger_comes_back_from_its_json(sort: str, pull: str) -> None:
    trigger = Trigger(name="no answer", noted=NOTED, sort=sort, pull=pull)
    assert TRIGGERS.from_json(TRIGGERS.to_json(trigger)) == trigger


@pytest.mark.parametrize("role", ROLES)
def test_a_person_comes_back_from_its_json(role: str) -> None:
    person = Person(alias="M.", noted=Moment.parse("2026-11-08"), role=role)
    assert PEOPLE.from_json(PEOPLE.to_json(person)) == person


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({"name": "a"}, [("at", "missing")]),
        ({"at": "2026-11-08"}, [("name", "blank-word")]),
        ({"at": "2026-11-08", "name": 3}, [("name", "not-a-text"), ("name", "blank-word")]),
    ],
)
def test_what_is_wrong_with_json(data: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    for kind in (TRIGGERS, PEOPLE):
        with pytest.raises(FaultsError) as caught:
            kind.from_json(data)
        assert [(found.field, found.key) for found in caught.value.faults] == faults


def test_a_trigger_without_a_kind_is_of_the_other_kind() -> None:
    assert TRIGGERS.from_json({"at": "2026-11-08", "name": "a"}).sort == "other"


def test_names_are_found_and_counted(library: Library) -> None:
    library.keep_trigger("no answer", "silence", "")
    library.keep_person("M.", "friend")
    assert library.triggers.labels("name") == [("no answer", 1)]
    assert library.people.labels("name") == [("M.", 1)]


def test_the_library_is_told_by_its_own_topics(vault_factory: Vaults) -> None:
    vault, told = vault_factory(), []
    for topic in ("triggers", "people", "journal"):
        vault.changes.subscribe(topic, lambda topic=topic: told.append(topic))  # type: ignore[misc]
    Library(vault).keep_person("M.", "friend")
    Library(vault).keep_trigger("no answer", "silence", "")
    assert told == ["people", "triggers"]
