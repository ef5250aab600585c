"""The two quiet pages of the Help menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from shiboken6 import isValid

import attach_desktop
from attach_desktop.ui.dialogs.about import AboutDialog, KeysDialog
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.dialogs.driving import clipped, free_closed, unnamed
from tests.ui.windows import Windows

Show = Callable[[QDialog], QDialog]


def _words(dialog: QDialog) -> str:
    return "\n".join(label.text().replace("\u200b", "") for label in dialog.findChildren(QLabel))


def test_about_says_what_it_is_and_is_not(show: Show, vault: Vault) -> None:
    dialog = show(AboutDialog(vault))
    words = _words(dialog)
    assert attach_desktop.__version__ in words
    assert "not therapy" in words
    assert "emergenc" in words
    assert "never uses a network" in words
    assert str(vault.path) in words
    assert "MIT" in words
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_about_says_whether_the_records_are_encrypted(show: Show, vault: Vault, vault_factory: Vaults) -> None:
    assert "The file is not encrypted" in _words(show(AboutDialog(vault)))
    locked = vault_factory("locked.vault", passphrase="correct horse")  # noqa: S106
    assert "The file is encrypted" in _words(show(AboutDialog(locked)))


def test_keys_are_listed_and_read_out(show: Show) -> None:
    dialog = KeysDialog()
    show(dialog)
    words = _words(dialog)
    for _, keys in dialog.groups():
        for key, does in keys:
            assert key
            assert key in words
            assert does in words
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_every_key_of_the_menu_is_listed(vault: Vault, windows: Windows) -> None:
    window = windows(vault)
    in_the_menu = {
        sequence.toString(QKeySequence.SequenceFormat.NativeText)
        for action in window.findChildren(QAction)
        for sequence in action.shortcuts()
    }
    dialog = KeysDialog(window)
    listed = " ".join(key for _, keys in dialog.groups() for key, _ in keys).split()
    other_tabs = {f"Ctrl+{number}" for number in range(2, 10)}
    assert in_the_menu
    assert in_the_menu - other_tabs - set(listed) == set()


def test_enter_and_escape_close_them(show: Show, vault: Vault) -> None:
    for dialog, key in ((KeysDialog(), Qt.Key.Key_Return), (AboutDialog(vault), Qt.Key.Key_Escape)):
        show(dialog)
        QTest.keyClick(dialog.focusWidget() or dialog, key)
        free_closed()
        assert not isValid(dialog)
