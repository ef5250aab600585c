from __future__ import annotations

import pytest

from attach_desktop.errors import UsageError
from attach_desktop.gratitude.lists import Lists
from attach_desktop.rooms import KINDS, kind_named, names_of_keys, title_of
from attach_desktop.vault.vault import Vault


def test_no_two_kinds_share_a_name_or_a_number() -> None:
    assert len({kind.name for kind in KINDS}) == len({kind.number for kind in KINDS}) == len(KINDS)
    assert all(0 <= kind.number < 64 for kind in KINDS)


def test_a_kind_is_found_by_the_name_of_its_list() -> None:
    assert [kind_named(kind.name) for kind in KINDS] == list(KINDS)


def test_a_list_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        kind_named("diary")
    assert caught.value.key == "no-such-list"
    assert "journal" in str(caught.value.details["names"])


def test_keys_are_called_what_people_call_them(vault: Vault) -> None:
    lists = Lists(vault)
    lists.rename("partner", "Noa")
    lists.hide("anything")
    lists.add("Garden")
    names = names_of_keys(vault)
    assert names["list"] == names["key"]
    assert names["form"]["weekly"] == "A look at my week"
    assert [names["list"][key] for key in ("partner", "anything", "garden")] == ["Noa", "Anything", "Garden"]


def test_every_kind_has_a_title_in_words() -> None:
    assert len({title_of(kind.name) for kind in KINDS}) == len(KINDS)
    assert title_of("gratitude_lists") == "Gratitude lists"
    assert title_of("a_kind_without_one") == "A kind without one"
