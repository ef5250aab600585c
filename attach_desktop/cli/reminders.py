"""``reminders``: made, listed, paused and put in the bin; and when the next ones come."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, date, datetime, time
from typing import Any

from attach_desktop.cli import days
from attach_desktop.cli.finding import SHOWN, every_binned, every_live
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.listed import say_json
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import whole
from attach_desktop.clock import Moment, zone_of
from attach_desktop.errors import FaultsError, UsageError, fault
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.plan import LAST_DAY, night_around
from attach_desktop.reminders.reminder import OWN, REMINDERS, time_of, time_text
from attach_desktop.reminders.store import ReminderStore
from attach_desktop.reminders.words import moment_text, name_of, plan_text, texts, when_text
from attach_desktop.sentences import one_line
from attach_desktop.vault.kind import JsonObject

_COMMAND = f"{PROGRAM} reminders"
_COUNT, _MOST = 5, 10_000
#: The options that say when, and the rule that each of them means; --between can go with --on.
_RULES = {"on": "weekdays", "every": "every", "month_day": "monthly", "once": "once", "between": "random"}
_OPTIONS = {
    "what": "--for", "time": "--time", "on": "--on", "every": "--every", "month_day": "--month-day", "once": "--once",
    "between": "--between", "times": "--times", "quiet": "--quiet", "always": "--always", "show_text": "--show-text",
    "begin": "--from", "end": "--to", "until": "--until", "count": "--count", "json": "--json",
}  # fmt: skip
_TAKES: dict[str, tuple[str, ...]] = {
    "list": ("json",),
    "add": tuple(name for name in _OPTIONS if name not in ("until", "count", "json")),
    "pause": ("until",),
    "resume": (),
    "delete": (),
    "bin": (),
    "restore": (),
    "next": ("count", "json"),
}


def arguments(grammar: Grammar) -> None:
    """What to do, with which reminder, and when it comes."""
    grammar.place("WHAT", choices=tuple(_TAKES), metavar="|".join(_TAKES))
    grammar.place("TEXT", nargs="*", metavar="TEXT|ID")
    grammar.option("--for", metavar="WHAT", dest="what")
    grammar.several("--time", metavar="TIME", field="time")
    grammar.several("--on", metavar="DAY", field="on")
    grammar.option("--every", metavar="N")
    grammar.option("--month-day", metavar="N")
    grammar.option("--once", metavar="DAY")
    grammar.option("--between", metavar="TIMES")
    grammar.option("--times", metavar="N")
    days.arguments(grammar)
    grammar.option("--quiet", metavar="TIMES")
    grammar.switch("--always")
    grammar.switch("--show-text")
    grammar.option("--until", metavar="MOMENT")
    grammar.option("--count", metavar="N")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Do what is asked for."""
    _check(request.options)
    {
        "list": _list,
        "add": _add,
        "pause": _pause,
        "resume": _resume,
        "delete": _delete,
        "bin": _bin,
        "restore": _restore,
        "next": _next,
    }[request.options.WHAT](request)
    return 0


def _check(options: Namespace) -> None:
    """Raises UsageError for words or options that do not belong to what is asked for."""
    words, what, given = texts()["command"], options.WHAT, len(options.TEXT)
    problems = [
        words["foreign"].format(option=option, what=what)
        for name, option in _OPTIONS.items()
        if name not in _TAKES[what] and getattr(options, name) not in (None, False)
    ]
    if what == "add" and given > 1:
        problems.append(words["one-text"])
    if what in ("list", "next", "bin") and given:
        problems.append(words["no-words"].format(what=what))
    if what in ("pause", "resume") and given > 1:
        problems.append(words["one-id"].format(what=what))
    if what in ("delete", "restore") and not given:
        problems.append(words["some-ids"].format(what=what))
    rules = [name for name in _RULES if getattr(options, name) is not None]
    if len(rules) > 1 and rules != ["on", "between"]:
        problems.append(words["two-rules"].format(one=_OPTIONS[rules[0]], other=_OPTIONS[rules[1]]))
    if problems:
        raise UsageError("usage", problem=problems[0], help=f"{_COMMAND} --help")


def _list(request: Request) -> None:
    with request.vault() as vault:
        agenda, now, zone = Agenda(vault), request.clock.now(), zone_of(request.clock)
        if request.options.json:
            say_json(request, REMINDERS, agenda.store.each())
            return
        records, resting = agenda.store.everything(), agenda.resting(now)
        width = max((len(name_of(record.value)) for record in records), default=0)
        for record in records:
            when = when_text(record.value, now, zone, resting=record.id in resting)
            request.say(f"{record.id[:SHOWN]}  {one_line(name_of(record.value)):{min(width, 40)}}  {when}")
        paused = agenda.store.all_paused_until
        if not records and request.stdout.isatty():
            request.say(texts()["command"]["none-yet"])
        if paused is not None:
            request.say(texts()["command"]["all-paused"].format(until=moment_text(paused, zone)))


def _add(request: Request) -> None:
    reminder = REMINDERS.from_json(_given(request))
    with request.vault() as vault:
        request.say(ReminderStore(vault).add(reminder).id)


def _given(request: Request) -> JsonObject:
    """The documented fields of the reminder that the options describe."""
    options, now = request.options, Moment.now(request.clock)
    text = options.TEXT[0] if options.TEXT else ""
    begin, end = days.span(options)
    rules = [name for name in _RULES if getattr(options, name) is not None]
    if options.once is not None:
        begin = _day("--once", options.once)
    if options.every is not None and begin is None:
        begin = now.day
    data: JsonObject = {
        "at": now.isoformat(),
        "zone": now.zone,
        "what": options.what or (OWN if text else ""),
        "text": text,
        "own_words": options.show_text,
        "rule": _RULES[rules[-1]] if rules else "daily",
        "times": options.time or [],
        "weekdays": options.on or [],
        "every": None if options.every is None else whole(options.every),
        "month_day": _month_day(options.month_day),
        "window": _two(options.between),
        "per_day": None if options.times is None else whole(options.times),
        "begin": begin.isoformat() if begin else "",
        "end": end.isoformat() if end else "",
        "even_if_done": options.always,
    }
    return data | {"quiet": _quiet(options.quiet, data)}


def _month_day(text: str | None) -> int | str | None:
    return LAST_DAY if text is not None and text.strip().lower() == "last" else None if text is None else whole(text)


def _two(text: str | None) -> list[str]:
    """The two times of ``10:00-18:00``."""
    return [] if text is None else [part.strip() for part in text.replace("–", "-").split("-")]


def _quiet(text: str | None, data: JsonObject) -> list[str]:
    """The quiet hours that were given, else the night, unless a time was chosen in it."""
    if text is not None:
        return [] if text.strip().lower() == "none" else _two(text)
    try:
        times, window = tuple(map(time_of, data["times"])), list(map(time_of, data["window"]))
    except ValueError:  # which is told of the times themselves
        return []
    night = night_around(times, (window[0], window[1]) if len(window) == 2 else None)
    return [] if night is None else [time_text(at) for at in night]


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError("not-a-day", option=option, given=text[:40]) from error


def _pause(request: Request) -> None:
    until = _until(request)
    with request.vault() as vault:
        store = ReminderStore(vault)
        ids = every_live(store, request.options.TEXT, _COMMAND)
        if ids:
            paused: Any = store.pause(ids[0], until).value.paused_until
        else:
            store.pause_all(until)
            paused = store.pause_end
    request.say(texts()["command"]["paused"].format(until=moment_text(paused, zone_of(request.clock))))


def _until(request: Request) -> datetime | None:
    """The moment given, midnight of a day alone; None where none was."""
    text: str | None = request.options.until
    if text is None:
        return None
    try:
        at = Moment.parse(text, assume=request.clock)
        instant = at.instant or datetime.combine(at.day, time.min, zone_of(request.clock))
        return instant.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise FaultsError([fault("until", "not-a-moment", given=text[:40])]) from error


def _resume(request: Request) -> None:
    with request.vault() as vault:
        store = ReminderStore(vault)
        ids = every_live(store, request.options.TEXT, _COMMAND)
        if ids:
            store.resume(ids[0])
        else:
            store.resume_all()
    request.say(texts()["command"]["resumed"])


def _delete(request: Request) -> None:
    with request.vault() as vault:
        store = ReminderStore(vault)
        with store.together():
            binned = store.bin(every_live(store, request.options.TEXT, _COMMAND))
    request.say(texts()["command"]["deleted"].format(count=len(binned)))


def _bin(request: Request) -> None:
    with request.vault() as vault:
        binned = ReminderStore(vault).binned()
    for one in binned:
        value = one.record.value
        request.say(f"{one.record.id[:SHOWN]}  {one_line(name_of(value))}  {plan_text(value.plan)}")
    if not binned and request.stdout.isatty():
        request.say(texts()["command"]["bin-empty"])


def _restore(request: Request) -> None:
    with request.vault() as vault:
        store = ReminderStore(vault)
        with store.together():
            restored = store.restore(every_binned(store, request.options.TEXT, _COMMAND))
    request.say(request.message("restored", count=restored))


def _next(request: Request) -> None:
    count: Any = _COUNT if request.options.count is None else whole(request.options.count)
    if not isinstance(count, int) or not 0 <= count <= _MOST:
        raise UsageError("not-a-count", option="--count", given=str(request.options.count)[:40])
    zone = zone_of(request.clock)
    with request.vault() as vault:
        coming = Agenda(vault).coming(request.clock.now(), count)
    if request.options.json:
        found = [
            {
                "at": moment.astimezone(zone).isoformat(timespec="seconds"),
                "reminder": record.id,
                "what": record.value.what,
            }
            for moment, record in coming
        ]
        request.say(request.json(found, indent=2))
        return
    for moment, record in coming:
        request.say(f"{moment_text(moment, zone)}  {one_line(name_of(record.value))}")
    if not coming and count and request.stdout.isatty():
        request.say(texts()["command"]["none-coming"])
