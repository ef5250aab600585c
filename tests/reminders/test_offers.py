from __future__ import annotations

import pytest

from attach_desktop.clock import Moment
from attach_desktop.reminders.offers import OFFERS, offered
from attach_desktop.reminders.plan import NIGHT
from attach_desktop.reminders.words import texts
from tests.support import NOW, ZONE

AT = Moment.from_datetime(NOW, ZONE)


@pytest.mark.parametrize("name", OFFERS)
def test_an_offer_is_quiet_at_night_neutral_and_stays_away_where_it_was_done(name: str) -> None:
    made = offered(name, AT)
    assert made
    for reminder in made:
        assert reminder.noted == AT
        assert reminder.plan.quiet == NIGHT
        assert (reminder.own_words, reminder.unless_done, reminder.on) == (False, True, True)


def test_every_offer_has_its_words() -> None:
    assert set(texts()["offers"]) == set(OFFERS)
    with pytest.raises(KeyError):
        offered("none", AT)
