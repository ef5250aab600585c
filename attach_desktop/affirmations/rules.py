"""Which sentence comes up, when, and in which wording. Pure: values in, values out.

Repeating a sentence that one does not believe can hurt (Wood, Perunovic and Lee 2009; Flynn and Bordieri 2020 found no
effect either way). So what is not believed is offered in gentler words, and at hard moments it does not come up at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from attach_desktop.affirmations.deck import Card

#: From here on, 0 to 10, a sentence counts as believed.
BELIEVABLE = 5
_BITS = 2**64 - 1
#: A text counts as one number, modulo this: no two of up to 15 bytes are the same.
_PRIME = 2**127 - 1


def believable_enough(belief: int | None) -> bool:
    """Whether a sentence is believed well enough for hard moments; one that was not rated is not."""
    return belief is not None and belief >= BELIEVABLE


def not_doubted(card: Card) -> bool:
    """Whether a card was rated well enough, or not rated yet."""
    return card.belief is None or card.belief >= BELIEVABLE


def gentler_forms(card: Card) -> tuple[str, ...]:
    """The wordings that are gentler than the present one, from the gentlest on; empty where there are none.

    Words of the person's own that stand in for a fuller wording have every gentler form beside them.
    """
    forms = card.forms
    return forms[: forms.index(card.text)] if card.text in forms else forms[:-1]


def firmer_forms(card: Card) -> tuple[str, ...]:
    """The wordings that are firmer than the present one, up to the full one; empty where it is the full one."""
    forms = card.forms
    return forms[forms.index(card.text) + 1 :] if card.text in forms else forms[-1:]


def offers_gentler(card: Card) -> bool:
    """Whether gentler words are to be offered: it was rated, and below what counts as believed."""
    return card.belief is not None and card.belief < BELIEVABLE


def for_hard_moments(cards: Iterable[Card]) -> list[Card]:
    """The cards that may come up at a hard moment: believed at 5 or more, neither hidden nor resting.

    The favourites come first, then what is believed most.
    """
    found = [card for card in cards if card.active and believable_enough(card.belief)]
    return sorted(found, key=lambda card: (not card.favourite, -(card.belief or 0)))


def to_practise(cards: Iterable[Card]) -> list[Card]:
    """The cards to practise with: neither hidden nor resting, and not rated below 5 as they read now."""
    return [card for card in cards if card.active and not_doubted(card)]


def daily(day: date, cards: Iterable[Card], another: int = 0) -> Card | None:
    """The card of a day; ``another`` (from 0) asks for the next ones. None where every card is hidden or resting.

    It follows from the day and the cards alone. Every day draws a lot for each card, so a card that is added or goes
    away changes the choice only if the lot falls on it. Cards rated below 5 come up only where there are no others.
    """
    active = [card for card in cards if card.active]
    pool = [card for card in active if not_doubted(card)] or active
    if not pool:
        return None
    drawn = sorted(pool, key=lambda card: _lot(day.isoformat(), card.id))
    return drawn[another % len(drawn)]


@dataclass(frozen=True, slots=True)
class Shuffle:
    """An order of cards in which none comes twice until all have been, the same for the same seed.

    ``at`` is the id of the card that is shown, empty at the very beginning; ``round`` counts how often the deck was
    gone through. A card that joins in the middle may wait for the next round; one that leaves is no longer drawn.
    """

    seed: str
    ids: tuple[str, ...]
    round: int = 0
    at: str = ""

    @property
    def present(self) -> str | None:
        """The card that is shown, or None at the beginning and where it has left the deck."""
        return self.at if self.at in self.ids else None

    @property
    def through(self) -> bool:
        """Whether the present card is the last of this round."""
        return bool(self.at) and not self._after()

    def next(self) -> Shuffle:
        """One card further; after the last one a new round begins, not with the card that was just shown."""
        if not self.ids:
            return replace(self, at="")
        following = self._after() if self.at else self._order(self.round)
        if following:
            return replace(self, at=following[0])
        number = self.round + 1
        while (order := self._order(number))[0] == self.at and len(order) > 1:
            number += 1
        return replace(self, round=number, at=order[0])

    def back(self) -> Shuffle:
        """One card back within this round; at its first card it stays."""
        lot = _lot(self._key(self.round), self.at)
        before = [name for name in self._order(self.round) if _lot(self._key(self.round), name) < lot]
        return replace(self, at=before[-1]) if self.at and before else self

    def over(self, ids: Iterable[str]) -> Shuffle:
        """The same order for a deck that has changed."""
        return replace(self, ids=tuple(dict.fromkeys(ids)))

    def to_json(self) -> dict[str, Any]:
        """What is needed to go on another day; the cards themselves are told by the deck."""
        return {"seed": self.seed, "round": self.round, "at": self.at}

    @classmethod
    def from_json(cls, data: Mapping[str, Any], ids: Iterable[str]) -> Shuffle | None:
        """What was kept, over the deck as it is now; None for what is none of ours."""
        seed, number, at = data.get("seed"), data.get("round"), data.get("at")
        if not (isinstance(seed, str) and isinstance(at, str) and type(number) is int and number >= 0):
            return None
        return cls(seed, tuple(dict.fromkeys(ids)), number, at)

    def _key(self, number: int) -> str:
        return f"{self.seed} {number}"

    def _order(self, number: int) -> Sequence[str]:
        key = self._key(number)
        return sorted(dict.fromkeys(self.ids), key=lambda name: _lot(key, name))

    def _after(self) -> list[str]:
        """What is left of this round after the present card."""
        key = self._key(self.round)
        lot = _lot(key, self.at)
        return [name for name in self._order(self.round) if _lot(key, name) > lot]


def _lot(key: str, name: str) -> int:
    """What ``name`` draws in the draw ``key``, of 64 bits: the same in every process, and unlike in every draw.

    A lot is no secret. What hashes secrets would bring three megabytes of OpenSSL along, and Today draws every day.
    """
    number = int.from_bytes(f"{key}\0{name}".encode("utf-8", "surrogatepass"), "big") % _PRIME
    return _mixed((number & _BITS) ^ _mixed(number >> 64))


def _mixed(number: int) -> int:
    """64 bits, each of which depends on all of ``number`` (the end of SplitMix64: Steele, Lea and Flood 2014)."""
    number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9 & _BITS
    number = (number ^ number >> 27) * 0x94D049BB133111EB & _BITS
    return number ^ number >> 31
