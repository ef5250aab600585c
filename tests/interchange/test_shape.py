from __future__ import annotations

from typing import Any

import pytest

from attach_desktop.clock import Moment
from attach_desktop.interchange.shape import shapes
from attach_desktop.journal.entry import JOURNAL, RANGES, TEXT_FIELDS, WORD_FIELDS, Entry, to_json
from attach_desktop.rooms import KINDS
from attach_desktop.vault.kind import Kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_kind_tells_the_shapes_of_its_moment(kind: Kind[Any]) -> None:
    found = shapes(kind)
    assert found["at"] == found["zone"] == "text"
    assert len(found) > 2


def test_the_journal_tells_all_of_its_fields() -> None:
    expected: dict[str, str] = {
        **dict.fromkeys(("at", "zone", *TEXT_FIELDS), "text"),
        **dict.fromkeys(RANGES, "number"),
        **dict.fromkeys(WORD_FIELDS, "words"),
        **dict.fromkeys(("for_session", "private"), "flag"),
        "coping": "json",
    }
    assert shapes(JOURNAL) == expected
    assert set(to_json(Entry(at=Moment.parse("2026-01-01")))) == set(expected)
