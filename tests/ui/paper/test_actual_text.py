from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QPdfWriter

from attach_desktop.ui.paper.actual_text import with_text
from attach_desktop.ui.paper.said import Run
from attach_desktop.ui.paper.text_painter import TextPainter
from tests.ui.paper.layouts import laid_out
from tests.ui.paper.poppler import info_of, needs_poppler, picture_of, text_of
from tests.ui.paper.test_extraction import MIXED, SCRIPTS

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(*texts: str, labels: bool = False) -> tuple[bytes, list[Run]]:
    """A PDF with texts below each other, and the runs in it that have numbers."""
    buffer, painter = QBuffer(), TextPainter()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter.begin(writer)
    for at, text in enumerate(texts):
        if at and at % 15 == 0:
            writer.newPage()
        y = 500 * (at % 15)
        if labels:
            painter.drawText(QRectF(0, y, 3000, 400), Qt.AlignmentFlag.AlignRight, text)
            continue
        layout = laid_out(text, 240)
        painter.draw_line(text, layout.lineAt(0), QPointF(0, y), right_to_left=False)
    painter.end()
    return bytes(buffer.data().data()), painter.runs


@needs_poppler
def test_it_changes_nothing_of_the_picture(tmp_path: Path) -> None:
    plain, runs = drawn(*SCRIPTS.values(), *MIXED.values())
    wordy = with_text(plain, runs, "en")
    assert wordy.count(b"/Lang (en)") == 1
    pictures = []
    for name, data in (("plain", plain), ("wordy", wordy)):
        (tmp_path / name).mkdir()
        pictures.append(picture_of(data, tmp_path / name))
    assert len(pictures[0]) > 100_000
    # Places are rounded to a ten-thousandth of a dot: hardly a point of the picture may be a shade off.
    assert max(abs(one - other) for one, other in zip(*pictures, strict=True)) <= 8


@needs_poppler
def test_labels_of_drawings_are_found_as_well() -> None:
    found = text_of(with_text(*drawn("plain", "हिन्दी", "👍🏽", "two\nlines", labels=True), "en"))
    assert found.split()[:4] == ["plain", "हिन्दी", "👍🏽", "two"]


@needs_poppler
def test_who_made_it_and_when_is_taken_out() -> None:
    data, runs = drawn("हिन्दी")
    assert {"Producer", "CreationDate"} <= info_of(data).keys()
    assert (
        not {"Producer", "CreationDate", "ModDate", "Author", "Creator"} & info_of(with_text(data, runs, "en")).keys()
    )


def test_a_file_that_is_not_as_expected_stays_as_it_is() -> None:
    data, runs = drawn("हिन्दी")
    for broken in (b"", b"%PDF-1.4\n", data[:-40], data.replace(b"\nxref\n", b"\nxerf\n")):
        assert with_text(broken, runs, "en") == broken


@needs_poppler
def test_a_run_with_other_glyphs_than_noted_is_left_alone(tmp_path: Path) -> None:
    data, runs = drawn("हिन्दी", "ไทย")
    runs[0] = Run(("too", "few"), (1, 1), False)
    found = text_of(with_text(data, runs, "en"))
    assert "too" not in found
    assert "ไทย" in found
