"""What every page, and every card of Today, is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from attach_desktop.ui.shell import Shell
    from attach_desktop.ui.theme.theme import Theme
    from attach_desktop.vault.vault import Vault


class House(NamedTuple):
    """What pages are built from. A page's builder takes only what the page really needs."""

    vault: Vault
    theme: Theme
    shell: Shell
