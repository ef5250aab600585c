"""How records of any kind are said and drawn in the list of a backup."""

from __future__ import annotations

from datetime import date

import pytest

from attach_desktop import demo
from attach_desktop.rooms import KINDS, names_of_keys
from attach_desktop.ui.dialogs.inside_subject import PlainDelegate, PlainWords, any_subject
from attach_desktop.ui.finding.found_model import Heading
from attach_desktop.ui.journal.entry_delegate import EntryDelegate
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.finding import FindingStore
from attach_desktop.vault.kind import Kind
from attach_desktop.vault.vault import Vault
from tests.support import NOW

TODAY = date(2026, 11, 8)


@pytest.fixture
def full(vault: Vault) -> Vault:
    demo.fill(vault, 200, 1, 3, NOW)
    return vault


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_every_kind_has_words_for_the_eye_and_the_ear(kind: Kind[object], full: Vault, theme: Theme) -> None:
    subject = any_subject(FindingStore(full, kind), theme, names_of_keys(full), lambda: TODAY)
    records = subject.store.newest(20)
    assert records
    for record in records:
        said = subject.sentence(record)
        assert said
        assert "\n" not in said
        words = PlainWords(kind, names_of_keys(full), lambda: TODAY)
        assert words.lines(record.value)[0]
    assert subject.sentence(Heading(TODAY, 3)).startswith("Today, Sunday, 8 November")
    delegate = subject.delegate(lambda: "", theme)
    assert isinstance(delegate, EntryDelegate if kind.name == "journal" else PlainDelegate)


def test_a_long_text_is_cut_and_a_record_without_words_says_which_it_is(full: Vault) -> None:
    kinds = {kind.name: kind for kind in KINDS}
    people = PlainWords(kinds["people"], {}, lambda: TODAY)
    person = FindingStore(full, kinds["people"]).newest(1)[0].value
    assert people.lines(person)[0] == person.alias
    journal = PlainWords(kinds["journal"], {}, lambda: TODAY)
    entry = FindingStore(full, kinds["journal"]).newest(1)[0].value
    long = type(entry)(at=entry.at, note="x" * 5000)
    assert journal.lines(long) == ("x" * 300, "")
    assert journal.lines(type(entry)(at=entry.at, mood=3)) == ("Journal", "")
