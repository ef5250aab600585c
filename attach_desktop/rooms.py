"""Every kind of record there is. A new room adds its kinds here, and export, import and made-up records know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attach_desktop import resources
from attach_desktop.affirmations.practice import PRACTICE, VALUES
from attach_desktop.affirmations.sentence import AFFIRMATIONS
from attach_desktop.checkins.change import CHECKIN_FORMS
from attach_desktop.checkins.checkin import CHECKINS
from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.errors import UsageError
from attach_desktop.gratitude.item import GRATITUDE, GRATITUDE_LISTS
from attach_desktop.gratitude.lists import Lists
from attach_desktop.insights.experiment import EXPERIMENTS
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.journal.library import PEOPLE, TRIGGERS
from attach_desktop.quiz.take import QUIZ
from attach_desktop.reminders import words as reminders
from attach_desktop.reminders.reminder import REMINDERS
from attach_desktop.sentences import one_line
from attach_desktop.vault.kind import Binned, Kind
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

#: In the order in which an export lists them.
KINDS: tuple[Kind[Any], ...] = (
    JOURNAL,
    TRIGGERS,
    PEOPLE,
    QUIZ,
    GRATITUDE,
    GRATITUDE_LISTS,
    AFFIRMATIONS,
    PRACTICE,
    VALUES,
    CHECKINS,
    CHECKIN_FORMS,
    REMINDERS,
    EXPERIMENTS,
)

#: A record in the bin with its kind.
Gone = tuple[Kind[Any], Binned[Any]]
#: Where a record has nothing of a person's own to say, one of these fields tells which it is.
_TELLING = ("name", "text", "alias", "questionnaire", "key", "form", "what", "first")


class AllRecords:
    """The records of every kind, where it does not matter of which kind they are: put in the bin, brought back."""

    def __init__(self, vault: Vault) -> None:
        """The records in ``vault``; ``stores`` has a store for each kind."""
        self.stores = tuple(RecordStore(vault, kind) for kind in KINDS)

    def binned(self) -> list[Gone]:
        """Everything in the bin, the last deleted first."""
        found = [(store.kind, binned) for store in self.stores for binned in store.binned()]
        return sorted(found, key=lambda gone: gone[1].binned, reverse=True)

    def bin(self, record_ids: Iterable[str]) -> int:
        """Put records in the bin; returns how many were there to be put."""
        ids = list(record_ids)
        found = [(store, [one for one in ids if store.get(one) is not None]) for store in self.stores]
        return sum(len(store.bin(live)) for store, live in found if live)

    def restore(self, record_ids: Iterable[str]) -> int:
        """Take records out of the bin again; returns how many were there."""
        ids = list(record_ids)
        found = [(store, [one for one in ids if store.in_bin(one) is not None]) for store in self.stores]
        return sum(store.restore(gone) for store, gone in found if gone)

    def empty_bin(self) -> int:
        """Delete for good what lies in the bin, and the former versions of everything; returns how many records."""
        return sum(store.empty_bin() for store in self.stores)


def kind_named(name: str) -> Kind[Any]:
    """The kind whose list is called ``name`` ("journal"). Raises UsageError if there is none."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UsageError("no-such-list", name=name, names=", ".join(kind.name for kind in KINDS))


def title_of(name: str) -> str:
    """What the list ``name`` of an export is called in words: "Gratitude lists" for "gratitude_lists"."""
    titles: dict[str, str] = resources.content("markdown")["lists"]
    return titles.get(name, name.replace("_", " ").capitalize())


def names_of_keys(vault: Vault) -> dict[str, dict[str, str]]:
    """What people call the keys that stand in fields of records, by field: ``{"list": {"myself": "Myself"}}``."""
    lists = {heading.key: heading.name for heading in Lists(vault).headings(hidden=True)}
    forms = {form: built_in(form).name for form in FORMS}
    return {"list": lists, "key": lists, "form": forms, "what": reminders.texts()["names"]}


def words_of(kind: Kind[Any], value: Any, names: Mapping[str, Mapping[str, str]]) -> str:
    """What a record says, on one line: a person's own words, else which record it is. ``names`` are names_of_keys."""
    said = [text for text in kind.texts(value) if text.strip()][:2] or [_telling(kind.to_json(value), names)]
    return one_line(" – ".join(said))


def _telling(fields: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]) -> str:
    for name in _TELLING:
        given = fields.get(name)
        if isinstance(given, str) and given.strip():
            return names.get(name, {}).get(given, given)
    return ""
