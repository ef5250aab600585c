"""The days that are looked at: the last two weeks, a month, three, a year, all there is, or two dates of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from attach_desktop.errors import FaultsError, fault

ALL, OWN = "all", "own"
#: How many days each of the rolling periods has, today included.
LENGTHS = {"weeks": 14, "month": 30, "months": 90, "year": 365}
KEYS = (*LENGTHS, ALL, OWN)
DEFAULT = "months"


@dataclass(frozen=True, slots=True)
class Period:
    """The person's days ``begin`` to ``end``, both included; ``key`` says how it was chosen.

    Raises FaultsError for days that are crossed and for an unknown key.
    """

    key: str
    begin: date
    end: date

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        faults = []
        if self.key not in KEYS:
            faults.append(fault("period", "not-a-choice", choices=", ".join(KEYS)))
        if self.begin > self.end:
            faults.append(fault("period", "days-crossed", begin=self.begin, end=self.end))
        if faults:
            raise FaultsError(faults)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.begin).days + 1

    @property
    def before(self) -> Period | None:
        """As many days just before it; None for everything there is, and where the calendar has no more."""
        if self.key == ALL or self.begin.toordinal() - self.days < 1:
            return None
        length = timedelta(days=self.days)
        return Period(OWN, self.begin - length, self.begin - timedelta(days=1))

    def ahead(self, today: date) -> bool:
        """Whether all of it is still to come."""
        return self.begin > today

    def each_day(self) -> Iterator[date]:
        """Its days in order."""
        for number in range(self.days):
            yield self.begin + timedelta(days=number)


def rolling(key: str, today: date) -> Period:
    """The last days up to ``today``; ``key`` is one of LENGTHS. Raises KeyError for another."""
    length = min(LENGTHS[key], today.toordinal())
    return Period(key, today - timedelta(days=length - 1), today)
