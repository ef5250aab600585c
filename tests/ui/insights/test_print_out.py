"""Cards on their way to paper: what is marked private, and the choice that comes up where anything is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.summary.document import Document
from attach_desktop.ui.insights import print_out, states
from attach_desktop.ui.insights.asking import Question
from attach_desktop.ui.insights.card_state import CardState
from attach_desktop.ui.insights.paper import on_paper
from attach_desktop.ui.insights.print_out import PrintOut
from attach_desktop.ui.jobs import Jobs
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, at, keep, over
from tests.ui.executors import AtOnce
from tests.ui.hands import press, settle
from tests.ui.insights.noted_shell import NotedShell
from tests.ui.printer import Printer

QUESTION = Question(selection=over(TODAY - timedelta(days=30), TODAY))
ENTRY = Entry(at=at(TODAY), mood=4, energy=2)


@dataclass
class Paper:
    """A page that prints, what its cards show, and the sheets that were printed: (about, cards)."""

    out: PrintOut
    shell: NotedShell
    button: QPushButton
    vault: Vault
    sheets: list[tuple[str, list[CardState]]] = field(default_factory=list)

    def begin(self, keys: Sequence[str] = ("mood", "map")) -> None:
        """Press Print."""
        look = states.Look.at(self.vault, QUESTION.selection, {})
        self.out.begin(QUESTION, [states.state_of(key, look) for key in keys], "These days", self.button)
        settle()

    def wait(self) -> None:
        """Until the cards are worked out."""
        for _ in range(20_000):
            settle(1)
            if not self.out.busy:
                settle()
                return
        raise AssertionError("the cards do not come")

    def days(self) -> int:
        """How many days the drawing of moods shows on the first sheet."""
        return sum(row[0] == "day" for row in self.sheets[0][1][0].charts[0].table.rows)


@pytest.fixture
def paper(
    vault: Vault, on_screen: Callable[..., None], printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Paper]:
    page = QWidget()
    shell, jobs = NotedShell(), Jobs(AtOnce)
    button = QPushButton("Print", page)
    on_screen(page, QSize(400, 300))
    found = Paper(PrintOut(page, JournalStore(vault), jobs, shell), shell, button, vault)

    def note(title: str, about: str, cards: Sequence[CardState]) -> Document:
        found.sheets.append((about, list(cards)))
        return on_paper(title, about, cards)

    monkeypatch.setattr(print_out, "on_paper", note)
    yield found
    found.out.stop()
    jobs.close()
    found.out.close()


def test_where_nothing_is_private_nothing_is_asked(paper: Paper, vault: Vault) -> None:
    keep(vault, [ENTRY])
    paper.begin()
    assert paper.out.menu is None
    assert [state.key for state in paper.sheets[0][1]] == ["mood", "map"]
    assert paper.shell.said == ["Sent to the printer."]


def test_private_entries_are_left_out_by_enter_alone(paper: Paper, vault: Vault) -> None:
    earlier = [at(TODAY - timedelta(days=number)) for number in range(1, 4)]
    keep(vault, [ENTRY, *(replace(ENTRY, at=moment, private=True) for moment in earlier)])
    paper.begin()
    assert paper.sheets == []
    press(Qt.Key.Key_Return)
    paper.wait()
    about, cards = paper.sheets[0]
    assert about == "These days, without what is marked as private"
    assert [state.key for state in cards] == ["mood", "map"]
    assert paper.days() == 1
    assert paper.shell.said == ["Getting the pages ready …", "Sent to the printer."]


def test_private_entries_are_printed_when_asked_for(paper: Paper, vault: Vault) -> None:
    keep(vault, [ENTRY, replace(ENTRY, at=at(TODAY - timedelta(days=1)), private=True)])
    paper.begin()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle()
    assert paper.sheets[0][0] == "These days"
    assert paper.days() == 2


def test_a_private_entry_of_other_days_counts_too(paper: Paper, vault: Vault) -> None:
    keep(vault, [ENTRY, replace(ENTRY, at=at(TODAY - timedelta(days=40)), private=True)])
    paper.begin()
    assert paper.out.menu is not None


def test_changing_ones_mind_prints_nothing(paper: Paper, vault: Vault) -> None:
    keep(vault, [replace(ENTRY, private=True)])
    paper.begin()
    press(Qt.Key.Key_Escape)
    settle()
    assert (paper.sheets, paper.shell.said) == ([], [])


def test_where_all_of_it_is_private_nothing_is_left_to_print(paper: Paper, vault: Vault) -> None:
    keep(vault, [replace(ENTRY, private=True)])
    paper.begin()
    press(Qt.Key.Key_Return)
    paper.wait()
    assert paper.sheets == []
    assert paper.shell.said[-1] == "Without what is marked as private there is nothing to print."


def test_a_card_that_cannot_be_worked_out_is_told_and_nothing_printed(
    paper: Paper, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(vault, [ENTRY, replace(ENTRY, private=True)])
    paper.begin()

    def broken(look: states.Look) -> CardState:
        raise StorageError("cannot-read", path="somewhere")

    monkeypatch.setitem(states.STATES, "map", broken)
    press(Qt.Key.Key_Return)
    paper.wait()
    assert paper.sheets == []
    assert [error.key for error in paper.shell.complained] == ["cannot-read"]


def test_after_it_was_stopped_nothing_is_printed(paper: Paper, vault: Vault) -> None:
    keep(vault, [ENTRY, replace(ENTRY, private=True)])
    paper.begin()
    press(Qt.Key.Key_Return)
    paper.out.stop()
    paper.wait()
    assert paper.sheets == []


@pytest.mark.no_qt_log
def test_a_printer_that_refuses_is_told(paper: Paper, vault: Vault, printer: Printer) -> None:
    printer.break_down()
    keep(vault, [ENTRY])
    paper.begin()
    assert [error.key for error in paper.shell.complained] == ["cannot-write"]


def test_a_vault_that_cannot_be_read_is_told(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> list[object]:
        raise AttachError("cannot-read")

    monkeypatch.setattr(JournalStore, "find", broken)
    paper.out.begin(QUESTION, [], "", paper.button)
    assert [error.key for error in paper.shell.complained] == ["cannot-read"]
