"""Composition root of the window: what start-up does, step by step."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from attach_desktop import resources
from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.errors import AttachError
from attach_desktop.paths import APP_NAME, Paths
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.theme.theme import FOLLOW, Theme
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
    with _home(paths, demo=demo) as home, _vault(home, ask, demo=demo) as vault:
        theme = Theme(app, vault.settings.get("theme", FOLLOW), dressed=False)
        window = MainWindow(vault, theme, demo=demo)
        theme.dress()
        window.show()
        if page is not None:
            window.open_tab(page)
        QTimer.singleShot(0, window.start)
        window.painted.connect(_look_for_garbage)
        with ExitStack() as stack:
            window.painted.connect(lambda: stack.enter_context(_asked_to_stop(window)))
            code = app.exec()
        from PySide6.QtCore import QEvent

        window.deleteLater()
        # By its name: outside of an event loop, "all events" leaves out the ones that delete.
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return code


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


def _look_for_garbage() -> None:
    """Start-up made none (see __main__), and what it made stays: it is not looked through ever again."""
    gc.freeze()
    gc.enable()


@contextmanager
def _asked_to_stop(window: MainWindow) -> Iterator[None]:
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
    notifier.activated.connect(lambda: os.read(reading, 64) and window.close())
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


@contextmanager
def _vault(paths: Paths, ask: Ask | None, *, demo: bool) -> Iterator[Vault]:
    vault = _open(paths, None if demo else ask)
    try:
        if demo:
            from attach_desktop.demo import fill

            fill(vault, _DEMO_ENTRIES, _DEMO_YEARS, _DEMO_SEED, vault.clock.now())
        yield vault
    finally:
        vault.close()


def _open(paths: Paths, ask: Ask | None) -> Vault:
    """Open the vault, asking in a small window where an encrypted one has nobody else to ask."""
    from attach_desktop.errors import PassphraseError

    clock, changes = SystemClock(), Changes()
    try:
        return Vault.open(paths.vault, clock, changes, ask)
    except PassphraseError as error:
        if ask is not None:
            raise
        from attach_desktop.ui.dialogs.unlock import unlock

        opened = unlock(lambda typed: Vault.open(paths.vault, clock, changes, lambda: typed))
        if opened is None:
            # Closing the small window is an answer too, and nothing went wrong.
            raise SystemExit(0) from error
        return opened
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
