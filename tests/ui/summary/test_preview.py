"""The pages and what is said of them: nothing jumps, and no trouble goes away before anybody has read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QSize

from attach_desktop.errors import StorageError
from attach_desktop.summary.build import Wanted
from attach_desktop.summary.choices import Choices
from attach_desktop.summary.document import Document, Paragraph
from attach_desktop.ui.paper.pages import lay_out
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.preview import Preview
from attach_desktop.ui.summary.work import Laid
from attach_desktop.ui.theme.theme import Theme
from tests.ui.dialogs.driving import clipped
from tests.ui.eyes import push, read
from tests.ui.hands import focus, settle

TODAY = date(2026, 11, 8)
#: A cuneiform sign, which has a font nearly nowhere.
RARE = "\U0001230d"


def pages_of(*texts: str, **choices: bool) -> Laid:
    """Pages of a few days with these paragraphs on them."""
    wanted = Wanted(begin=date(2026, 11, 2), end=TODAY, choices=Choices(sections=("entries",), **choices))
    document = Document(title="Summary", blocks=[Paragraph(text) for text in texts])
    return Laid(wanted, Paper.A4, lay_out(document, Paper.A4))


@pytest.fixture
def called_off() -> list[str]:
    return []


@pytest.fixture
def preview(theme: Theme, on_screen: Callable[..., None], called_off: list[str]) -> Preview:
    made = Preview(theme, TODAY, lambda: called_off.append("x"))
    made.show_pages(pages_of(*["words"] * 200))
    on_screen(made, QSize(520, 480))
    return made


def test_it_says_what_is_on_paper_and_which_page_is_on_show(preview: Preview) -> None:
    assert preview.view.pages is not None
    count = preview.view.pages.count
    assert count > 1
    assert f"{count} pages: 2–8 November, without private entries" in read(preview)
    preview.view.go_to(1)
    assert f"Page 2 of {count}" in read(preview)


def test_that_it_takes_a_while_moves_nothing_and_takes_no_focus(preview: Preview, called_off: list[str]) -> None:
    preview.view.setFocus()
    place = preview.view.geometry()
    preview.wait("Laying out the pages …")
    settle()
    assert "Laying out the pages …" in read(preview)
    assert preview.view.geometry() == place
    assert focus() is preview.view
    push(preview, "Cancel")
    assert called_off == ["x"]
    preview.rest()
    settle()
    assert preview.view.geometry() == place


def test_pages_from_before_say_so_and_new_ones_can_be_had(preview: Preview) -> None:
    asked: list[str] = []
    preview.again.connect(lambda: asked.append("again"))
    preview.old()
    assert "These pages are from before the last change." in read(preview)
    push(preview, "Show them anew")
    assert asked == ["again"]
    preview.show_pages(pages_of("other words"))
    assert "1 page: 2–8 November, without private entries" in read(preview)
    assert not preview.anew.isVisible()


def test_trouble_with_the_pages_is_over_with_others_and_other_trouble_is_not(preview: Preview) -> None:
    preview.tell(StorageError("busy"), with_pages=True)
    assert preview.trouble.isVisible()
    assert clipped(preview) == []
    preview.show_pages(pages_of("x"))
    assert not preview.trouble.isVisible()
    preview.tell(StorageError("busy"))
    preview.show_pages(pages_of("y"))
    assert preview.trouble.isVisible()


def test_signs_without_a_font_are_said(preview: Preview) -> None:
    laid = pages_of(RARE)
    preview.show_pages(laid)
    settle()
    assert preview.missing.isVisible() == bool(laid.pages.missing)
    assert all(script in preview.missing.text() for script in laid.pages.missing)
    preview.show_pages(pages_of("plain"))
    assert not preview.missing.isVisible()
