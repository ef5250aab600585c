"""Choices of the person that hold for the whole program, whichever room asks."""

from __future__ import annotations

from attach_desktop.vault.keeping import Settings

#: The name of the setting that says whether anything may propose things about a partner.
PARTNER_PROMPTS = "partner-prompts"


def partner_prompts(settings: Settings) -> bool:
    """Whether anything in the program may propose things about a partner. One switch for all of it; on at first."""
    return settings.get(PARTNER_PROMPTS) is not False


def choose_partner_prompts(settings: Settings, *, on: bool) -> None:
    """Keep whether partner prompts may appear."""
    settings.set(PARTNER_PROMPTS, on)
