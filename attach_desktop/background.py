"""What goes on beside the window for as long as the program runs: reminders, the tray, and being the only window.

Everything begins after the first paint, and costs nothing while no reminder is set.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from attach_desktop.desktop.autostart import Autostart, autostart, command
from attach_desktop.desktop.delivery import Delivery, Way
from attach_desktop.desktop.reminding import Reminding
from attach_desktop.desktop.single_instance import SingleInstance
from attach_desktop.desktop.tray import Tray, TrayActs
from attach_desktop.errors import AttachError
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.words import texts
from attach_desktop.ui.program import Program
from attach_desktop.ui.reminding.bar import ReminderActs, ReminderBar
from attach_desktop.ui.reminding.reach import Reach
from attach_desktop.ui.reminding.window import ReminderWindow

#: The setting that says whether the program stays when its window is closed; not there until it was asked.
STAY_SETTING = "stay-in-background"
#: What a second start may ask for beside a page: a new entry of the mood.
MOMENT = "moment"
#: The page that each reminder opens.
_PAGES = {
    "mood": "journal",
    "gratitude": "gratitude",
    "affirmation": "affirmations",
    "weekly": "checkins",
    "monthly": "checkins",
}


#: With the session, a tray may come up after us: milliseconds after which to look for one.
_TRAYS_COME = (3_000, 20_000)


class Background(QObject):
    """Lives as long as the program; is the ReminderDesk of the pages."""

    def __init__(
        self,
        program: Program,
        instance: SingleInstance | None,
        environment: Mapping[str, str],
        data_dir: Path | None = None,
        *,
        hidden: bool = False,
    ) -> None:
        """``instance`` has been claimed, or is None where this is one of several; ``data_dir`` as it was given.

        ``hidden`` says that it was started without a window.
        """
        super().__init__()
        self._hidden = hidden
        self._program, self._instance, self._environment = program, instance, environment
        # The clock of the vault is the program's.
        self._clock = program.door.clock
        self._autostart: Autostart = autostart(command(data_dir), environment)
        self.tray = Tray(
            TrayActs(
                open=lambda: program.show_window(),
                log_mood=self._log_mood,
                hide=program.hide_window,
                pause=self._pause,
                quit=program.quit,
                is_shown=self._in_sight,
                is_paused=self._is_paused,
                may_log=lambda: program.vault is not None,
            ),
            # The same as the window's title, which may be one that tells nothing.
            lambda: program.window.windowTitle(),
        )
        self.reminding = Reminding(
            self._clock, str(texts()["neutral"]), self.open_for, lambda error: program.window.complain(error)
        )
        acts = ReminderActs(
            self.reminding.open, self.reminding.skip, self.reminding.snooze, self.reminding.less, self.reminding.stay
        )
        self.bar = ReminderBar(acts, self._clock.now)
        self.small_window = ReminderWindow(acts, self._clock.now)
        self.reminding.deliver_by(
            Delivery(self.tray, self.bar, self.small_window, self._in_sight, self.reminding.answered, environment)
        )

    def begin(self) -> None:
        """Go on from here until ``end``."""
        program = self._program
        program.window.set_banner(self.bar)
        program.window.reminders = self
        program.ask_before_closing = self._ask_before_closing
        program.unlocked.connect(self._opened)
        program.locking.connect(lambda _: self.reminding.closing())
        self.reminding.looked.connect(self._look_at_the_tray)
        if self._instance is not None and self._instance.listen(self.asked):
            program.can_come_back = True
        self._opened()
        self._look_at_the_tray()
        for later in _TRAYS_COME if self._hidden else ():
            QTimer.singleShot(later, self, self._look_at_the_tray)

    def end(self) -> None:
        """Leave nothing on the screen, and let others be the first."""
        self.reminding.stop()
        self.tray.turn_off()
        self.small_window.close()
        self.small_window.deleteLater()
        if self._instance is not None:
            self._instance.release()

    # -- the pages' desk -------------------------------------------------------------------------------------------

    def reach(self) -> Reach:
        """Ask the desktop what it has."""
        service, buttons, tray, messages = self.reminding.desktop()
        vault = self._program.vault
        return Reach(service, buttons, tray, messages, self.stays(), vault is not None and vault.encrypted)

    def try_now(self) -> tuple[str, ...]:
        """Bring up a reminder that is none."""
        taken = self.reminding.try_now()
        return tuple(way.value for way in Way if way in taken)

    def starts_with_session(self) -> bool:
        """Whether the session starts the program."""
        return self._autostart.is_on()

    def start_with_session(self, *, on: bool) -> None:
        """Have the session start the program, hidden, or not. Raises StorageError."""
        if on:
            self._autostart.turn_on()
        else:
            self._autostart.turn_off()

    def stays(self) -> bool:
        """Whether the program stays in the background when its window is closed."""
        return self._program.stays

    def stay(self, *, on: bool) -> None:
        """Have it stay, or not."""
        if self._program.vault is not None:
            self._program.vault.settings.set(STAY_SETTING, on)
        self._program.stays = self.reminding.keeps_looking = on
        self.reminding.look_again()

    # -- what is asked of it ---------------------------------------------------------------------------------------

    def asked(self, page: str, token: str) -> None:
        """Another start asks for the window, perhaps on a page; ``token`` lets it come to the front on Wayland."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        if page == MOMENT:
            self._log_mood()
        else:
            self._program.show_window(page or None)

    def open_for(self, what: str) -> None:
        """Open what a reminder is for."""
        program = self._program
        program.show_window(_PAGES.get(what))
        if not program.window.is_open:
            return
        if what == "mood":
            program.window.log_mood()
        page = program.window.page("checkins")
        if what not in ("weekly", "monthly"):
            return
        from attach_desktop.ui.checkins.page import CheckInsPage

        if isinstance(page, CheckInsPage):
            page.begin(what)

    def _log_mood(self) -> None:
        self.open_for("mood")

    def _opened(self) -> None:
        vault = self._program.vault
        if vault is None:
            return
        self._program.stays = self.reminding.keeps_looking = vault.settings.get(STAY_SETTING) is True
        self.reminding.opened(Agenda(vault))

    def _look_at_the_tray(self) -> None:
        """The icon is there for those who want the program beside them: nobody else has use for it."""
        # Started with the session and still locked, it cannot know; but somebody wanted it there.
        unknown = self._hidden and self._program.vault is None
        if not (self._program.stays or self.reminding.is_on or unknown):
            self.tray.turn_off()
        elif self.tray.turn_on():
            self._program.can_come_back = True

    def _in_sight(self) -> bool:
        return self._program.window.isVisible() and not self._program.window.isMinimized()

    # -- pausing ---------------------------------------------------------------------------------------------------

    def _is_paused(self) -> bool:
        agenda = self.reminding.agenda
        return agenda is not None and agenda.store.all_paused_until is not None

    def _pause(self) -> None:
        agenda = self.reminding.agenda
        if agenda is None:
            return
        try:
            if agenda.store.all_paused_until is None:
                agenda.store.pause_all()
            else:
                agenda.store.resume_all()
        except AttachError as error:
            self._program.window.complain(error)

    # -- closing the window ----------------------------------------------------------------------------------------

    def _ask_before_closing(self) -> bool:
        """With reminders on, ask once whether to stay; returns whether it is being asked, and the window stays."""
        vault = self._program.vault
        if vault is None or not self.reminding.is_on or vault.settings.get(STAY_SETTING) is not None:
            return False
        from attach_desktop.ui.reminding.stay_dialog import StayDialog

        dialog = StayDialog(self._program.window, tray=self.tray.exists())
        dialog.answered.connect(self._answered)
        dialog.open()
        return True

    def _answered(self, on: bool) -> None:
        try:
            self.stay(on=on)
        except AttachError as error:
            self._program.window.complain(error)
        if on:
            self._program.hide_window()
        else:
            self._program.quit()


def begin(
    program: Program,
    instance: SingleInstance | None,
    environment: Mapping[str, str],
    data_dir: Path | None = None,
    *,
    hidden: bool = False,
) -> Callable[[], None]:
    """Begin what goes on beside the window; the function returned ends it."""
    background = Background(program, instance, environment, data_dir, hidden=hidden)
    background.begin()
    return background.end
