"""Where lines may be broken, and that no text freezes the window."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.text_area import TextArea
from attach_desktop.ui.widgets.wrapping import LONGEST_WORD, wrap_mode
from tests.ui.hands import settle

ANYWHERE = QTextOption.WrapMode.WrapAnywhere
AT_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("", AT_WORDS),
        ("word " * 100_000, AT_WORDS),
        ("x" * LONGEST_WORD, AT_WORDS),
        ("x" * (LONGEST_WORD + 1), ANYWHERE),
        ("before " + "x" * 9000 + " after", ANYWHERE),
        ("line\n" * 9000, AT_WORDS),
    ],
)
def test_between_words_unless_one_is_endless(text: str, mode: QTextOption.WrapMode) -> None:
    assert wrap_mode(text) == mode


def test_a_field_shows_and_takes_in_an_endless_word_quickly(theme: Theme) -> None:
    endless = "x" * 400_000
    area = TextArea("Note")
    area.resize(400, 200)
    area.show()
    settle()
    begin = perf_counter()
    area.set_text(endless)
    settle()
    area.set_text("short")
    pasted = QMimeData()
    pasted.setText(endless)
    area.insertFromMimeData(pasted)
    settle()
    assert area.text() == endless + "short"
    area.set_text("")
    # Laid out between words it would take more than a minute.
    assert perf_counter() - begin < 15
    assert area.wordWrapMode() == AT_WORDS
    area.close()
    area.deleteLater()
    settle()
