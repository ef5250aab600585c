"""Composition root of the window: what start-up does, step by step."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

# Before the others: it has them imported without PySide's detour (see there).
import attach_desktop.ui  # noqa: F401

# isort: split
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from attach_desktop import resources
from attach_desktop.clock import SystemClock
from attach_desktop.errors import AttachError, PassphraseError
from attach_desktop.paths import APP_NAME, Paths
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.program import Program
from attach_desktop.vault.vault import Ask

if TYPE_CHECKING:
    from attach_desktop.desktop.single_instance import SingleInstance

_DEMO_ENTRIES, _DEMO_YEARS, _DEMO_SEED = 1500, 2.0, 7


class Opening(NamedTuple):
    """How the window opens: on made-up records in a throw-away folder (``demo``), on a ``page``, out of sight at first

    (``hidden``); ``data_dir`` is the folder of the records where somebody named it.
    """

    demo: bool = False
    page: str | None = None
    hidden: bool = False
    data_dir: Path | None = None


def run_window(paths: Paths, environment: dict[str, str], ask: Ask | None, opening: Opening) -> int:
    """Open the window on the vault at ``paths`` and return the exit code when it closes.

    Where it is open already, that one is shown and this is over at once. Raises AttachError where the vault cannot be
    opened and there is no window to say so in.
    """
    demo, page = opening.demo, opening.page
    instance = None if demo else _only_one(paths)
    if instance is not None and not instance.claim():
        if instance.ask("" if opening.hidden else page or ""):
            return 0
        # It hangs, or belongs to somebody else: a window of our own, which does not answer others.
        instance = None
    app = _application()
    _translate(app)
    with ExitStack() as stack:
        home = stack.enter_context(_home(paths, demo=demo))
        door = Door(home.vault, SystemClock())
        if demo:
            _make_up(door)
        program = Program(app, door, demo=demo)
        if program.discreet:
            app.setDesktopFileName("notes")
        _begin(program, None if demo else ask)
        stack.callback(program.end)
        program.left.connect(app.quit)
        beside = partial(_begin_beside, instance=instance, environment=environment, opening=opening)
        once = _Once(lambda: _go_on(program, stack, beside))
        program.window.painted.connect(once)
        if opening.hidden:
            QTimer.singleShot(0, once)
        else:
            program.window.show()
            if page is not None:
                program.show_window(page)
            # Not before: what has the focus has Qt's enums made (ui/later.py). Keys pressed meanwhile wait for it.
            program.window.painted.connect(program.window.start)
        return app.exec()


class _Once:
    """Does a thing the first time it is asked to."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act: Callable[[], object] | None = act

    def __call__(self) -> None:
        act, self._act = self._act, None
        if act is not None:
            act()


def _only_one(paths: Paths) -> SingleInstance:
    from attach_desktop.desktop.single_instance import SingleInstance

    paths.make()
    return SingleInstance(paths.data)


def _begin_beside(
    program: Program,
    stack: ExitStack,
    *,
    instance: SingleInstance | None,
    environment: dict[str, str],
    opening: Opening,
) -> None:
    """Reminders, tray, and answering a second start."""
    from attach_desktop.background import MOMENT, begin

    stack.callback(begin(program, instance, environment, opening.data_dir, hidden=opening.hidden))
    if opening.hidden and not program.can_come_back:
        program.window.showMinimized()
    if opening.page == MOMENT and program.vault is not None:
        program.window.log_mood()


def _look_for_garbage(program: Program, stack: ExitStack) -> None:
    """Start-up made none (see __main__), and what it made stays: it is not looked through again until it locks."""
    gc.freeze()
    gc.enable()


def _listen_for_the_end(program: Program, stack: ExitStack) -> None:
    stack.enter_context(_asked_to_stop(program))


def _lock_when_it_is_time(program: Program, stack: ExitStack) -> None:
    """Idle, a locked screen and sleep lock; the hide key hides."""
    from attach_desktop.desktop.session import listen
    from attach_desktop.ui.locking.guard import Guard

    guard = Guard(program, program.door.clock, program)
    session = listen(program.window.winId, program)
    stack.callback(session.close)
    program.heard = lambda: session.heard
    session.screen_locked.connect(guard.screen_locked)

    def sleep() -> None:
        if not guard.about_to_sleep():
            session.may_sleep()

    session.about_to_sleep.connect(sleep)
    program.locked.connect(session.may_sleep)


def _care_for_the_vault(program: Program, stack: ExitStack) -> None:
    """The day's backup, and what other computers have left beside the vault."""
    from attach_desktop.ui.caretaker import Caretaker

    stack.callback(Caretaker(program, parent=program).close)


def _leave_no_traces(program: Program, stack: ExitStack) -> None:
    """Copies are cleared after a while; Qt keeps no list of the folders that were opened."""
    from attach_desktop.ui.clipboard import ClipboardKeeper
    from attach_desktop.ui.traces import remember_no_folders

    keeper = ClipboardKeeper(program)
    program.locked.connect(keeper.clear)
    stack.callback(keeper.clear)
    remember_no_folders()


def _keep_out_of_pictures(program: Program, stack: ExitStack) -> None:
    """While it is discreet, the window is left out of pictures of the screen, where the system can do that."""
    if os.name != "nt":
        return
    from attach_desktop.desktop.capture import keep_out

    def set_it() -> None:
        keep_out(program.window.winId(), program.discreet)

    program.discretion_changed.connect(set_it)
    set_it()


#: What comes after the first paint, one after the other; what it opens is closed by the stack when the program ends.
#: Services that live longer than an open vault are attached here: they hang on the program's signals (ui/program.py).
AFTER_PAINT: tuple[Callable[[Program, ExitStack], None], ...] = (
    _look_for_garbage,
    _listen_for_the_end,
    _lock_when_it_is_time,
    _care_for_the_vault,
    _leave_no_traces,
    _keep_out_of_pictures,
)


def _go_on(program: Program, stack: ExitStack, *more: Callable[[Program, ExitStack], None]) -> None:
    for step in (*AFTER_PAINT, *more):
        try:
            step(program, stack)
        except AttachError as error:
            program.window.complain(error)


def _application() -> QApplication:
    QCoreApplication.setApplicationName(APP_NAME)
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Not setStyle: the style it returns would cost four milliseconds (all of QStyle's enums become Python's).
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setDesktopFileName(APP_NAME)
    # Qt's blinking cursor alone costs 360 wakeups a minute; it blinks for a while and then stays.
    app.setCursorFlashTime(0)
    return app


@contextmanager
def _asked_to_stop(program: Program) -> Iterator[None]:
    """Ctrl+C in the terminal and the session's end close the window as its own button does, drafts and all."""
    if os.name != "posix":
        yield
        return
    import signal

    from PySide6.QtCore import QSocketNotifier

    # Qt waits in C, where Python's handlers do not run: a byte in a pipe wakes it, and with it them.
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)

    def asked() -> None:
        os.read(reading, 64)
        program.quit()

    notifier.activated.connect(asked)
    before = signal.set_wakeup_fd(writing)
    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    handlers = {number: signal.signal(number, lambda *_: None) for number in wanted}
    try:
        yield
    finally:
        notifier.setEnabled(False)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        os.close(reading)
        os.close(writing)


def _translate(app: QApplication) -> None:
    """The person's language for our own sentences and for Qt's, where there is a translation."""
    language = QLocale().name()
    if language == "C" or language.startswith("en"):
        return
    from PySide6.QtCore import QLibraryInfo, QTranslator

    for name, folder in (
        ("attach", str(resources.path("i18n"))),
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(app)
        if translator.load(QLocale(), name, "_", folder):
            app.installTranslator(translator)


@contextmanager
def _home(paths: Paths, *, demo: bool) -> Iterator[Paths]:
    if not demo:
        paths.make()
        yield paths
        return
    import tempfile

    with tempfile.TemporaryDirectory(prefix="attach-demo-") as folder:
        yield Paths(data=Path(folder), log=Path(folder) / "log")


def _make_up(door: Door) -> None:
    from attach_desktop.demo import fill

    vault = door.open(None)
    fill(vault, _DEMO_ENTRIES, _DEMO_YEARS, _DEMO_SEED, vault.clock.now())
    vault.close()


def _begin(program: Program, ask: Ask | None) -> None:
    try:
        program.begin(ask)
    except PassphraseError:
        raise
    except AttachError as error:
        _tell_in_a_window(error)
        raise


def _tell_in_a_window(error: AttachError) -> None:
    """People who start the program from a menu never see standard error."""
    if sys.stderr is not None and sys.stderr.isatty():
        return
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return
    from PySide6.QtWidgets import QMessageBox

    from attach_desktop.sentences import tell

    told = tell(error)
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Attach", told.happened)
    box.setInformativeText(f"{told.safe} {told.next}")
    box.exec()
