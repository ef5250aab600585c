from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.ui.affirmations.values_view import ValuesView
from attach_desktop.vault.vault import Vault
from tests.ui.affirmations.test_page import open_page
from tests.ui.hands import press, settle
from tests.ui.windows import Windows


def values(windows: Windows, vault: Vault) -> ValuesView:
    """The values card, on show."""
    page = open_page(windows, vault)
    page.open(2)
    return page.values


def test_what_was_written_stands_below_and_the_card_is_free(windows: Windows, vault: Vault) -> None:
    view = values(windows, vault)
    view.fields["value"].set_text("honesty")
    view.fields["why"].set_text("I sleep better")
    view.keep_button.click()
    settle()
    (record,) = ValuesStore(vault).newest(5)
    assert (record.value.value, record.value.why, record.value.when_lived) == ("honesty", "I sleep better", "")
    assert [field.text() for field in view.fields.values()] == ["", "", ""]
    assert "honesty" in [one.text() for one in view.findChildren(QLabel) if one.isVisible()]


def test_nothing_is_not_kept(windows: Windows, vault: Vault) -> None:
    view = values(windows, vault)
    view.keep_button.click()
    assert ValuesStore(vault).count() == 0


def test_deleted_and_brought_back(windows: Windows, vault: Vault) -> None:
    view = values(windows, vault)
    view.fields["value"].set_text("music")
    view.keep()
    settle()
    next(one for one in view.findChildren(QPushButton) if one.text() == "Delete" and one.isVisible()).click()
    assert ValuesStore(vault).count() == 0
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ValuesStore(vault).count() == 1
