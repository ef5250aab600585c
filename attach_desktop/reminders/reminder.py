"""One reminder: what it is for, in which words, and its times. A frozen value that cannot hold what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.reminders.plan import Plan, Span
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import MAX_WORD, Reader, text_faults

T = TypeVar("T")
#: What a reminder can be for; "own" is whatever its words say.
WHATS = ("mood", "gratitude", "affirmation", "weekly", "monthly", "goal_review", "own")
OWN = "own"
MAX_TEXT = MAX_WORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder that the person made.

    ``what`` is one of WHATS; ``text`` their own words for it (up to 200 characters, on one line), which only appear on
    the screen where ``own_words`` says so. ``plan`` is when it comes. With ``unless_done`` it stays away where the
    thing was done already. ``on`` is whether it comes at all; what would have come before ``paused_until`` (aware)
    does not. Raises FaultsError naming every field that cannot be.
    """

    noted: Moment
    what: str
    plan: Plan
    text: str = ""
    own_words: bool = False
    unless_done: bool = True
    on: bool = True
    paused_until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults: list[Fault] = text_faults("text", self.text, MAX_TEXT)
        text = " ".join(self.text.split())
        if self.what not in WHATS:
            faults.append(fault("what", "not-a-choice", choices=", ".join(WHATS)))
        if not text and (self.what == OWN or self.own_words):
            faults.append(fault("text", "missing"))
        if self.paused_until is not None and self.paused_until.tzinfo is None:
            faults.append(fault("paused_until", "not-a-moment", given=self.paused_until.isoformat()))
        if faults:
            raise FaultsError(faults)
        object.__setattr__(self, "text", text)


def time_text(at: time) -> str:
    """A time of day as the documented JSON has it: ``20:00``."""
    return at.isoformat("minutes")


def time_of(text: str) -> time:
    """The time of day that a text says; everybody writes 9:15 now and then. Raises ValueError for what is none."""
    return time.fromisoformat(text.strip().rjust(5, "0"))


def to_json(reminder: Reminder) -> JsonObject:
    """The documented fields of a reminder."""
    plan, until = reminder.plan, reminder.paused_until
    return {
        "at": reminder.noted.isoformat(),
        "zone": reminder.noted.zone,
        "what": reminder.what,
        "text": reminder.text,
        "own_words": reminder.own_words,
        "rule": plan.rule,
        "times": [time_text(at) for at in plan.times],
        "weekdays": list(plan.weekdays),
        "every": plan.every,
        "month_day": plan.month_day,
        "window": _span_json(plan.window),
        "per_day": plan.per_day if plan.rule == "random" else None,
        "begin": plan.begin.isoformat() if plan.begin else "",
        "end": plan.end.isoformat() if plan.end else "",
        "quiet": _span_json(plan.quiet),
        "even_if_done": not reminder.unless_done,
        "off": not reminder.on,
        "paused_until": until.astimezone(UTC).isoformat() if until else "",
    }


def from_json(data: Mapping[str, Any]) -> Reminder:
    """A reminder from its documented fields. Raises FaultsError with every fault named."""
    read = Reader(data)
    noted, what, text, own_words = (
        read.moment("at", "zone"),
        read.text("what"),
        read.text("text"),
        read.flag("own_words"),
    )
    plan = _read_plan(read)
    # What is usual is false, and may be left out.
    even_if_done, off = read.flag("even_if_done"), read.flag("off")
    until = _parsed(read, "paused_until", _aware, "not-a-moment")

    def build() -> Reminder:
        planned, faults = _tried(plan, _ANY_PLAN)

        def rest() -> Reminder:
            # Without its moment it is refused in any case; the other fields are looked at all the same.
            return Reminder(
                noted=noted or Moment.on(date.min),
                what=what.strip().lower(),
                plan=planned,
                text=text,
                own_words=own_words,
                unless_done=not even_if_done,
                on=not off,
                paused_until=until,
            )

        reminder, more = _tried(rest, None)
        # What could not be read has been named already.
        unread = {found.field for found in read.faults}
        wrong = [found for found in (*faults, *more) if found.field not in unread]
        if wrong or reminder is None:
            raise FaultsError(wrong)
        return reminder

    return read.finish(build)


_ANY_PLAN = Plan(times=(time(0, 0),))


def _read_plan(read: Reader) -> Callable[[], Plan]:
    """Reads the fields of a plan; the function returned builds it."""
    rule = read.text("rule").strip().lower() or "daily"
    times = _times(read, "times")
    weekdays = tuple(day.strip().lower()[:3] for day in read.words("weekdays"))
    every, month_day = read.whole("every"), read.whole("month_day")
    window = _span(read, "window")
    per_day = read.whole("per_day")
    begin, end = (_parsed(read, field, date.fromisoformat, "not-a-day") for field in ("begin", "end"))
    quiet = _span(read, "quiet")

    def build() -> Plan:
        return Plan(
            rule=rule,
            times=times,
            weekdays=weekdays,
            every=every,
            month_day=month_day,
            window=window,
            per_day=1 if per_day is None else per_day,
            begin=begin,
            end=end,
            quiet=quiet,
        )

    return build


def _tried(build: Callable[[], T], instead: T) -> tuple[T, tuple[Fault, ...]]:
    """What ``build`` makes, or ``instead`` with the faults found."""
    try:
        return build(), ()
    except FaultsError as error:
        return instead, error.faults


def _parsed(read: Reader, field: str, parse: Callable[[str], T], key: str) -> T | None:
    """What a text stands for; None where it is empty. One that makes no sense is a fault of this key."""
    text = read.text(field).strip()
    try:
        return parse(text) if text else None
    except (ValueError, OverflowError):
        read.faults.append(fault(field, key, given=text[:40]))
        return None


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without its offset from UTC")
    return moment.astimezone(UTC)


def _times(read: Reader, field: str) -> tuple[time, ...]:
    """Times of day; those that make no sense are faults."""
    found = []
    for text in read.words(field):
        try:
            found.append(time_of(text))
        except ValueError:
            read.faults.append(fault(field, "not-a-time-of-day", given=text[:40]))
    return tuple(found)


def _span(read: Reader, field: str) -> Span | None:
    times = _times(read, field)
    if len(times) == 2:
        return times[0], times[1]
    if times:
        read.faults.append(fault(field, "wrong-length", expected=2, given=len(times)))
    return None


def _span_json(span: Span | None) -> list[str]:
    return [] if span is None else [time_text(at) for at in span]


REMINDERS: Kind[Reminder] = Kind(
    name="reminders",
    number=20,
    to_json=to_json,
    from_json=from_json,
    moment=lambda reminder: reminder.noted,
    texts=lambda reminder: [reminder.text],
    words=lambda reminder: [("what", reminder.what)],
)
