"""An entry to read, with what can be done to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.reader import EntryReader
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES
from attach_desktop.vault.kind import Stored
from tests.support import NOW
from tests.ui.eyes import push
from tests.ui.hands import press, settle, spoken_name, tab_to, write
from tests.ui.journal.entries import FULL, KINDS, entry


@pytest.fixture
def reader(theme: Theme, vocabulary: Vocabulary, on_screen: Callable[..., None]) -> EntryReader:
    made = EntryReader(theme, vocabulary, RowText(vocabulary, NOW.date))
    on_screen(made, QSize(560, 700))
    made.edit.setFocus()
    return made


def show(reader: EntryReader, value: Entry, late: timedelta = timedelta(0)) -> tuple[str, str]:
    """The head and the text of the page."""
    written = (value.at.instant or NOW).astimezone(UTC) + late
    reader.show_record(Stored("id", value, written, written))
    settle()
    head = "\n".join(label.text() for label in reader.findChildren(QLabel) if label.text())
    return head, page(reader).toPlainText()


def page(reader: EntryReader) -> QTextBrowser:
    return reader.findChildren(QTextBrowser)[0]


def test_everything_that_was_written_can_be_read(reader: EntryReader) -> None:
    head, text = show(reader, FULL)
    for part in ("uneasy, hopeful", "8 November 2026", "15:40", "worried", "for my session", "private"):
        assert part in head, part
    for part in ("Quiet evening.\nIt passed.", "No reply for hours, R&D meeting", "Sam, M.", "Then nothing.",
                 "Tight chest", "Write again", "Went for a walk", "8 of 10", "Slow breathing, A walk outside",
                 "4 of 10, after 25 minutes", "I am too much. (believed 80 %)", "They were short with me",
                 "They are often busy on Sundays", "They may be busy, and I may ask", "35 %",
                 "Tags: sunday"):  # fmt: skip
        assert part in text, part
    assert reader.record is not None
    assert reader.record.value == FULL


def test_what_is_empty_has_no_heading(reader: EntryReader) -> None:
    head, text = show(reader, entry(note="only words"))
    assert text == "only words"
    assert head.startswith("note\n")
    assert show(reader, entry())[1] == ""
    assert show(reader, entry(mood=4, energy=3))[0].startswith("hopeful\n")


def test_nought_is_an_answer(reader: EntryReader) -> None:
    _, text = show(reader, entry(thought="no", belief=0, intensity_before=0, belief_after=0))
    assert "(believed 0 %)" in text
    assert "0 of 10" in text
    assert text.endswith("0 %")


def test_strength_afterwards_without_minutes(reader: EntryReader) -> None:
    _, text = show(reader, entry(coping=(Coping("Music"),), intensity_after=3))
    assert "3 of 10" in text
    assert "minutes" not in text


def test_an_entry_written_later_says_so(reader: EntryReader) -> None:
    assert "Written later" not in show(reader, FULL)[0]
    assert "Written later" in show(reader, FULL, timedelta(days=3))[0]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("choice", THEMES)
def test_any_entry_can_be_read_in_every_theme(reader: EntryReader, theme: Theme, name: str, choice: str) -> None:
    theme.choose(choice)
    head, _ = show(reader, KINDS[name])
    assert head
    reader.grab()


def test_a_change_of_the_theme_recolours_what_is_on_show(reader: EntryReader, theme: Theme) -> None:
    show(reader, FULL)
    before = reader.grab().toImage()
    _, text = "", page(reader).toPlainText()
    theme.choose("dark")
    settle()
    assert reader.grab().toImage() != before
    assert page(reader).toPlainText() == text


def test_the_theme_may_change_before_anything_is_shown(reader: EntryReader, theme: Theme) -> None:
    theme.choose("dark")
    assert reader.record is None


def test_keys(reader: EntryReader, qtbot: QtBot) -> None:
    show(reader, FULL)
    for key, signal in (
        (Qt.Key.Key_E, reader.edit_asked),
        (Qt.Key.Key_Delete, reader.delete_asked),
        (Qt.Key.Key_Escape, reader.closed),
    ):
        for name in ("Edit", "The entry", "Delete"):
            tab_to(name)
            with qtbot.waitSignal(signal):
                press(key)
    with qtbot.assertNotEmitted(reader.edit_asked):
        write("x")
        press(Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)


def test_buttons(reader: EntryReader, qtbot: QtBot) -> None:
    show(reader, FULL)
    for name, signal in (
        ("Edit", reader.edit_asked),
        ("Delete", reader.delete_asked),
        ("Write a new one", reader.closed),
    ):
        tab_to(name)
        with qtbot.waitSignal(signal):
            press(Qt.Key.Key_Space)


def test_long_and_awkward_texts_are_read_at_once(reader: EntryReader) -> None:
    for note in ("x" * 300_000, "word " * 60_000, "line\n" * 40_000, "今" * 100_000):
        _, text = show(reader, entry(note=note))
        assert len(text) > 90_000
    reader.grab()


def test_one_long_word_does_not_widen_the_page(reader: EntryReader) -> None:
    show(reader, entry(feelings=("w" * 200,), note="n" * 500))
    assert reader.minimumSizeHint().width() < 560


def test_it_begins_at_the_top(reader: EntryReader) -> None:
    show(reader, entry(note="line\n\n" * 300))
    page(reader).verticalScrollBar().setValue(2000)
    show(reader, replace(FULL, note="another\n\n" * 300))
    assert page(reader).verticalScrollBar().value() == 0


def test_the_mark_has_a_name(reader: EntryReader) -> None:
    show(reader, FULL)
    marks = [label for label in reader.findChildren(QLabel) if not label.pixmap().isNull()]
    assert [spoken_name(mark) for mark in marks] == ["Mood mark"]


def test_p_and_the_button_ask_for_paper(reader: EntryReader) -> None:
    asked = list[bool]()
    reader.print_asked.connect(lambda: asked.append(True))
    show(reader, FULL)
    reader.start()
    press(Qt.Key.Key_P)
    push(reader, "Print …")
    assert len(asked) == 2
