"""Pages on the screen: white on any ground, by mouse and by keyboard, quick also where there are thousands."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.summary.document import PageBreak, Paragraph
from attach_desktop.ui.paper.pages import Pages
from attach_desktop.ui.paper.view import PagesView
from attach_desktop.ui.theme.theme import Theme
from tests.ui.paper.laid import laid


def numbered(count: int) -> Pages:
    """So many pages, each with its number on it."""
    return laid(*(block for at in range(count) for block in (Paragraph(f"this is {at}"), PageBreak())))


@pytest.fixture
def view(theme: Theme, on_screen: Callable[..., None]) -> PagesView:
    """Five pages."""
    made = PagesView(theme)
    made.set_pages(numbered(5))
    on_screen(made, QSize(500, 400))
    made.setFocus()
    return made


def test_it_shows_no_pages_until_there_are_some(theme: Theme, on_screen: Callable[..., None]) -> None:
    made = PagesView(theme)
    on_screen(made, QSize(300, 300))
    assert made.accessibleName() == "No pages yet"
    assert made.current == 0
    made.set_pages(numbered(2))
    assert made.accessibleName() == "Page 1 of 2"
    made.set_pages(None)
    assert made.accessibleName() == "No pages yet"


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_paper_is_white_in_every_theme(view: PagesView, theme: Theme, choice: str) -> None:
    theme.choose(choice)
    shot = view.viewport().grab().toImage()
    assert shot.pixelColor(shot.width() // 2, 40) == QColor("white")
    assert shot.pixelColor(4, 8) == QColor(theme.palette.ground)


def test_keys_go_from_page_to_page(view: PagesView) -> None:
    told = QSignalSpy(view.page_changed)
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, 4),
        (Qt.Key.Key_PageDown, 4),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):
        QTest.keyClick(view, key)
        assert view.current == page
        assert view.accessibleName() == f"Page {page + 1} of 5"
    assert [told.at(at)[0] for at in range(told.count())] == [1, 2, 1, 4, 0]


def test_page_up_goes_to_the_head_of_the_page_first(view: PagesView) -> None:
    view.go_to(2)
    bar = view.verticalScrollBar()
    head = bar.value()
    bar.setValue(head + 100)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert (view.current, bar.value()) == (2, head)


def test_scrolling_changes_the_page(view: PagesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert view.current == 2
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > view.verticalScrollBar().maximum() // 2


def test_keys_zoom_and_keep_the_place(view: PagesView) -> None:
    view.go_to(3)
    wide = view.scale
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_Plus, control)
    assert view.scale > wide
    assert view.horizontalScrollBar().maximum() > 0
    assert view.current == 3
    QTest.keyClick(view, Qt.Key.Key_Minus, control)
    QTest.keyClick(view, Qt.Key.Key_Minus, control)
    assert view.scale < wide
    QTest.keyClick(view, Qt.Key.Key_0, control)
    assert view.scale == wide
    QTest.keyClick(view, Qt.Key.Key_1, control)
    assert view.scale * view.pages.size.height <= view.viewport().height() if view.pages else False
    assert view.current == 3


def test_zoom_has_ends(view: PagesView) -> None:
    view.zoom(1000)
    most = view.scale
    view.zoom(2)
    assert view.scale == most
    view.zoom(1e-6)
    assert 0 < view.scale < 1


def test_the_wheel_zooms_with_ctrl(view: PagesView) -> None:
    before = view.scale
    for step, modifiers in ((120, Qt.KeyboardModifier.ControlModifier), (-120, Qt.KeyboardModifier.NoModifier)):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, step),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
    assert view.scale > before
    assert view.verticalScrollBar().value() > 0


def test_a_wider_view_has_wider_pages_and_the_same_one(view: PagesView) -> None:
    view.go_to(2)
    before = view.scale
    view.resize(800, 500)
    assert view.scale > before
    assert view.current == 2


def test_other_pages_keep_the_number_as_far_as_they_go(view: PagesView) -> None:
    view.go_to(4)
    view.set_pages(numbered(3))
    assert view.current == 2
    assert view.accessibleName() == "Page 3 of 3"


def test_who_listens_hears_what_is_on_the_page(view: PagesView) -> None:
    before = QAccessible.isActive()
    try:
        QAccessible.setActive(True)
        view.go_to(3)
        assert view.accessibleDescription() == "this is 3"
    finally:
        QAccessible.setActive(before)


def test_where_the_focus_is_can_be_seen(view: PagesView, theme: Theme) -> None:
    def edge() -> QColor:
        return view.viewport().grab().toImage().pixelColor(1, 100)

    assert edge() == QColor(theme.palette.focus)
    view.clearFocus()
    assert edge() == QColor(theme.palette.ground)


def test_thousands_of_pages_are_no_slower(view: PagesView) -> None:
    pages = numbered(3000)
    begin = time.perf_counter()
    view.set_pages(pages)
    view.go_to(2990)
    view.viewport().grab()
    # Painting all of them would take many seconds.
    assert time.perf_counter() - begin < 1.0
    assert view.accessibleName() == "Page 2991 of 3000"


def test_pictures_of_pages_take_little_room(view: PagesView) -> None:
    view.set_pages(numbered(40))
    view.zoom(1000)
    for number in range(40):
        view.go_to(number)
        view.viewport().grab()
    kept = list(view._kept.values())
    assert len(kept) <= 3
    view.zoom_to_width()
    for number in range(40):
        view.go_to(number)
        view.viewport().grab()
    assert len(view._kept) > 3
    assert sum(one.sizeInBytes() for one in view._kept.values()) < 60_000_000
