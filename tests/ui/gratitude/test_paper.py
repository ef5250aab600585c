"""A note on paper says what is to be told, and nothing else."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.gratitude.paper import note_on_paper
from attach_desktop.ui.printing import NEUTRAL_TITLE, Sheet, pdf
from tests.ui.gratitude.slips import thing


class _Listening(Sheet):
    """Writes, and keeps what it was given to write."""

    said: list[str]

    def write(self, text: str, *args: object, **more: object) -> None:
        self.said.append(text)


def written(text: str, **fields: Any) -> list[str]:
    writer, painter = QPdfWriter("/dev/null"), QPainter()
    painter.begin(writer)
    sheet = _Listening(writer, painter, 600)
    sheet.said = []
    note_on_paper(thing(text, **fields))(sheet)
    painter.end()
    return sheet.said


def test_it_says_to_whom_what_and_why(qapp: QApplication) -> None:
    assert written("You waited for me", people=("Kim",), why="It was raining") == [
        "Kim, this is something I am grateful for:",
        "You waited for me",
        "Why it means something to me: It was raining",
    ]


def test_neither_the_day_nor_the_list_is_on_it(qapp: QApplication) -> None:
    everything = " ".join(written("warm tea", list="partner"))
    assert "2026" not in everything
    assert "artner" not in everything


def test_as_a_file_it_has_a_neutral_name_and_room_for_a_long_text(qapp: QApplication) -> None:
    short, long = (pdf(note_on_paper(thing(text))) for text in ("tea", "word " * 900))
    assert short.startswith(b"%PDF")
    assert len(long) > len(short)
    assert NEUTRAL_TITLE.encode("utf-16-be") in short
    assert b"tea" not in short
