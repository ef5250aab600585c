"""The filter and what the panel shows of it are the same thing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from attach_desktop.journal.store import Filter
from attach_desktop.ui.finding.filter_panel import FilterPanel
from attach_desktop.ui.journal.entry_filters import entry_filters
from attach_desktop.ui.theme.theme import Theme
from tests.ui.eyes import parts
from tests.ui.hands import press, settle, spoken_name, tab_to, write

TODAY = date(2026, 11, 8)
MOODS = ["very unpleasant", "unpleasant", "in between", "pleasant", "very pleasant"]
USED = {"feelings": ["uneasy", "hopeful"], "tags": ["sunday"]}


@pytest.fixture
def panel(theme: Theme, on_screen: Callable[..., None]) -> FilterPanel:
    made = entry_filters(lambda field: USED.get(field, []), MOODS, lambda: TODAY)
    on_screen(made)
    return made


_words = st.lists(
    st.tuples(
        st.sampled_from(["feelings", "triggers", "people", "coping", "tags"]), st.sampled_from(["a", "b", "ü c"])
    ),
    unique=True,
    max_size=5,
)
_flags = st.sets(st.sampled_from([("flag", "for_session"), ("flag", "private")]))
_days = st.none() | st.dates(date(100, 1, 1), date(9999, 12, 31))
filters = st.builds(
    lambda query, begin, end, moods, words, flags: Filter(
        query=query, begin=begin, end=end, mood_low=min(moods), mood_high=max(moods), words=(*words, *flags)
    ),
    st.sampled_from(["", "walk", "two words"]),
    _days,
    _days,
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
    _words,
    _flags,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=filters)
def test_what_is_shown_is_what_is_read(panel: FilterPanel, wanted: Filter) -> None:
    panel.set_filter(wanted)
    found = panel.filter(wanted.query)
    assert sorted(found.words) == sorted(wanted.words)
    assert (found.query, found.begin, found.end) == (wanted.query, wanted.begin, wanted.end)
    assert (found.mood_low, found.mood_high) == (wanted.mood_low, wanted.mood_high)


def test_showing_a_filter_tells_nobody(panel: FilterPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.changed):
        panel.set_filter(Filter(begin=TODAY, mood_low=2, words=(("tags", "x"), ("flag", "private"))))
        panel.set_filter(Filter())


def test_at_first_it_leaves_nothing_out(panel: FilterPanel) -> None:
    assert panel.filter("") == Filter()


def test_choosing_a_date_means_wanting_it(panel: FilterPanel, qtbot: QtBot) -> None:
    begin, end = panel.findChildren(QDateEdit)
    assert spoken_name(begin) == "From"
    with qtbot.waitSignal(panel.changed):
        begin.setDate(QDate(2026, 11, 1))
    assert panel.filter("") == Filter(begin=date(2026, 11, 1))
    end.setDate(QDate(2026, 11, 3))
    assert panel.filter("") == Filter(begin=date(2026, 11, 1), end=date(2026, 11, 3))


def test_a_day_given_up_again_leaves_its_date_for_later(panel: FilterPanel) -> None:
    panel.findChildren(QDateEdit)[0].setDate(QDate(2026, 11, 1))
    panel.findChildren(QCheckBox)[0].setChecked(False)
    assert panel.filter("") == Filter()
    panel.findChildren(QCheckBox)[0].setChecked(True)
    assert panel.filter("").begin == date(2026, 11, 1)


def test_moods_the_wrong_way_round_mean_the_same_range(panel: FilterPanel) -> None:
    low, high = panel.findChildren(QComboBox)
    low.setCurrentIndex(3)
    high.setCurrentIndex(1)
    assert (panel.filter("").mood_low, panel.filter("").mood_high) == (2, 4)


def test_by_keyboard_alone(panel: FilterPanel, qtbot: QtBot) -> None:
    panel.findChildren(QCheckBox)[0].setFocus()
    tab_to("Feeling")
    with qtbot.waitSignal(panel.changed):
        write("une\n")
    assert panel.filter("").words == (("feelings", "uneasy"),)
    tab_to("Private")
    press(Qt.Key.Key_Space)
    tab_to("Mood from", back=True)
    press(Qt.Key.Key_Down)
    assert panel.filter("q") == Filter(query="q", mood_low=2, words=(("feelings", "uneasy"), ("flag", "private")))


def test_everything_that_takes_the_focus_has_a_name(panel: FilterPanel) -> None:
    named = [spoken_name(widget) for widget in (*panel.findChildren(QCheckBox), *panel.findChildren(QComboBox),
                                                *panel.findChildren(QDateEdit))]  # fmt: skip
    assert all(named)
    assert len(set(named)) >= 6


@pytest.mark.parametrize(("width", "columns"), [(500, 1), (868, 2)])
def test_where_there_is_room_two_rows_stand_side_by_side_in_the_same_order(
    panel: FilterPanel, width: int, columns: int
) -> None:
    panel.window().resize(width, 480)
    settle()
    names = ["Days", "Mood", "Feeling", "Trigger", "Person", "Tried", "Tag", "Marked"]
    heads = [head for head in parts(panel, QLabel) if head.text() in names]
    assert [head.text() for head in heads] == names
    at = [head.mapTo(panel, QPoint()) for head in heads]
    assert len({point.x() for point in at}) == columns
    assert len({point.y() for point in at[1:3]}) == 3 - columns
    assert [(point.y(), point.x()) for point in at] == sorted((point.y(), point.x()) for point in at)
    tight = [field for field in parts(panel, QLineEdit) if field.height() < field.sizeHint().height()]
    assert tight == []
