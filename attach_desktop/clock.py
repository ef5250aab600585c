"""Time, handed in and never ambient: the clock, a moment with its zone, and the one rule for "which day is it"."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NoReturn, Protocol

#: A moment without a time of day sorts at noon of its day: inside that day for every possible start of day.
NOON = time(12, 0)
DEFAULT_DAY_START = time(3, 0)
#: The longest name of a time zone has 32 characters.
MAX_ZONE = 64
_MINUTE = timedelta(minutes=1)


class Clock(Protocol):
    """Where "now" comes from."""

    def now(self) -> datetime:
        """The present as an aware datetime in the person's zone."""
        ...

    def zone_name(self) -> str:
        """The name of the person's zone, such as ``Europe/Berlin``; an offset such as ``+01:00`` if unknown."""
        ...


class SystemClock:
    """The computer's clock and zone."""

    def now(self) -> datetime:
        """The present in the computer's zone."""
        return datetime.now().astimezone()

    def zone_name(self) -> str:
        """The zone's IANA name, asked of the system only when needed (it costs 14 ms)."""
        named = os.environ.get("TZ", "").removeprefix(":")
        if "/" in named and not named.startswith("/") and _is_name(named):
            return named
        import tzlocal

        try:
            named = tzlocal.get_localzone_name() or ""
        except (LookupError, ValueError, OSError):
            named = ""
        return named if named and _is_name(named) else offset_text(self.now())

    def look_again(self) -> None:
        """Forget which zone the computer is in: it may have been taken to another one, or set."""
        import time as system

        if hasattr(system, "tzset"):
            system.tzset()
        import tzlocal

        with suppress(LookupError, ValueError, OSError):
            tzlocal.reload_localzone()


def _is_name(zone: str) -> bool:
    """Whether a text can be kept as the name of a zone: short, and nothing in it that no file can hold."""
    whole = zone.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in zone)
    return whole and len(zone) <= MAX_ZONE and "\0" not in zone


def offset_text(moment: datetime) -> str:
    """The offset of an aware datetime as ``+01:00``, to the minute."""
    minutes = round((moment.utcoffset() or timedelta(0)) / _MINUTE)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def day_start_of(text: object) -> time:
    """When a person's day begins, as it is kept ("04:30"); the default where that is nothing, or no time."""
    try:
        return time.fromisoformat(text).replace(tzinfo=None)  # type: ignore[arg-type]
    except (TypeError, ValueError):  # not set, or not by this program
        return DEFAULT_DAY_START


def day_of(wall: datetime, starts_at: time = DEFAULT_DAY_START) -> date:
    """The person's day that a wall-clock moment belongs to: before ``starts_at`` it is still the day before.

    This is the only place that decides it; everything that says "day" asks here (or uses ``day_bounds``).
    """
    return (wall - _since_midnight(starts_at)).date() if wall.date() > date.min else wall.date()


def day_bounds(day: date, starts_at: time = DEFAULT_DAY_START) -> tuple[datetime, datetime]:
    """The first wall-clock moment of ``day`` and the first that is no longer in it.

    The calendar's first day begins with it (there is no day before); its last one ends with the calendar.
    """
    start = datetime.combine(day, starts_at)
    return (
        start if day > date.min else datetime.combine(day, time.min),
        start + timedelta(days=1) if day < date.max else datetime.combine(day, time.max),
    )


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)


def utc_text(moment: datetime) -> str:
    """An aware datetime as UTC text that sorts by time: ``2026-11-08T20:40:00.123456Z``."""
    try:
        moment = moment.astimezone(UTC)
    except OverflowError:  # hours from either end of the calendar: the nearest that UTC can say
        moment = datetime.combine(*(date.min, time.min) if moment.year == 1 else (date.max, time.max), UTC)
    # Not strftime: it writes years before 1000 without their leading zeros, which then cannot be read again.
    return moment.isoformat(timespec="microseconds")[:-6] + "Z"


# By hand what a frozen dataclass would do: this is the one value that the window needs before it is painted, and the
# module that makes such classes, with this class, would take three milliseconds of that.
class Moment:
    """When something happened, as the wall clock of the person showed it.

    ``day`` is the calendar date there; ``at`` the time of day, or None where only the date is known (imports);
    ``offset`` the distance from UTC at that moment (None without a time); ``zone`` the zone's name, possibly empty.
    Raises ValueError for a time without its offset or an offset without a time, and for a zone that is no name.
    It never changes; two are equal when they say the same.
    """

    __slots__ = ("at", "day", "offset", "zone")

    day: date
    at: time | None
    offset: timedelta | None
    zone: str

    def __init__(self, day: date, at: time | None, offset: timedelta | None, zone: str = "") -> None:
        """Refuse what could not be read again."""
        if (at is None) != (offset is None):
            raise ValueError("a time of day and its offset from UTC belong together")
        if zone and not _is_name(zone):
            raise ValueError("the name of a zone is too long or no text")
        put = object.__setattr__
        put(self, "day", day)
        put(self, "at", at)
        put(self, "offset", offset)
        put(self, "zone", zone)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a moment does not change: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a moment does not change: {name}")

    def _parts(self) -> tuple[date, time | None, timedelta | None, str]:
        return self.day, self.at, self.offset, self.zone

    def __eq__(self, other: object) -> bool:
        return self._parts() == other._parts() if isinstance(other, Moment) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Moment(day={self.day!r}, at={self.at!r}, offset={self.offset!r}, zone={self.zone!r})"

    def __reduce__(self) -> tuple[type[Moment], tuple[object, ...]]:
        return Moment, self._parts()

    @classmethod
    def from_datetime(cls, moment: datetime, zone: str = "") -> Moment:
        """The moment of an aware datetime, to the second; its offset to the minute, as ISO 8601 can write it."""
        offset = moment.utcoffset()
        if offset is not None and offset % _MINUTE:  # zones had local mean time until about 1900
            offset = round(offset / _MINUTE) * _MINUTE
        return cls(moment.date(), moment.time().replace(microsecond=0, fold=0), offset, zone)

    @classmethod
    def now(cls, clock: Clock) -> Moment:
        """The present moment."""
        return cls.from_datetime(clock.now(), clock.zone_name())

    @classmethod
    def on(cls, day: date, zone: str = "") -> Moment:
        """A date without a time of day."""
        return cls(day, None, None, zone)

    @classmethod
    def parse(cls, text: str, zone: str = "", assume: Clock | None = None) -> Moment:
        """Read ISO 8601: a date, or date and time with offset; without one, ``assume`` gives the person's zone.

        Raises ValueError for anything else, a date that does not exist included.
        """
        cleaned = text.strip()
        if len(cleaned) <= 10:
            return cls.on(date.fromisoformat(cleaned), zone)
        moment = datetime.fromisoformat(cleaned)
        offset = moment.utcoffset()
        if offset is None:
            if assume is None:
                raise ValueError("a time without its offset from UTC")
            zone = zone or assume.zone_name()
            moment = in_zone(moment, zone, assume)
        elif offset % _MINUTE:
            raise ValueError("an offset from UTC is given in whole minutes")
        return cls.from_datetime(moment, zone)

    @property
    def wall(self) -> datetime:
        """The wall-clock moment, naive; noon where no time is known. Sorts and groups by day."""
        return datetime.combine(self.day, self.at or NOON)

    @property
    def instant(self) -> datetime | None:
        """The aware moment, or None where no time is known."""
        if self.at is None or self.offset is None:
            return None
        return datetime.combine(self.day, self.at, timezone(self.offset))

    def isoformat(self) -> str:
        """ISO 8601: a date alone, or date, time and offset."""
        instant = self.instant
        return self.day.isoformat() if instant is None else instant.isoformat(timespec="seconds")


def in_zone(wall: datetime, zone: str, clock: Clock) -> datetime:
    """A wall-clock moment in the named zone, as an aware datetime.

    In the hour that a daylight-saving change repeats, the first pass is taken; in the hour that it skips, the offset
    of before the change (PEP 495, ``fold=0``). An unknown zone falls back to the clock's present offset.
    """
    return wall.replace(tzinfo=zone_called(zone, clock))


def zone_called(name: str, clock: Clock) -> tzinfo | None:
    """The zone of that name or offset; that of the clock's present, which knows no summer time, if it is unknown."""
    try:
        if name[:1] in ("+", "-"):
            return datetime.fromisoformat(f"2000-01-01T00:00{name}").tzinfo
        from zoneinfo import ZoneInfo

        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return clock.now().tzinfo


def zone_of(clock: Clock) -> tzinfo:
    """The zone that the person is in now, with its rules for summer time."""
    return zone_called(clock.zone_name(), clock) or UTC
