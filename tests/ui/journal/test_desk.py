"""What is being written: saved, set aside, given up, taken up again, and never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from attach_desktop.journal.library import Library
from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.desk import Desk
from attach_desktop.ui.journal.form import EntryForm
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.theme.theme import Theme
from tests.support import FixedClock, Vaults
from tests.ui.hands import settle
from tests.ui.journal.entries import entry
from tests.ui.pages import noted


@pytest.fixture
def shell(theme: Theme, store: JournalStore) -> Iterator[MainWindow]:
    """A window around a page of no kind, for its line at the bottom."""
    window = MainWindow(store.vault, theme, (noted("one"),))
    yield window
    window.deleteLater()
    settle()


Make = Callable[[], Desk]


@pytest.fixture
def make(
    theme: Theme, clock: FixedClock, vocabulary: Vocabulary, store: JournalStore, shell: MainWindow,
    on_screen: Callable[..., None],
) -> Make:  # fmt: skip
    def made() -> Desk:
        form = EntryForm(theme, clock, vocabulary, Library(store.vault), lambda _: [])
        on_screen(form)
        desk = Desk(form, store, shell)
        desk.setParent(form)
        return desk

    return made


def form_of(desk: Desk) -> EntryForm:
    form = desk.parent()
    assert isinstance(form, EntryForm)
    return form


def test_a_new_entry_is_saved_and_the_form_is_free(make: Make, store: JournalStore) -> None:
    desk = make()
    assert desk.save() is None
    assert store.count() == 0
    form_of(desk).note.set_text("walk")
    saved = desk.save()
    assert saved is not None
    assert not saved.changed
    assert [one.value.note for one in store.each()] == ["walk"]
    assert form_of(desk).is_empty


def test_an_entry_is_changed_and_keeps_its_id(make: Make, store: JournalStore) -> None:
    record = store.add(entry(note="walk"))
    desk = make()
    assert desk.edit(record)
    assert desk.editing == record
    form_of(desk).note.set_text("a long walk")
    saved = desk.save()
    assert saved is not None
    assert (saved.changed, saved.record.id) == (True, record.id)
    assert desk.editing is None


def test_what_is_gone_cannot_be_edited(make: Make, store: JournalStore) -> None:
    record = store.add(entry(note="walk"))
    store.bin([record.id])
    assert not make().edit(record)


def test_a_new_entry_waits_while_another_is_edited(make: Make, store: JournalStore) -> None:
    record = store.add(entry(note="walk"))
    desk = make()
    form_of(desk).note.set_text("half of a new one")
    desk.edit(record)
    form_of(desk).note.set_text("changed")
    desk.set_aside()
    assert form_of(desk).note.text() == "half of a new one"
    assert desk.changes_of(record) is not None
    desk.edit(record)
    assert form_of(desk).note.text() == "changed"


def test_what_is_given_up_can_be_brought_back(make: Make, store: JournalStore) -> None:
    record = store.add(entry(note="walk"))
    desk = make()
    desk.edit(record)
    form_of(desk).note.set_text("changed")
    aside = desk.give_up()
    assert (aside.record, aside.changed) == (record, True)
    assert desk.changes_of(record) is None
    desk.keep_changes(record, aside.values)
    desk.edit(record)
    assert form_of(desk).note.text() == "changed"


def test_what_was_typed_before_a_crash_is_taken_up(make: Make, clock: FixedClock, qtbot: QtBot) -> None:
    desk = make()
    assert desk.take_up(clock) == ""
    form_of(desk).note.set_text("half")
    desk.leave()
    again = make()
    assert again.take_up(clock) == "20:40"
    assert form_of(again).note.text() == "half"


def test_what_cannot_be_saved_stays_with_the_reason(
    make: Make, store: JournalStore, shell: MainWindow, vault_factory: Vaults
) -> None:
    desk = make()
    form_of(desk).note.set_text("walk")
    store.connection.run("PRAGMA busy_timeout=1")
    with vault_factory().connection.transaction():
        assert desk.save() is None
    assert "held the vault" in shell.status.text()
    assert form_of(desk).note.text() == "walk"
    assert desk.save() is not None
