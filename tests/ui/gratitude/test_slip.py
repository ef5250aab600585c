from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.slip import ItemRow, Slip
from attach_desktop.vault.vault import Vault
from tests.ui.hands import press


def filled(vault: Vault, count: int) -> tuple[Slip, GratitudeStore]:
    """A slip with some items."""
    store = GratitudeStore(vault)
    for number in range(count):
        store.add(Item(at=Moment.now(vault.clock), text=f"thing {number}", why="because", list="myself"))
    slip = Slip(Heading("myself", "Myself", hidden=False), "a hint", lambda record: "a day", lambda: ["Noa"])
    slip.show_items(store.in_order("myself"))
    return slip, store


def rows(slip: Slip) -> list[ItemRow]:
    """The rows on show."""
    return [row for row in slip._rows if isinstance(row, ItemRow)]


def test_the_first_dozen_is_shown_until_all_are_asked_for(vault: Vault, on_screen: Callable[..., None]) -> None:
    slip, _ = filled(vault, 20)
    on_screen(slip)
    assert len(rows(slip)) == 12
    slip._show_all()
    assert len(rows(slip)) == 20


def test_keys_of_a_row(vault: Vault, on_screen: Callable[..., None]) -> None:
    slip, _ = filled(vault, 2)
    on_screen(slip)
    asked: list[object] = []
    slip.delete_asked.connect(asked.append)
    slip.move_asked.connect(lambda record, step: asked.append(step))
    row = rows(slip)[0]
    row.setFocus()
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Delete)
    assert asked == [1, row.record]
    assert "because" in row.accessibleName()


def test_editing_in_place_hands_on_the_changed_item(vault: Vault, on_screen: Callable[..., None]) -> None:
    slip, _ = filled(vault, 1)
    on_screen(slip)
    kept: list[tuple[object, Item]] = []
    slip.keep_asked.connect(lambda record, item: kept.append((record, item)))
    row = rows(slip)[0]
    row.setFocus()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [item.text for _, item in kept] == ["thing 0x"]


def test_renaming_hands_on_the_new_name(vault: Vault, on_screen: Callable[..., None]) -> None:
    slip, _ = filled(vault, 0)
    on_screen(slip)
    named: list[tuple[str, str]] = []
    slip.rename_asked.connect(lambda key, name: named.append((key, name)))
    slip._start_rename()
    slip._rename.setText("Me")
    press(Qt.Key.Key_Return)
    assert named == [("myself", "Me")]
