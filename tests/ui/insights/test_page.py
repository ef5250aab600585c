"""The page: what is chosen, what arrives, what it says where there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from attach_desktop import demo
from attach_desktop.errors import StorageError
from attach_desktop.insights.experiments import Experiments
from attach_desktop.insights.period import ALL, OWN
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.ui.insights import states
from attach_desktop.ui.insights.card_state import CardState
from attach_desktop.ui.insights.page import InsightsPage
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.tabs import TABS
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.empty_state import EmptyState
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, TRIGGER, at, keep, structured
from tests.support import NOW
from tests.ui.executors import AtOnce
from tests.ui.eyes import buttons, parts, push, read
from tests.ui.hands import CTRL, press, settle, tab_to
from tests.ui.insights.noted_shell import NotedShell
from tests.ui.printer import Printer
from tests.ui.windows import WIDE as TAB_WIDE
from tests.ui.windows import Windows, journal_page


@dataclass
class Opened:
    """The page, its shell, and a way to wait for it."""

    page: InsightsPage
    shell: NotedShell

    def wait(self) -> None:
        """Until every card is there."""
        for _ in range(20_000):
            settle(1)
            if not self.page.busy:
                settle()
                return
        raise AssertionError("the cards do not come")

    @property
    def shown(self) -> list[str]:
        """The cards on show, in their order."""
        return [key for key, card in self.page.cards.items() if card.isVisible()]


Open = Callable[..., Opened]
BOUNDS = (TODAY - timedelta(days=89), TODAY)
WIDE, NARROW = QSize(1180, 780), QSize(900, 600)


@pytest.fixture
def opened(vault: Vault, theme: Theme, on_screen: Callable[..., None]) -> Iterator[Open]:
    pages: list[InsightsPage] = []

    def begin(size: QSize = WIDE) -> Opened:
        shell = NotedShell()
        page = InsightsPage(JournalStore(vault), theme, shell, Jobs(AtOnce))
        pages.append(page)
        on_screen(page, size)
        found = Opened(page, shell)
        found.wait()
        return found

    yield begin
    for page in pages:
        page.release()


def test_of_nothing_it_says_what_it_is_for_and_how_to_begin(opened: Open) -> None:
    found = opened()
    assert found.shown == []
    (empty,) = parts(found.page, EmptyState)
    push(empty, "Log a mood")
    assert found.shell.written == [{}]


@pytest.mark.parametrize("count", [1, 3])
def test_of_few_there_are_dots_and_kind_words(opened: Open, vault: Vault, count: int) -> None:
    keep(vault, [Entry(at=at(TODAY - timedelta(days=number)), mood=4) for number in range(count)])
    found = opened()
    assert "mood" in found.shown
    assert "helps" not in found.shown
    assert parts(found.page, EmptyState) == []
    assert found.page.quiet.isVisible()
    assert "What eases" in found.page.quiet.text()


def test_of_many_every_card_is_there_in_one_column_and_in_two(opened: Open, vault: Vault) -> None:
    demo.fill(vault, 1500, 2, 7, NOW)
    for size in (WIDE, NARROW):
        found = opened(size)
        assert len(found.shown) >= 12
        assert found.page.board.columns == (2 if size == WIDE else 1)
        assert found.page.area.horizontalScrollBar().maximum() == 0
        assert not clipped(found.page)


def clipped(page: QWidget) -> list[str]:
    """Labels that have less room than their words need."""
    labels: list[QLabel] = [one for one in page.findChildren(QLabel) if one.isVisible() and one.text()]
    return [
        one.text()
        for one in labels
        if one.height() < (one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()) - 1
    ]


def test_days_are_chosen_by_keyboard(opened: Open, vault: Vault) -> None:
    keep(vault, [Entry(at=at(TODAY - timedelta(days=number)), mood=4) for number in range(40)])
    found = opened()
    found.page.start()
    assert "40 of 90 days" in read(found.page.cards["mood"])[1]
    press(Qt.Key.Key_Up)
    found.wait()
    assert "30 of 30 days" in read(found.page.cards["mood"])[1]


def test_it_begins_with_the_period_that_was_chosen_last(opened: Open, vault: Vault) -> None:
    first = opened()
    first.page.period.show_period("year")
    first.page.period.show_period(OWN, date(2025, 1, 1), date(2025, 2, 1))
    first.wait()
    assert opened().page.period.key == "year"
    vault.settings.set("insights-period", ["no", "such"])
    assert opened().page.period.key == "months"


def test_only_the_hour_at_which_a_day_begins_makes_it_count_anew(opened: Open, vault: Vault) -> None:
    keep(vault, [Entry(at=at(TODAY - timedelta(days=1), 2), mood=4)])
    found = opened()
    day = found.page.cards["mood"].frames[0].chart.told[0]
    vault.settings.set("theme", "dark")
    assert not found.page.busy
    vault.settings.set("day-start", "00:00")
    found.wait()
    assert found.page.cards["mood"].frames[0].chart.told[0] != day


def test_it_is_narrowed_to_a_trigger_and_widened_again(opened: Open, vault: Vault) -> None:
    keep(vault, structured(3))
    found = opened()
    whole = read(found.page.cards["mood"])[1]
    found.page.narrow.set_word("triggers", TRIGGER)
    found.wait()
    assert read(found.page.cards["mood"])[1] != whole
    push(found.page, f"Only trigger {TRIGGER}: take off")
    found.wait()
    assert read(found.page.cards["mood"])[1] == whole


def test_where_nothing_matches_there_is_a_way_back(opened: Open, vault: Vault) -> None:
    keep(vault, structured(3))
    found = opened()
    found.page.narrow.set_word("people", "nobody")
    found.wait()
    (empty,) = parts(found.page, EmptyState)
    assert "No entries here" in read(empty)
    push(empty, "Show everything")
    found.wait()
    assert parts(found.page, EmptyState) == []
    assert found.page.period.key == ALL
    assert "mood" in found.shown


def test_a_comparison_that_goes_on_stays_where_no_entry_matches(opened: Open, vault: Vault) -> None:
    keep(vault, structured(3))
    Experiments(vault).start("Tea", "Rain")
    found = opened()
    found.page.narrow.set_word("people", "nobody")
    found.wait()
    assert found.shown == ["works"]
    (empty,) = parts(found.page, EmptyState)
    assert "No entries here" in read(empty)


def test_days_to_come_are_said_to_be_such(opened: Open, vault: Vault) -> None:
    keep(vault, structured(3))
    found = opened()
    found.page.period.show_period(OWN, date(2030, 1, 1), date(2030, 2, 1))
    found.wait()
    (empty,) = parts(found.page, EmptyState)
    assert "These days are still to come" in read(empty)


def test_what_is_written_meanwhile_is_there_soon(opened: Open, vault: Vault) -> None:
    found = opened()
    assert found.shown == []
    keep(vault, [Entry(at=at(TODAY), mood=4)])
    found.wait()
    assert "mood" in found.shown


def test_what_is_written_out_of_sight_is_there_when_one_comes_back(opened: Open, vault: Vault) -> None:
    found = opened()
    found.page.hide()
    keep(vault, [Entry(at=at(TODAY), mood=4)])
    settle()
    assert not found.page.busy
    found.page.show()
    found.wait()
    assert "mood" in found.shown


def test_another_year_is_picked_on_its_card(opened: Open, vault: Vault) -> None:
    keep(vault, [Entry(at=at(date(2024, 5, 5)), mood=2), Entry(at=at(TODAY), mood=2)])
    found = opened()
    card = found.page.cards["year"]
    card.picked.emit("year", "2024")
    found.wait()
    assert card.frames[0].chart.name == "2024 in pixels"


def test_a_vault_that_cannot_be_read_is_told_on_every_card(
    opened: Open, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(vault, [Entry(at=at(TODAY), mood=4)])
    found = opened()

    def broken(*_: object) -> list[object]:
        raise StorageError("cannot-read", path="somewhere")

    monkeypatch.setattr(Connection, "rows", broken)
    found.page.refresh()
    found.wait()
    assert all(len(read(found.page.cards[key])) >= 2 for key in found.shown)
    assert "mood" in found.shown


def test_a_card_that_cannot_be_made_says_so_and_the_others_come(
    opened: Open, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(look: states.Look) -> CardState:
        raise StorageError("cannot-read", path="somewhere")

    monkeypatch.setitem(states.STATES, "map", broken)
    keep(vault, [Entry(at=at(TODAY), mood=4, energy=2)])
    found = opened()
    assert len(read(found.page.cards["map"])) == 3
    assert "weekdays" in found.shown


def test_cards_lead_to_the_journal(opened: Open, vault: Vault) -> None:
    keep(vault, structured(3))
    found = opened()
    fold = found.page.cards["triggers"].fold
    assert fold is not None
    fold.set_open(True)
    push(found.page.cards["triggers"], "Show these entries: What sets things off")
    assert [(one.begin, one.end) for one in found.shell.entries] == [(TODAY - timedelta(days=89), TODAY)]


def test_the_whole_page_or_one_card_is_printed(opened: Open, vault: Vault, printer: Printer) -> None:
    found = opened()
    push(found.page, "Print …")
    assert printer.files == []
    keep(vault, structured(3))
    found.wait()
    found.page.print_shown()
    found.page.cards["mood"].print_asked.emit("mood")
    whole, one = printer.files
    assert whole.stat().st_size > one.stat().st_size
    assert found.shell.said[-1] == "Sent to the printer."


def test_private_entries_stay_off_the_paper_unless_asked_for(opened: Open, vault: Vault, printer: Printer) -> None:
    keep(vault, [Entry(at=at(TODAY), mood=4, private=True)])
    found = opened()
    push(found.page, "Print …")
    assert printer.files == []
    out = found.page.print_out
    assert out is not None
    assert out.menu is not None
    assert [action.text() for action in out.menu.actions()] == [
        "Without what I marked as private",
        "With what I marked as private",
    ]
    # Gone with the page: no printer's dialog comes up over another one.
    found.page.hide()
    assert out.menu is None


@pytest.mark.no_qt_log
def test_a_printer_that_refuses_is_told(opened: Open, vault: Vault, printer: Printer) -> None:
    printer.break_down()
    keep(vault, [Entry(at=at(TODAY), mood=4)])
    found = opened()
    push(found.page, "Print …")
    assert [error.key for error in found.shell.complained] == ["cannot-write"]


def test_two_cards_are_compared_from_the_page(opened: Open, vault: Vault) -> None:
    keep(vault, structured(3))
    found = opened()
    card = found.page.cards["works"]
    push(card, "Let chance choose")
    found.wait()
    assert "Next time" in read(card)
    push(card, "End this comparison")
    found.wait()
    assert "Next time" not in read(card)
    assert "Let chance choose" in buttons(card)


def test_from_the_tab_to_the_entries_by_keyboard_alone(windows: Windows, vault: Vault) -> None:
    keep(vault, structured(3))
    window = windows(vault, TAB_WIDE, TABS, None)
    press(Qt.Key(Qt.Key.Key_1 + [spec.key for spec in TABS].index("insights")), CTRL)
    page = window.page("insights")
    assert isinstance(page, InsightsPage)
    for _ in range(20_000):
        settle(1)
        if not page.busy:
            break
    tab_to("Mood over time")
    press(Qt.Key.Key_End)
    reader = page.cards["mood"].frames[0].reader
    assert "2026" in reader.reading
    tab_to("How is this counted?")
    press(Qt.Key.Key_Return)
    tab_to("Show these entries: Mood over time")
    press(Qt.Key.Key_Return)
    journal = journal_page(window)
    assert journal.isVisible()
    assert journal.list.filter == Filter(begin=BOUNDS[0], end=BOUNDS[1])


def test_after_it_was_released_nothing_is_asked_any_more(opened: Open, vault: Vault) -> None:
    found = opened()
    found.page.release()
    keep(vault, [Entry(at=at(TODAY), mood=4)])
    found.page.refresh()
    settle()
    assert found.shown == []
