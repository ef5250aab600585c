"""What the keyboard would do to a passphrase that nobody sees: Caps Lock, and the language of its keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

if TYPE_CHECKING:
    from attach_desktop.ui.locking.x_keyboard import XKeyboard


def caps_lock(event: QKeyEvent) -> bool | None:
    """Whether Caps Lock is on, as far as a key press tells; None where it does not."""
    if event.key() == Qt.Key.Key_CapsLock:
        return None
    text = event.text()
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return text.isupper() != bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def caps_lock_now() -> bool | None:
    """Whether Caps Lock is on, where the system can be asked (X11, Windows); else None."""
    if QGuiApplication.platformName() == "xcb":
        found = _of_x()
        return None if found is None else found.caps
    if os.name != "nt":
        return None
    import ctypes

    state: int = getattr(ctypes, "windll").user32.GetKeyState(0x14)  # noqa: B009 (typed for Windows alone)
    return bool(state & 1)


def keyboard_language() -> str:
    """The keyboard's language in its own words, or its layout's short name; empty where the system does not say."""
    platform = QGuiApplication.platformName()
    if platform == "xcb":
        found = _of_x()
        return "" if found is None else found.layout.upper()
    # Elsewhere Qt would answer with the language of the person, which need not be the keyboard's.
    if platform not in ("windows", "cocoa"):
        return ""
    language = QGuiApplication.inputMethod().locale()
    return "" if language.language() == QLocale.Language.C else language.nativeLanguageName()


def _of_x() -> XKeyboard | None:
    from attach_desktop.ui.locking.x_keyboard import look

    return look()
