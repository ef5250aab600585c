"""The card in the middle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from attach_desktop.ui.locking.card import centred_card
from attach_desktop.ui.widgets.labels import label
from tests.ui.dialogs.driving import clipped
from tests.ui.windows import NARROW


def test_it_is_in_the_middle_and_as_high_as_its_words(on_screen: Callable[..., None]) -> None:
    page = QWidget()
    card, column = centred_card(page, 300)
    column.addWidget(label("many words, " * 30))
    on_screen(page, NARROW)
    assert abs(card.geometry().center().x() - page.rect().center().x()) <= 1
    assert card.width() == 300
    assert clipped(page) == []
