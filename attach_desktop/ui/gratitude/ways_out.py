"""Lists on their way to paper and to files: one of them, or what is on show."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.ui.finding.find_panel import FindPanel
from attach_desktop.ui.gratitude.deeds import Deeds
from attach_desktop.ui.shell import Shell
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    from attach_desktop.ui.paper.later import PrintLater


class WaysOut:
    """Of the gratitude page. While the lists stand side by side, all of them are on show."""

    def __init__(self, page: QWidget, vault: Vault, panel: FindPanel[Item], deeds: Deeds, shell: Shell) -> None:
        """``panel`` knows what is on show."""
        self._page, self._vault, self._panel, self._deeds, self._shell = page, vault, panel, deeds, shell

    def print_shown(self) -> None:
        """Print the items that are on show."""
        from attach_desktop.days import Days
        from attach_desktop.summary.papers.gratitude_list import items_by_day

        wanted = self._panel.filter
        self.printing.begin(lambda vault: items_by_day(vault, wanted, Days()))

    def print_list(self, key: str) -> None:
        """Print one list."""
        from attach_desktop.days import Days
        from attach_desktop.summary.papers.gratitude_list import gratitude_list

        self.printing.begin(lambda vault: gratitude_list(vault, key, Days()))

    def export_shown(self) -> None:
        """Export the items that are on show."""
        self._deeds.do(self._panel.export_shown)

    def export_list(self, key: str) -> None:
        """Export one list."""
        self._deeds.do(lambda: self._panel.export_shown(Filter(words=(("list", key),))))

    def close(self) -> None:
        """Let go of the vault."""
        if "printing" in self.__dict__:
            self.printing.close()

    @cached_property
    def printing(self) -> PrintLater:
        """Prints lists, which may be long."""
        from attach_desktop.ui.paper.later import PrintLater

        return PrintLater(self._page, self._vault, self._shell)
