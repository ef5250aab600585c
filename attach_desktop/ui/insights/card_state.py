"""What one card shows, ready to be put on show: words, drawings, how it was counted. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from attach_desktop.ui.charts.chart import Chart
from attach_desktop.vault.finding import Filter

if TYPE_CHECKING:
    from attach_desktop.insights.facts.helps import WhatHelps
    from attach_desktop.insights.facts.triggers import Triggers


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the entries behind it, where one may look at them."""

    text: str
    entries: Filter | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """Something to choose on a card, such as a year: its ``key``, its name, what there is as (value, words)."""

    key: str
    name: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A comparison of two coping cards in the order of chance: which record it is, and which card comes next."""

    id: str
    next: str
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """One card: sentences first, quiet notes, drawings, lines (folded if they have a title), how it was counted.

    A card that is ``empty`` has nothing to show but its sentences. ``entries`` finds the records behind it. ``about``
    is what the page says about all of its cards, where this one knows it. ``trial`` is a comparison that goes on or has
    ended, ``offered`` are coping cards for another one.
    """

    key: str
    title: str
    sentences: tuple[str, ...]
    notes: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    lines: tuple[Line, ...] = ()
    lines_title: str = ""
    counted: tuple[str, ...] = ()
    entries: Filter | None = None
    pick: Pick | None = None
    trial: Trial | None = None
    offered: tuple[str, ...] = ()
    empty: bool = False
    about: str = ""


@dataclass(slots=True)
class Known:
    """What was worked out for one card and is wanted by another."""

    triggers: Triggers | None = None
    helps: WhatHelps | None = None
