"""One editor at a time, for an item or a new one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.clock import Moment
from attach_desktop.errors import InputRefusedError
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.ui.gratitude.item_editor import Offers
from attach_desktop.ui.gratitude.slip_editing import SlipEditing
from attach_desktop.vault.kind import Stored
from tests.support import NOW, ZONE
from tests.ui.eyes import push, read
from tests.ui.gratitude.slips import thing

OFFERS = Offers(list, lambda: [Heading("myself", "Myself", hidden=False)])
Kept = list[tuple[Stored[Item] | None, Item]]


def held(editor: QWidget) -> QWidget:
    """The editor in something that outlives it."""
    holder = QWidget()
    QVBoxLayout(holder).addWidget(editor)
    return holder


@pytest.fixture
def kept() -> Kept:
    return []


@pytest.fixture
def editing(qapp: object, kept: Kept) -> SlipEditing:
    def keep(record: Stored[Item] | None, item: Item) -> None:
        if item.text == "refused":
            raise InputRefusedError("no-such-record", id="x")
        kept.append((record, item))

    return SlipEditing("myself", OFFERS, lambda: Moment.from_datetime(NOW, ZONE), lambda moment: moment.day, keep)


def test_an_item_is_changed_and_its_id_told(editing: SlipEditing, kept: Kept, on_screen: Callable[..., None]) -> None:
    record = Stored("id", thing("warm tea"), NOW, NOW)
    closed: list[str] = []
    editing.closed.connect(closed.append)
    editor = editing.open(record, {"text": "cold tea"})
    on_screen(held(editor))
    assert (editing.is_open, editing.record_id, editing.values()["text"]) == (True, "id", "cold tea")
    push(editor, "Keep")
    assert kept == [(record, thing("cold tea", people=()))]
    assert (closed, editing.is_open, editing.record_id, editing.values()) == (["id"], False, None, {})


def test_a_new_one_has_no_id_and_cancel_keeps_nothing(
    editing: SlipEditing, kept: Kept, on_screen: Callable[..., None]
) -> None:
    editor = editing.open(None, {"text": "warm tea"})
    on_screen(held(editor))
    assert editing.record_id == ""
    push(editor, "Cancel")
    assert (editing.is_open, kept) == (False, [])


def test_what_is_refused_stays_open_with_the_reason(
    editing: SlipEditing, kept: Kept, on_screen: Callable[..., None]
) -> None:
    editor = editing.open(None, {"text": "refused"})
    on_screen(held(editor))
    before = len(read(editor))
    push(editor, "Keep")
    assert (editing.is_open, kept) == (True, [])
    assert len(read(editor)) == before + 1
