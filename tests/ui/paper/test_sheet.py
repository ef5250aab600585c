from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageLayout, QPageSize

from attach_desktop.ui.paper.sheet import MM, Paper, Size


@pytest.mark.parametrize("size", [*(paper.value for paper in Paper), Size(148, 210)])
def test_margins_are_such_that_every_printer_can_keep_them(size: Size) -> None:
    assert size.side >= 15 * MM
    assert size.top >= 15 * MM
    assert size.height * MM - size.end >= 15 * MM
    assert size.begin > size.top


def test_small_sheets_keep_most_of_their_width() -> None:
    assert Size(74, 105).measure > 0.7 * 74 * MM


@pytest.mark.parametrize(
    ("paper", "key"), [(Paper.A4, QPageSize.PageSizeId.A4), (Paper.LETTER, QPageSize.PageSizeId.Letter)]
)
def test_a_sheet_is_painted_from_corner_to_corner(paper: Paper, key: QPageSize.PageSizeId) -> None:
    layout = paper.value.page_layout()
    assert layout.pageSize().id() == key
    assert layout.paintRect(QPageLayout.Unit.Millimeter) == layout.fullRect(QPageLayout.Unit.Millimeter)


def test_paper_is_what_is_usual_where_the_person_lives() -> None:
    assert Paper.usual(QLocale("en_US")) is Paper.LETTER
    assert Paper.usual(QLocale("en_GB")) is Paper.A4
    assert Paper.usual(QLocale("de_DE")) is Paper.A4
