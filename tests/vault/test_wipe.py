"""What is deleted for good is in no byte of the folder any more, what was not is untouched, and the rest is told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from attach_desktop import resources
from attach_desktop.clock import Moment
from attach_desktop.errors import InputRefusedError
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import HIDDEN_PEOPLE
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.library import Library
from attach_desktop.rooms import KINDS
from attach_desktop.vault.backups import COPY_FOLDER_SETTING, Backups
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.wipe import Wipe, Wiped
from tests.support import FixedClock, Vaults

SECRET = "xylophonically"  # noqa: S105 (a word to look for)
JOURNAL = next(kind for kind in KINDS if kind.name == "journal")
GRATITUDE = next(kind for kind in KINDS if kind.name == "gratitude")


@pytest.fixture
def vault(vault_factory: Vaults) -> Vault:
    return vault_factory()


@pytest.fixture
def journal(vault: Vault) -> RecordStore[Entry]:
    return RecordStore(vault, JOURNAL)


@pytest.fixture
def backups(vault: Vault, clock: FixedClock) -> Backups:
    return Backups.of(vault.path, clock)


@pytest.fixture
def wipe(vault: Vault, backups: Backups) -> Wipe:
    return Wipe(vault, KINDS, backups)


def _entry(day: int = 8, hour: int = 12, note: str = "", people: tuple[str, ...] = ()) -> Entry:
    at = Moment.parse(f"2026-11-{day:02}T{hour:02}:00:00+01:00", "Europe/Berlin")
    return Entry(at=at, note=note, people=people)


def _bytes(folder: Path, but: str = "") -> bytes:
    files = (file for file in folder.rglob("*") if file.is_file() and (not but or but not in str(file)))
    return b"".join(file.read_bytes() for file in files)


def _secret_everywhere(vault: Vault, journal: RecordStore[Entry]) -> Stored[Entry]:
    """A record whose secret is in the record, the index, a word, a former version and a draft; and another one."""
    record = journal.add(_entry(note=f"before {SECRET}", people=(SECRET,)))
    record = journal.change(record.id, _entry(note=f"after {SECRET}", people=(SECRET,)))
    vault.drafts.save(f"entry:{record.id}", {"note": SECRET})
    journal.add(_entry(note="something else"))
    return record


def test_several_records_go_at_once_and_one_that_is_not_there_is_no_trouble(
    journal: RecordStore[Entry], wipe: Wipe
) -> None:
    one, two, three = (journal.add(_entry(hour=hour)) for hour in (1, 2, 3))
    journal.bin([two.id])
    wiped = wipe.records([one.id, two.id, "nowhere"])
    assert (wiped.records, wiped.binned) == (1, 1)
    assert [record.id for record in journal.each()] == [three.id]
    with pytest.raises(InputRefusedError) as caught:
        wipe.records([one.id])
    assert caught.value.key == "no-such-record"


def test_emptying_the_bin_leaves_nothing_of_any_kind_in_it_and_no_former_version(
    vault: Vault, journal: RecordStore[Entry], wipe: Wipe
) -> None:
    gone = _secret_everywhere(vault, journal)
    journal.bin([gone.id])
    gratitude = RecordStore(vault, GRATITUDE)
    item = gratitude.add(Item(at=_entry().at, text=SECRET))
    gratitude.bin([item.id])
    live = journal.add(_entry(note=f"before {SECRET}"))
    journal.change(live.id, _entry(note="after"))
    wiped = wipe.bin()
    assert (wiped.records, wiped.binned, wiped.former, wiped.drafts) == (0, 2, 2, 1)
    assert journal.former(live.id) == []
    assert journal.count() == 2
    assert SECRET.encode() not in _bytes(vault.path.parent)


def test_how_far_it_has_come_is_told_and_only_grows(
    vault: Vault, journal: RecordStore[Entry], backups: Backups
) -> None:
    record = _secret_everywhere(vault, journal)
    backups.make(vault)
    told: list[float] = []
    Wipe(vault, KINDS, backups, told.append).record(record.id, backups=True)
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize("binned", [False, True], ids=["live", "binned"])
def test_a_record_is_in_no_byte_any_more(
    binned: bool, vault: Vault, journal: RecordStore[Entry], wipe: Wipe, backups: Backups
) -> None:
    record = _secret_everywhere(vault, journal)
    backups.make(vault)
    if binned:
        journal.bin([record.id])
    assert SECRET.encode() in _bytes(vault.path.parent)
    wiped = wipe.record(record.id, backups=True)
    assert (wiped.records, wiped.binned, wiped.former, wiped.drafts, wiped.backups) == (
        not binned,
        binned,
        1,
        1,
        1,
    )
    assert wiped.remains == ("disk", "exports")
    assert SECRET.encode() not in _bytes(vault.path.parent)
    assert vault.check() == []
    assert [one.value.note for one in journal.newest(9)] == ["something else"]
    (backup,) = backups.each()  # a fresh one
    assert backups.check(backup, None).records == 1


def test_where_backups_are_kept_that_is_told(
    vault: Vault, journal: RecordStore[Entry], wipe: Wipe, backups: Backups
) -> None:
    record = _secret_everywhere(vault, journal)
    backups.make(vault)
    assert wipe.record(record.id).remains == ("backups", "disk", "exports")
    assert SECRET.encode() in _bytes(backups.folder)
    assert SECRET.encode() not in _bytes(vault.path.parent, but="backups")


@pytest.mark.parametrize("backups_too", [True, False])
def test_second_copies_go_with_the_backups_or_are_told(
    backups_too: bool, vault: Vault, journal: RecordStore[Entry], wipe: Wipe, backups: Backups, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "20250101-000000-daily.vault").write_text("of another vault")
    vault.settings.set(COPY_FOLDER_SETTING, str(stick))
    record = _secret_everywhere(vault, journal)
    backups.make(vault)
    wiped = wipe.record(record.id, backups=backups_too)
    assert ("copies" in wiped.remains) == (not backups_too)
    assert (SECRET.encode() in _bytes(stick)) == (not backups_too)
    assert (stick / "20250101-000000-daily.vault").exists()


def test_where_another_window_keeps_the_log_that_is_told(
    vault: Vault, journal: RecordStore[Entry], wipe: Wipe, vault_factory: Vaults, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = _secret_everywhere(vault, journal)
    vault.connection.run("PRAGMA busy_timeout=20")
    other = vault_factory()
    with other.connection.snapshot():
        other.settings.get("a")
        assert wipe.record(record.id).remains == ("log", "disk", "exports")
    other.close()
    vault.close()
    assert SECRET.encode() not in _bytes(vault.path.parent)


def test_a_record_that_is_not_there_is_told(wipe: Wipe, journal: RecordStore[Entry]) -> None:
    journal.add(_entry(note="safe"))
    with pytest.raises(InputRefusedError):
        wipe.record("no such id")
    assert journal.count() == 1


def test_every_kind_can_be_deleted_from(vault: Vault, wipe: Wipe) -> None:
    items = RecordStore(vault, GRATITUDE)
    item = items.add(Item(at=_entry().at, text=SECRET))
    assert wipe.record(item.id).records == 1
    assert SECRET.encode() not in _bytes(vault.path.parent)


def _with_person(vault: Vault, journal: RecordStore[Entry]) -> list[str]:
    named = journal.add(_entry(7, note="we talked", people=("Noa", "Kim")))
    journal.change(named.id, _entry(7, note="we talked long", people=("noa ", "Kim")))
    binned = journal.add(_entry(6, note="a walk", people=("Noa",)))
    journal.bin([binned.id])
    told = journal.add(_entry(5, note="Noa did not call"))
    other = journal.add(_entry(4, note="alone", people=("Kim",)))
    item = RecordStore(vault, GRATITUDE).add(Item(at=_entry().at, text="tea", people=("Noa",)))
    library = Library(vault)
    library.keep_person("Noa", "friend")
    library.keep_person("Kim", "")
    vault.settings.set(HIDDEN_PEOPLE, ["Noa", "Kim"])
    vault.drafts.save("entry", {"note": "half", "people": ["Noa", "Kim"]})
    return [named.id, binned.id, told.id, other.id, item.id]


def test_a_person_is_taken_out_of_every_record(vault: Vault, journal: RecordStore[Entry], wipe: Wipe) -> None:
    ids = _with_person(vault, journal)
    assert (wipe.named("NOA"), wipe.mentions("noa")) == (3, 4)
    wiped = wipe.person("noa", with_records=False)
    assert (wiped.records, wiped.changed, wiped.mentions) == (1, 2, 1)
    assert wiped.remains == ("mentions", "disk", "exports")
    assert wipe.named("Noa") == 0
    named = journal.get(ids[0])
    assert named is not None
    assert (named.value.note, named.value.people) == ("we talked long", ("Kim",))
    assert [version.people for _, version in journal.former(ids[0])] == [("Kim",)]
    assert [gone.record.value.people for gone in journal.binned()] == [()]
    assert journal.labels("people") == [("Kim", 2)]
    assert [person.value.alias for person in Library(vault).people.each()] == ["Kim"]
    assert vault.settings.get(HIDDEN_PEOPLE) == ["Kim"]
    assert (vault.drafts.get("entry") or [None])[0] == {"note": "half", "people": ["Kim"]}
    assert journal.count() == 3
    assert vault.check() == []


def test_a_person_goes_with_every_record_that_names_them(vault: Vault, journal: RecordStore[Entry], wipe: Wipe) -> None:
    ids = _with_person(vault, journal)
    wiped = wipe.person(" Noa", with_records=True)
    assert (wiped.records, wiped.changed, wiped.binned, wiped.drafts, wiped.mentions) == (3, 0, 1, 1, 1)
    assert {record.id for record in journal.each()} == set(ids[2:4])
    assert journal.binned() == []
    assert journal.former(ids[0]) == []
    raw = _bytes(vault.path.parent)
    assert b"we talked" not in raw
    assert b"a walk" not in raw
    assert b"Noa did not call" in raw  # told as a mention


def test_a_former_version_that_named_the_person_goes_with_them(
    vault: Vault, journal: RecordStore[Entry], wipe: Wipe
) -> None:
    record = journal.add(_entry(note="old words", people=("Noa",)))
    journal.change(record.id, _entry(note="new words"))
    assert wipe.person("Noa", with_records=True).former == 1
    assert journal.former(record.id) == []
    assert journal.get(record.id) is not None


def test_a_blank_alias_is_nobody(journal: RecordStore[Entry], wipe: Wipe) -> None:
    journal.add(_entry(note="safe"))
    for alias in ("", "  "):
        with pytest.raises(InputRefusedError):
            wipe.person(alias, with_records=True)
    assert journal.count() == 1


def test_days_go_as_the_person_counts_them(
    vault: Vault, journal: RecordStore[Entry], wipe: Wipe, clock: FixedClock
) -> None:
    kept = [journal.add(_entry(7, 2, "the night of the sixth")), journal.add(_entry(9, 4, "the ninth"))]
    gone = [journal.add(_entry(7, 4, "the seventh")), journal.add(_entry(9, 2, "the night of the eighth"))]
    journal.bin([journal.add(_entry(8, 12, "binned")).id])
    vault.drafts.save("entry", {"note": "written on the eighth"})
    clock.advance(timedelta(days=2))
    vault.drafts.save("other", {"note": "written on the tenth"})
    assert wipe.within(date(2026, 11, 7), date(2026, 11, 8)) == 2
    wiped = wipe.days(date(2026, 11, 7), date(2026, 11, 8))
    assert (wiped.records, wiped.binned, wiped.drafts) == (2, 1, 1)
    assert {record.id for record in journal.each()} == {record.id for record in kept}
    assert all(journal.get(record.id) is None for record in gone)
    assert vault.drafts.get("entry") is None
    assert vault.drafts.get("other") is not None
    assert b"the seventh" not in _bytes(vault.path.parent)


def test_the_pages_are_told(vault: Vault, journal: RecordStore[Entry], wipe: Wipe) -> None:
    told: list[str] = []
    vault.changes.subscribe("journal", lambda: told.append("journal"))
    record = journal.add(_entry(note="x"))
    told.clear()
    wipe.record(record.id)
    assert told == ["journal"]


def test_everything_that_may_remain_has_its_sentence() -> None:
    assert {"backups", "copies", "mentions", "log", "disk", "exports"} <= set(resources.content("wipe"))
    assert Wiped().remains == ()
