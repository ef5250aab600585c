"""What practice leaves in the vault: when which sentence was practised, where one has come to, and notes on values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attach_desktop.affirmations.deck import Card
from attach_desktop.affirmations.practice import PRACTICE, VALUES, Practice, ValuesNote
from attach_desktop.affirmations.rules import Shuffle
from attach_desktop.clock import Moment
from attach_desktop.vault.finding import Filter, FindingStore
from attach_desktop.vault.identity import new_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault

#: Where the practice has come to.
DRAFT = "affirmations"


class PracticeStore(FindingStore[Practice]):
    """When which sentence was practised, and how it felt."""

    def __init__(self, vault: Vault) -> None:
        """The practices of ``vault``."""
        super().__init__(vault, PRACTICE)

    def of(self, name: str, limit: int = -1) -> list[Stored[Practice]]:
        """The practices of the card ``name``, the newest first."""
        return self.find(Filter(words=(("sentence", name),)), limit)

    def last(self, name: str) -> Moment | None:
        """When the card ``name`` was last practised, or None."""
        found = self.of(name, 1)
        return found[0].value.at if found else None

    def shuffle(self, cards: Iterable[Card], choice: str = "") -> Shuffle:
        """The order to practise ``cards`` in: where it was left, or from the beginning.

        ``choice`` names the choice of cards (a theme, a set); each is gone through by itself.
        """
        ids = [card.id for card in cards]
        kept = self._shuffles().get(choice)
        shuffle = Shuffle.from_json(kept, ids) if isinstance(kept, dict) else None
        return shuffle or Shuffle(new_id(self.vault.clock.now()), tuple(ids))

    def keep_shuffle(self, shuffle: Shuffle, choice: str = "") -> None:
        """Keep where the practice has come to, to go on there another day."""
        self.vault.drafts.save(DRAFT, {**self._shuffles(), choice: shuffle.to_json()})

    def _shuffles(self) -> dict[str, Any]:
        draft = self.vault.drafts.get(DRAFT)
        return {} if draft is None else draft[0]


class ValuesStore(FindingStore[ValuesNote]):
    """What was written on the values card."""

    def __init__(self, vault: Vault) -> None:
        """The notes of ``vault``."""
        super().__init__(vault, VALUES)
