"""The design tokens: every colour, distance, radius and type size there is. Nothing else in ui/ names a colour."""

from __future__ import annotations

from typing import NamedTuple

# Spacing on an 8-pixel grid, with a half step.
TIGHT, SMALL, MEDIUM, NORMAL, LARGE, WIDE, HUGE = 4, 8, 12, 16, 24, 32, 48
RADIUS_CARD = 8
RADIUS_FIELD = 6
#: Type sizes as multiples of the system font's.
SCALE = {"small": 0.85, "body": 1.0, "lead": 1.2, "title": 1.5, "display": 2.0}
#: Text lines are at most this many characters wide.
LINE_CHARACTERS = 75
#: The widest that content grows on a large screen, in pixels.
CONTENT_WIDTH = 1100
#: Below this window width, pages show one column.
NARROW = 1000


class Palette(NamedTuple):
    """The colours of one theme, as #RRGGBB. Pairs used for text have a contrast of at least 4.5:1 (a test holds it)."""

    name: str
    ground: str
    surface: str
    raised: str
    line: str
    field_line: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    warn: str
    error: str
    focus: str
    mood: tuple[str, str, str, str, str]
    line_width: int = 1
    dark: bool = False

    def text_pairs(self) -> list[tuple[str, str]]:
        """Every (text, background) pair in use."""
        grounds = (self.ground, self.surface, self.raised)
        texts = (self.ink, self.muted, self.accent, self.warn, self.error)
        return [
            *((text, ground) for ground in grounds for text in texts),
            (self.on_accent, self.accent),
            (self.ink, self.accent_soft),
            (self.accent, self.accent_soft),
        ]

    def graphic_pairs(self) -> list[tuple[str, str]]:
        """Every (drawing, background) pair in use; these need 3:1."""
        grounds = (self.ground, self.surface, self.raised)
        return [(colour, ground) for ground in grounds for colour in (*self.mood, self.focus, self.field_line)]


LIGHT = Palette(
    name="light",
    ground="#F7F4EE",
    surface="#FFFFFF",
    raised="#FBF9F5",
    line="#D9D3C7",
    field_line="#8A8478",
    ink="#26282C",
    muted="#5C5F66",
    accent="#1F6B66",
    on_accent="#FFFFFF",
    accent_soft="#DDEEEB",
    warn="#8A4B08",
    error="#A3293D",
    focus="#0B57D0",
    mood=("#4B5B9A", "#6F86B8", "#8A847A", "#B97D25", "#B8651B"),
)
DARK = Palette(
    name="dark",
    ground="#17191C",
    surface="#1F2226",
    raised="#262A2F",
    line="#3A3F46",
    field_line="#757B84",
    ink="#ECEAE5",
    muted="#A9ACB2",
    accent="#7CCBC2",
    on_accent="#10211F",
    accent_soft="#1E3B38",
    warn="#E8B26B",
    error="#F2919E",
    focus="#8AB4F8",
    mood=("#8FA0E0", "#A9BCE0", "#BDB7AB", "#E3B56B", "#E8934A"),
    dark=True,
)
CONTRAST = Palette(
    name="contrast",
    ground="#000000",
    surface="#000000",
    raised="#000000",
    line="#FFFFFF",
    field_line="#FFFFFF",
    ink="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFE14D",
    on_accent="#000000",
    accent_soft="#26262B",
    warn="#FFC27A",
    error="#FFA3B0",
    focus="#6CD3FF",
    mood=("#B9C5FF", "#D3DEFF", "#FFFFFF", "#FFD894", "#FFB57A"),
    line_width=2,
    dark=True,
)
#: Paper is always light, whatever the screen shows.
THEMES = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}


def contrast_ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
