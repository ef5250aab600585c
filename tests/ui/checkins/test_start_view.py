from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from attach_desktop.checkins.store import CheckInStore, draft_name
from attach_desktop.ui.checkins.page import CheckInsPage
from attach_desktop.ui.checkins.start_view import offers
from attach_desktop.vault.choices import choose_partner_prompts
from attach_desktop.vault.vault import Vault
from tests.ui.checkins.forms import kept
from tests.ui.eyes import buttons, parts, read
from tests.ui.hands import focus_name, settle
from tests.ui.printer import Printer, needs_poppler

Open = Callable[[], CheckInsPage]


def test_an_empty_place_says_what_it_is_for_and_offers_the_first_step(open_page: Open) -> None:
    page = open_page()
    assert read(page)[0] == "A quiet look back"
    assert buttons(page.begin_view) == ["Begin"] * 3 + ["A blank form to fill by hand …"]
    assert focus_name() == "Begin: A look at my week"


def test_what_was_begun_goes_on_and_what_was_done_says_when(checkins: CheckInStore, vault: Vault) -> None:
    kept(checkins, 9, form="monthly")
    vault.drafts.save(draft_name("weekly"), {"answers": {}})
    weekly, monthly, together = offers(checkins)
    assert (weekly.begun, weekly.last) == ("8 November 2026", "")
    assert (monthly.begun, monthly.last) == ("", "30 October 2026")
    assert (together.begun, together.last) == ("", "")


def test_what_is_for_two_is_not_offered_where_nothing_about_a_partner_may_be(
    checkins: CheckInStore, vault: Vault
) -> None:
    choose_partner_prompts(vault.settings, on=False)
    assert [offer.form.id for offer in offers(checkins)] == ["weekly", "monthly"]


def test_earlier_ones_are_a_quiet_list(open_page: Open, checkins: CheckInStore) -> None:
    kept(checkins, 7)
    kept(checkins, 14)
    page = open_page()
    assert buttons(page.begin_view)[4:] == [
        "26 October to 1 November 2026  ·  A look at my week",
        "19 to 25 October 2026  ·  A look at my week",
    ]


def test_a_new_one_appears_at_once(open_page: Open, checkins: CheckInStore) -> None:
    page = open_page()
    kept(checkins, 7)
    settle()
    assert len(buttons(page.begin_view)) == 5


@needs_poppler
def test_each_form_can_be_printed_to_fill_by_hand(open_page: Open, checkins: CheckInStore, printer: Printer) -> None:
    checkins.forms.add("weekly", "open", "Did I sing?")
    page = open_page()
    (blank,) = [one for one in parts(page.begin_view, QPushButton) if one.menu() is not None]
    menu = blank.menu()
    assert [action.text() for action in menu.actions()] == [
        "A look at my week",
        "A look at my month",
        "A look together",
    ]
    menu.actions()[0].trigger()
    assert "Did I sing?" in printer.text
    assert "0" in printer.text
    assert "A look at my week" in printer.text


@needs_poppler
def test_the_form_that_is_open_can_be_printed_blank(open_page: Open, printer: Printer) -> None:
    page = open_page()
    page.print_shown()
    assert printer.files == []
    page.begin("monthly")
    page.print_shown()
    assert "A look at my month" in printer.text
