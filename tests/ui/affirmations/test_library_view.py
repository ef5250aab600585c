"""Every sentence as a list: finding, adding, editing, putting away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from attach_desktop.affirmations.deck import CardFilter
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.library_view import LibraryView
from attach_desktop.ui.affirmations.page import AffirmationsPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.vault import Vault
from tests.ui.affirmations.views import AFFIRMATION_TABS, affirmations_page
from tests.ui.eyes import push, read
from tests.ui.hands import press, settle, write
from tests.ui.windows import Windows

Open = Callable[[], AffirmationsPage]


@pytest.fixture
def view(open_affirmations: Open) -> LibraryView:
    page = open_affirmations()
    page.open(1)
    page.start()
    settle()
    return page.library


def listed(view: LibraryView) -> list[str]:
    """The first line of each row."""
    return [view.list.item(row).text().splitlines()[0] for row in range(view.list.count())]


def select(view: LibraryView, text: str) -> None:
    """Select a sentence."""
    view.list.setCurrentRow(listed(view).index(text))


def add(view: LibraryView, text: str) -> None:
    """Write a sentence of one's own."""
    view.line.setFocus()
    write(f"{text}\n")


def test_search_narrows(view: LibraryView, sentences: AffirmationStore) -> None:
    sentences.add_own("Zebras graze where they like.")
    write("zebra")
    assert listed(view) == ["Zebras graze where they like."]
    view.search.setText("xyzzy")
    assert listed(view) == []
    assert "No sentence matches all of this." in read(view)


def test_a_theme_narrows(view: LibraryView, sentences: AffirmationStore) -> None:
    view.theme.setCurrentIndex(view.theme.findData("repair"))
    expected = [card.text for card in sentences.cards(CardFilter(themes=("repair",)))]
    assert expected
    assert listed(view) == expected


def test_a_sentence_of_ones_own_is_kept_once(view: LibraryView, sentences: AffirmationStore) -> None:
    add(view, "My pace is fine.")
    assert "My pace is fine." in listed(view)
    assert view.line.text() == ""
    add(view, "my  pace is FINE.")
    assert view.fault.isVisible()
    assert view.line.text() == "my  pace is FINE."
    assert len(list(sentences.each())) == 1


def test_what_is_too_long_is_told_and_stays(view: LibraryView, sentences: AffirmationStore) -> None:
    view.line.setText("a" * 20_000)
    view.line.setFocus()
    press(Qt.Key.Key_Return)
    assert view.fault.isVisible()
    assert view.line.text() == "a" * 20_000
    assert not list(sentences.each())


def test_a_sentence_is_edited_in_the_line(view: LibraryView, sentences: AffirmationStore) -> None:
    add(view, "My pace is fine.")
    select(view, "My pace is fine.")
    view.list.setFocus()
    press(Qt.Key.Key_E)
    write("My own pace is fine.\n")
    assert "My own pace is fine." in listed(view)
    assert len(list(sentences.each())) == 1


def test_escape_leaves_editing(view: LibraryView, sentences: AffirmationStore) -> None:
    add(view, "My pace is fine.")
    select(view, "My pace is fine.")
    push(view, "Edit")
    write("something else")
    press(Qt.Key.Key_Escape)
    assert view.line.text() == ""
    add(view, "Rest counts.")
    assert {record.value.text for record in sentences.each()} == {"My pace is fine.", "Rest counts."}


def test_hidden_sentences_come_back_from_their_own_list(view: LibraryView) -> None:
    text = listed(view)[2]
    select(view, text)
    push(view, "Hide")
    assert text not in listed(view)
    view.show_which.setCurrentIndex(1)
    assert listed(view) == [text]
    select(view, text)
    push(view, "Take it back")
    assert listed(view) == []
    view.show_which.setCurrentIndex(0)
    assert text in listed(view)


def test_ones_own_is_deleted_and_comes_back(view: LibraryView) -> None:
    add(view, "My pace is fine.")
    select(view, "My pace is fine.")
    push(view, "Delete")
    assert "My pace is fine." not in listed(view)
    window = view.window()
    assert isinstance(window, MainWindow)
    window.undo()
    assert "My pace is fine." in listed(view)


def test_a_sentence_is_put_in_sets(view: LibraryView, sentences: AffirmationStore) -> None:
    text = listed(view)[0]
    select(view, text)
    view.sets.add_word("Mornings")
    settle()
    assert [card.text for card in sentences.cards(CardFilter(set="Mornings"))] == [text]
    assert sentences.deck().sets() == ["Mornings"]


def test_f_makes_a_favourite(view: LibraryView, sentences: AffirmationStore) -> None:
    view.list.setCurrentRow(0)
    view.list.setFocus()
    press(Qt.Key.Key_F)
    assert len(sentences.cards(CardFilter(favourite=True))) == 1


def test_a_half_written_sentence_is_there_again(windows: Windows, vault: Vault) -> None:
    first = windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations")
    affirmations_page(first).library.line.setText("My pace")
    windows.leave(first)
    again = windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations")
    assert affirmations_page(again).library.line.text() == "My pace"


def test_an_edit_that_was_not_saved_is_there_again(windows: Windows, vault: Vault) -> None:
    store = AffirmationStore(vault)
    card = store.cards()[0]
    window = windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations")
    view = affirmations_page(window).library
    view.refresh()
    view.list.setCurrentRow(0)
    view._edit()
    view.line.setText("Half of other words")
    windows.leave(window)
    view = affirmations_page(windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations")).library
    assert view.line.text() == "Half of other words"
    view.add_button.click()
    kept = store.card(card.id)
    assert kept is not None
    assert kept.text == "Half of other words"
    assert vault.drafts.get("affirmations.own") is None


@pytest.mark.parametrize(("text", "told"), [("", "Nothing is written yet"), ("   ", "Nothing is written yet"),
                                            ("x" * 20_000, "longer than 500"), ("I can.", "already")])  # fmt: skip
def test_what_cannot_be_kept_is_told_beside_the_line_and_stays(
    open_affirmations: Callable[[], AffirmationsPage], sentences: AffirmationStore, text: str, told: str
) -> None:
    sentences.add_own("I can.")
    before = len(sentences.cards())
    page = open_affirmations()
    page.open(1)
    page.library.line.setText(text)
    page.library.add_button.click()
    assert told in page.library.fault.text()
    assert page.library.fault.isVisible()
    assert page.library.line.text() == text
    assert len(sentences.cards()) == before
