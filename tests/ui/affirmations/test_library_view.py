from __future__ import annotations

from PySide6.QtCore import Qt

from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.library_view import LibraryView
from attach_desktop.vault.vault import Vault
from tests.ui.affirmations.test_page import open_page
from tests.ui.hands import press
from tests.ui.windows import Windows


def library(windows: Windows, vault: Vault) -> LibraryView:
    """The list, on show."""
    page = open_page(windows, vault)
    page.open(1)
    return page.library


def shown(view: LibraryView) -> list[str]:
    """The sentences of the list."""
    return [view.list.item(at).text().split("\n")[0] for at in range(view.list.count())]


def test_search_and_theme_narrow_the_list(windows: Windows, vault: Vault) -> None:
    view = library(windows, vault)
    every = len(shown(view))
    assert every >= 120
    view.theme.setCurrentIndex(view.theme.findData("repair"))
    some = len(shown(view))
    assert 0 < some < every
    view.search.setText("zzz")
    assert shown(view) == []
    assert view._nothing.isVisible()


def test_a_sentence_of_ones_own(windows: Windows, vault: Vault) -> None:
    view = library(windows, vault)
    view.line.setText("I water the plants, and that counts.")
    view.add_button.click()
    assert shown(view)[0] == "I water the plants, and that counts."
    view.line.setText("i water the plants, and that counts.")
    view.add_button.click()
    assert view.fault.isVisible()
    assert view.line.text() != ""
    assert AffirmationStore(vault).count() == 1


def test_edited_and_as_it_was_at_first(windows: Windows, vault: Vault) -> None:
    view = library(windows, vault)
    view.list.setCurrentRow(0)
    before = shown(view)[0]
    view.list.setFocus()
    press(Qt.Key.Key_E)
    view.line.setText("Some words of mine.")
    view.add_button.click()
    assert shown(view)[0] == "Some words of mine."
    view._remove.click()
    assert shown(view)[0] == before


def test_hidden_and_back(windows: Windows, vault: Vault) -> None:
    view = library(windows, vault)
    view.list.setCurrentRow(2)
    words = shown(view)[2]
    view._hide.click()
    assert words not in shown(view)
    view.show_which.setCurrentIndex(1)
    assert shown(view) == [words]
    view.list.setCurrentRow(0)
    view._hide.click()
    view.show_which.setCurrentIndex(0)
    assert words in shown(view)


def test_favourites_and_sets_stand_beside_the_sentence(windows: Windows, vault: Vault) -> None:
    view = library(windows, vault)
    view.list.setCurrentRow(1)
    view._favourite.click()
    view.sets.add_word("mornings")
    assert "favourite" in view.list.item(1).text()
    assert "mornings" in view.list.item(1).text()
    assert AffirmationStore(vault).deck().sets() == ["mornings"]
