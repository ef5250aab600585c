"""The tokens: contrast of every pair in use, and no colour anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import attach_desktop.ui
from attach_desktop.ui.theme import tokens
from attach_desktop.ui.theme.tokens import THEMES, Palette, contrast_ratio

UI = Path(attach_desktop.ui.__path__[0])
palettes = pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)


@palettes
def test_every_text_can_be_read(palette: Palette) -> None:
    pairs = palette.text_pairs()
    assert [(pair, contrast_ratio(*pair)) for pair in pairs if contrast_ratio(*pair) < 4.5] == []
    assert {palette.ink, palette.muted, palette.error, palette.warn, palette.accent} <= {text for text, _ in pairs}


@palettes
def test_every_drawing_can_be_made_out(palette: Palette) -> None:
    pairs = palette.graphic_pairs()
    assert [(pair, contrast_ratio(*pair)) for pair in pairs if contrast_ratio(*pair) < 3.0] == []
    assert set(palette.mood) <= {drawn for drawn, _ in pairs}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#00FF00", "#000000", 15.3),
        ("#010101", "#000000", 1.006),
    ],
)
def test_contrast_against_known_values(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.006)
    assert contrast_ratio(other, one) == contrast_ratio(one, other)


@palettes
def test_the_moods_of_a_palette_all_differ(palette: Palette) -> None:
    assert len(set(palette.mood)) == 5


def test_high_contrast_has_bolder_lines_and_no_grey_text() -> None:
    contrast = THEMES["contrast"]
    assert contrast.line_width > THEMES["light"].line_width
    assert min(contrast_ratio(*pair) for pair in contrast.text_pairs()) >= 7


def test_no_colour_is_named_outside_of_the_tokens() -> None:
    pattern = re.compile(r"#[0-9A-Fa-f]{6}\b|GlobalColor\.(?!transparent\b)\w+|QColor\(\s*[\d\"']")
    found = [
        f"{file.relative_to(UI)}:{number}: {line.strip()}"
        for file in sorted(UI.rglob("*.py"))
        if file.name != Path(tokens.__file__).name
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_type_scale_and_spacing_grow() -> None:
    spacing = [tokens.TIGHT, tokens.SMALL, tokens.MEDIUM, tokens.NORMAL, tokens.LARGE, tokens.WIDE, tokens.HUGE]
    assert spacing == sorted(spacing)
    assert list(tokens.SCALE.values()) == sorted(tokens.SCALE.values())
    assert tokens.SCALE["body"] == 1.0
