"""A row's keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from attach_desktop.ui.gratitude.item_row import ItemRow
from attach_desktop.ui.gratitude.wishes import Wishes
from attach_desktop.vault.kind import Stored
from tests.support import NOW
from tests.ui.eyes import read
from tests.ui.gratitude.slips import thing
from tests.ui.hands import focus_name, press

ALT = Qt.KeyboardModifier.AltModifier


def test_keys_edit_move_and_delete(on_screen: Callable[..., None]) -> None:
    wishes, came = Wishes(list), list[object]()
    row = ItemRow(Stored("id", thing("warm tea", why="It was cold", people=("Kim",)), NOW, NOW), "today", wishes)
    row.edit_asked.connect(lambda _: came.append("edit"))
    wishes.delete.connect(lambda _: came.append("delete"))
    wishes.step.connect(lambda _, by: came.append(by))
    on_screen(row)
    row.setFocus()
    assert focus_name() == "warm tea. It was cold. today. Kim"
    assert read(row) == ["warm tea", "It was cold", "today · Kim"]
    for key, modifiers in ((Qt.Key.Key_E, None), (Qt.Key.Key_Return, None), (Qt.Key.Key_Delete, None),
                           (Qt.Key.Key_Up, ALT), (Qt.Key.Key_Down, ALT)):  # fmt: skip
        press(key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert came == ["edit", "edit", "delete", -1, 1]
