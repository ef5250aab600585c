"""The form: what is shown comes back, whatever is open, and nothing typed is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.journal.entry import MAX_COPING, RANGES, TEXT_FIELDS, WORD_FIELDS, Coping, Entry, to_json
from attach_desktop.journal.library import Library
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.form import EntryForm
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.support import ZONE, FixedClock
from tests.ui.hands import CTRL, focus, focus_name, press, settle, tab_to, write
from tests.ui.journal.entries import FULL, KINDS, entry, moment


@pytest.fixture
def form(
    vault: Vault, clock: FixedClock, theme: Theme, vocabulary: Vocabulary, on_screen: Callable[..., None]
) -> EntryForm:
    made = EntryForm(theme, clock, vocabulary, Library(vault), lambda field: ["my own word"])
    on_screen(made, QSize(620, 800))
    made.start()
    return made


def as_written(text: str) -> str:
    """What a text field makes of a text: line ends of other systems become ours."""
    return re.sub("\r\n|[\r\u2028\u2029]", "\n", text)


_signs = st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\ufdd0\ufdd1")
_texts = st.sampled_from(
    ["", "plain", "two\nlines", "no\u00a0break", "a\r\nb", "שלום", "日本語", "👩‍👧 ❤️‍🩹", "  x  "]
) | st.text(_signs, max_size=30)
_words = st.lists(
    st.text(_signs, min_size=1, max_size=12).filter(str.strip) | st.sampled_from(["two  blanks", "R&D", "a, b"]),
    max_size=3,
).map(tuple)
_coping = st.lists(
    st.builds(Coping, st.sampled_from(["Music", "A walk", "x  y", "ü"]), st.none() | st.integers(0, 1440)),
    max_size=MAX_COPING,
    unique_by=lambda item: item.name,
).map(tuple)
entries = st.builds(
    Entry,
    at=st.builds(
        Moment,
        st.dates(),
        st.times().map(lambda at: at.replace(microsecond=0)),
        st.integers(-1439, 1439).map(lambda minutes: timedelta(minutes=minutes)),
        st.sampled_from(["", ZONE, "Asia/Kathmandu", "-03:30"]),
    )
    | st.builds(Moment.on, st.dates(), st.sampled_from(["", ZONE])),
    coping=_coping,
    for_session=st.booleans(),
    private=st.booleans(),
    **{name: st.none() | st.integers(low, high) for name, (low, high) in RANGES.items()},
    **dict.fromkeys(TEXT_FIELDS, _texts),
    **dict.fromkeys(WORD_FIELDS, _words),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=entries)
def test_any_entry_that_is_shown_comes_back(form: EntryForm, value: Entry) -> None:
    form.set_values(to_json(value))
    shown = to_json(value)
    assert to_json(form.entry()) == {**shown, **{field: as_written(shown[field]) for field in TEXT_FIELDS}}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_entry_comes_back_with_all_depths_open_or_closed(form: EntryForm, name: str) -> None:
    value = KINDS[name]
    form.set_values(to_json(value))
    assert form.entry() == value
    for is_open in (True, False):
        form.trigger_fold.set_open(is_open)
        form.thought_fold.set_open(is_open)
        assert form.entry() == value


def test_at_first_it_is_empty_and_now(form: EntryForm, clock: FixedClock) -> None:
    assert form.is_empty
    assert form.entry() == Entry(at=moment())
    clock.advance(timedelta(minutes=3))
    assert form.entry() == Entry(at=Moment.now(clock))
    assert form.values()["at"] is None


@pytest.mark.parametrize(
    ("values", "empty"),
    [
        ({}, True),
        ({"for_session": True, "private": True}, True),
        ({"at": "2026-11-01"}, True),
        ({"mood": 1}, False),
        ({"note": "x"}, False),
        ({"belief": 0}, False),
        ({"intensity_before": 0}, False),
        ({"tags": ["x"]}, False),
        ({"coping": [{"name": "Music", "minutes": None}]}, False),
    ],
)
def test_what_is_worth_keeping(form: EntryForm, values: dict[str, Any], empty: bool) -> None:
    form.set_values(values)
    assert form.is_empty is empty


def test_ten_seconds(form: EntryForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.save_asked):
        write("24\n")
    assert form.entry() == Entry(at=moment(), mood=2, energy=4)


def test_opening_a_depth_later_loses_nothing(form: EntryForm) -> None:
    write("24")
    tab_to("Note")
    write("before")
    tab_to("What set it off, closed")
    press(Qt.Key.Key_Space)
    tab_to("What happened")
    write("they left")
    tab_to("Thought record, closed")
    press(Qt.Key.Key_Space)
    tab_to("The thought that came")
    write("of course")
    tab_to("What set it off, open", back=True)
    press(Qt.Key.Key_Space)
    value = form.entry()
    assert value == Entry(at=moment(), mood=2, energy=4, note="before", happened="they left", thought="of course")


def test_depths_that_hold_something_open_by_themselves_and_others_close(form: EntryForm) -> None:
    form.set_values(to_json(entry(thought="x")))
    assert (form.trigger_fold.is_open, form.thought_fold.is_open) == (False, True)
    form.set_values(to_json(entry(people=("Sam",))))
    assert (form.trigger_fold.is_open, form.thought_fold.is_open) == (True, False)
    form.set_values({})
    assert (form.trigger_fold.is_open, form.thought_fold.is_open) == (False, False)


def test_a_depth_that_was_never_opened_keeps_the_values_of_what_is_edited(form: EntryForm) -> None:
    values = to_json(FULL)
    form.set_values({**values, "thought": "", "belief": None, "evidence_for": "", "evidence_against": "",
                     "balanced_thought": "", "belief_after": None})  # fmt: skip
    assert not form.thought_fold.is_built
    tab_to("Note")
    write("more ")
    assert form.entry().coping == FULL.coping
    assert form.entry().people == FULL.people


def test_values_of_another_entry_do_not_linger(form: EntryForm) -> None:
    form.set_values(to_json(FULL))
    form.set_values(to_json(entry(mood=3, energy=3)))
    assert form.entry() == entry(mood=3, energy=3)
    form.set_values({})
    assert form.is_empty


def test_every_change_is_told_and_showing_an_entry_is_none(form: EntryForm, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_values(to_json(FULL))
        form.set_values({})
        form.trigger_fold.set_open(True)
    form.start()
    for name, keys in (("", "2"), ("Feelings", "u"), ("Note", "x"), ("What happened", "y"), ("Tags", "t"),
                       ("For my session", " "), ("Private", " ")):  # fmt: skip
        if name:
            tab_to(name)
        with qtbot.waitSignal(form.changed):
            write(keys)


@pytest.mark.parametrize("field", ["Note", "Feelings", "Tags", "Save", "For my session"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_enter_saves_from_anywhere(form: EntryForm, qtbot: QtBot, field: str, key: Qt.Key) -> None:
    write("2")
    tab_to(field)
    with qtbot.waitSignal(form.save_asked):
        press(key, CTRL)
    assert form.note.text() == ""


def test_enter_in_the_note_is_a_new_line(form: EntryForm, qtbot: QtBot) -> None:
    tab_to("Note")
    with qtbot.assertNotEmitted(form.save_asked):
        write("one\ntwo")
    assert form.entry().note == "one\ntwo"


def test_too_long_a_note_is_a_fault_and_stays(form: EntryForm) -> None:
    form.set_values({"note": "x" * 1_000_001, "mood": 2})
    with pytest.raises(FaultsError) as refused:
        form.entry()
    assert [fault.field for fault in refused.value.faults] == ["note"]
    assert len(form.note.text()) == 1_000_001


def test_faults_are_said_until_something_else_is_shown(form: EntryForm) -> None:
    assert form.faults.isHidden()
    form.show_faults("A point on the grid or one word is enough.")
    assert form.faults.isVisible()
    form.set_values({})
    assert form.faults.isHidden()


def test_editing_is_said_and_escape_leaves_it(form: EntryForm, qtbot: QtBot) -> None:
    assert form.cancel.isHidden()
    with qtbot.assertNotEmitted(form.cancel_asked):
        press(Qt.Key.Key_Escape)
    form.set_editing(True)
    assert form.cancel.isVisible()
    assert form.save.text() == "Save changes"
    for name in ("", "Note", "Feelings", "Tags", "Private"):
        if name:
            tab_to(name)
        with qtbot.waitSignal(form.cancel_asked):
            press(Qt.Key.Key_Escape)
    form.set_editing(False)
    assert form.cancel.isHidden()
    assert form.save.text() == "Save"


def test_feelings_near_the_point_on_the_grid_come_first(form: EntryForm, vocabulary: Vocabulary) -> None:
    form.grid.set_value(1, 5)
    tab_to("Feelings")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle()
    place = vocabulary.place_of(form.entry().feelings[0])
    assert place is not None
    assert abs(place[0] - 1) + abs(place[1] - 5) <= 1


def test_the_persons_own_feelings_are_offered_too(form: EntryForm) -> None:
    tab_to("Feelings")
    write("my ow\n")
    assert form.entry().feelings == ("my own word",)


def test_tab_keeps_to_the_order_of_the_eye(form: EntryForm) -> None:
    write("24")
    passed = []
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        passed.append(focus_name())
    assert passed == [
        "Feelings", "Note", "What set it off, closed", "Thought record, closed", "Tags",
        "For my session", "Private", "Save",
    ]  # fmt: skip


def test_start_is_ready_for_two_digits_whatever_was_scrolled_to(form: EntryForm) -> None:
    form.set_values(to_json(FULL))
    form.window().resize(500, 400)
    settle()
    tab_to("Tags")
    form.start()
    write("51")
    assert form.grid.value() == (5, 1)
    assert form.grid.isAncestorOf(focus())


def test_a_field_that_takes_the_focus_is_scrolled_to(form: EntryForm) -> None:
    form.set_values(to_json(FULL))
    form.window().resize(500, 420)
    settle()
    tab_to("How much I believe the first one now")
    settle()
    field = focus()
    assert form.rect().contains(field.mapTo(form, field.rect().center()))


def test_it_tells_what_its_flags_are_for(form: EntryForm) -> None:
    assert all(box.toolTip() for box in (form.for_session, form.private))
    assert [box.text() for box in form.findChildren(QCheckBox)][-2:] == ["For my session", "Private"]
    assert all(text.accessibleName() for text in form.findChildren(QPlainTextEdit))
