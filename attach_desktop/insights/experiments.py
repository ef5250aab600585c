"""The experiments in the vault: at most one goes on at a time."""

from __future__ import annotations

import secrets
from dataclasses import replace

from attach_desktop.clock import Moment
from attach_desktop.insights.experiment import EXPERIMENTS, MOST_SEED, Experiment
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault


class Experiments(RecordStore[Experiment]):
    """Experiments between two coping cards. What was used and how it went is in the journal, and only there."""

    def __init__(self, vault: Vault) -> None:
        """The experiments of ``vault``."""
        super().__init__(vault, EXPERIMENTS)

    def current(self) -> Stored[Experiment] | None:
        """The one that goes on, or None."""
        return next((found for found in self.newest(20) if not found.value.ended), None)

    def latest(self) -> Stored[Experiment] | None:
        """The one that goes on, or else the last one that was ended."""
        return self.current() or next(iter(self.newest(1)), None)

    def start(self, first: str, second: str) -> Stored[Experiment]:
        """Begin one between two cards; one that goes on is ended. Raises FaultsError for the same card twice."""
        begun = Experiment(
            at=Moment.now(self.vault.clock),
            first=first.strip(),
            second=second.strip(),
            seed=secrets.randbelow(MOST_SEED + 1),
        )
        with self.together():
            present = self.current()
            if present is not None:
                self.end(present.id)
            return self.add(begun)

    def end(self, record_id: str) -> Stored[Experiment]:
        """Lay one down. Raises InputRefusedError if it is not there."""
        return self.change(record_id, replace(self._must_get(record_id).value, ended=True))
