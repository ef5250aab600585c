"""Choosing a theme: it applies at once, tells drawn widgets, and keeps to the system's font."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.ui.theme import tokens
from attach_desktop.ui.theme.theme import FOLLOW, Theme
from attach_desktop.ui.theme.tokens import THEMES


@pytest.mark.parametrize("choice", THEMES)
def test_a_choice_applies_at_once_and_is_told(qtbot: QtBot, qapp: QApplication, theme: Theme, choice: str) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(choice)
    palette = THEMES[choice]
    assert (theme.choice, theme.palette) == (choice, palette)
    shown = qapp.palette()
    assert shown.color(QPalette.ColorRole.Window) == QColor(palette.ground)
    assert shown.color(QPalette.ColorRole.Text) == QColor(palette.ink)
    assert shown.color(QPalette.ColorRole.PlaceholderText) == QColor(palette.muted)
    disabled = shown.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(palette.muted)
    assert f"color: {palette.muted}" in qapp.styleSheet()
    assert f"/down-{choice}.svg" in qapp.styleSheet()


@pytest.mark.parametrize(
    ("system", "expected"),
    [(Qt.ColorScheme.Dark, tokens.DARK), (Qt.ColorScheme.Light, tokens.LIGHT), (Qt.ColorScheme.Unknown, tokens.LIGHT)],
)
def test_it_follows_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, system: Qt.ColorScheme, expected: tokens.Palette
) -> None:
    class Hints:
        # The offscreen platform cannot be told to be dark: stands in for Qt's own style hints.
        colorSchemeChanged = qapp.styleHints().colorSchemeChanged

        def colorScheme(self) -> Qt.ColorScheme:
            return system

    monkeypatch.setattr(qapp, "styleHints", Hints)
    theme = Theme(qapp, FOLLOW)
    assert theme.palette is expected
    theme.choose("contrast")
    assert theme.palette is tokens.CONTRAST
    theme.choose(FOLLOW)
    assert theme.palette is expected
    theme.deleteLater()


def test_the_system_changing_is_followed_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp)
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    theme.deleteLater()


def test_an_unknown_choice_follows_the_system(qapp: QApplication) -> None:
    theme = Theme(qapp, "sepia")
    assert theme.palette in (tokens.LIGHT, tokens.DARK)
    theme.deleteLater()


def test_fonts_are_the_systems_at_the_steps_of_the_scale(qapp: QApplication, theme: Theme) -> None:
    system = qapp.font()
    assert theme.font().pointSizeF() == pytest.approx(system.pointSizeF())
    assert theme.font("title").pointSizeF() == pytest.approx(system.pointSizeF() * 1.5)
    assert theme.font("small").family() == system.family()
    assert theme.font(bold=True).weight() == QFont.Weight.DemiBold
