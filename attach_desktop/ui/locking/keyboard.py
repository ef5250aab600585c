"""What the keyboard would do to a passphrase that nobody sees: Caps Lock, and the language of its keys."""

from __future__ import annotations

import os

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent


def caps_lock(event: QKeyEvent) -> bool | None:
    """Whether Caps Lock is on, as far as a key press tells; None where it does not."""
    if event.key() == Qt.Key.Key_CapsLock:
        return None
    text = event.text()
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return text.isupper() != bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


def caps_lock_now() -> bool | None:
    """Whether Caps Lock is on, where the system can be asked before a key is pressed (Windows); else None."""
    if os.name != "nt":
        return None
    import ctypes

    state: int = getattr(ctypes, "windll").user32.GetKeyState(0x14)  # noqa: B009 (typed for Windows alone)
    return bool(state & 1)


def keyboard_language() -> str:
    """The language of the keyboard in its own words; empty where the system does not say."""
    language = QGuiApplication.inputMethod().locale()
    return "" if language.language() == QLocale.Language.C else language.nativeLanguageName()
