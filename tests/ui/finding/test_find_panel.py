"""The parts together, on items of gratitude: what stands in the list's place while nothing is looked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.interchange.exports import View, Wanted
from attach_desktop.ui.dialogs.export_dialog import ExportDialog
from attach_desktop.ui.finding.find_panel import FindPanel
from attach_desktop.ui.gratitude.finding import items_subject
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.support import NOW, ZONE
from tests.ui.eyes import buttons, push, read
from tests.ui.hands import focus, press, write


@pytest.fixture
def items(vault: Vault) -> GratitudeStore:
    made = GratitudeStore(vault)
    for days in range(4):
        at = Moment.from_datetime(NOW - timedelta(days=days), ZONE)
        made.add(Item(at=at, text=f"thing {days}", list="myself"))
    return made


Make = Callable[[QLabel | None], FindPanel[Item]]


@pytest.fixture
def make(items: GratitudeStore, theme: Theme, on_screen: Callable[..., None]) -> Make:
    def made(home: QLabel | None) -> FindPanel[Item]:
        text = ItemText(lambda key: key, NOW.date)
        panel = FindPanel(items_subject(items, theme, text, list, NOW.date), theme, NOW.date, home=home, back="Back")
        on_screen(panel)
        panel.search.setFocus()
        return panel

    return made


def test_while_nothing_is_looked_for_home_has_the_place(make: Make) -> None:
    home = QLabel("home")
    panel, turned = make(home), list[bool]()
    panel.turned.connect(turned.append)
    assert (panel.at_home, home.isVisible(), panel.table.isVisible()) == (True, True, False)
    write("thing")
    assert (panel.at_home, home.isVisible(), panel.table.isVisible()) == (False, False, True)
    assert {"4 items"} <= set(read(panel.bar))
    push(panel, "Back")
    assert (panel.at_home, home.isVisible()) == (True, True)
    assert turned == [True, False]
    assert focus() is panel.search


def test_a_day_is_gone_to_from_home_and_escape_leads_back(make: Make) -> None:
    panel = make(QLabel("home"))
    panel.go_to_day((NOW - timedelta(days=2)).date())
    chosen = panel.selected()
    assert chosen is not None
    assert chosen.value.text == "thing 2"
    assert focus() is panel.table
    press(Qt.Key.Key_Escape)
    assert panel.at_home


def test_at_home_nothing_is_read(make: Make, items: GratitudeStore) -> None:
    panel = make(QLabel("home"))
    items.add(Item(at=Moment.from_datetime(NOW, ZONE), text="new", list="myself"))
    panel.refresh()
    assert panel.model.rowCount() == 0


def test_without_a_home_the_list_is_always_there(make: Make) -> None:
    panel = make(None)
    panel.refresh()
    assert panel.table.isVisible()
    assert "Back" not in buttons(panel)
    panel.go_home()
    panel.set_filter(Filter(query="thing 3"))
    assert panel.model.entry_count == 1
    panel.go_home()
    assert panel.model.entry_count == 1


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Wanted, list[str]]]:
    """What each export dialog that was opened would write, and what it says."""
    found = list[tuple[Wanted, list[str]]]()

    def note(dialog: ExportDialog) -> int:
        found.append((dialog.wanted(), [one.text() for one in dialog.findChildren(QLabel)]))
        return 0

    monkeypatch.setattr(ExportDialog, "exec", note)
    return found


def test_what_is_exported_is_what_is_on_show(make: Make, exported: list[tuple[Wanted, list[str]]]) -> None:
    panel = make(None)
    write("thing 2")
    panel.bar.export_asked.emit()
    panel.export_shown(Filter(words=(("list", "myself"),)))
    assert [wanted.view for wanted, _ in exported] == [
        View("gratitude", Filter(query="thing 2")),
        View("gratitude", Filter(words=(("list", "myself"),))),
    ]
    assert "1 item" in exported[0][1]
    assert "4 items" in exported[1][1]
