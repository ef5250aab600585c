from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.insights.as_json import card_json
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.words import Words
from attach_desktop.vault.vault import Vault
from tests.insights import known
from tests.insights.known import TODAY, asking, keep, over


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in _keys(each)}
    return {key for each in value for key in _keys(each)} if isinstance(value, list) else set()


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_json_and_keeps_inside_what_stays_inside(vault: Vault, name: str) -> None:
    keep(vault, known.structured(1, 120))
    found = card_json(asking(vault).card(name, over(TODAY - timedelta(days=119), TODAY)), Words())
    assert json.loads(json.dumps(found)) == found
    assert found["card"] == name
    assert not _keys(found) & {"p", "q", "filter", "selection"}
    assert found["basis"]["from"] == ("2026-01-01" if name == "year" else "2026-07-12")


def test_numbers_are_numbers(vault: Vault) -> None:
    keep(vault, known.structured(1, 120))
    found = card_json(asking(vault).card("mood", over(TODAY - timedelta(days=119), TODAY)), Words())
    assert found["whole"]["interval"]["low"] <= found["whole"]["value"] <= found["whole"]["interval"]["high"]
    assert found["days"][0] == {"day": "2026-07-12", "median": 5, "low": 5, "high": 5, "entries": 1}
    assert found["basis"]["level"] == "full"
