"""What goes on beside the window: reminders through locking and hiding, the tray, and answering a second start."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from attach_desktop.background import STAY_SETTING, Background
from attach_desktop.clock import Moment
from attach_desktop.desktop.autostart import DesktopEntry
from attach_desktop.desktop.single_instance import SingleInstance
from attach_desktop.errors import StorageError
from attach_desktop.journal.store import JournalStore
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.ui.checkins.form_view import FormView
from attach_desktop.ui.checkins.page import CheckInsPage
from attach_desktop.ui.checkins.reminder_editor import new_reminder
from attach_desktop.ui.journal.page import JournalPage
from attach_desktop.ui.program import Program
from attach_desktop.ui.reminding.stay_dialog import StayDialog
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.ui.conftest import programs as programs
from tests.ui.eyes import push
from tests.ui.hands import CTRL, focus_name, press, settle
from tests.ui.programs import RIGHT, Programs, lock, open_dialog, unlock

Begin = Callable[..., tuple[Program, Background]]
DAY = timedelta(days=1)


@pytest.fixture
def begin(programs: Programs, tmp_path: Path) -> Iterator[Begin]:
    """Begins beside a program; ``what`` is for what a daily reminder is, empty for none."""
    begun: list[Background] = []

    def start(what: str = "mood", passphrase: str | None = None, **fields: object) -> tuple[Program, Background]:
        def fill(vault: Vault) -> None:
            if what:
                Agenda(vault).store.add(new_reminder(Moment.now(vault.clock), what))

        ask = None if passphrase is None else lambda: passphrase
        program = programs(passphrase, ask, fill)
        environment = {"DBUS_SESSION_BUS_ADDRESS": "disabled:", "HOME": str(tmp_path / "home")}
        folder = tmp_path / "claimed"
        folder.mkdir(exist_ok=True)
        instance = SingleInstance(folder)
        assert instance.claim()
        background = Background(program, instance, environment)
        background.begin()
        begun.append(background)
        settle()
        return program, background

    yield start
    for background in begun:
        background.end()


def pass_by(background: Background, clock: FixedClock, by: timedelta = DAY) -> None:
    """Let time pass, and the alarm ring at its end."""
    clock.advance(by)
    background.reminding.look_again()
    settle()


def test_without_a_reminder_nothing_goes_on(begin: Begin, clock: FixedClock) -> None:
    program, background = begin("")
    pass_by(background, clock)
    assert background.bar.isHidden()
    assert not background.reminding.is_on
    assert not background.stays()
    # A second start can bring it back all the same.
    assert program.can_come_back


def test_a_reminder_is_a_line_above_the_tabs(begin: Begin, clock: FixedClock) -> None:
    program, background = begin()
    pass_by(background, clock)
    assert background.bar.isVisible()
    assert background.bar.window() is program.window
    assert (
        background.bar.mapTo(program.window, background.bar.rect().bottomLeft()).y()
        < program.window.tab_widget.y() + 80
    )


def test_it_is_reached_and_answered_by_keys(begin: Begin, clock: FixedClock) -> None:
    program, background = begin()
    program.window.complete()
    program.window.activateWindow()
    press(Qt.Key.Key_R, CTRL)
    assert program.window.status.text() == "No reminder is waiting."
    pass_by(background, clock)
    press(Qt.Key.Key_R, CTRL)
    assert focus_name() == "Open: Time for a moment"
    press(Qt.Key.Key_Tab, times=2)
    press(Qt.Key.Key_Return)
    settle()
    assert background.bar.isHidden()


def test_opening_it_leads_to_the_page_ready_to_write(begin: Begin, clock: FixedClock) -> None:
    program, background = begin()
    pass_by(background, clock)
    push(background.bar, "Open: Time for a moment")
    assert program.window.tab == "journal"
    assert isinstance(program.window.page("journal"), JournalPage)
    assert background.bar.isHidden()


def test_hidden_a_small_window_comes_and_opening_it_shows_the_window(begin: Begin, clock: FixedClock) -> None:
    program, background = begin()
    program.hide_window()
    settle()
    pass_by(background, clock)
    assert background.small_window.isVisible()
    background.reminding.open()
    settle()
    assert program.window.isVisible()
    assert not background.small_window.isVisible()


def test_locked_it_still_comes_and_is_neutral(begin: Begin, clock: FixedClock, qtbot: QtBot) -> None:
    program, background = begin(passphrase=RIGHT)
    lock(program)
    assert background.reminding.agenda is None
    pass_by(background, clock)
    assert background.bar.isVisible()
    assert background.bar.words.text() == "Time for a moment"
    background.reminding.skip()
    assert background.bar.isHidden()
    unlock(program, qtbot)
    assert background.bar.isHidden()
    assert program.vault is not None
    assert Agenda(program.vault).due(clock.now()) is None


def test_after_unlocking_records_are_heard_again(begin: Begin, clock: FixedClock, qtbot: QtBot) -> None:
    program, background = begin(passphrase=RIGHT)
    lock(program)
    unlock(program, qtbot)
    pass_by(background, clock)
    assert background.bar.isVisible()
    assert program.vault is not None
    from attach_desktop.journal.entry import Entry

    JournalStore(program.vault).add(Entry(at=Moment.now(clock), mood=4))
    settle()
    assert background.bar.isHidden()


# -- closing the window ------------------------------------------------------------------------------------------------


def test_closing_asks_once_whether_to_stay(begin: Begin) -> None:
    program, background = begin()
    left: list[bool] = []
    program.left.connect(lambda: left.append(True))
    program.window.close()
    settle()
    assert program.window.isVisible()
    push(open_dialog(StayDialog), "Stay in the background")
    assert not program.window.isVisible()
    assert background.stays()
    assert program.vault is not None
    assert program.vault.settings.get(STAY_SETTING) is True
    program.show_window()
    program.window.close()
    settle()
    assert not program.window.isVisible()
    assert left == []


def test_whoever_does_not_want_it_to_stay_closes_it(begin: Begin) -> None:
    program, _ = begin()
    left: list[bool] = []
    program.left.connect(lambda: left.append(True))
    program.window.close()
    push(open_dialog(StayDialog), "Close it")
    settle()
    assert left == [True]


def test_without_reminders_closing_ends_it_unasked(begin: Begin) -> None:
    program, _ = begin("")
    left: list[bool] = []
    program.left.connect(lambda: left.append(True))
    program.window.close()
    settle()
    assert left == [True]


def test_quitting_ends_it_unasked(begin: Begin) -> None:
    program, _ = begin()
    left: list[bool] = []
    program.left.connect(lambda: left.append(True))
    program.quit()
    settle()
    assert left == [True]


# -- the desk ----------------------------------------------------------------------------------------------------------


def test_it_says_what_the_desktop_has(begin: Begin) -> None:
    program, background = begin(passphrase=RIGHT)
    reach = background.reach()
    assert (reach.service, reach.tray, reach.stays, reach.sealed) == ("", False, False, True)
    background.stay(on=True)
    assert background.reach().stays
    assert program.stays


def test_it_can_be_tried(begin: Begin) -> None:
    program, background = begin("")
    assert background.try_now() == ("bar",)
    program.hide_window()
    assert background.try_now() == ("bar", "window")


def test_starting_with_the_session_is_one_file(begin: Begin, tmp_path: Path) -> None:
    _, background = begin("")
    assert not background.starts_with_session()
    background.start_with_session(on=True)
    entry = background._autostart
    assert isinstance(entry, DesktopEntry)
    assert entry.path.is_relative_to(tmp_path / "home")
    assert background.starts_with_session()
    background.start_with_session(on=False)
    assert not entry.path.exists()


# -- a second start ----------------------------------------------------------------------------------------------------


def test_a_second_start_shows_the_window_on_its_page(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    program, background = begin("")
    program.hide_window()
    settle()
    background.asked("journal", "token-1")
    settle()
    assert program.window.isVisible()
    assert program.window.tab == "journal"
    background.asked("", "")
    background.asked("moment", "")
    settle()
    assert isinstance(program.window.page("journal"), JournalPage)


def test_the_tray_can_pause_and_go_on(begin: Begin, clock: FixedClock) -> None:
    _, background = begin()
    assert not background._is_paused()
    background._pause()
    assert background._is_paused()
    pass_by(background, clock)
    assert background.bar.isHidden()
    background._pause()
    assert not background._is_paused()


def test_what_goes_wrong_meanwhile_is_told_in_the_window(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    program, background = begin()

    def refuse(self: Agenda, now: object) -> None:
        raise StorageError("disk-full")

    monkeypatch.setattr(Agenda, "due", refuse)
    background.reminding.look_again()
    assert "full" in program.window.status.text()


def test_a_reminder_of_the_week_begins_the_form(begin: Begin, clock: FixedClock) -> None:
    program, background = begin("weekly")
    pass_by(background, clock)
    background.reminding.open()
    settle()
    page = program.window.page("checkins")
    assert isinstance(page, CheckInsPage)
    assert isinstance(page._under_way, FormView)


def test_while_locked_the_tray_has_nothing_to_pause(begin: Begin) -> None:
    program, background = begin(passphrase=RIGHT)
    lock(program)
    assert not background._is_paused()
    background._pause()
    background._log_mood()
    assert not program.window.is_open


def test_ended_others_may_be_the_first(begin: Begin, tmp_path: Path, vault_factory: Vaults) -> None:
    _, background = begin()
    background.end()
    another = SingleInstance(tmp_path / "claimed")
    assert another.claim()
    another.release()
