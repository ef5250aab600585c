from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.page import GratitudePage
from attach_desktop.ui.gratitude.slip import Slip
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.ui.hands import press, write
from tests.ui.windows import NARROW, WIDE, Windows

GRATITUDE_TAB = tuple(spec for spec in TABS if spec.key == "gratitude")


def open_page(windows: Windows, vault: Vault) -> GratitudePage:
    """The page on ``vault``."""
    page = windows(vault, WIDE, GRATITUDE_TAB, "gratitude").page("gratitude")
    assert isinstance(page, GratitudePage)
    return page


def slip(page: GratitudePage, key: str) -> Slip:
    """The slip of a list."""
    return next(one for one in page.findChildren(Slip) if one.heading.key == key and not one.isHidden())


def texts(page: GratitudePage, key: str) -> list[str]:
    """What stands on a slip, from the top."""
    return [record.value.text for record in slip(page, key)._records]


def test_three_lines_and_three_times_enter_add_three(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    slip(page, "anything").line.setFocus()
    for text in ("bread", "rain", "a letter"):
        write(text)
        press(Qt.Key.Key_Return)
    assert texts(page, "anything") == ["a letter", "rain", "bread"]
    assert slip(page, "anything").line.text() == ""


def test_what_is_too_long_is_told_beside_the_line_and_kept(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    one = slip(page, "myself")
    one.line.setMaxLength(30_000)
    one.line.setText("x" * 20_000)
    one.line.returnPressed.emit()
    assert one.fault.isVisible()
    assert one.line.text() == "x" * 20_000
    assert GratitudeStore(vault).count() == 0


def test_moved_deleted_and_brought_back(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    for text in ("one", "two", "three"):
        page._add("myself", text)
    page._move(GratitudeStore(vault).in_order("myself")[0], 1)
    assert texts(page, "myself") == ["two", "three", "one"]
    page._delete(GratitudeStore(vault).in_order("myself")[0])
    assert texts(page, "myself") == ["three", "one"]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(page, "myself") == ["two", "three", "one"]


def test_search_narrows_every_slip_and_says_when_nothing_matches(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    page._add("myself", "the river")
    page._add("anything", "a window")
    page._search.setText("riv")
    page._fill()
    assert texts(page, "myself") == ["the river"]
    assert next(one for one in page.findChildren(Slip) if one.heading.key == "anything").isHidden()
    page._search.setText("nowhere")
    page._fill()
    assert page._nothing.isVisible()


def test_lists_are_renamed_hidden_and_shown_again(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    page._rename("anything", "Small things")
    assert slip(page, "anything").heading.name == "Small things"
    page._hide("partner")
    assert "partner" not in {one.heading.key for one in page._slips}
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "partner" in {one.heading.key for one in page._slips}
    first = page._slips[0].heading.key
    page._shift(first, 1)
    assert page._slips[1].heading.key == first


def test_a_new_list_and_one_that_is_there_already(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    page._choices.toggle()
    page._store.lists.add("Garden")
    assert "Garden" in {one.heading.name for one in page._slips}
    line = page._choices.findChildren(type(page._search))[0]
    line.setText("garden")
    page._add_list(line)
    assert page._list_fault.isVisible()
    assert line.text() == "garden"


def test_a_half_written_line_is_there_again(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    slip(page, "memories").line.setText("the ferry at")
    windows.close()
    assert slip(open_page(windows, vault), "memories").line.text() == "the ferry at"


def test_one_item_can_be_copied_as_a_note(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    page._add("relationships", "you called on Tuesday")
    page._tell(GratitudeStore(vault).newest(1)[0])
    assert "you called on Tuesday" in QApplication.clipboard().text()


def test_at_a_small_width_slips_stand_in_fewer_columns(windows: Windows, vault: Vault) -> None:
    page = windows(vault, NARROW, GRATITUDE_TAB, "gratitude").page("gratitude")
    assert isinstance(page, GratitudePage)
    assert page._columns == 2
    assert page.findChildren(QLabel)
