"""The two folds of the form: every field comes back, new names are asked about, and Tab keeps to the eye's order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.journal.entry import to_json
from attach_desktop.journal.library import Library
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.depths import Depth, ThoughtDepth, TriggerDepth
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.suggesting import SuggestingArea
from attach_desktop.vault.vault import Vault
from tests.ui.hands import focus, focus_name, press, settle, spoken_name, tab_to, write
from tests.ui.journal.entries import FULL

FIELDS = to_json(FULL)


@pytest.fixture
def library(vault: Vault) -> Library:
    return Library(vault)


@pytest.fixture
def trigger(theme: Theme, vocabulary: Vocabulary, library: Library, on_screen: Callable[..., None]) -> TriggerDepth:
    used = {"triggers": ["My own trigger"], "coping": ["Cold water"], "body": ["Heavy arms"]}
    made = TriggerDepth(theme, vocabulary, library, lambda field: used.get(field, []))
    put(made, on_screen)
    return made


@pytest.fixture
def thought(theme: Theme, vocabulary: Vocabulary, on_screen: Callable[..., None]) -> ThoughtDepth:
    made = ThoughtDepth(vocabulary)
    put(made, on_screen)
    return made


def put(depth: Depth, on_screen: Callable[..., None]) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    before, after = QLineEdit(), QLineEdit()
    before.setAccessibleName("before")
    after.setAccessibleName("after")
    for widget in (before, depth, after):
        column.addWidget(widget)
    on_screen(window, QSize(600, 900))
    before.setFocus()


def rows(depth: Depth) -> dict[str, QComboBox]:
    settle()
    return {spoken_name(box): box for box in depth.findChildren(QComboBox)}


def only(fields: dict[str, Any], of: Depth) -> dict[str, Any]:
    return {field: fields[field] for field in of.values()}


def test_every_field_of_what_set_it_off_comes_back(trigger: TriggerDepth) -> None:
    trigger.set_values(FIELDS)
    assert trigger.values() == only(FIELDS, trigger)
    assert set(trigger.values()) == {
        "triggers", "people", "happened", "body", "urge", "did", "intensity_before", "coping", "intensity_after",
    }  # fmt: skip


def test_every_field_of_the_thought_record_comes_back(thought: ThoughtDepth) -> None:
    thought.set_values(FIELDS)
    assert thought.values() == only(FIELDS, thought)
    assert set(thought.values()) == {
        "thought", "belief", "evidence_for", "evidence_against", "balanced_thought", "belief_after",
    }  # fmt: skip


def test_what_is_missing_is_empty(trigger: TriggerDepth, thought: ThoughtDepth) -> None:
    for depth in (trigger, thought):
        empty = depth.values()
        assert not any(value not in (None, "", []) for value in empty.values())
        depth.set_values(FIELDS)
        depth.set_values({})
        assert depth.values() == empty


def test_nought_per_cent_is_not_nothing(thought: ThoughtDepth) -> None:
    thought.set_values({"belief": 0, "belief_after": 100})
    assert thought.values()["belief"] == 0
    assert thought.values()["belief_after"] == 100


def test_the_minutes_of_each_thing_tried_stay_until_somebody_changes_them(trigger: TriggerDepth) -> None:
    trigger.set_values(FIELDS)
    minutes = trigger.findChildren(QSpinBox)[0]
    assert minutes.value() == 10
    minutes.setValue(30)
    assert trigger.values()["coping"] == [
        {"name": "Slow breathing", "minutes": 30},
        {"name": "A walk outside", "minutes": 30},
    ]
    minutes.setValue(10)
    assert trigger.values()["coping"] == FIELDS["coping"]


def test_a_thing_tried_that_is_added_gets_the_minutes_on_show(trigger: TriggerDepth) -> None:
    trigger.set_values({"coping": [{"name": "Music", "minutes": 5}]})
    tab_to("What I tried to steady myself")
    write("A walk outside,")
    assert trigger.values()["coping"] == [{"name": "Music", "minutes": 5}, {"name": "A walk outside", "minutes": 5}]


def test_unknown_minutes_stay_unknown(trigger: TriggerDepth) -> None:
    coping = [{"name": "Music", "minutes": None}, {"name": "Cold water", "minutes": 7}]
    trigger.set_values({"coping": coping})
    assert trigger.values()["coping"] == coping


def test_at_most_three_things_tried(trigger: TriggerDepth) -> None:
    tab_to("What I tried to steady myself")
    write("one,two,three,four")
    assert [item["name"] for item in trigger.values()["coping"]] == ["one", "two", "three"]


def test_by_keyboard_alone(trigger: TriggerDepth, thought: ThoughtDepth, qtbot: QtBot) -> None:
    thought.window().activateWindow()
    tab_to("The thought that came")
    write("I am too much")
    tab_to("How much I believed it")
    write("80")
    tab_to("How much I believe the first one now")
    with qtbot.waitSignal(thought.changed):
        write("3")
    write("5")
    found = thought.values()
    assert (found["thought"], found["belief"], found["belief_after"]) == ("I am too much", 80, 35)


def test_a_percentage_can_be_taken_back(thought: ThoughtDepth) -> None:
    thought.set_values({"belief": 50})
    tab_to("How much I believed it")
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Tab)
    assert thought.values()["belief"] is None


def test_suggestions_begin_with_the_persons_own_words(trigger: TriggerDepth) -> None:
    tab_to("What set it off")
    write("my own\n")
    tab_to("In the body")
    write("heavy a\n")
    tab_to("What I tried to steady myself")
    write("cold\n")
    found = trigger.values()
    assert (found["triggers"], found["body"]) == (["My own trigger"], ["Heavy arms"])
    assert found["coping"] == [{"name": "Cold water", "minutes": None}]


def test_new_names_are_asked_about_and_kept_with_their_answers(trigger: TriggerDepth, library: Library) -> None:
    tab_to("What set it off")
    write("A slammed door,")
    tab_to("Who was there")
    write("Sam,")
    asked = rows(trigger)
    asked["A slammed door: kind"].setCurrentIndex(asked["A slammed door: kind"].findData("conflict"))
    asked["A slammed door: which way it pulls"].setCurrentIndex(2)
    asked["Sam: who they are to me"].setCurrentIndex(asked["Sam: who they are to me"].findData("partner"))
    trigger.keep_names()
    kept = library.trigger("a slammed door")
    assert kept is not None
    assert (kept.sort, kept.pull) == ("conflict", "away")
    person = library.person("sam")
    assert person is not None
    assert person.role == "partner"


def test_presets_and_known_names_are_not_asked_about(trigger: TriggerDepth, library: Library) -> None:
    library.keep_person("Sam", "friend")
    library.keep_trigger("The doorbell", "change", "")
    trigger.set_values({"triggers": ["No reply for hours", "the doorbell"], "people": ["sam"]})
    assert rows(trigger) == {}
    trigger.keep_names()
    person = library.person("Sam")
    assert person is not None
    assert person.role == "friend"


def test_nobody_is_asked_about_a_word_that_is_still_being_written(trigger: TriggerDepth) -> None:
    tab_to("What set it off")
    write("A slammed door")
    assert rows(trigger) == {}
    press(Qt.Key.Key_Tab)
    assert "A slammed door: kind" in rows(trigger)


def test_tab_keeps_to_the_order_of_the_eye_also_through_the_rows(trigger: TriggerDepth) -> None:
    trigger.set_values({"triggers": ["One", "Two"], "intensity_before": 7})
    tab_to("Who was there")
    write("Sam,")
    tab_to("before", back=True)
    passed: list[str] = []
    while "after" not in passed:
        press(Qt.Key.Key_Tab)
        passed.append(focus_name())
    assert passed == [
        "What set it off", "One, remove", "Two, remove",
        "One: kind", "One: which way it pulls", "Two: kind", "Two: which way it pulls",
        "Who was there, or on my mind", "Sam, remove", "Sam: who they are to me",
        "What happened", "In the body", "The urge", "What I did", "How strong it was: 7 of 10",
        "What I tried to steady myself", "Minutes until I looked again", "How strong it was then: 0 of 10", "after",
    ]  # fmt: skip


def test_every_change_is_told(trigger: TriggerDepth, thought: ThoughtDepth, qtbot: QtBot) -> None:
    for depth in (trigger, thought):
        for text in depth.findChildren(QPlainTextEdit):
            with qtbot.waitSignal(depth.changed):
                text.setPlainText("x")
        for number in depth.findChildren(QSpinBox):
            with qtbot.waitSignal(depth.changed):
                number.setValue(9)
    trigger.window().activateWindow()
    settle()
    for name in ("What set it off", "Who was there", "In the body", "What I tried"):
        tab_to("before", back=True)
        tab_to(name)
        with qtbot.waitSignal(trigger.changed):
            write("x")
    tab_to("How strong it was")
    with qtbot.waitSignal(trigger.changed):
        write("5")
    assert trigger.isAncestorOf(focus())


def test_urges_are_offered_as_one_writes(trigger: TriggerDepth, vocabulary: Vocabulary) -> None:
    urge = next(one for one in trigger.findChildren(SuggestingArea) if one.accessibleName() == "The urge")
    urge.setFocus()
    press(Qt.Key.Key_Down)
    assert urge.offered == list(vocabulary.urges)
    urge.popup.hide()
    write("pho")
    assert urge.offered == ["check the phone"]
