"""The board: two columns or one, wide cards, hidden ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from attach_desktop.ui.insights.board import Board
from tests.ui.hands import settle


@pytest.fixture
def cards(qapp: object) -> list[QLabel]:
    return [QLabel(str(number)) for number in range(5)]


@pytest.fixture
def board(cards: list[QLabel], on_screen: Callable[..., None]) -> Board:
    """0 is wide, 1 to 4 are not."""
    made = Board()
    made.show_cards([(card, not at) for at, card in enumerate(cards)])
    on_screen(made, QSize(1000, 600))
    settle()
    return made


def places(cards: list[QLabel]) -> list[tuple[int, int]]:
    """Column and row of each, by where they stand."""
    xs = sorted({card.x() for card in cards if card.isVisible()})
    ys = sorted({card.y() for card in cards if card.isVisible()})
    return [(xs.index(card.x()), ys.index(card.y())) for card in cards if card.isVisible()]


def test_two_columns_below_a_wide_card(board: Board, cards: list[QLabel]) -> None:
    assert board.columns == 2
    assert places(cards) == [(0, 0), (0, 1), (1, 1), (0, 2), (1, 2)]
    assert cards[0].width() > 900
    assert abs(cards[1].width() - cards[2].width()) <= 1
    assert cards[1].height() == cards[2].height()


def test_one_column_where_there_is_little_room(board: Board, cards: list[QLabel]) -> None:
    board.resize(700, 600)
    settle()
    assert board.columns == 1
    assert places(cards) == [(0, number) for number in range(5)]
    board.resize(1000, 600)
    settle()
    assert board.columns == 2


def test_hidden_cards_leave_no_gap(board: Board, cards: list[QLabel]) -> None:
    cards[1].hide()
    board.arrange()
    settle()
    assert places(cards) == [(0, 0), (0, 1), (1, 1), (0, 2)]
    assert cards[4].width() > 900, "the last one alone in its row takes all of it"
    cards[1].show()
    board.arrange()
    settle()
    assert places(cards) == [(0, 0), (0, 1), (1, 1), (0, 2), (1, 2)]


def test_a_wide_card_never_stands_beside_another(cards: list[QLabel], on_screen: Callable[..., None]) -> None:
    board = Board()
    board.show_cards([(card, at in (1, 4)) for at, card in enumerate(cards)])
    on_screen(board, QSize(1000, 600))
    settle()
    assert [place[1] for place in places(cards)] == [0, 1, 2, 2, 3]


def test_where_two_columns_begin_can_be_said(cards: list[QLabel], on_screen: Callable[..., None]) -> None:
    board = Board(400)
    board.show_cards([(card, False) for card in cards])
    on_screen(board, QSize(500, 400))
    settle()
    assert board.columns == 2
