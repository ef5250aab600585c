"""A made-up person's experiment: two coping cards from their journal, begun half-way through the years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from attach_desktop.clock import Moment
from attach_desktop.insights.experiment import MOST_SEED, Experiment
from attach_desktop.insights.experiments import Experiments
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault

#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
_HOME = "Europe/Berlin"
#: Who writes less than that does not try out anything yet.
_LEAST_ENTRIES = 200


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Write one experiment into a vault without any, if there are ``entries`` enough; the same for the same arguments.

    Returns how many were written.
    """
    store = Experiments(vault)
    if entries >= _LEAST_ENTRIES:
        identity = (str(seed), str(entries), f"{float(years):g}")
        chance = Random("\0".join(("experiments", *identity)))
        cards = Vocabulary().coping
        begun = (end - timedelta(days=years * 365.25 / 2)).astimezone(ZoneInfo(_HOME)).replace(microsecond=0)
        written = begun.astimezone(UTC)
        experiment = Experiment(
            at=Moment.from_datetime(begun, _HOME), first=cards[0], second=cards[3], seed=chance.randint(0, MOST_SEED)
        )
        store.put(Stored(derived_id("made up", store.kind.name, *identity), experiment, written, written))
    if progress is not None:
        progress(1.0)
    return {store.kind.name: store.count()}
