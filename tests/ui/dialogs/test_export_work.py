"""Writing records to a file, without any window."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from attach_desktop.clock import Moment
from attach_desktop.errors import InputRefusedError, StorageError
from attach_desktop.interchange.exports import Wanted
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.export_work import suggested_name, write
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.vault import Vault
from tests.support import Vaults


@pytest.fixture
def progress() -> Progress:
    return Progress(Event(), lambda _done, _total: None)


@pytest.fixture
def filled(vault: Vault, store: JournalStore) -> Vault:
    for day in range(1, 6):
        store.add(Entry(at=Moment.on(date(2026, 11, day)), mood=day, note=f"day {day}"))
    return vault


@pytest.mark.parametrize(
    ("format_name", "name"),
    [("json", "export-2026-11-08.json"), ("csv", "export-2026-11-08.csv"), ("markdown", "export-2026-11-08.md")],
)
def test_a_name_tells_only_the_day(format_name: str, name: str) -> None:
    assert suggested_name(Wanted(format_name), date(2026, 11, 8)) == name


def test_everything_is_written_as_json(filled: Vault, tmp_path: Path, progress: Progress) -> None:
    path = write(filled, Wanted("json"), tmp_path / "out.json", progress)
    document = json.loads(path.read_text("utf-8"))
    assert [record["note"] for record in document["journal"]] == [f"day {day}" for day in range(1, 6)]


def test_days_are_both_included(filled: Vault, tmp_path: Path, progress: Progress) -> None:
    wanted = Wanted("csv", date(2026, 11, 2), date(2026, 11, 3))
    text = write(filled, wanted, tmp_path / "out.csv", progress).read_text("utf-8-sig")
    assert [day for day in range(1, 6) if f"day {day}" in text] == [2, 3]


def test_markdown_can_be_read(filled: Vault, tmp_path: Path, progress: Progress) -> None:
    text = write(filled, Wanted("markdown"), tmp_path / "out.md", progress).read_text("utf-8")
    assert text.startswith("# ")
    assert "day 5" in text


def test_the_file_is_the_owners_alone(filled: Vault, tmp_path: Path, progress: Progress) -> None:
    assert write(filled, Wanted("json"), tmp_path / "out.json", progress).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_the_vault_itself_is_never_written_over(filled: Vault, progress: Progress, ending: str) -> None:
    target = filled.path.with_name(filled.path.name + ending)
    with pytest.raises(InputRefusedError) as caught:
        write(filled, Wanted("json"), target, progress)
    assert caught.value.key == "out-is-vault"
    assert filled.check() == []


def test_called_off_it_leaves_what_was_there(filled: Vault, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("the one before", "utf-8")
    cancelled = Event()
    cancelled.set()
    with pytest.raises(Cancelled):
        write(filled, Wanted("json"), path, Progress(cancelled, lambda _done, _total: None))
    assert path.read_text("utf-8") == "the one before"
    assert [each.name for each in tmp_path.iterdir() if ".part" in each.name] == []


def test_a_folder_that_is_not_there_is_told(filled: Vault, tmp_path: Path, progress: Progress) -> None:
    with pytest.raises(StorageError) as caught:
        write(filled, Wanted("json"), tmp_path / "nowhere" / "out.json", progress)
    assert caught.value.key == "cannot-write"


def test_an_encrypted_vault_can_be_exported(vault_factory: Vaults, tmp_path: Path, progress: Progress) -> None:
    vault = vault_factory("locked.vault", passphrase="correct horse")  # noqa: S106
    JournalStore(vault).add(Entry(at=Moment.on(date(2026, 11, 1)), note="behind a lock"))
    assert "behind a lock" in write(vault, Wanted("json"), tmp_path / "out.json", progress).read_text("utf-8")
