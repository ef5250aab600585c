"""The ways out: what leaves the house is said, and up to which day it went is kept; what stays is told of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.summary import last
from attach_desktop.summary.build import Wanted
from attach_desktop.summary.choices import Choices
from attach_desktop.summary.document import Document, Paragraph
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.paper import printing
from attach_desktop.ui.paper.pages import lay_out
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.ways_out import WaysOut, short_path
from attach_desktop.ui.summary.work import Laid
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.executors import WhenTold
from tests.ui.hands import settle

TODAY = date(2026, 11, 8)


class Heard:
    """Notes what is said."""

    def __init__(self, out: WaysOut) -> None:
        self.done: list[str] = []
        self.failed: list[str] = []
        self.following: list[date | None] = []
        out.done.connect(self._left)
        out.failed.connect(lambda error: self.failed.append(error.key))

    def _left(self, said: str, following: date | None) -> None:
        self.done.append(said)
        self.following.append(following)


@pytest.fixture
def laid() -> Laid:
    wanted = Wanted(begin=date(2026, 11, 1), end=date(2026, 11, 6), choices=Choices())
    return Laid(wanted, Paper.A4, lay_out(Document(title="Summary", blocks=[Paragraph("words")]), Paper.A4))


@pytest.fixture
def window(on_screen: Callable[..., None]) -> QWidget:
    made = QWidget()
    on_screen(made)
    return made


@pytest.fixture
def out(window: QWidget, vault: Vault, at_once: Jobs) -> WaysOut:
    return WaysOut(window, vault, at_once, TODAY)


def answer(monkeypatch: pytest.MonkeyPatch, given: bool | AttachError) -> None:
    """What the printer's dialog, which would wait for a person, comes to."""

    def print_them(*_: object) -> bool:
        if isinstance(given, AttachError):
            raise given
        return given

    monkeypatch.setattr(printing, "print_with_dialog", print_them)


@pytest.mark.parametrize(
    ("given", "done", "failed", "day"),
    [
        (True, ["Sent to the printer."], [], date(2026, 11, 6)),
        (False, [], [], None),
        (StorageError("cannot-print"), [], ["cannot-print"], None),
    ],
    ids=["printed", "not after all", "refused"],
)
def test_only_what_was_printed_is_done(
    out: WaysOut,
    vault: Vault,
    laid: Laid,
    monkeypatch: pytest.MonkeyPatch,
    given: bool | AttachError,
    done: list[str],
    failed: list[str],
    day: date | None,
) -> None:
    answer(monkeypatch, given)
    heard = Heard(out)
    out.print_pages(laid)
    assert (heard.done, heard.failed) == (done, failed)
    assert last.last_day(vault.settings) == day


def test_a_written_file_is_named_and_that_it_is_not_encrypted(
    out: WaysOut, vault: Vault, laid: Laid, tmp_path: Path
) -> None:
    heard, path = Heard(out), tmp_path / "a b.md"
    out.write(laid, "markdown", path)
    under_way = out.busy
    settle()
    assert (under_way, out.busy) == (True, False)
    assert "words" in path.read_text("utf-8")
    assert heard.following == [date(2026, 11, 7)]
    assert heard.done == [f"Saved: {short_path(path)}. It is not encrypted: whoever can open it can read it."]
    assert last.last_day(vault.settings) == date(2026, 11, 6)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/home/me/x.pdf", "/home/me/x.pdf"),
        ("/" + "a" * 63, "/" + "a" * 63),
        ("/home/me/" + "a" * 90 + "/summary.pdf", "/home/me/" + "a" * 12 + "…" + "a" * 30 + "/summary.pdf"),
    ],
)
def test_a_path_is_shown_so_that_it_fits(path: str, shown: str) -> None:
    assert short_path(Path(path)) == shown
    assert len(shown) <= 64


def test_one_that_leaves_a_gap_after_the_last_one_moves_nothing(
    window: QWidget, vault: Vault, at_once: Jobs, laid: Laid, tmp_path: Path
) -> None:
    last.keep_last_day(vault.settings, date(2026, 10, 10), TODAY)
    out = WaysOut(window, vault, at_once, TODAY)
    heard = Heard(out)
    out.write(laid, "markdown", tmp_path / "x.md")
    settle()
    assert heard.following == [None]
    assert last.last_day(vault.settings) == date(2026, 10, 10)


@pytest.mark.parametrize("before", [None, date(2026, 10, 31)])
def test_the_next_one_can_begin_where_it_would_have_begun_before(
    window: QWidget, vault: Vault, at_once: Jobs, laid: Laid, tmp_path: Path, before: date | None
) -> None:
    last.put_back(vault.settings, before)
    out = WaysOut(window, vault, at_once, TODAY)
    for name in ("x.md", "y.md"):
        out.write(laid, "markdown", tmp_path / name)
        settle()
    assert last.last_day(vault.settings) == date(2026, 11, 6)
    out.put_back()
    assert last.last_day(vault.settings) == before


def test_days_to_come_are_in_no_summary_yet(out: WaysOut, vault: Vault, laid: Laid, tmp_path: Path) -> None:
    ahead = replace(laid, wanted=replace(laid.wanted, end=date(2026, 12, 24)))
    out.write(ahead, "markdown", tmp_path / "x.md")
    settle()
    assert last.last_day(vault.settings) == TODAY


def test_what_was_called_off_stays_in_the_house(
    window: QWidget, vault: Vault, laid: Laid, when_told: Jobs, held: WhenTold, tmp_path: Path
) -> None:
    out = WaysOut(window, vault, when_told, TODAY)
    heard = Heard(out)
    out.write(laid, "pdf", tmp_path / "x.pdf")
    out.call_off()
    held.go()
    settle()
    assert (heard.done, heard.failed) == ([], ["cancelled"])
    assert not (tmp_path / "x.pdf").exists()
    assert last.last_day(vault.settings) is None


def test_a_vault_that_cannot_keep_the_day_is_told_of_and_the_file_is_there(
    out: WaysOut, vault: Vault, vault_factory: Vaults, laid: Laid, tmp_path: Path
) -> None:
    vault.connection.run("PRAGMA busy_timeout=1")
    heard = Heard(out)
    with vault_factory().connection.transaction():
        out.write(laid, "markdown", tmp_path / "x.md")
        settle()
    assert len(heard.done) == 1
    assert heard.failed == ["busy"]


def test_who_leaves_the_file_dialog_saves_nothing(out: WaysOut, window: QWidget) -> None:
    chosen: list[str] = []
    out.choose_file("pdf", chosen.append)
    [chooser] = window.findChildren(QFileDialog)
    assert chooser.defaultSuffix() == "pdf"
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    chooser.reject()
    settle()
    assert chosen == []
    assert window.findChildren(QFileDialog) == []
