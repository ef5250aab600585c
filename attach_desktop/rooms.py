"""Every kind of record there is. A new room adds its kinds here, and export, import and made-up records know them."""

from __future__ import annotations

from typing import Any

from attach_desktop.affirmations.practice import PRACTICE, VALUES
from attach_desktop.affirmations.sentence import AFFIRMATIONS
from attach_desktop.checkins.change import CHECKIN_FORMS
from attach_desktop.checkins.checkin import CHECKINS
from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.errors import UsageError
from attach_desktop.gratitude.item import GRATITUDE, GRATITUDE_LISTS
from attach_desktop.gratitude.lists import Lists
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.journal.library import PEOPLE, TRIGGERS
from attach_desktop.quiz.take import QUIZ
from attach_desktop.reminders.reminder import REMINDERS
from attach_desktop.vault.kind import Kind
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
)


def kind_named(name: str) -> Kind[Any]:
    """The kind whose list is called ``name`` ("journal"). Raises UsageError if there is none."""
    for kind in KINDS:
        if kind.name == name:
            return kind
    raise UsageError("no-such-list", name=name, names=", ".join(kind.name for kind in KINDS))


def names_of_keys(vault: Vault) -> dict[str, dict[str, str]]:
    """What people call the keys that stand in fields of records, by field: ``{"list": {"myself": "Myself"}}``."""
    lists = {heading.key: heading.name for heading in Lists(vault).headings(hidden=True)}
    forms = {form: built_in(form).name for form in FORMS}
    return {"list": lists, "key": lists, "form": forms}
