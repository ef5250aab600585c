"""An experiment for one person: two coping cards, and chance says which one comes next.

Randomising is what allows a mild causal word about the result (Edgington & Onghena 2007, Randomization Tests, chapter
11); without it a card could look helpful only because of when it was chosen. The order is in blocks of two, each card
once, so that both are used equally often at every time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import Reader, range_faults, word_faults
from attach_desktop.vault.words import word_key

#: From so many whole blocks on (as many uses of each card) the cards are compared.
LEAST_BLOCKS = 8
MOST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """Two coping cards by name, compared from ``at`` on.

    ``seed`` (0 to 2³¹−1) decides the order once and for all: the same seed always gives the same order. ``ended`` says
    that it was laid down. Raises FaultsError naming every field that cannot be.
    """

    at: Moment
    first: str
    second: str
    seed: int
    ended: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults: list[Fault] = word_faults("first", (self.first,)) + word_faults("second", (self.second,))
        faults += range_faults("seed", self.seed, 0, MOST_SEED)
        if word_key(self.first) == word_key(self.second):
            faults.append(fault("second", "said-twice"))
        if faults:
            raise FaultsError(faults)

    def card(self, number: int) -> str:
        """The card for use ``number``, counted from 0: blocks of two, each in an order of its own."""
        from random import Random  # not needed to export or import one

        block, place = divmod(number, 2)
        turned = Random(f"{self.seed}/{block}").random() < 0.5  # noqa: S311 (an order, not a secret)
        return self.second if bool(place) != turned else self.first


def to_json(experiment: Experiment) -> JsonObject:
    """The documented fields of an experiment."""
    return {
        "at": experiment.at.isoformat(),
        "zone": experiment.at.zone,
        "first": experiment.first,
        "second": experiment.second,
        "seed": experiment.seed,
        "ended": experiment.ended,
    }


def from_json(data: Mapping[str, Any]) -> Experiment:
    """An experiment from its documented fields. Raises FaultsError with every fault named."""
    read = Reader(data)
    at, first, second = read.moment("at", "zone"), read.text("first"), read.text("second")
    seed, ended = read.whole("seed"), read.flag("ended")
    if data.get("seed") is None:
        read.faults.append(fault("seed", "missing"))

    def build() -> Experiment:
        return Experiment(at=at or Moment.on(date.min), first=first, second=second, seed=seed or 0, ended=ended)

    return read.finish(build)


EXPERIMENTS: Kind[Experiment] = Kind(
    name="experiments",
    number=30,
    to_json=to_json,
    from_json=from_json,
    moment=lambda experiment: experiment.at,
    texts=lambda experiment: [],
    words=lambda experiment: [],
)
