"""Coping cards beside each other, and the experiment between two of them."""

from __future__ import annotations

from dataclasses import dataclass

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.statistics.estimate import Estimate, Level, Shift, level_of
from attach_desktop.vault.finding import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class CopingFact:
    """One coping card, counted where it was the only thing tried.

    ``uses`` have an intensity before and after (``together`` more had other cards beside it). ``change`` is the
    Hodges–Lehmann median of the changes, after minus before, ``usual`` the middle half of them; with fewer than 6 uses
    the changes themselves stand in ``dots``, in rising order. ``lower`` of the uses ended lower than they began.
    ``beside`` compares with "nothing in particular" among times that began equally strong, one a day, where 15 and more
    of each can be compared (``comparable`` of this card): below zero, it eased more.
    """

    label: str
    uses: int
    together: int
    dots: tuple[float, ...]
    change: Estimate | None
    usual: tuple[float, float] | None
    lower: int
    beside: Shift | None
    comparable: int
    filter: Filter

    @property
    def level(self) -> Level:
        """How much it carries."""
        return level_of(self.uses)


@dataclass(frozen=True, slots=True)
class CardPair:
    """Two coping cards compared among times that began equally strong; ``shift`` below zero: the first eased more.

    ``clear`` says that the difference holds after the correction for all pairs of the card "helps", which share their
    cards (Benjamini–Yekutieli, q ≤ 0.05).
    """

    first: str
    second: str
    shift: Shift
    clear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatHelps(Fact):
    """Card "helps": coping cards, the most used first, "nothing in particular" apart; pairs that can be compared.

    ``clear`` are the labels whose difference from "nothing in particular" holds after the correction for so many
    comparisons with it (Benjamini–Hochberg, q ≤ 0.05).
    """

    cards: tuple[CopingFact, ...]
    nothing: CopingFact | None
    pairs: tuple[CardPair, ...]
    clear: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.cards and self.nothing is None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindWhatWorks(Fact):
    """Card "works": an experiment between two cards, ``id`` "" where there is none yet.

    ``next`` is the card that chance gives next ("" once ``ended``). ``first_changes`` and ``second_changes`` are after
    minus before of the uses in turn; ``out_of_turn`` uses were of the other card and are left out. ``difference`` is
    the Hodges–Lehmann median of "first minus second" within each whole block, from 8 blocks on: below zero, the first
    eased more. The period of ``basis`` is that of the experiment.
    """

    id: str = ""
    first: str = ""
    second: str = ""
    ended: bool = False
    next: str = ""
    first_changes: tuple[int, ...] = ()
    second_changes: tuple[int, ...] = ()
    blocks: int = 0
    out_of_turn: int = 0
    difference: Estimate | None = None

    @property
    def better(self) -> str:
        """The card that eases more, as far as its interval leaves out zero; "" otherwise."""
        interval = self.difference.interval if self.difference is not None else None
        if interval is None or interval.low <= 0 <= interval.high:
            return ""
        return self.first if interval.high < 0 else self.second

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.id
