from __future__ import annotations

from PySide6.QtCore import Qt

from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.page import JournalPage
from attach_desktop.ui.journal.today import LastEntriesCard, MoodCard
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.ui.hands import press
from tests.ui.windows import WIDE, Windows


def test_what_was_chosen_and_not_saved_is_there_again(windows: Windows, vault: Vault, vocabulary: Vocabulary) -> None:
    window = windows(vault, WIDE, TABS, "today")
    card = MoodCard(vault, vocabulary, window.theme, window)
    card.grid.set_value(2, 5)
    card.feelings.set_words(["uneasy"])
    card.note.setText("half a line")
    card.leave()
    again = MoodCard(vault, vocabulary, window.theme, window)
    assert again.grid.value() == (2, 5)
    assert again.feelings.words() == ("uneasy",)
    assert again.note.text() == "half a line"
    again.save()
    assert JournalStore(vault).newest(1)[0].value.note == "half a line"
    assert vault.drafts.get("today") is None
    for made in (card, again):
        made.deleteLater()


def test_nothing_at_all_is_not_saved(windows: Windows, vault: Vault, vocabulary: Vocabulary) -> None:
    window = windows(vault, WIDE, TABS, "today")
    card = MoodCard(vault, vocabulary, window.theme, window)
    card.save()
    assert JournalStore(vault).count() == 0
    assert "enough" in window.status.text()
    card.deleteLater()


def test_writing_more_takes_everything_along(windows: Windows, vault: Vault, vocabulary: Vocabulary) -> None:
    window = windows(vault, WIDE, TABS, "today")
    card = MoodCard(vault, vocabulary, window.theme, window)
    card.grid.set_value(1, 4)
    card.note.setText("more than a line")
    card._write_more()
    page = window.page("journal")
    assert isinstance(page, JournalPage)
    values = page.form.values()
    assert (values["mood"], values["energy"], values["note"]) == (1, 4, "more than a line")
    assert card.grid.value() == (None, None)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert JournalStore(vault).newest(1)[0].value.mood == 1
    card.deleteLater()


def test_the_last_entries_are_shown_when_there_are_any(windows: Windows, vault: Vault, vocabulary: Vocabulary) -> None:
    window = windows(vault, WIDE, TABS, "today")
    card = LastEntriesCard(JournalStore(vault), vocabulary, window.theme, window)
    assert card.refresh() is False
    window.write_entry({"mood": 3, "note": "one"})
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert card.refresh() is True
    card.deleteLater()
