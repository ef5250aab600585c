"""What every tab must do: built on nothing and on much, usable by keyboard and ear, and gone when it is closed."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QRadioButton, QTabBar, QWidget

from attach_desktop import demo
from attach_desktop.cli.opening import PAGES
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import FIRST, TABS, TabSpec, page_of
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults
from tests.ui.hands import press, settle, spoken_name
from tests.ui.windows import NARROW, WIDE, Windows

ENTRIES = 800
every_tab = pytest.mark.parametrize("spec", TABS, ids=lambda spec: spec.key)
every_vault = pytest.mark.parametrize("records", ["empty", "many"])


@pytest.fixture(scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with made-up records of every kind."""
    vaults = Vaults(Path(tmp_path_factory.mktemp("filled")), FixedClock())
    vault = vaults()
    demo.fill(vault, ENTRIES, 2, 3, NOW)
    vaults.close()
    return vault.path


@pytest.fixture
def records_vault(records: str, _filled: Path, vault_factory: Vaults) -> Vault:
    """An empty vault, or a copy of the filled one."""
    if records == "many":
        shutil.copy(_filled, vault_factory.folder / "attach.vault")
    return vault_factory()


def visible(page: QWidget) -> list[QWidget]:
    """The controls of the window that Tab should stop at."""
    return [
        widget
        for widget in page.window().findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is page.window()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not is_for_arrows(widget)
    ]


def is_for_arrows(widget: QWidget) -> bool:
    """Whether it is one of several radio buttons: Tab stops at the chosen one, arrows go to the others."""
    if not isinstance(widget, QRadioButton) or widget.isChecked():
        return False
    group, parent = widget.group(), widget.parentWidget()
    others = group.buttons() if group else parent.findChildren(QRadioButton) if parent else []
    return any(one.isChecked() for one in others)


def passed_by_tab(window: QWidget, limit: int = 400) -> set[QWidget]:
    """What Tab stops at on one round."""
    passed: list[QWidget] = []
    for _ in range(limit):
        press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        if passed and widget is passed[0] and len(set(passed)) > 1 and passed[-1] is not widget:
            return set(passed)
        passed.append(widget)
    raise AssertionError("Tab goes on and on")


def is_labelled(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    labels = [flag for _, flag in interface.relations() if flag & QAccessible.RelationFlag.Label]
    return bool(labels or spoken_name(widget).strip())


@every_vault
@every_tab
def test_it_is_built_shown_and_started(windows: Windows, records_vault: Vault, spec: TabSpec, records: str) -> None:
    for size in (WIDE, NARROW):
        window = windows(records_vault, size, (spec,), spec.key)
        page = window.page(spec.key)
        assert page is not None
        assert page.isVisible()
        settle()
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.isAncestorOf(focus), "the page takes the focus when it is opened"
        assert window.size() == size, "nothing in it needs more room than there is"
        page.grab()
        windows.leave(window)


class ShownWindows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@every_vault
@every_tab
def test_no_other_window_flashes_up_meanwhile(
    windows: Windows, records_vault: Vault, qapp: QApplication, spec: TabSpec, records: str
) -> None:
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    try:
        windows(records_vault, WIDE, (spec,), spec.key)
        settle()
    finally:
        qapp.removeEventFilter(shown)
    assert set(shown.names) == {"MainWindow"}


@every_vault
@every_tab
def test_every_control_has_a_name(windows: Windows, records_vault: Vault, spec: TabSpec, records: str) -> None:
    window = windows(records_vault, WIDE, (spec,), spec.key)
    page = window.page(spec.key)
    assert page is not None
    controls = [widget for widget in visible(page) if page.isAncestorOf(widget)]
    assert controls
    nameless = [widget for widget in controls if not is_labelled(widget)]
    assert [f"{type(widget).__name__} in {type(widget.parent()).__name__}" for widget in nameless] == []


@every_vault
@every_tab
def test_tab_reaches_every_control(windows: Windows, records_vault: Vault, spec: TabSpec, records: str) -> None:
    for size in (WIDE, NARROW):
        window = windows(records_vault, size, (spec,), spec.key)
        page = window.page(spec.key)
        assert page is not None
        wanted = set(visible(page))
        missed = [spoken_name(widget) for widget in wanted - passed_by_tab(window)]
        assert missed == []
        windows.leave(window)


@every_tab
def test_it_is_freed_when_the_window_is(windows: Windows, vault: Vault, theme: Theme, spec: TabSpec) -> None:
    window = windows(vault, WIDE, (spec,), spec.key)
    page = window.page(spec.key)
    assert page is not None
    gone: list[str] = []
    page.destroyed.connect(lambda *_: gone.append(spec.key))
    del page
    windows.leave(window)
    assert gone == [spec.key]
    # Nothing is left behind that would still be told of changes.
    for topic in (*(one.key for one in TABS), "settings", "triggers", "people"):
        vault.changes.notify(topic)
    theme.choose("dark")
    settle()


@every_tab
def test_every_theme_can_be_chosen_while_it_is_open(
    windows: Windows, vault: Vault, theme: Theme, spec: TabSpec
) -> None:
    window = windows(vault, WIDE, (spec,), spec.key)
    pictures = []
    for choice in THEMES:
        theme.choose(choice)
        settle()
        pictures.append(window.grab().toImage())
    assert all(one != other for one, other in pairwise(pictures))


@every_tab
def test_it_may_be_asked_to_keep_everything_at_any_time(windows: Windows, vault: Vault, spec: TabSpec) -> None:
    window = windows(vault, WIDE, (spec,), spec.key)
    page = window.page(spec.key)
    assert page is not None
    for _ in range(2):
        page_of(page).leave()
        page_of(page).complete()
        page_of(page).start()


def test_all_tabs_together(windows: Windows, vault: Vault) -> None:
    window: MainWindow = windows(vault, WIDE, TABS, None)
    assert window.page(FIRST) is not None
    bar = window.findChildren(QTabBar)[0]
    assert [bar.tabText(at) for at in range(bar.count())] == [spec.shown_title() for spec in TABS]
    for spec in TABS:
        assert window.open_tab(spec.key) is window.page(spec.key)
        assert window.page(spec.key) is not None
    window.look_again()
    window.keep_all()


def test_keys_and_titles_are_unique() -> None:
    assert len({spec.key for spec in TABS}) == len(TABS) == len({spec.title for spec in TABS})
    assert FIRST in {spec.key for spec in TABS}


def test_every_tab_can_be_opened_from_the_command_line() -> None:
    # Named there once more: that command is to be over before Qt has been imported.
    assert [page for page in PAGES if page != "moment"] == [spec.key for spec in TABS]
