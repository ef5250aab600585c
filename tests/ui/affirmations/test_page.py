"""The tab of the affirmations: one view at a time, and what leads from one to the other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QPushButton

from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.page import AffirmationsPage
from tests.ui.affirmations.views import window_of
from tests.ui.eyes import parts, push
from tests.ui.hands import focus
from tests.ui.printer import Printer, needs_poppler

Open = Callable[[], AffirmationsPage]


def test_one_view_shows_at_a_time(open_affirmations: Open) -> None:
    page = open_affirmations()
    views = (page.practice, page.library, page.values)
    for name, shown in zip(("Practice", "All sentences", "What matters to me"), views, strict=True):
        push(page, name)
        assert [view.isVisible() for view in views] == [view is shown for view in views]
        page.start()
        assert focus() is shown or shown.isAncestorOf(focus())


def test_a_sentence_of_the_list_is_practised(open_affirmations: Open, sentences: AffirmationStore) -> None:
    page = open_affirmations()
    page.open(1)
    page.library.list.setCurrentRow(3)
    chosen = page.library.current()
    push(page.library, "Practise")
    assert chosen is not None
    assert page.practice.isVisible()
    assert page.practice.card is not None
    assert page.practice.card.id == chosen.id


def test_what_changes_elsewhere_shows(open_affirmations: Open, sentences: AffirmationStore) -> None:
    page = open_affirmations()
    page.open(1)
    before = page.library.list.count()
    sentences.add_own("My pace is fine.")
    assert page.library.list.count() == before + 1


def test_what_cannot_be_read_is_told_in_the_line_at_the_bottom(
    open_affirmations: Callable[[], AffirmationsPage], sentences: AffirmationStore
) -> None:
    sentences.add_own("I can let the kettle boil.")
    page = open_affirmations()
    page.go_to_search()
    sentences.vault.connection.run("UPDATE record SET data = '{}'")
    page.library.search.setText("kettle")
    assert "damaged" in window_of(page).status.text()
    window_of(page).say("")
    page.open(0)
    page.practice.choice.setCurrentIndex(1)
    assert "damaged" in window_of(page).status.text()


def test_an_assistive_technology_that_toggles_a_button_opens_its_view(open_affirmations: Open) -> None:
    page = open_affirmations()
    [choice] = [one for one in parts(page, QPushButton) if one.text() == "All sentences"]
    QAccessible.queryAccessibleInterface(choice).actionInterface().doAction(QAccessibleActionInterface.toggleAction())
    assert page.library.isVisible()
    assert not page.practice.isVisible()


@needs_poppler
def test_the_sentence_on_show_is_printed_as_a_card(open_affirmations: Open, printer: Printer) -> None:
    page = open_affirmations()
    page.practice.choice.setCurrentIndex(1)
    push(page.practice, "Print as a card …")
    assert page.practice.card is not None
    assert " ".join(printer.text.split()) == page.practice.card.text
    assert window_of(page).status.text() == "Sent to the printer."


def test_from_the_list_of_sentences_a_card_can_be_printed_too(open_affirmations: Open, printer: Printer) -> None:
    page = open_affirmations()
    page.open(1)
    page.print_shown()
    assert len(printer.files) == 1


def test_whoever_says_no_to_the_printer_prints_nothing(open_affirmations: Open, printer: Printer) -> None:
    page = open_affirmations()
    printer.willing = False
    page.print_shown()
    assert printer.named == ["Document"]
    assert printer.files == []
    assert window_of(page).status.text() == ""
