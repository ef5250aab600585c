"""Items in lines like words in a paragraph."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLayoutItem, QSizePolicy, QSpacerItem, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.widgets.flow_layout import FlowLayout, flow_policy

GAP = 6


class Brick(QWidget):
    """A widget of a wish that it says when it is asked."""

    def __init__(self, width: int, height: int = 20, *, expands: bool = False) -> None:
        super().__init__()
        self._wish = QSize(width, height)
        across = QSizePolicy.Policy.Expanding if expands else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(40 if expands else width)

    def sizeHint(self) -> QSize:
        return self._wish

    def wish(self, width: int, height: int) -> None:
        self._wish = QSize(width, height)
        self.setMinimumWidth(width)
        self.updateGeometry()


@pytest.fixture
def box(qtbot: QtBot, qapp: QApplication) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    FlowLayout(made, GAP)
    return made


def flow_of(box: QWidget) -> FlowLayout:
    layout = box.layout()
    assert isinstance(layout, FlowLayout)
    return layout


def fill(box: QWidget, *bricks: Brick) -> None:
    for brick in bricks:
        flow_of(box).addWidget(brick)
        brick.setVisible(True)


def lay(box: QWidget, width: int) -> list[tuple[int, int, int, int]]:
    flow = flow_of(box)
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    boxes = [
        item.geometry() for at in range(flow.count()) if (item := flow.itemAt(at)) is not None and not item.isEmpty()
    ]
    return [(box.x(), box.y(), box.width(), box.height()) for box in boxes]


def test_what_fits_stands_beside_each_other_and_the_rest_below(box: QWidget) -> None:
    fill(box, Brick(50), Brick(50), Brick(50))
    assert lay(box, 106) == [(0, 0, 50, 20), (56, 0, 50, 20), (0, 26, 50, 20)]
    assert lay(box, 162) == [(0, 0, 50, 20), (56, 0, 50, 20), (112, 0, 50, 20)]


def test_the_height_follows_the_width(box: QWidget) -> None:
    fill(box, Brick(50), Brick(50), Brick(50))
    flow = flow_of(box)
    assert flow.hasHeightForWidth()
    assert [flow.heightForWidth(width) for width in (200, 120, 60)] == [20, 46, 72]


def test_margins_count(box: QWidget) -> None:
    fill(box, Brick(50), Brick(50))
    flow_of(box).setContentsMargins(3, 5, 7, 9)
    assert flow_of(box).heightForWidth(116) == 5 + 20 + 9
    assert flow_of(box).heightForWidth(115) == 5 + 20 + GAP + 20 + 9
    assert lay(box, 116)[0] == (3, 5, 50, 20)
    assert flow_of(box).minimumSize() == QSize(60, 34)
    assert flow_of(box).sizeHint() == flow_of(box).minimumSize()


def test_an_item_that_expands_takes_what_is_left_of_its_line(box: QWidget) -> None:
    fill(box, Brick(50), Brick(60, expands=True))
    assert lay(box, 200) == [(0, 0, 50, 20), (56, 0, 144, 20)]
    # It wraps when less than its least width is left.
    assert lay(box, 90) == [(0, 0, 50, 20), (0, 26, 90, 20)]


def test_what_stands_after_an_expanding_item_moves_along(box: QWidget) -> None:
    fill(box, Brick(60, expands=True), Brick(50))
    assert lay(box, 200) == [(0, 0, 144, 20), (150, 0, 50, 20)]


def test_a_line_is_as_high_as_its_highest_item_and_the_others_stand_in_its_middle(box: QWidget) -> None:
    fill(box, Brick(50, 20), Brick(50, 40), Brick(50, 20))
    assert lay(box, 110) == [(0, 10, 50, 20), (56, 0, 50, 40), (0, 46, 50, 20)]


def test_an_item_wider_than_the_line_is_cut_to_it(box: QWidget) -> None:
    wide = Brick(300)
    wide.setMinimumWidth(10)
    fill(box, wide, Brick(20))
    assert lay(box, 100) == [(0, 0, 100, 20), (0, 26, 20, 20)]


def test_hidden_items_take_no_room(box: QWidget) -> None:
    hidden = Brick(50)
    fill(box, Brick(50), hidden, Brick(50))
    hidden.hide()
    assert lay(box, 200) == [(0, 0, 50, 20), (56, 0, 50, 20)]


def test_right_to_left_it_begins_at_the_right(box: QWidget) -> None:
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    fill(box, Brick(50), Brick(60, expands=True), Brick(30))
    assert lay(box, 200) == [(150, 0, 50, 20), (36, 0, 108, 20), (0, 0, 30, 20)]


def test_a_widget_can_be_put_between(box: QWidget) -> None:
    fill(box, Brick(50), Brick(50))
    between = Brick(10)
    flow_of(box).insert_widget(1, between)
    item = flow_of(box).itemAt(1)
    assert item is not None
    assert item.widget() is between
    assert flow_of(box).count() == 3


def test_items_outside_of_the_range_are_none(box: QWidget) -> None:
    fill(box, Brick(50))
    flow = flow_of(box)
    assert flow.itemAt(1) is None
    assert flow.itemAt(-1) is None
    assert flow.takeAt(5) is None
    taken = flow.takeAt(0)
    assert isinstance(taken, QLayoutItem)
    assert flow.count() == 0
    assert flow.heightForWidth(100) == 0


def test_without_a_parent_it_can_be_laid_out_too(qapp: QApplication) -> None:
    flow = FlowLayout()
    flow.addItem(QSpacerItem(30, 20))
    flow.setGeometry(QRect(5, 5, 100, 20))
    assert flow.count() == 1
    item = flow.takeAt(0)
    assert item is not None
    assert item.geometry().getRect() == (0, 0, 0, 0)  # nothing to see takes no room


def test_the_policy_of_a_flow_grows_in_height(box: QWidget) -> None:
    flow_policy(box)
    assert box.sizePolicy().hasHeightForWidth()
    assert box.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding


def test_what_changes_its_wish_comes_or_goes_is_measured_anew(box: QWidget) -> None:
    brick, other = Brick(50), Brick(50)
    fill(box, brick, other)
    flow = flow_of(box)
    assert flow.heightForWidth(106) == 20
    brick.wish(70, 30)
    assert flow.heightForWidth(106) == 30 + GAP + 20
    other.setVisible(False)
    assert flow.heightForWidth(106) == 30
    flow.takeAt(0)
    assert flow.heightForWidth(106) == 0
