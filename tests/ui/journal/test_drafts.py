"""Half-written entries: one for a new entry, one for each that is being edited."""

from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.ui.journal.drafts import EntryDrafts
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults


@pytest.fixture
def drafts(vault: Vault) -> EntryDrafts:
    return EntryDrafts(vault.drafts)


def test_a_new_entry(drafts: EntryDrafts, clock: FixedClock) -> None:
    assert drafts.kept(None) is None
    drafts.keep(None, {"note": "half a sen"})
    clock.advance(timedelta(minutes=5))
    assert drafts.kept(None) == ({"note": "half a sen"}, NOW)
    assert drafts.editing() is None
    drafts.drop(None)
    assert drafts.kept(None) is None


def test_changes_to_an_entry_are_kept_apart(drafts: EntryDrafts) -> None:
    drafts.keep(None, {"note": "new"})
    drafts.keep("one", {"note": "changed"})
    drafts.keep("two", {"note": "changed too"})
    assert drafts.editing() == "two"
    for record_id, note in ((None, "new"), ("one", "changed"), ("two", "changed too")):
        kept = drafts.kept(record_id)
        assert kept is not None
        assert kept[0]["note"] == note
    drafts.drop("two")
    assert drafts.editing() is None
    assert drafts.kept("one") is not None
    assert drafts.kept(None) is not None


def test_they_are_on_disk_at_once(drafts: EntryDrafts, vault_factory: Vaults) -> None:
    drafts.keep(None, {"note": "x" * 10_000, "mood": 2})
    drafts.keep("one", {"note": "שלום \ud83d"})  # half a picture, as a keyboard may send it
    elsewhere = EntryDrafts(vault_factory().drafts)
    kept = elsewhere.kept(None)
    assert kept is not None
    assert kept[0] == {"note": "x" * 10_000, "mood": 2}
    assert elsewhere.editing() == "one"
    assert elsewhere.kept("one") is not None


def test_dropping_what_is_not_there_does_no_harm(drafts: EntryDrafts) -> None:
    drafts.drop(None)
    drafts.drop("nobody")
