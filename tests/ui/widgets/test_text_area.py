"""A field for longer words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.text_area import TextArea
from tests.ui.hands import SHIFT, focus, press, settle, spoken_name, write


@pytest.fixture
def area(theme: Theme, on_screen: Callable[..., None]) -> TextArea:
    """An area of 2 to 5 lines with the focus, between two other fields."""
    window = QWidget()
    column = QVBoxLayout(window)
    made = TextArea("Note", "a hint", (2, 5))
    for widget in (QLineEdit("before"), made, QLineEdit("after")):
        column.addWidget(widget)
    on_screen(window)
    made.setFocus()
    return made


def test_it_grows_with_what_is_written_within_its_limits(area: TextArea) -> None:
    settle()
    heights = [area.height()]
    for _ in range(8):
        write("line\n")
        settle()
        heights.append(area.height())
    line = area.fontMetrics().lineSpacing()
    assert heights[1] == heights[0]  # two lines are what it begins with
    assert heights == sorted(heights)
    assert heights[4] - heights[1] == pytest.approx(3 * line, abs=3)
    assert heights[4] == heights[8]
    area.set_text("")
    settle()
    assert area.height() == heights[0]
    assert area.sizeHint().height() == heights[0]


def test_it_grows_with_lines_that_wrap(area: TextArea) -> None:
    settle()
    before = area.height()
    area.set_text("words that go on and on " * 20)
    settle()
    assert area.height() > before


@pytest.mark.parametrize(
    "text",
    [
        "", "plain", "two\nlines\n", "\n\n", "  blanks  ", "tab\there", "no\u00a0break", "emoji 👩‍👩‍👧 ok", "e\u0301",
        "עברית and العربية", "寂しい", "<b>tags</b> &amp; **stars**", "thin\u2009space", "soft\u00adhyphen",
    ],
)  # fmt: skip
def test_what_is_shown_comes_back_as_it_was(area: TextArea, text: str) -> None:
    area.set_text(text)
    assert area.text() == text


def test_line_ends_of_other_systems_become_ours(area: TextArea) -> None:
    area.set_text("a\r\nb\rc\u2029d\u2028e")
    assert area.text() == "a\nb\nc\nd\ne"


def test_signs_that_no_file_keeps_are_left_out(area: TextArea) -> None:
    area.set_text("a\0b\0")
    assert area.text() == "ab"


def test_enter_makes_a_new_line_and_so_does_shift_enter(area: TextArea) -> None:
    write("a\nb")
    press(Qt.Key.Key_Return, SHIFT)
    write("c")
    assert area.text() == "a\nb\nc"


def test_tab_leaves_in_both_directions(area: TextArea) -> None:
    press(Qt.Key.Key_Tab)
    after = focus()
    assert isinstance(after, QLineEdit)
    assert after.text() == "after"
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focus() is area
    press(Qt.Key.Key_Backtab, SHIFT)
    before = focus()
    assert isinstance(before, QLineEdit)
    assert before.text() == "before"
    assert area.text() == ""


def test_what_is_pasted_is_plain_text(area: TextArea) -> None:
    copied = QMimeData()
    copied.setHtml("<b>bold</b> <img src='file:///nowhere.png'>")
    copied.setText("bold")
    copied.setUrls([QUrl("file:///nowhere.png")])
    QApplication.clipboard().setMimeData(copied)
    area.paste()
    assert area.text() == "bold"
    QApplication.clipboard().clear()


def test_a_screen_reader_knows_it(area: TextArea) -> None:
    assert spoken_name(area) == "Note"
    assert area.placeholderText() == "a hint"


def test_a_larger_font_makes_it_higher(area: TextArea) -> None:
    settle()
    before = area.height()
    font = area.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    area.setFont(font)
    settle()
    assert area.height() > before * 1.4


def test_control_enter_is_left_to_the_form(area: TextArea) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(area, event)
    assert not event.isAccepted()


def test_in_a_narrower_place_it_gets_higher(on_screen: Callable[..., None]) -> None:
    area = TextArea("Note", "", (1, 6))
    area.set_text("several words that fill a line and a half of a narrow field")
    on_screen(area, QSize(900, 60))
    wide = area.height()
    area.resize(160, area.height())
    settle()
    assert area.height() > wide
