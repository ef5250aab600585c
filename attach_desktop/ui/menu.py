"""The menu bar: everything there is, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.tabs import TabSpec
from attach_desktop.ui.undo_key import UndoKey, text_to_undo
from attach_desktop.ui.widgets.shown_keys import EXPORT_KEY, PRINT_KEY
from attach_desktop.vault.vault import DAY_START_SETTING

if TYPE_CHECKING:
    from attach_desktop.ui.main_window import MainWindow
    from attach_desktop.ui.shell import Desk

THEME_SETTING = "theme"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menu", text)


def fill_menu(window: MainWindow, tabs: tuple[TabSpec, ...]) -> None:
    """Build the menus of ``window``."""
    window.menuBar().show()
    _file(window, tabs)
    _edit(window, tabs)
    _view(window)
    _go(window, tabs)
    _help(window)


def empty_menu(window: MainWindow) -> None:
    """Take away the menus of ``window``, keys and all: what they would act on is about to be closed."""
    bar = window.menuBar()
    for action in bar.actions():
        bar.removeAction(action)
        action.menu().deleteLater()
    bar.hide()


def _add(menu: QMenu, text: str, act: Callable[[], object], *keys: str) -> QAction:
    action = menu.addAction(text)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.triggered.connect(lambda: _do(menu, act))
    return action


def _do(menu: QMenu, act: Callable[[], object]) -> None:
    """Do what was chosen; a known error is told in the line at the bottom of the window."""
    try:
        act()
    except AttachError as error:
        owner: QWidget | None = menu
        while owner is not None and not hasattr(owner, "complain"):
            owner = owner.parentWidget()
        if owner is None:
            raise
        cast("MainWindow", owner).complain(error)


def _opener(window: MainWindow, key: str) -> Callable[[], object]:
    return lambda: window.open_tab(key)


def _file(window: MainWindow, tabs: tuple[TabSpec, ...]) -> None:
    menu = window.menuBar().addMenu(_tr("&File"))
    _add(menu, _tr("&Log a mood"), window.log_mood, "Ctrl+N")
    menu.addSeparator()
    _add(menu, _tr("Print &summary …"), lambda: _summary(window), "Ctrl+P")
    _add(menu, _tr("Print &only what is on show …"), lambda: _print_shown(window, tabs), PRINT_KEY)
    _add(menu, _tr("Print a blank &thought record …"), lambda: _print_thought_record(window))
    menu.addSeparator()
    _add(menu, _tr("&Import …"), lambda: _import(window))
    _add(menu, _tr("&Export …"), lambda: _export(window), "Ctrl+E")
    _add(menu, _tr("Export what is on sho&w …"), lambda: _export_shown(window, tabs), EXPORT_KEY)
    if window.desk is not None:
        _add(menu, _tr("&Bin …"), window.desk.open_bin)
    menu.addSeparator()
    if window.desk is not None:
        _privacy(menu, window, window.desk)
        menu.addSeparator()
    _add(menu, _tr("&Quit"), window.close if window.desk is None else window.desk.quit, "Ctrl+Q")


def _privacy(menu: QMenu, window: MainWindow, desk: Desk) -> None:
    """What locks and hides. Without a passphrase there is nothing to lock, and none is offered."""
    from attach_desktop.ui.locking.choices import Step

    if window.vault.encrypted:
        _add(menu, _tr("Loc&k now"), desk.lock_now, "Ctrl+L")
    _add(menu, _tr("&Hide"), desk.hide_window)
    if window.vault.encrypted:
        passphrase = menu.addMenu(_tr("&Passphrase"))
        _add(passphrase, _tr("&Change …"), lambda: desk.open_passphrase(Step.CHANGE))
        _add(passphrase, _tr("&Remove …"), lambda: desk.open_passphrase(Step.REMOVE))
    else:
        _add(menu, _tr("Set a &passphrase …"), lambda: desk.open_passphrase(Step.SET))
    _add(menu, _tr("Back&ups …"), desk.open_backups)
    _add(menu, _tr("P&rivacy …"), desk.open_privacy)


def _edit(window: MainWindow, tabs: tuple[TabSpec, ...]) -> None:
    menu = window.menuBar().addMenu(_tr("&Edit"))
    UndoKey(window, menu)
    undo = _add(menu, _tr("&Undo"), lambda: _undo(window), "Ctrl+Z")
    menu.aboutToShow.connect(lambda: undo.setText(window.status.step or _tr("&Undo")))
    menu.addSeparator()
    _add(menu, _tr("&Find"), lambda: _find(window, tabs), "Ctrl+F")
    _add(menu, _tr("&Edit"), lambda: _on_shown(window, tabs, "edit_selected"), "F2")
    _add(menu, _tr("&Delete"), lambda: _on_shown(window, tabs, "delete_selected"), "Ctrl+Del")


def _view(window: MainWindow) -> None:
    menu = window.menuBar().addMenu(_tr("&View"))
    looks = menu.addMenu(_tr("&Colours"))
    themes = {
        "follow": _tr("As the &system"),
        "light": _tr("&Light"),
        "dark": _tr("&Dark"),
        "contrast": _tr("High &contrast"),
    }

    def choose_theme(choice: str) -> None:
        window.theme.choose(choice)
        window.vault.settings.set(THEME_SETTING, choice)

    _choices(looks, themes, window.theme.choice, choose_theme)
    starts = menu.addMenu(_tr("The day &starts at"))
    kept = window.vault.settings.get(DAY_START_SETTING) or "03:00"
    hours = {f"{hour:02}:00": f"{hour}:00" for hour in range(8)}

    def choose_start(start: str) -> None:
        window.vault.settings.set(DAY_START_SETTING, time.fromisoformat(start).isoformat("minutes"))

    _choices(starts, hours, kept, choose_start)


def _choices(menu: QMenu, words: dict[str, str], chosen: str, choose: Callable[[str], None]) -> None:
    group = QActionGroup(menu)
    for key, text in words.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        action.triggered.connect(lambda _=False, key=key: _do(menu, lambda: choose(key)))
        group.addAction(action)


def _go(window: MainWindow, tabs: tuple[TabSpec, ...]) -> None:
    menu = window.menuBar().addMenu(_tr("&Go"))
    for number, spec in enumerate(tabs, 1):
        _add(menu, spec.shown_title(), _opener(window, spec.key), f"Ctrl+{number}")
    menu.addSeparator()
    _add(menu, _tr("To the &reminder"), window.go_to_banner, "Ctrl+R")


def _help(window: MainWindow) -> None:
    menu = window.menuBar().addMenu(_tr("&Help"))
    _add(menu, _tr("&Keys"), lambda: _keys(window), "F1")
    _add(menu, _tr("&About Attach"), lambda: _about(window))


def _find(window: MainWindow, tabs: tuple[TabSpec, ...]) -> None:
    """To the search line of the page on show, where it has one; else to the journal's."""
    if not _on_shown(window, tabs, "go_to_search"):
        from attach_desktop.ui.journal.page import JournalPage

        page = window.open_tab("journal")
        if isinstance(page, JournalPage):
            page.go_to_search()


def _on_shown(window: MainWindow, tabs: tuple[TabSpec, ...], deed: str) -> bool:
    """Do something on the page on show, if it can; never to what is selected on a page that nobody sees."""
    pages = (window.page(spec.key) for spec in tabs)
    shown = next((page for page in pages if page is not None and page.isVisible()), None)
    act = getattr(shown, deed, None)
    if act is not None:
        act()
    return act is not None


def _undo(window: MainWindow) -> None:
    """Ctrl+Z is the text's while a text can undo; else it takes back what the window did."""
    text = text_to_undo(QApplication.focusWidget())
    if text is not None:
        text.undo()
    else:
        window.undo()


def _import(window: MainWindow) -> None:
    from attach_desktop.ui.dialogs.import_dialog import choose_and_import

    choose_and_import(window, window.vault)


def _export(window: MainWindow) -> None:
    from attach_desktop.ui.dialogs.export_dialog import ExportDialog

    ExportDialog(window.vault, window).exec()


def _export_shown(window: MainWindow, tabs: tuple[TabSpec, ...]) -> None:
    """What the list on show holds; where no list is on show, the choice of everything."""
    if not _on_shown(window, tabs, "export_shown"):
        _export(window)


def _print_shown(window: MainWindow, tabs: tuple[TabSpec, ...]) -> None:
    if not _on_shown(window, tabs, "print_shown"):
        window.say(_tr("There is nothing on this page that can be printed by itself."))


def _print_thought_record(window: MainWindow) -> None:
    from attach_desktop.summary.papers.blank_forms import blank_thought_record
    from attach_desktop.ui.paper.single import print_single

    print_single(window, window, blank_thought_record)


def _summary(window: MainWindow) -> None:
    from attach_desktop.ui.summary.opening import open_summary

    open_summary(window)


def _keys(window: MainWindow) -> None:
    from attach_desktop.ui.dialogs.about import KeysDialog

    KeysDialog(window).exec()


def _about(window: MainWindow) -> None:
    from attach_desktop.ui.dialogs.about import AboutDialog

    AboutDialog(window.vault, window).exec()
