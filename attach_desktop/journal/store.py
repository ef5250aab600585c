"""The journal in the vault."""

from __future__ import annotations

from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.vault.finding import DayCount as DayCount
from attach_desktop.vault.finding import Filter as Filter
from attach_desktop.vault.finding import FindingStore
from attach_desktop.vault.vault import Vault


class JournalStore(FindingStore[Entry]):
    """Entries of the journal."""

    def __init__(self, vault: Vault) -> None:
        """The journal of ``vault``."""
        super().__init__(vault, JOURNAL)
