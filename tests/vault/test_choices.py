from __future__ import annotations

from attach_desktop.gratitude.lists import Lists
from attach_desktop.vault.choices import PARTNER_PROMPTS, choose_partner_prompts, partner_prompts
from attach_desktop.vault.vault import Vault
from tests.support import Vaults


def test_one_switch_for_the_whole_program(vault: Vault, vault_factory: Vaults) -> None:
    assert partner_prompts(vault.settings)
    choose_partner_prompts(vault.settings, on=False)
    assert not partner_prompts(vault_factory().settings)
    assert not Lists(vault).partner_prompts
    Lists(vault).choose_partner_prompts(on=True)
    assert partner_prompts(vault.settings)


def test_what_says_nothing_leaves_it_on(vault: Vault) -> None:
    nothing: tuple[object, ...] = (None, 0, "no", [])
    for kept in nothing:
        vault.settings.set(PARTNER_PROMPTS, kept)
        assert partner_prompts(vault.settings)
