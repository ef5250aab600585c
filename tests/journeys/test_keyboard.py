"""An entry of each depth made by keyboard alone; found, read, edited, deleted, brought back; and still there tomorrow.

No widget is named here: keys go to whatever has the focus, and what a screen reader would say tells where one is.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.library import Library
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.hands import CTRL, focus_name, press, settle, tab_to, write
from tests.ui.journal.entries import moment
from tests.ui.windows import NARROW, WIDE, Windows

TEN_SECONDS = Entry(at=moment(), mood=2, energy=4)
ONE_MINUTE = Entry(
    at=moment(),
    mood=1,
    energy=5,
    feelings=("panicked",),
    people=("Sam",),
    triggers=("A slammed door", "No reply for hours"),
    happened="They left after dinner.\nNo word since.",
    body=("tight chest",),
    urge="Write again",
    did="Waited",
    intensity_before=9,
    coping=(Coping("Slow breathing", 10), Coping("Counting tiles", 10)),
    intensity_after=10,
    note="one minute",
)
FIVE_MINUTES = Entry(
    at=moment(),
    mood=3,
    energy=2,
    thought="I was too much",
    belief=80,
    evidence_for="They left early",
    evidence_against="They said they were tired",
    balanced_thought="They may have been tired",
    belief_after=35,
    tags=("dinner",),
    note="five minutes",
    for_session=True,
)


def log_a_mood(digits: str) -> None:
    press(Qt.Key.Key_N, CTRL)
    write(digits)


def write_ten_seconds() -> None:
    log_a_mood("24\n")


def write_one_minute() -> None:
    log_a_mood("15")
    tab_to("Feelings")
    write("panick\n")
    tab_to("Note")
    write("one minute")
    tab_to("What set it off, closed")
    press(Qt.Key.Key_Space)
    tab_to("What set it off")
    press(Qt.Key.Key_Tab)
    write("A slammed door,no reply\n")
    tab_to("A slammed door: kind")
    write("c")  # the letter that an answer begins with
    tab_to("Who was there")
    write("Sam,")
    tab_to("Sam: who they are to me")
    press(Qt.Key.Key_Down)
    tab_to("What happened")
    write("They left after dinner.\nNo word since.")
    tab_to("In the body")
    write("tight\n")
    tab_to("The urge")
    write("Write again")
    tab_to("What I did")
    write("Waited")
    tab_to("How strong it was:")
    write("9")
    tab_to("What I tried to steady myself")
    write("slow\nCounting tiles,")
    tab_to("Minutes until I looked again")
    write("10")
    tab_to("How strong it was then:")
    write("10")
    press(Qt.Key.Key_Return, CTRL)


def write_five_minutes() -> None:
    log_a_mood("32")
    tab_to("Note")
    write("five minutes")
    tab_to("Thought record, closed")
    press(Qt.Key.Key_Return)
    tab_to("The thought that came")
    write("I was too much")
    tab_to("How much I believed it")
    write("80")
    tab_to("What speaks for it")
    write("They left early")
    tab_to("What speaks against it")
    write("They said they were tired")
    tab_to("A thought that has room for both")
    write("They may have been tired")
    tab_to("How much I believe the first one now")
    write("35")
    tab_to("Tags")
    write("dinner")
    tab_to("For my session")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)


def find(words: str) -> None:
    """Search, and go to the first entry found."""
    press(Qt.Key.Key_F, CTRL)
    write(words)
    press(Qt.Key.Key_Down)


def kept(vault: Vault) -> list[Entry]:
    return [record.value for record in JournalStore(vault).each()]


def said(window: MainWindow) -> str:
    return window.status.text()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_depth_by_keyboard_alone(windows: Windows, vault_factory: Vaults, size: object) -> None:
    vault = vault_factory()
    narrow = size == NARROW
    window = windows(vault, NARROW if narrow else WIDE, TABS, None)

    write_ten_seconds()
    assert kept(vault) == [TEN_SECONDS]
    assert said(window) == "Saved 20:40"
    write_one_minute()
    assert kept(vault) == [TEN_SECONDS, ONE_MINUTE]
    write_five_minutes()
    assert kept(vault) == [TEN_SECONDS, ONE_MINUTE, FIVE_MINUTES]
    library = Library(vault)
    trigger, person = library.trigger("A slammed door"), library.person("Sam")
    assert trigger is not None
    assert trigger.sort in ("change", "closeness", "conflict", "criticism")
    assert person is not None
    assert person.role == "partner"

    find("slam dinner")
    if narrow:
        press(Qt.Key.Key_Return)  # the list gives way to the page
        assert focus_name() == "The entry"
    press(Qt.Key.Key_E)
    tab_to("Note")
    write("edited ")
    press(Qt.Key.Key_Return, CTRL)
    edited = replace(ONE_MINUTE, note="edited one minute")
    assert sorted(value.note for value in kept(vault)) == ["", "edited one minute", "five minutes"]
    assert edited in kept(vault)
    record = next(one for one in JournalStore(vault).each() if one.value == edited)
    assert [former for _, former in JournalStore(vault).former(record.id)] == [ONE_MINUTE]

    find("tired")
    press(Qt.Key.Key_Delete)
    assert FIVE_MINUTES not in kept(vault)
    assert said(window) == "Entry moved to the bin"
    press(Qt.Key.Key_Z, CTRL)
    assert FIVE_MINUTES in kept(vault)
    assert said(window) == "Brought back"

    before = kept(vault)
    press(Qt.Key.Key_Q, CTRL)
    settle()
    assert not window.isVisible()
    vault.close()

    tomorrow = vault_factory()
    window = windows(tomorrow, WIDE, TABS, None)
    assert kept(tomorrow) == before
    assert sorted(entry.note for entry in before) == ["", "edited one minute", "five minutes"]
    find("one minute")
    assert said(window) == ""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focus_name() == "Entries"
