"""Composition root of the window: what start-up does, step by step."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from attach_desktop import resources
from attach_desktop.changes import Changes
from attach_desktop.clock import Clock, SystemClock
from attach_desktop.errors import AttachError, PassphraseError
from attach_desktop.paths import APP_NAME, Paths
from attach_desktop.ui.program import Program
from attach_desktop.vault.vault import Ask, Vault

_DEMO_ENTRIES, _DEMO_YEARS, _DEMO_SEED = 1500, 2.0, 7


def run_window(
    paths: Paths, environment: dict[str, str], ask: Ask | None, *, demo: bool = False, page: str | None = None
) -> int:
    """Open the window on the vault at ``paths`` and return the exit code when it closes.

    With ``demo`` it opens on made-up records in a throw-away folder. ``page`` names the tab to open.
    Raises AttachError where the vault cannot be opened and there is no window to say so in.
    """
    app = _application()
    _translate(app)
    with ExitStack() as stack:
        home = stack.enter_context(_home(paths, demo=demo))
        program = Program(app, partial(_open, home, SystemClock(), demo=demo), demo=demo)
        _begin(program, None if demo else ask)
        stack.callback(program.end)
        program.left.connect(app.quit)
        program.window.show()
        if page is not None:
            program.window.open_tab(page)
        QTimer.singleShot(0, program.window.start)
        program.window.painted.connect(lambda: _go_on(program, stack))
        return app.exec()


def _look_for_garbage(program: Program, stack: ExitStack) -> None:
    """Start-up made none (see __main__), and what it made stays: it is not looked through again until it locks."""
    gc.freeze()
    gc.enable()


def _listen_for_the_end(program: Program, stack: ExitStack) -> None:
    stack.enter_context(_asked_to_stop(program))


#: What comes after the first paint, one after the other; what it opens is closed by the stack when the program ends.
#: Services that live longer than an open vault are attached here: they hang on the program's signals (ui/program.py).
AFTER_PAINT: tuple[Callable[[Program, ExitStack], None], ...] = (
    _look_for_garbage,
    _listen_for_the_end,
)


def _go_on(program: Program, stack: ExitStack) -> None:
    for step in AFTER_PAINT:
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


def _open(paths: Paths, clock: Clock, ask: Ask | None, *, demo: bool) -> Vault:
    vault = Vault.open(paths.vault, clock, Changes(), ask)
    if demo:
        from attach_desktop.demo import fill

        fill(vault, _DEMO_ENTRIES, _DEMO_YEARS, _DEMO_SEED, vault.clock.now())
    return vault


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
