"""Two vaults become one: the newer version wins, the older one is kept, and nothing that either held is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.vault.merging import Merged, merge_from
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.vault.notes import Note, at, found_ids, kind

Pair = tuple[RecordStore[Note], RecordStore[Note]]
_MINUTE = timedelta(minutes=1)


@pytest.fixture
def pair(vault_factory: Vaults, clock: FixedClock) -> Pair:
    """Ours and theirs, with one note that both know."""
    ours, theirs = (RecordStore(vault_factory(name), kind()) for name in ("ours.vault", "theirs.vault"))
    note = ours.add(Note(at(), "first"), "a")
    theirs.put(note)
    clock.advance(_MINUTE)
    return ours, theirs


def _merge(pair: Pair) -> Merged:
    ours, theirs = pair
    return merge_from(theirs.vault, ours.vault, [ours.kind])


def _text(store: RecordStore[Note]) -> str | None:
    record = store.get("a")
    return None if record is None else record.value.text


def _former(store: RecordStore[Note]) -> list[str]:
    return [note.text for _, note in store.former("a")]


def test_what_is_only_there_comes_in_with_its_words(pair: Pair) -> None:
    ours, theirs = pair
    new = theirs.add(Note(at(), "theirs", ("tag",)))
    assert _merge(pair) == Merged(added=1)
    assert ours.get(new.id) is not None
    assert found_ids(ours, "theirs") == [new.id]
    assert ours.labels("tags") == [("tag", 1)]
    assert _merge(pair) == Merged()


def test_the_newer_version_wins_and_the_older_is_kept(pair: Pair, clock: FixedClock) -> None:
    ours, theirs = pair
    ours.change("a", Note(at(), "ours"))
    clock.advance(_MINUTE)
    theirs.change("a", Note(at(), "theirs"))
    assert _merge(pair).updated == 1
    assert _text(ours) == "theirs"
    assert sorted(_former(ours)) == ["first", "ours"]


def test_an_older_version_from_there_is_kept_behind_the_newer_one_here(pair: Pair, clock: FixedClock) -> None:
    ours, theirs = pair
    theirs.change("a", Note(at(), "theirs"))
    clock.advance(_MINUTE)
    ours.change("a", Note(at(), "ours"))
    assert _merge(pair).older_kept == 1
    assert _text(ours) == "ours"
    assert sorted(_former(ours)) == ["first", "theirs"]
    assert _merge(pair) == Merged()


def test_two_versions_of_one_moment_are_both_kept(pair: Pair) -> None:
    ours, theirs = pair
    theirs.change("a", Note(at(), "theirs"))
    ours.change("a", Note(at(), "ours"))
    _merge(pair)
    assert {_text(ours), *_former(ours)} == {"ours", "theirs", "first"}


def test_deleted_there_and_unchanged_here_is_deleted(pair: Pair) -> None:
    ours, theirs = pair
    theirs.bin(["a"])
    assert _merge(pair) == Merged(binned=1)
    assert ours.get("a") is None
    assert [gone.binned for gone in ours.binned()] == [gone.binned for gone in theirs.binned()]


def test_deleted_there_and_changed_here_later_stays(pair: Pair, clock: FixedClock) -> None:
    ours, theirs = pair
    theirs.bin(["a"])
    clock.advance(_MINUTE)
    ours.change("a", Note(at(), "ours"))
    _merge(pair)
    assert _text(ours) == "ours"


def test_deleted_here_and_changed_there_later_comes_back(pair: Pair, clock: FixedClock) -> None:
    ours, theirs = pair
    ours.change("a", Note(at(), "ours"))
    ours.bin(["a"])
    clock.advance(_MINUTE)
    theirs.change("a", Note(at(), "theirs"))
    assert _merge(pair).updated == 1
    assert _text(ours) == "theirs"
    assert set(_former(ours)) == {"first", "ours"}
    assert ours.binned() == []


def test_changed_there_before_it_was_deleted_here_stays_in_the_bin(pair: Pair, clock: FixedClock) -> None:
    ours, theirs = pair
    theirs.change("a", Note(at(), "theirs"))
    clock.advance(_MINUTE)
    ours.bin(["a"])
    before = ours.binned()[0].binned
    _merge(pair)
    (gone,) = ours.binned()
    assert (gone.record.value.text, gone.binned) == ("theirs", before)
    assert _former(ours) == ["first"]


def test_what_is_only_in_their_bin_lies_in_ours(pair: Pair) -> None:
    ours, theirs = pair
    other = theirs.add(Note(at(), "gone"))
    theirs.bin([other.id])
    assert _merge(pair) == Merged(binned=1)
    assert [gone.record.value.text for gone in ours.binned()] == ["gone"]


def test_settings_here_stay_and_others_come_in(pair: Pair) -> None:
    ours, theirs = pair
    ours.vault.settings.set("both", "ours")
    theirs.vault.settings.set("both", "theirs")
    theirs.vault.settings.set("only", "theirs")
    _merge(pair)
    assert (ours.vault.settings.get("both"), ours.vault.settings.get("only")) == ("ours", "theirs")


def test_of_two_drafts_the_later_stays_and_the_other_is_not_lost(pair: Pair, clock: FixedClock) -> None:
    ours, theirs = pair
    ours.vault.drafts.save("entry", {"note": "ours"})
    clock.advance(_MINUTE)
    theirs.vault.drafts.save("entry", {"note": "theirs"})
    theirs.vault.drafts.save("other", {"note": "more"})
    assert _merge(pair).drafts == 2
    rows = ours.connection.rows("SELECT name, data ->> '$.note' FROM draft ORDER BY name")
    assert rows == [("entry", "theirs"), ("entry 2026-11-08T19:41:00.000000Z", "ours"), ("other", "more")]
    assert _merge(pair) == Merged()


# -- nothing that either held is lost, whatever was done to both ----------------------------------------------------

_steps = st.lists(
    st.tuples(st.sampled_from(["ours", "theirs"]), st.sampled_from(["add", "change", "bin", "restore"]), st.booleans()),
    max_size=12,
)


def _versions(vault: Vault) -> set[str]:
    sql = "SELECT data FROM record UNION SELECT data FROM bin UNION SELECT data FROM former"
    return {row[0] for row in vault.connection.rows(sql)}


def _do(store: RecordStore[Note], what: str, text: str) -> None:
    if what == "add":
        store.add(Note(at(), text))
    elif what == "change" and store.get("a"):
        store.change("a", Note(at(), text))
    elif what == "bin":
        store.bin(["a"])
    elif what == "restore":
        store.restore(["a"])


@given(_steps)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_and_merging_again_changes_nothing(steps: list[tuple[str, str, bool]]) -> None:
    clock = FixedClock()
    with TemporaryDirectory() as folder:
        vaults = Vaults(Path(folder), clock)
        stores = {name: RecordStore(vaults(f"{name}.vault"), kind()) for name in ("ours", "theirs")}
        stores["theirs"].put(stores["ours"].add(Note(at(), "first"), "a"))
        for number, (whose, what, later) in enumerate(steps):
            if later:
                clock.advance(_MINUTE)
            _do(stores[whose], what, f"{whose} {number}")
        ours, theirs = stores["ours"].vault, stores["theirs"].vault
        before = _versions(ours) | _versions(theirs)
        merge_from(theirs, ours, [kind()])
        assert before <= _versions(ours)
        assert ours.check() == []
        ids = ours.connection.rows("SELECT id FROM record UNION ALL SELECT id FROM bin")
        assert len(ids) == len(set(ids))
        after = _versions(ours)
        assert not merge_from(theirs, ours, [kind()]).any
        assert _versions(ours) == after
        vaults.close()
