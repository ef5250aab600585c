"""From what was wanted to the document: every section in its order, all of it from one state of the vault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from attach_desktop.errors import FaultsError, fault
from attach_desktop.interchange.progress import Meter, Progress
from attach_desktop.summary.choices import Choices
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    from attach_desktop.summary.document import Block, Document
    from attach_desktop.summary.making import Making


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
    # Imported here, all rooms with it: the window that asks for a summary is not to wait for that.
    from attach_desktop.summary.document import Document, Heading, Paragraph, Tone
    from attach_desktop.summary.making import Making
    from attach_desktop.summary.sections import PARTS

    with vault.connection.snapshot():
        making = Making(vault, wanted.begin, wanted.end, wanted.choices, wanted.questions)
        parts = [(name, PARTS[name]) for name in wanted.choices.sections]
        making.measure(Meter(sum(part.work(making) for _, part in parts), progress))
        found = [(name, list(part.blocks(making))) for name, part in parts]
    days = making.days.between(wanted.begin, wanted.end)
    blocks: list[Block] = []
    for name, own in found:
        blocks.append(Heading(making.texts["sections"][name]))
        blocks += own or [Paragraph(making.texts["empty"][name], Tone.MUTED)]
    if not parts:
        blocks = [Paragraph(making.texts["no-sections"], Tone.MUTED)]
    elif not any(own for _, own in found):
        # One kind sentence, not a page of twelve that all say the same.
        blocks = [Paragraph(making.texts["nothing"])]
    return Document(title=making.texts["title"], about=days, cover=_cover(making), header=days, blocks=tuple(blocks))


def _cover(making: Making) -> tuple[str, ...]:
    """What it is and is not, and what was left out."""
    said, choices = making.texts["cover"], making.choices
    out = [said[name] for name in ("names", "notes", "private") if not getattr(choices, name)]
    lines = [said["what"], said["gaps"]]
    if out:
        lines.append(said["left-out"].format(list=making.listed(out)))
    if choices.private:
        lines.append(said["with-private"])
    return tuple(lines)
