from __future__ import annotations

import pytest

from attach_desktop.insights.facts.basis import Basis
from attach_desktop.insights.facts.patterns import Patterns
from tests.insights.known import TODAY, over


@pytest.mark.parametrize(("looked_at", "empty"), [(0, True), (1, False)])
def test_to_have_looked_and_found_none_is_something_to_say(looked_at: int, empty: bool) -> None:
    basis = Basis(selection=over(TODAY, TODAY), entries=9, days=1)
    assert Patterns(basis=basis, patterns=(), looked_at=looked_at).empty is empty
