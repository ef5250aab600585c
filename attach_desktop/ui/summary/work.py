"""The work behind the window: gather, lay out, write a file. No widgets: it runs in another thread.

What it needs is imported when it works: the window does not wait for that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

from attach_desktop.summary.build import Wanted, build
from attach_desktop.ui.jobs import Progress
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.garbage import unsearched
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    from attach_desktop.summary.document import Document
    from attach_desktop.ui.paper.pages import Pages

#: The files that there are to save, by their endings.
FILES = {"pdf": ".pdf", "html": ".html", "markdown": ".md"}
#: How fine the bar is that shows progress; what is said more often than it moves is not passed on.
_STEPS = 100


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages, and what they are of."""

    wanted: Wanted
    paper: Paper
    pages: Pages


def laid_out(vault: Vault, wanted: Wanted, paper: Paper, known: Laid | None, progress: Progress) -> Laid:
    """The pages of what is wanted; ``known`` are those before, whose document is taken where it is the same.

    Raises Cancelled if it was called off.
    """
    progress.check()
    from attach_desktop.ui.paper.pages import lay_out

    with unsearched():
        if known is not None and known.wanted == wanted:
            return Laid(wanted, paper, lay_out(known.pages.document, paper, part(progress, 0.0, 1.0)))
        document = gathered(vault, wanted, progress)
        return Laid(wanted, paper, lay_out(document, paper, part(progress, 0.5, 1.0)))


def gathered(vault: Vault, wanted: Wanted, progress: Progress) -> Document:
    """What is wanted from the records, read over another connection. Raises Cancelled if it was called off."""
    with vault.beside() as beside, beside.connection.watched(progress.check):
        return build(beside, wanted, part(progress, 0.0, 0.5))


def save(pages: Pages, name: str, path: Path, vault: Path, progress: Progress) -> Path:
    """Write one of FILES, whole or not at all; ``vault`` is where the vault lies, which is no place for it.

    Raises StorageError, InputRefusedError, or Cancelled if it was called off.
    """
    from attach_desktop.interchange.writing import refuse_vault

    refuse_vault(path, vault)
    with unsearched():
        _write(pages, name, path, progress)
    return path


def _write(pages: Pages, name: str, path: Path, progress: Progress) -> None:
    from attach_desktop.interchange.writing import write_whole, write_whole_bytes

    if name == "pdf":
        from attach_desktop.ui.paper.pdf import pdf

        write_whole_bytes(path, pdf(pages, part(progress, 0.0, 1.0)))
    elif name == "html":
        from attach_desktop.summary import html
        from attach_desktop.ui.paper.drawings import pictures

        write_whole(path, lambda out: html.write(pages.document, Watched.over(out, progress), pictures), html.ENCODING)
    else:
        from attach_desktop.summary import markdown

        write_whole(path, lambda out: markdown.write(pages.document, Watched.over(out, progress)), markdown.ENCODING)


class Watched:
    """A file that is written to as long as the work was not called off."""

    def __init__(self, out: TextIO, progress: Progress) -> None:
        """Over ``out``."""
        self._out, self._progress = out, progress

    @classmethod
    def over(cls, out: TextIO, progress: Progress) -> TextIO:
        """As what writers take: of a file, writing to it is all that they need."""
        return cast("TextIO", cls(out, progress))

    def write(self, text: str) -> int:
        """Write. Raises Cancelled if the work was called off."""
        self._progress.check()
        return self._out.write(text)


def suggested_name(name: str, today: date) -> str:
    """A file name that tells nothing but the day: it may lie in a folder that others see."""
    return f"summary-{today.isoformat()}{FILES[name]}"


def part(progress: Progress, begin: float, end: float) -> Callable[[int, int], bool]:
    """The progress of a part of the work, from the share ``begin`` of all of it to ``end``."""
    last = -1

    def step(done: int, total: int) -> bool:
        nonlocal last
        at = int(_STEPS * (begin + (end - begin) * (done / total if total else 0.0)))
        if at == last:
            progress.check()
            return True
        last = at
        return progress.step(at, _STEPS)

    return step
