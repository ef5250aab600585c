"""The Print summary window: every choice is on the pages, every way out leads out, and leaving loses nothing."""

from __future__ import annotations

import gc
import stat
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.summary import last
from attach_desktop.summary.choices import BUILT_IN, Choices, Presets
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.paper import printing
from attach_desktop.ui.paper.pages import Pages
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.dialog import PAPER_SETTING, SummaryDialog, kept_paper
from attach_desktop.ui.summary.drafts import kept_questions
from attach_desktop.ui.summary.ways_out import short_path
from attach_desktop.ui.summary.work import FILES
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.dialogs.driving import clipped, unnamed
from tests.ui.executors import WhenTold
from tests.ui.eyes import push, read
from tests.ui.hands import CTRL, focus, focus_name, press, settle, tab_to, write
from tests.ui.summary.conftest import Opens
from tests.ui.windows import NARROW, WIDE

Laid = Callable[[SummaryDialog], None]
ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2026, 11, 8)


def on_paper(dialog: SummaryDialog) -> str:
    """All words on the pages on show."""
    pages = dialog.preview.view.pages
    assert pages is not None
    return "\n".join(pages.words(number) for number in range(pages.count))


def begun(dialog: SummaryDialog, qtbot: QtBot) -> None:
    """Wait until the work on what is chosen has been asked for."""
    qtbot.waitUntil(lambda: dialog.laying._job is not None and not dialog.laying._later.isActive())


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[Pages]:
    """What went to a printer: its dialog, which would wait for a person, says yes."""
    found: list[Pages] = []

    def print_them(_parent: object, pages: Pages) -> bool:
        found.append(pages)
        return True

    monkeypatch.setattr(printing, "print_with_dialog", print_them)
    return found


# -- what it begins with ---------------------------------------------------------------------------------------------


def test_it_begins_with_what_is_for_the_therapist(opens: Opens) -> None:
    dialog = opens()
    assert dialog.chooser.presets.choice.currentText() == "For my therapist"
    assert dialog.chooser.choices() == BUILT_IN["therapist"]
    assert focus() is dialog.chooser.presets.choice
    assert "to talk about" in on_paper(dialog)
    assert "not for anybody" not in on_paper(dialog)


def test_it_begins_with_what_is_on_screen(opens: Opens) -> None:
    dialog = opens("journal", (date(2026, 11, 2), date(2026, 11, 4)))
    assert dialog.chooser.choices().sections == ("entries",)
    assert dialog.chooser.period.days() == (date(2026, 11, 2), date(2026, 11, 4))
    assert dialog.preview.line.text().endswith("2–4 November, without private entries")
    assert "Own choice" in dialog.chooser.presets.choice.currentText()


def test_the_line_says_how_many_pages_there_are(opens: Opens) -> None:
    dialog = opens()
    pages = dialog.preview.view.pages
    assert pages is not None
    assert dialog.preview.line.text().startswith(f"{pages.count} page")
    assert dialog.preview.page.text() == f"Page 1 of {pages.count}"


# -- every choice is on the pages ------------------------------------------------------------------------------------


def test_another_period_lays_out_anew(opens: Opens, laid: Laid) -> None:
    dialog = opens("journal")
    dialog.chooser.period.choice.setFocus()
    before = dialog.preview.view.pages
    press(Qt.Key.Key_Down, times=3)
    laid(dialog)
    assert dialog.chooser.period.key == last.PERIODS[3]
    assert dialog.preview.view.pages is not before
    assert "11 August – 8 November" in dialog.preview.line.text()


def test_sections_are_ticked_and_moved_by_keyboard(opens: Opens, laid: Laid) -> None:
    dialog = opens("journal")
    tab_to("Sections")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up, ALT)
    laid(dialog)
    assert dialog.chooser.choices().sections == ("glance", "entries")
    words = on_paper(dialog)
    assert words.index("At a glance") < words.index("\nEntries")


def test_how_much_is_on_paper(opens: Opens, laid: Laid) -> None:
    dialog = opens("journal")
    assert "Robin" in on_paper(dialog)
    for box in (dialog.chooser.names, dialog.chooser.private):
        box.setFocus()
        press(Qt.Key.Key_Space)
    laid(dialog)
    assert "Robin" not in on_paper(dialog)
    assert "not for anybody" in on_paper(dialog)
    assert dialog.preview.line.text().endswith("without names, with private entries")


def test_a_preset_sets_everything_at_once(opens: Opens, laid: Laid) -> None:
    dialog = opens("journal")
    dialog.chooser.presets.choice.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down, times=2)
    laid(dialog)
    assert dialog.chooser.choices() == BUILT_IN["page"]
    assert dialog.chooser.notes.isChecked()


def test_choices_become_a_preset_by_keyboard_alone(opens: Opens, filled: Vault) -> None:
    dialog = opens("gratitude")
    tab_to("Save as preset …")
    press(Qt.Key.Key_Return)
    write("Mine\n")
    assert Presets(filled.settings).get("Mine") == Choices(sections=("gratitude",))
    assert dialog.isVisible()


def test_questions_are_on_paper_and_kept_at_a_pause(opens: Opens, filled: Vault, laid: Laid) -> None:
    dialog = opens()
    tab_to("My questions for the session")
    write("Why do I go quiet?\nWhat would help?")
    assert kept_questions(filled.drafts) == ""
    laid(dialog)
    assert kept_questions(filled.drafts) == "Why do I go quiet?\nWhat would help?"
    assert "Why do I go quiet?" in on_paper(dialog)
    dialog.reject()
    settle()
    assert opens().chooser.questions.text() == "Why do I go quiet?\nWhat would help?"


def test_it_is_said_where_the_questions_would_not_be_on_paper(opens: Opens) -> None:
    assert "They stay here until you change them." in read(opens())
    assert "They are on paper where the section “My questions” is." in read(opens("journal"))


def test_the_paper_is_kept_for_the_next_time(opens: Opens, filled: Vault, laid: Laid) -> None:
    dialog = opens()
    first = dialog.chooser.paper_size()
    dialog.chooser.paper.setFocus()
    press(Qt.Key.Key_Up if first is Paper.LETTER else Qt.Key.Key_Down)
    laid(dialog)
    pages = dialog.preview.view.pages
    assert pages is not None
    assert pages.size == dialog.chooser.paper_size().value != first.value
    assert kept_paper(filled.settings.get(PAPER_SETTING)) is dialog.chooser.paper_size()
    dialog.reject()
    assert opens().chooser.paper_size() is not first


@pytest.mark.parametrize("kept", [None, "FOOLSCAP", 7])
def test_without_a_paper_of_ones_own_it_is_the_usual_one(kept: object) -> None:
    assert kept_paper(kept) is Paper.usual()


def test_signs_that_no_font_shows_are_said(opens: Opens, laid: Laid) -> None:
    dialog = opens()
    tab_to("My questions for the session")
    dialog.chooser.questions.set_text("\U00013000 \U00013001")  # hieroglyphs
    laid(dialog)
    shown = dialog.preview.missing.isVisible()
    pages = dialog.preview.view.pages
    assert pages is not None
    assert shown == bool(pages.missing)
    if shown:
        assert pages.missing[0] in dialog.preview.missing.text()


def test_trouble_with_keeping_the_questions_stays_when_new_pages_come(
    opens: Opens, filled: Vault, vault_factory: Vaults, laid: Laid
) -> None:
    dialog = opens()
    filled.connection.run("PRAGMA busy_timeout=1")
    tab_to("My questions for the session")
    with vault_factory().connection.transaction():
        write("Why?")
        laid(dialog)
        assert "Why?" in on_paper(dialog)
        assert dialog.preview.trouble.isVisible()
    write(" And then?")
    laid(dialog)
    assert kept_questions(filled.drafts) == "Why? And then?"
    assert not dialog.preview.trouble.isVisible()


# -- waiting -----------------------------------------------------------------------------------------------------------


def test_the_newest_choice_wins_and_the_one_before_is_called_off(
    opens: Opens, when_told: Jobs, held: WhenTold, laid: Laid, qtbot: QtBot
) -> None:
    dialog = opens("journal", jobs=when_told)
    begun(dialog, qtbot)
    dialog.chooser.names.click()
    begun(dialog, qtbot)
    held.go()
    laid(dialog)
    assert dialog.preview.line.text().endswith("without names and private entries")


def test_what_lasts_can_be_called_off_and_the_pages_before_stay(
    opens: Opens, when_told: Jobs, held: WhenTold, laid: Laid, qtbot: QtBot
) -> None:
    dialog = opens("journal", jobs=when_told)
    begun(dialog, qtbot)
    held.go()
    laid(dialog)
    before = dialog.preview.view.pages
    dialog.chooser.names.click()
    begun(dialog, qtbot)
    dialog.laying.lasting.emit()
    assert dialog.preview.waiting.isVisible()
    assert dialog.preview.view.pages is before
    push(dialog.preview, "Cancel")
    held.go()
    settle()
    assert dialog.preview.view.pages is before
    assert "These pages are from before the last change." in read(dialog.preview)
    press(Qt.Key.Key_Space)
    begun(dialog, qtbot)
    held.go()
    laid(dialog)
    assert dialog.preview.line.text().endswith("without names and private entries")


def test_printing_waits_for_the_pages_of_what_is_chosen(opens: Opens, laid: Laid, printed: list[Pages]) -> None:
    dialog = opens("journal")
    dialog.chooser.names.click()
    press(Qt.Key.Key_P, CTRL)
    assert printed == []
    # What is to be printed is this choice; another one is not made by accident meanwhile.
    assert not dialog.chooser.isEnabled()
    assert focus_name() == "Cancel"
    laid(dialog)
    assert len(printed) == 1
    assert printed[0] is dialog.preview.view.pages
    assert dialog.chooser.isEnabled()
    assert focus() is dialog.print_button


def test_who_does_not_want_to_wait_for_the_printer_is_back_where_they_were(
    opens: Opens, when_told: Jobs, held: WhenTold, laid: Laid, qtbot: QtBot, printed: list[Pages]
) -> None:
    dialog = opens("journal", jobs=when_told)
    begun(dialog, qtbot)
    held.go()
    laid(dialog)
    dialog.chooser.names.click()
    dialog.print_button.click()
    begun(dialog, qtbot)
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.chooser.isEnabled()
    held.go()
    settle()
    assert printed == []
    assert focus_name() == "Show them anew"


def test_before_the_first_pages_are_there_one_can_call_them_off_too(
    opens: Opens, when_told: Jobs, held: WhenTold, laid: Laid, qtbot: QtBot
) -> None:
    dialog = opens("journal", jobs=when_told)
    begun(dialog, qtbot)
    dialog.call_off()
    assert "There are no pages yet." in read(dialog)
    press(Qt.Key.Key_Space)
    begun(dialog, qtbot)
    held.go()
    laid(dialog)
    assert dialog.preview.view.pages is not None


# -- the ways out ------------------------------------------------------------------------------------------------------


def test_what_was_printed_is_not_in_the_next_one(opens: Opens, filled: Vault, printed: list[Pages]) -> None:
    dialog = opens()
    press(Qt.Key.Key_Return, CTRL)
    dialog.print_button.click()
    assert len(printed) == 1
    assert "Sent to the printer. The next summary begins on 9 November." in read(dialog)
    # What is on show stays: the next one begins anew.
    assert dialog.chooser.period.days()[1] == TODAY
    assert last.last_day(filled.settings) == TODAY


def test_who_printed_something_else_lets_the_next_summary_begin_as_before(
    opens: Opens, filled: Vault, printed: list[Pages], laid: Laid
) -> None:
    dialog = opens("gratitude")
    dialog.print_button.click()
    push(dialog, "Not from then on")
    assert len(printed) == 1
    assert last.last_day(filled.settings) is None
    assert "The next summary begins where it would have begun before." in read(dialog)
    assert not dialog.back_button.isVisible()
    assert dialog.focusWidget() is not dialog.back_button
    dialog.print_button.click()
    assert dialog.back_button.isVisible()
    # Another choice: what was said of the last one has gone, and its way back with it.
    dialog.chooser.names.click()
    laid(dialog)
    assert not dialog.back_button.isVisible()


def test_who_does_not_print_after_all_has_printed_nothing(
    opens: Opens, filled: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "print_with_dialog", lambda *_: False)
    dialog = opens()
    dialog.print_button.click()
    assert last.last_day(filled.settings) is None
    assert "Sent to the printer." not in read(dialog)


def test_a_printer_that_does_not_take_it_is_told_of(opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise StorageError("cannot-print")

    monkeypatch.setattr(printing, "print_with_dialog", refuse)
    dialog = opens()
    dialog.print_button.click()
    assert dialog.preview.trouble.isVisible()
    assert clipped(dialog) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [("pdf", "Save as PDF …"), ("html", "Save as page for a browser …"), ("markdown", "Save as Markdown …")],
)
def test_a_file_is_saved_under_a_name_that_tells_nothing(
    opens: Opens, filled: Vault, tmp_path: Path, name: str, words: str
) -> None:
    dialog = opens()
    push(dialog, words)
    [chooser] = dialog.findChildren(QFileDialog)
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert [Path(one).name for one in chooser.selectedFiles()] == [f"summary-2026-11-08{FILES[name]}"]
    chooser.setDirectory(str(tmp_path))
    press(Qt.Key.Key_A, CTRL)
    write("mine\n")
    settle()
    path = tmp_path / f"mine{FILES[name]}"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    note = "It is not encrypted: whoever can open it can read it. The next summary begins on 9 November."
    assert f"Saved: {short_path(path)}. {note}" in read(dialog)
    assert dialog.focusWidget() is dialog.saves[name]
    assert last.last_day(filled.settings) == TODAY
    assert clipped(dialog) == []


def test_that_a_file_is_not_encrypted_is_said_before_one_saves(opens: Opens) -> None:
    assert "A saved file is not encrypted: whoever can open it can read it." in read(opens())


def test_a_file_that_cannot_be_written_is_told_of_and_one_can_try_again(
    opens: Opens, tmp_path: Path, filled: Vault
) -> None:
    dialog = opens()
    dialog.save_to("pdf", str(tmp_path / "nowhere" / "x.pdf"))
    settle()
    assert dialog.preview.trouble.isVisible()
    assert last.last_day(filled.settings) is None
    assert clipped(dialog) == []
    dialog.save_to("pdf", str(tmp_path / "x.pdf"))
    settle()
    assert (tmp_path / "x.pdf").exists()
    assert not dialog.preview.trouble.isVisible()


def test_a_file_can_be_called_off_while_it_is_written(
    opens: Opens, when_told: Jobs, held: WhenTold, tmp_path: Path, laid: Laid, qtbot: QtBot
) -> None:
    dialog = opens(jobs=when_told)
    begun(dialog, qtbot)
    held.go()
    laid(dialog)
    dialog.save_to("pdf", str(tmp_path / "x.pdf"))
    assert focus_name() == "Cancel"
    assert not dialog.chooser.isEnabled()
    assert unnamed(dialog) == []
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    held.go()
    settle()
    assert not (tmp_path / "x.pdf").exists()
    assert "called off" in dialog.preview.trouble.text
    assert dialog.chooser.isEnabled()
    press(Qt.Key.Key_Escape)
    settle()
    assert not isValid(dialog)


def test_a_long_path_makes_the_window_no_wider(opens: Opens, tmp_path: Path) -> None:
    dialog = opens()
    before = dialog.size()
    dialog.save_to("pdf", str(tmp_path / ("x" * 200 + ".pdf")))
    settle()
    assert "…" in dialog.said.text()
    dialog.save_to("pdf", str(tmp_path / ("y" * 240) / "x.pdf"))
    settle()
    assert dialog.preview.trouble.isVisible()
    assert dialog.size() == before


# -- leaving -----------------------------------------------------------------------------------------------------------


def test_escape_is_safe_in_the_middle_of_a_question(opens: Opens, filled: Vault) -> None:
    dialog = opens()
    tab_to("My questions for the session")
    write("Half a que")
    press(Qt.Key.Key_Escape)
    settle()
    assert not isValid(dialog)
    assert kept_questions(filled.drafts) == "Half a que"


def test_questions_that_cannot_be_kept_on_leaving_are_told_of_in_the_window(
    opens: Opens, filled: Vault, vault_factory: Vaults, complaints: list[AttachError]
) -> None:
    opens()
    filled.connection.run("PRAGMA busy_timeout=1")
    tab_to("My questions for the session")
    write("x")
    with vault_factory().connection.transaction():
        press(Qt.Key.Key_Escape)
    assert [error.key for error in complaints] == ["busy"]


def test_leaving_calls_off_what_is_under_way_and_frees_it_all(
    opens: Opens, when_told: Jobs, held: WhenTold, laid: Laid, qtbot: QtBot
) -> None:
    dialog = opens("journal", jobs=when_told)
    begun(dialog, qtbot)
    held.go()
    laid(dialog)
    pages = weakref.ref(dialog.preview.view.pages)
    dialog.chooser.names.click()
    press(Qt.Key.Key_Escape)
    held.go()
    settle()
    assert not isValid(dialog)
    del dialog
    gc.collect()
    assert pages() is None


# -- by ear, and on every size ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_everything_has_a_name_and_nothing_is_cut(opens: Opens, size: QSize) -> None:
    dialog = opens(size=QSize(size.width() - 48, size.height() - 48))
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
    assert dialog.width() <= size.width()
    assert dialog.height() <= size.height()


def test_it_is_no_larger_than_the_window_it_belongs_to(
    filled: Vault, theme: Theme, complaints: list[AttachError], at_once: Jobs, on_screen: Callable[..., None]
) -> None:
    window = QWidget()
    on_screen(window, NARROW)
    dialog = SummaryDialog(filled, theme, complaints.append, window, at_once)
    dialog.show()
    settle()
    assert dialog.width() < window.width()
    assert dialog.height() < window.height()
    dialog.done(0)
    settle()


def test_tab_goes_round_through_everything(opens: Opens) -> None:
    dialog = opens()
    names = []
    for _ in range(40):
        names.append(focus_name())
        press(Qt.Key.Key_Tab)
        if focus() is dialog.chooser.presets.choice:
            break
    wanted = [
        "What it is for",
        "Period",
        "Sections",
        "Down",
        "Leave out notes and long texts",
        "Names become A, B, C",
        "Leave out what I marked as private",
        "My questions for the session",
        "Paper",
        "Page 1 of",
        "Whole page",
        "Full width",
        "Save as PDF …",
        "Save as page for a browser …",
        "Save as Markdown …",
        "Close",
        "Print …",
    ]
    assert [name for name, begin in zip(names, wanted, strict=True) if not name.startswith(begin)] == []
