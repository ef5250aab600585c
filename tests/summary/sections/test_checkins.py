from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from attach_desktop.checkins.checkin import CheckIn, Text
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.summary.document import Field, Grid, Heading
from attach_desktop.vault.vault import Vault
from tests.summary.made import TODAY, checkin, moment, of, said, summary


def test_points_stand_beside_each_other_and_texts_below(vault: Vault) -> None:
    checkin(vault, 9, 3, "A walk.")
    checkin(vault, 5, None, "")
    checkin(vault, 2, 6)
    document = summary(vault, "checkins")
    [grid] = of(document, Grid)
    assert grid.heads[1:] == ("30 Oct 2026", "6 Nov 2026")
    assert grid.rows == (("How calm were you, on the whole?", "3", "6"),)
    assert [one.text for one in of(document, Field)] == ["A walk."]
    assert not of(summary(vault, "checkins", notes=False), Field)


def test_another_wording_is_another_row(vault: Vault) -> None:
    checkin(vault, 9, 3)
    checkin(vault, 2, 6, wording=2)
    [grid] = of(summary(vault, "checkins"), Grid)
    assert [row[1:] for row in grid.rows] == [("3", "–"), ("–", "6")]


@pytest.mark.parametrize(("count", "tables"), [(6, [7]), (8, [7, 3])])
def test_many_go_on_in_the_next_table(vault: Vault, count: int, tables: Sequence[int]) -> None:
    for number in range(count):
        checkin(vault, number * 7, 5)
    grids = of(summary(vault, "checkins", begin=TODAY - timedelta(days=90)), Grid)
    assert [len(grid.heads) for grid in grids] == list(tables)


def test_a_form_of_another_version_is_told_by_its_key(vault: Vault) -> None:
    CheckInStore(vault).add(CheckIn(at=moment(1), form="yearly", texts=(Text("a", 1, "How was it?", "Long."),)))
    document = summary(vault, "checkins")
    assert of(document, Heading)[1].text == "yearly"
    assert "Long." in said(document)
