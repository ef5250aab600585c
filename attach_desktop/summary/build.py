"""From what was wanted to the document: every section in its order, all of it from one state of the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from attach_desktop.errors import FaultsError, fault
from attach_desktop.interchange.progress import Progress
from attach_desktop.summary.choices import Choices
from attach_desktop.summary.document import Document
from attach_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A summary of the person's days ``begin`` to ``end``, both included.

    ``questions`` is what the person wants to ask in the session, one on a line. Raises FaultsError for days that are
    crossed.
    """

    begin: date
    end: date
    choices: Choices
    questions: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.begin > self.end:
            raise FaultsError([fault("period", "days-crossed", begin=self.begin, end=self.end)])


def build(vault: Vault, wanted: Wanted, progress: Progress | None = None) -> Document:
    """The summary. Raises Cancelled if ``progress`` returns False."""
    raise NotImplementedError
