from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.checkins.form import texts
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.ui.checkins.form_view import FormView
from attach_desktop.ui.checkins.page import CheckInsPage
from attach_desktop.ui.checkins.safety_view import SafetyView
from attach_desktop.vault.choices import partner_prompts
from attach_desktop.vault.vault import Vault
from tests.ui.eyes import buttons, part, parts, push, read
from tests.ui.hands import focus_name, settle

Open = Callable[[], CheckInsPage]
ANSWERS: dict[str, str] = texts()["safety"]["answers"]


@pytest.fixture
def page(open_page: Open) -> CheckInsPage:
    made = open_page()
    made.begin("together")
    settle()
    return made


def rows(vault: Vault) -> int:
    row = vault.connection.one("SELECT (SELECT count(*) FROM record) + (SELECT count(*) FROM draft)")
    assert row is not None
    return int(row[0])


def test_it_asks_before_and_no_answer_is_the_expected_one(page: CheckInsPage) -> None:
    view = part(page, SafetyView)
    assert buttons(view)[:3] == list(ANSWERS.values())
    assert len({one.property("role") for one in view.answers.values()}) == 1
    assert focus_name() == ANSWERS["safe"]


def test_yes_leads_to_the_form(page: CheckInsPage) -> None:
    push(page, ANSWERS["safe"])
    assert "A look together" in read(part(page, FormView))


@pytest.mark.parametrize("answer", ["unsure", "afraid"])
def test_the_other_answers_lead_to_a_calm_page_and_switch_partner_prompts_off(
    page: CheckInsPage, vault: Vault, answer: str
) -> None:
    push(page, ANSWERS[answer])
    assert texts()["safety"]["gentle"]["title"] in read(page)
    assert not parts(page, FormView)
    assert not partner_prompts(vault.settings)
    push(page, texts()["safety"]["gentle"]["back"])
    assert "A look together" not in read(page)


@pytest.mark.parametrize("answer", list(ANSWERS))
def test_nothing_of_the_answer_is_kept(page: CheckInsPage, vault: Vault, checkins: CheckInStore, answer: str) -> None:
    before = rows(vault)
    push(page, ANSWERS[answer])
    page.leave()
    assert rows(vault) == before
    kept = [str(row[0]) for row in vault.connection.rows("SELECT name || data FROM setting")]
    assert not any(word in text for text in kept for word in ("afraid", "unsure", "safe"))


def test_it_asks_every_time(page: CheckInsPage) -> None:
    push(page, ANSWERS["safe"])
    page.back()
    page.begin("together")
    settle()
    assert part(page, SafetyView).isVisible()


def test_not_now_leads_back(page: CheckInsPage, vault: Vault) -> None:
    push(page, "Not now")
    assert not parts(page, SafetyView)
    assert partner_prompts(vault.settings)
