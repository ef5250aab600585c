"""What is due and when to look again: times only, without a word of content, so that it may outlive a locked vault.

Pure: a timetable and a moment in, an answer or another timetable out. An occurrence is known by its wall-clock time.
One that was handled is over, and everything planned before it; so nothing comes twice where the clock is set back or
the person travels, and however much was missed comes as one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from attach_desktop.clock import DEFAULT_DAY_START, day_of
from attach_desktop.reminders import schedule
from attach_desktop.reminders.plan import Plan

#: Whoever waits for the next reminder looks again after this at the latest: clocks are set, and computers sleep.
AT_LATEST = timedelta(minutes=15)
#: Left alone so many times running, a reminder asks once whether to come less often.
PATIENCE = 3
#: No change of zone puts the wall clock back further: what was handled later than this was handled by a wrong clock.
FURTHEST = timedelta(hours=26)
#: The longest that one can be put off.
LONGEST_SNOOZE = timedelta(days=31)
_TICK = timedelta(microseconds=1)
_EVER = datetime(1, 1, 2, tzinfo=UTC)
#: Days before an occurrence on which the thing counts as done already: a week looked at a day early is looked at.
EARLY = {"weekly": timedelta(days=2), "monthly": timedelta(days=6)}


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a reminder.

    ``handled`` is the occurrence (wall clock) up to which everything is over, ``shown`` the one that was last brought
    up. Until ``snoozed`` (UTC) it waits. ``ignored`` is how often it was left alone running, ``asked`` whether it has
    asked to come less often.
    """

    handled: datetime | None = None
    shown: datetime | None = None
    snoozed: datetime | None = None
    ignored: int = 0
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A reminder without its words: its times, since when (UTC) they count, and what became of it.

    ``done`` is the last day on which the thing was done, None where that does not matter or never was. Until
    ``paused_until`` (UTC) nothing comes.
    """

    id: str
    what: str
    plan: Plan
    since: datetime
    done: date | None = None
    paused_until: datetime | None = None
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True, slots=True)
class DueItem:
    """One reminder that is due: which, what for, which occurrence (wall clock); ``new`` if not brought up yet.

    ``ask`` says that it was left alone several times and may ask whether to come less often.
    """

    id: str
    what: str
    wall: datetime
    new: bool
    ask: bool


@dataclass(frozen=True, slots=True)
class Due:
    """What is due, as one: however many reminders and however many times they were missed, at most one is pending."""

    items: tuple[DueItem, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Which reminders."""
        return tuple(item.id for item in self.items)

    @property
    def new(self) -> bool:
        """Whether there is something to bring up that was not brought up yet."""
        return any(item.new for item in self.items)

    @property
    def asking(self) -> tuple[str, ...]:
        """The reminders that may ask whether to come less often."""
        return tuple(item.id for item in self.items if item.ask)


@dataclass(frozen=True, slots=True)
class Timetable:
    """The times of every reminder that is on. ``paused_until`` (UTC) holds for all of them."""

    slots: tuple[Slot, ...] = ()
    day_start: time = DEFAULT_DAY_START
    paused_until: datetime | None = None

    # -- questions -------------------------------------------------------------------------------------------------

    def due(self, now: datetime, zone: tzinfo) -> Due | None:
        """What is due at ``now`` (aware) for somebody in ``zone``; None while there is nothing."""
        items = tuple(item for slot in self.slots if (item := self._item(slot, now, zone)) is not None)
        return Due(items) if items else None

    def next_wake(self, now: datetime, zone: tzinfo) -> datetime | None:
        """When to look again, in UTC and no later than in AT_LATEST; None where nothing can come any more."""
        now = now.astimezone(UTC)
        moments: list[datetime] = []
        for slot in self.slots:
            found = self._next(slot, now, zone)
            if found is not None:
                moments.append(found)
        return min(*moments, now + AT_LATEST) if moments else None

    def coming(self, slot_id: str, now: datetime, zone: tzinfo, count: int) -> list[datetime]:
        """The next ``count`` moments (UTC) at which a reminder comes, whatever happens to it before."""
        slot = self._slot(slot_id)
        moment = max(now.astimezone(UTC), self._begin(slot, now) - _TICK)
        found: list[datetime] = []
        while len(found) < count and (after := schedule.next_after(slot.plan, moment, zone, slot.id)) is not None:
            found.append(after)
            moment = after
        return found

    def resting(self, slot_id: str, now: datetime, zone: tzinfo) -> bool:
        """Whether a reminder was left alone so often that it is quiet until the person says otherwise."""
        slot = self._slot(slot_id)
        wall = self._pending(slot, now, zone)
        return wall is not None and self._rests(slot, wall)

    # -- answers ---------------------------------------------------------------------------------------------------

    def delivered(self, due: Due) -> Timetable:
        """It was brought up. What had been brought up before and met with nothing counts as left alone."""
        walls = {item.id: item.wall for item in due.items}
        return self._with(walls, lambda slot: self._shown(slot, walls[slot.id]))

    def handled(self, ids: Collection[str], now: datetime, zone: tzinfo) -> Timetable:
        """The person answered: opened them, or let them pass. All until ``now`` is over, and they count as heard."""
        return self._with(ids, lambda slot: Standing(_over(slot, now, zone), asked=slot.standing.asked))

    def snoozed(self, ids: Collection[str], until: datetime, now: datetime) -> Timetable:
        """Put off until a moment (aware), LONGEST_SNOOZE from now at most; they count as heard."""
        until = min(until, now + LONGEST_SNOOZE).astimezone(UTC)
        return self._with(ids, lambda slot: replace(slot.standing, snoozed=until, shown=None, ignored=0))

    def awake(self, ids: Collection[str], now: datetime, zone: tzinfo) -> Timetable:
        """Begin anew: nothing is open, and nothing was left alone."""
        return self._with(ids, lambda slot: Standing(_over(slot, now, zone)))

    def repaired(self, now: datetime, zone: tzinfo) -> Timetable:
        """The same, where the clock was wrong before: what it says was handled in the future is over by now."""
        return self._with(self.standings(), lambda slot: _repaired(slot, now, zone))

    def with_standings(self, standings: Mapping[str, Standing]) -> Timetable:
        """The same with what became of those that are named."""
        return self._with(standings, lambda slot: standings[slot.id])

    def standings(self) -> dict[str, Standing]:
        """What became of each reminder, by its id."""
        return {slot.id: slot.standing for slot in self.slots}

    # -- inside ----------------------------------------------------------------------------------------------------

    def _slot(self, slot_id: str) -> Slot:
        return next(slot for slot in self.slots if slot.id == slot_id)

    def _with(self, ids: Collection[str], change: Callable[[Slot], Standing]) -> Timetable:
        slots = tuple(replace(slot, standing=change(slot)) if slot.id in ids else slot for slot in self.slots)
        return replace(self, slots=slots)

    def _begin(self, slot: Slot, now: datetime) -> datetime:
        """What would have come before this moment (UTC) does not come."""
        # A reminder that was made in the future was made by a wrong clock.
        since = slot.since if slot.since <= now else _EVER
        return max(since, slot.paused_until or _EVER, self.paused_until or _EVER)

    def _pending(self, slot: Slot, now: datetime, zone: tzinfo) -> datetime | None:
        """The occurrence (wall clock) that is open, whether or not it may be brought up now."""
        found = schedule.latest(slot.plan, now, zone, slot.id)
        if found is None or found.moment < self._begin(slot, now):
            return None
        handled = slot.standing.handled
        if (handled is not None and found.wall <= handled) or self._done(slot, found.wall):
            return None
        return found.wall

    def _done(self, slot: Slot, wall: datetime) -> bool:
        early = EARLY.get(slot.what, timedelta(0))
        return slot.done is not None and slot.done >= day_of(wall, self.day_start) - early

    def _item(self, slot: Slot, now: datetime, zone: tzinfo) -> DueItem | None:
        wall = self._pending(slot, now, zone)
        standing = slot.standing
        if wall is None or (standing.snoozed is not None and standing.snoozed > now):
            return None
        if standing.shown == wall:
            return DueItem(slot.id, slot.what, wall, new=False, ask=standing.ignored >= PATIENCE)
        if self._rests(slot, wall) or schedule.quiet_until(slot.plan, now, zone) is not None:
            return None
        return DueItem(slot.id, slot.what, wall, new=True, ask=self._left_alone(slot, wall) >= PATIENCE)

    def _left_alone(self, slot: Slot, wall: datetime) -> int:
        """How often it was left alone, once the occurrence ``wall`` is brought up."""
        shown = slot.standing.shown
        if shown is None or shown == wall:
            return slot.standing.ignored
        # Doing the thing is an answer too.
        return 0 if self._done(slot, shown) else slot.standing.ignored + 1

    def _rests(self, slot: Slot, wall: datetime) -> bool:
        """Whether the occurrence ``wall`` is not brought up any more: it has asked once, and was left alone again."""
        standing = slot.standing
        return standing.shown != wall and standing.asked and self._left_alone(slot, wall) >= PATIENCE

    def _shown(self, slot: Slot, wall: datetime) -> Standing:
        ignored = self._left_alone(slot, wall)
        asked = slot.standing.asked or ignored >= PATIENCE
        return replace(slot.standing, shown=wall, snoozed=None, ignored=ignored, asked=asked)

    def _next(self, slot: Slot, now: datetime, zone: tzinfo) -> datetime | None:
        """The next moment (UTC) at which something about a reminder may change."""
        after = schedule.next_after(slot.plan, max(now, self._begin(slot, now) - _TICK), zone, slot.id)
        moments = [] if after is None else [after]
        wall = self._pending(slot, now, zone)
        if wall is not None and slot.standing.shown != wall and not self._rests(slot, wall):
            quiet = schedule.quiet_until(slot.plan, now, zone)
            waits = [until for until in (slot.standing.snoozed, quiet) if until is not None and until > now]
            # With nothing to wait for, it is due at this very moment.
            moments += [max(waits)] if waits else []
        return min(moments, default=None)


def begun(slot: Slot, now: datetime, zone: tzinfo) -> Slot:
    """A reminder that is seen for the first time at ``now``: nothing that was planned before is open."""
    return replace(slot, standing=Standing(_over(slot, now, zone)))


def _over(slot: Slot, now: datetime, zone: tzinfo) -> datetime | None:
    """The occurrence up to which everything is over, if all until ``now`` is."""
    last = schedule.latest(slot.plan, now, zone, slot.id)
    walls = (slot.standing.handled, None if last is None else last.wall)
    return max((wall for wall in walls if wall is not None), default=None)


def _repaired(slot: Slot, now: datetime, zone: tzinfo) -> Standing:
    standing, local = slot.standing, now.astimezone(zone).replace(tzinfo=None)
    limit = local + FURTHEST
    wrong = standing.handled > limit if standing.handled is not None else slot.since > now
    if wrong:
        # Where it has not come yet, this moment itself says that all before it is over.
        last = schedule.latest(slot.plan, now, zone, slot.id)
        standing = replace(standing, handled=local if last is None else last.wall)
    if standing.shown is not None and standing.shown > limit:
        standing = replace(standing, shown=None)
    if standing.snoozed is not None and standing.snoozed > now + LONGEST_SNOOZE:
        standing = replace(standing, snoozed=None)
    return standing
