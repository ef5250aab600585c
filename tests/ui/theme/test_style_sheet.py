"""The style sheet says nothing that the palette does not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from attach_desktop import resources
from attach_desktop.ui.theme.style_sheet import style_sheet
from attach_desktop.ui.theme.tokens import LIGHT, THEMES, Palette

palettes = pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)


def colours_of(palette: Palette) -> set[str]:
    flat = [one for value in palette for one in (value if isinstance(value, tuple) else (value,))]
    return {one.upper() for one in flat if isinstance(one, str) and one.startswith("#")}


def declarations(sheet: str) -> list[str]:
    return [value.strip() for block in re.findall(r"\{([^}]*)\}", sheet) for value in re.findall(r":([^;]*);", block)]


@palettes
def test_only_colours_of_the_palette(palette: Palette) -> None:
    sheet = style_sheet(palette, 10, "icons")
    assert {one.upper() for one in re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet)} <= colours_of(palette)
    words = {
        word for value in declarations(sheet) for word in re.findall(r"\b[a-z]+\b", re.sub(r"url\(.*?\)", "", value))
    }
    assert words & set(QColor.colorNames()) <= {"transparent"}
    assert not words & {"rgb", "rgba", "hsl", "hsla", "hsv", "hsva"}


@palettes
def test_every_icon_exists_in_colours_of_the_palette(palette: Palette, qapp: QApplication) -> None:
    sheet = style_sheet(palette, 10, resources.path("icons").as_posix())
    icons = set(re.findall(r"url\((.*?)\)", sheet))
    assert icons
    for icon in icons:
        assert not QImage(icon).isNull(), icon
        used = {one.upper() for one in re.findall(r"#[0-9A-Fa-f]{3,8}\b", Path(icon).read_text("utf-8"))}
        assert used, icon
        assert used <= colours_of(palette), icon


def test_type_sizes_follow_the_system_font() -> None:
    sheet = style_sheet(LIGHT, 20, "icons")
    assert "font-size: 30.0pt" in sheet
    assert "font-size: 17.0pt" in sheet


@palettes
def test_every_control_that_takes_the_focus_shows_it(palette: Palette) -> None:
    sheet = style_sheet(palette, 10, "icons")
    focused = re.findall(r"([^{}]*:focus[^{}]*)\{([^}]*)\}", sheet)
    shown = {
        selector.strip().split(":focus")[0]
        for rule, body in focused
        for selector in rule.split(",")
        if ":focus" in selector and palette.focus in body
    }
    for control in ("QLineEdit", "QPlainTextEdit", "QDateEdit", "QTimeEdit", "QSpinBox", "QComboBox", "QPushButton",
                    "QCheckBox", "QRadioButton", "QTabBar::tab"):  # fmt: skip
        assert control in shown, control
