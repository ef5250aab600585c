"""One card: what stands on it, what can be done with it, what stays when it is shown anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox

from attach_desktop.ui.charts.reader import ChartReader
from attach_desktop.ui.insights.card import InsightCard
from attach_desktop.ui.insights.card_state import CardState, Line, Pick
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.finding import Filter
from tests.ui.charts.made import chart_of, days
from tests.ui.eyes import buttons, part, parts, push, read
from tests.ui.hands import press, settle
from tests.ui.insights.noted_shell import NotedShell

STATE = CardState(
    key="mood",
    title="Mood over time",
    sentences=("Usually 3 of 5, on 60 of 90 days.",),
    notes=("This is early.",),
    charts=(chart_of(days(60)),),
    counted=("One value a day.", "Weeks begin on Monday."),
    entries=Filter(words=(("triggers", "silence"),)),
)


@pytest.fixture
def shell() -> NotedShell:
    return NotedShell()


@pytest.fixture
def card(theme: Theme, shell: NotedShell, on_screen: Callable[..., None]) -> InsightCard:
    made = InsightCard("mood", "Mood", theme, shell)
    on_screen(made, QSize(560, 500))
    return made


def test_it_waits_with_its_title(card: InsightCard) -> None:
    assert read(card) == ["Mood", "One moment …"]


def test_words_come_first_and_then_the_drawing(card: InsightCard) -> None:
    card.show_state(STATE)
    assert read(card)[:3] == ["Mood over time", "Usually 3 of 5, on 60 of 90 days.", "This is early."]
    reader = part(card, ChartReader)
    words = [one for one in card.findChildren(type(card.title)) if one.text() == STATE.notes[0]]
    assert reader.mapTo(card, reader.rect().topLeft()).y() > words[0].mapTo(card, words[0].rect().bottomLeft()).y()


def test_what_is_there_stays_while_something_new_is_worked_out(card: InsightCard) -> None:
    card.show_state(STATE)
    card.wait()
    assert STATE.sentences[0] in read(card)


def test_how_it_is_counted_is_folded_and_leads_to_the_entries(card: InsightCard, shell: NotedShell) -> None:
    card.show_state(STATE)
    assert not set(STATE.counted) & set(read(card))
    push(card, "How is this counted?, closed")
    assert set(STATE.counted) <= set(read(card))
    push(card, "Show these entries: Mood over time")
    assert shell.entries == [STATE.entries]


def test_it_can_be_printed_alone(card: InsightCard) -> None:
    asked: list[str] = []
    card.print_asked.connect(asked.append)
    card.show_state(STATE)
    push(card, "How is this counted?, closed")
    push(card, "Print this card: Mood over time")
    assert asked == ["mood"]


def test_what_was_unfolded_stays_unfolded(card: InsightCard) -> None:
    card.show_state(STATE)
    push(card, "How is this counted?, closed")
    card.show_state(replace(STATE, counted=("Counted anew.",)))
    assert "Counted anew." in read(card)
    push(card, "How is this counted?, open")
    card.show_state(STATE)
    assert not set(STATE.counted) & set(read(card))


def test_lines_lead_to_their_own_entries(card: InsightCard, shell: NotedShell) -> None:
    wanted = Filter(words=(("coping", "Tea"),))
    card.show_state(replace(STATE, charts=(), lines=(Line("Tea: 3 of 4 times", wanted), Line("No entries here"))))
    push(card, "Show the entries: Tea: 3 of 4 times")
    assert shell.entries == [wanted]
    assert buttons(card).count("Entries") == 1


def test_a_value_of_a_drawing_leads_to_its_entries(card: InsightCard, shell: NotedShell) -> None:
    lead = Filter(words=(("triggers", "silence"),))
    chart = STATE.charts[0]
    card.show_state(replace(STATE, charts=(replace(chart, leads=(lead,) * len(chart.told)),)))
    part(card, ChartReader).setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert shell.entries == [lead]


def test_many_lines_are_folded_under_their_title(card: InsightCard) -> None:
    card.show_state(replace(STATE, lines=(Line("Tea: 3 of 4 times"),), lines_title="Each of them"))
    assert "Tea: 3 of 4 times" not in read(card)
    push(card, "Each of them, closed")
    assert "Tea: 3 of 4 times" in read(card)


def test_something_else_can_be_picked_on_it(card: InsightCard) -> None:
    picked: list[tuple[str, str]] = []
    card.picked.connect(lambda key, value: picked.append((key, value)))
    card.show_state(replace(STATE, pick=Pick("year", "Year", (("2026", "this year"), ("2025", "last year")), "2026")))
    choice = part(card, QComboBox)
    assert choice.currentText() == "this year"
    choice.setFocus()
    press(Qt.Key.Key_Down)
    assert picked == [("year", "2025")]


def test_who_picks_with_the_arrow_keys_goes_on_picking(card: InsightCard) -> None:
    years = (("2026", "this year"), ("2025", "last year"), ("2024", "the year before"))
    states = {year: replace(STATE, pick=Pick("year", "Year", years, year)) for year, _ in years}
    card.picked.connect(lambda _, value: card.show_state(states[value]))
    card.show_state(states["2026"])
    part(card, QComboBox).setFocus()
    press(Qt.Key.Key_Down)
    settle()
    press(Qt.Key.Key_Down)
    settle()
    assert part(card, QComboBox).currentText() == "the year before"


def test_while_something_new_is_worked_out_the_title_says_so(card: InsightCard) -> None:
    card.show_state(STATE)
    card.wait()
    assert card.title.text() == "Mood over time …"
    card.show_state(STATE)
    assert card.title.text() == "Mood over time"


@pytest.mark.parametrize("wide", [True, False])
def test_two_drawings_stand_side_by_side_where_there_is_room(card: InsightCard, wide: bool) -> None:
    card.resize(1000 if wide else 560, 900)
    second = replace(STATE.charts[0], name="Another")
    card.show_state(replace(STATE, charts=(STATE.charts[0], second)))
    one, two = parts(card, ChartReader)
    same_row = one.mapTo(card, one.rect().topLeft()).y() == two.mapTo(card, two.rect().topLeft()).y()
    assert same_row == wide
    assert {"Another", "Mood over time"} <= set(read(card))


def test_without_anything_counted_there_is_nothing_to_unfold(card: InsightCard) -> None:
    card.show_state(CardState(key="mood", title="Mood", sentences=("Nothing yet.",), empty=True))
    assert buttons(card) == []
    assert card.fold is None
