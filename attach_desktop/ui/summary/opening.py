"""Opens the Print summary window on what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from attach_desktop.ui.main_window import MainWindow
    from attach_desktop.ui.summary.choosing import Days


@runtime_checkable
class ShowsDays(Protocol):
    """A page that shows some days, and can say which."""

    def days_on_show(self) -> Days | None:
        """The first and the last of them; None where it shows all there is, or days are nothing that it goes by."""
        ...


def open_summary(window: MainWindow) -> None:
    """Choose, look at and print a summary. Raises AttachError where the vault cannot be read."""
    from attach_desktop.ui.summary.dialog import SummaryDialog

    page = window.page(window.tab)
    days = page.days_on_show() if isinstance(page, ShowsDays) else None
    SummaryDialog(window.vault, window.theme, window.complain, window, tab=window.tab, on_show=days).exec()
