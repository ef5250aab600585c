from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.checkins.form import FORMS, OWN_WORDINGS
from attach_desktop.checkins.made_up import fill
from attach_desktop.checkins.over_time import lines
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults


def test_the_same_seed_gives_the_same_check_ins_whatever_the_clock_says(vault_factory: Vaults) -> None:
    one = vault_factory("one.vault")
    other = vault_factory("other.vault", clock=FixedClock(NOW + timedelta(days=400)))
    counts = fill(one, 300, 2, 7, NOW)
    assert counts == fill(other, 300, 2.0, 7, NOW)
    made = list(CheckInStore(one).each())
    assert made == list(CheckInStore(other).each())
    assert counts == {"checkins": len(made), "checkin_forms": 2}
    assert CheckInStore(one).forms.get("weekly") == CheckInStore(other).forms.get("weekly")


def test_most_weeks_and_months_have_one_and_there_are_gaps(vault: Vault) -> None:
    fill(vault, 1000, 1, 3, NOW)
    store = CheckInStore(vault)
    weekly, monthly, together = (len(store.of_form(form)) for form in FORMS)
    assert 30 <= weekly <= 50
    assert 8 <= monthly <= 13
    assert together >= 5
    drawn = lines("weekly", [record.value for record in store.each()])
    calm = next(line for line in drawn if line.question == "calm")
    values = [point.value for point in calm.points]
    assert None in values
    assert len({value for value in values if value is not None}) > 3
    assert any(line.wording > OWN_WORDINGS for line in drawn)
    assert any(line.question == "own-sleep" for line in drawn)


def test_its_texts_are_whole_and_nothing_is_of_the_future(vault: Vault) -> None:
    fill(vault, 1000, 2, 3, NOW)
    every = [record.value for record in CheckInStore(vault).each()]
    texts = [text.text for one in every for text in one.texts if text.text]
    assert len(texts) > 100
    assert not any("{" in text for text in texts)
    assert all(one.at.wall < NOW.replace(tzinfo=None) for one in every)
    assert all(one.begin and one.end and one.begin < one.end for one in every)
    assert not any(one.empty for one in every)


@pytest.mark.parametrize(("entries", "years", "expected"), [(0, 3.0, 0), (10, 0.0001, 0), (5, 3.0, 5)])
def test_little_or_nothing(vault: Vault, entries: int, years: float, expected: int) -> None:
    told: list[float] = []
    assert fill(vault, entries, years, 7, NOW, told.append) == {"checkins": expected, "checkin_forms": 0}
    assert told[-1] == 1.0
    assert vault.empty is not bool(expected)
