from __future__ import annotations

import pytest

from attach_desktop.insights.facts.basis import Basis
from attach_desktop.insights.facts.beside import Beside
from tests.insights.known import TODAY, over


@pytest.mark.parametrize(("gratitude", "practice", "empty"), [(0, 0, True), (1, 0, False), (0, 1, False)])
def test_moods_alone_have_nothing_beside_them(gratitude: int, practice: int, empty: bool) -> None:
    basis = Basis(selection=over(TODAY, TODAY), entries=9, days=1)
    assert Beside(basis=basis, weeks=(), gratitude=gratitude, practice=practice).empty is empty
