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


def _shown_by_the_system(app: QApplication, ground: str, ink: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    app.setPalette(palette)


@pytest.mark.parametrize(
    ("ground", "ink", "expected"), [("#202020", "#f0f0f0", tokens.DARK), ("#f0f0f0", "#202020", tokens.LIGHT)]
)
def test_it_begins_as_the_system_looks(qapp: QApplication, ground: str, ink: str, expected: tokens.Palette) -> None:
    _shown_by_the_system(qapp, ground, ink)
    theme = Theme(qapp, FOLLOW)
    assert theme.palette is expected
    theme.choose("contrast")
    assert theme.palette is tokens.CONTRAST
    theme.choose(FOLLOW)
    assert theme.palette is expected
    theme.deleteLater()


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [(Qt.ColorScheme.Dark, tokens.DARK), (Qt.ColorScheme.Light, tokens.LIGHT), (Qt.ColorScheme.Unknown, tokens.LIGHT)],
)
def test_the_system_changing_is_followed_at_once(
    qtbot: QtBot, qapp: QApplication, scheme: Qt.ColorScheme, expected: tokens.Palette
) -> None:
    theme = Theme(qapp)
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(scheme)
    assert theme.palette is expected
    theme.deleteLater()


def test_it_waits_with_the_style_sheet_where_that_is_asked(qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    theme = Theme(qapp, "dark", dressed=False)
    assert (theme.palette, qapp.styleSheet()) == (tokens.DARK, "")
    theme.choose("light")
    assert qapp.styleSheet() == ""
    theme.dress()
    assert f"color: {tokens.LIGHT.muted}" in qapp.styleSheet()
    theme.choose("dark")
    assert f"color: {tokens.DARK.muted}" in qapp.styleSheet()
    theme.deleteLater()


def test_a_brush_has_its_colour_alone(theme: Theme) -> None:
    brush = theme.brush("#123456")
    assert (brush.color(), brush.style()) == (QColor("#123456"), Qt.BrushStyle.SolidPattern)


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
