"""The questions for the session: kept until they are changed, and nothing is kept of nothing."""

from __future__ import annotations

from attach_desktop.ui.summary.drafts import NAME, keep_questions, kept_questions
from attach_desktop.vault.vault import Vault


def test_questions_are_kept_and_found_again(vault: Vault) -> None:
    assert kept_questions(vault.drafts) == ""
    keep_questions(vault.drafts, "Why do I go quiet?\nWhat then?")
    assert kept_questions(vault.drafts) == "Why do I go quiet?\nWhat then?"


def test_nothing_is_kept_of_nothing(vault: Vault) -> None:
    keep_questions(vault.drafts, "Why?")
    keep_questions(vault.drafts, " \n ")
    assert vault.drafts.get(NAME) is None
