"""The work in another thread: what is laid out, what is written, and that it really ends when it is called off."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from attach_desktop.errors import AttachError, InputRefusedError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.store import JournalStore
from attach_desktop.summary.build import Wanted
from attach_desktop.summary.choices import Choices
from attach_desktop.ui.jobs import Progress
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.work import FILES, Laid, laid_out, part, save, suggested_name
from attach_desktop.vault.vault import Vault
from tests.ui.journal.entries import add_days, entry

pytestmark = pytest.mark.usefixtures("qapp")
WANTED = Wanted(begin=date(2026, 11, 1), end=date(2026, 11, 8), choices=Choices(sections=("entries",)))


def progress(told: list[tuple[int, int]] | None = None, cancelled: Event | None = None) -> Progress:
    return Progress(cancelled or Event(), lambda done, total: (told if told is not None else []).append((done, total)))


@pytest.fixture
def laid(vault: Vault) -> Laid:
    add_days(JournalStore(vault), 5)
    return laid_out(vault, WANTED, Paper.A4, None, progress())


def test_pages_are_of_the_paper_that_was_chosen(laid: Laid, vault: Vault) -> None:
    assert laid.pages.count >= 1
    assert "day 3" in "".join(laid.pages.words(number) for number in range(laid.pages.count))
    letter = laid_out(vault, WANTED, Paper.LETTER, laid, progress())
    assert letter.pages.size.width > laid.pages.size.width


def test_another_paper_reads_nothing_anew_and_another_choice_does(laid: Laid, vault: Vault) -> None:
    again = laid_out(vault, WANTED, Paper.LETTER, laid, progress())
    assert again.pages.document is laid.pages.document
    other = replace(WANTED, begin=date(2026, 11, 7))
    assert laid_out(vault, other, Paper.A4, laid, progress()).pages.document != laid.pages.document


def test_what_was_called_off_ends(vault: Vault) -> None:
    cancelled = Event()
    cancelled.set()
    with pytest.raises(Cancelled):
        laid_out(vault, WANTED, Paper.A4, None, progress(cancelled=cancelled))


def test_progress_of_a_part_goes_up_and_is_told_once_a_step() -> None:
    told: list[tuple[int, int]] = []
    step = part(progress(told), 0.5, 1.0)
    assert all(step(done, 10_000) for done in range(10_001))
    assert told == [(at, 100) for at in range(50, 101)]
    assert part(progress(told), 0.0, 0.5)(0, 0), "how much there is may not be known"


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_written_for_its_owner_alone(laid: Laid, vault: Vault, tmp_path: Path, name: str) -> None:
    path = tmp_path / suggested_name(name, date(2026, 11, 8))
    assert path.name == f"summary-2026-11-08{FILES[name]}"
    assert save(laid.pages, name, path, vault.path, progress()) == path
    written = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if name == "pdf":
        assert written.startswith(b"%PDF-")
    else:
        assert b"day 3" in written
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


@pytest.mark.parametrize("name", FILES)
def test_the_vault_is_no_place_for_it(laid: Laid, vault: Vault, name: str) -> None:
    with pytest.raises(InputRefusedError):
        save(laid.pages, name, vault.path, vault.path, progress())
    assert vault.check() == []


@pytest.mark.parametrize("name", FILES)
def test_where_it_cannot_be_written_nothing_is_left(laid: Laid, vault: Vault, tmp_path: Path, name: str) -> None:
    with pytest.raises(AttachError):
        save(laid.pages, name, tmp_path / "nowhere" / "x", vault.path, progress())
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_called_off_is_not_written(laid: Laid, vault: Vault, tmp_path: Path, name: str) -> None:
    cancelled = Event()
    cancelled.set()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        save(laid.pages, name, tmp_path / "x", vault.path, progress(cancelled=cancelled))
    assert sorted(tmp_path.iterdir()) == before


def test_a_private_entry_stays_out(vault: Vault) -> None:
    store = JournalStore(vault)
    store.add(entry(2, note="not for anybody", private=True))
    store.add(entry(1, note="for the session"))
    pages = laid_out(vault, WANTED, Paper.A4, None, progress()).pages
    words = "".join(pages.words(number) for number in range(pages.count))
    assert "for the session" in words
    assert "not for anybody" not in words
