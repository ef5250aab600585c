"""``gratitude``: things to be grateful for, added, listed, put in the bin and taken out again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from attach_desktop import resources
from attach_desktop.cli import days, streams
from attach_desktop.cli.finding import SHOWN, every_binned, every_live
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.listed import check_texts, found, limit_of, say_json
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import moment, moment_text
from attach_desktop.errors import UsageError
from attach_desktop.gratitude.item import GRATITUDE, MAX_TEXT, Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.sentences import one_line
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.search import excerpt

_COMMAND = f"{PROGRAM} gratitude"
#: The options, by the names under which they are kept, and those that each of the actions takes.
_OPTIONS = {
    "list": "--list", "why": "--why", "people": "--person", "at": "--at", "begin": "--from", "end": "--to",
    "search": "--search", "limit": "--limit", "json": "--json",
}  # fmt: skip
_TAKES = {
    "add": ("list", "why", "people", "at"),
    "list": ("list", "people", "begin", "end", "search", "limit", "json"),
    "delete": (),
    "bin": (),
    "restore": (),
}
_WIDTH = 72


def arguments(grammar: Grammar) -> None:
    """What to do, with what."""
    grammar.place("WHAT", choices=tuple(_TAKES), metavar="|".join(_TAKES))
    grammar.place("TEXT", nargs="*", metavar="TEXT|ID")
    grammar.option("--list", metavar="NAME")
    grammar.option("--why", metavar="TEXT")
    grammar.several("--person", metavar="ALIAS", field="people")
    grammar.option("--at", metavar="MOMENT")
    days.arguments(grammar)
    grammar.option("--search", metavar="WORDS")
    grammar.option("--limit", metavar="N")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Do what is asked for."""
    options, texts = request.options, resources.content("gratitude")["command"]
    _check(options, texts)
    if options.WHAT == "add":
        _add(request)
    elif options.WHAT == "list":
        _list(request, texts)
    elif options.WHAT == "bin":
        _list_bin(request, texts)
    else:
        _move(request, texts)
    return 0


def _check(options: Namespace, texts: dict[str, str]) -> None:
    """Raises UsageError for words or options that do not belong to what is asked for."""
    what, given = options.WHAT, len(options.TEXT)
    problems = [
        texts["foreign"].format(option=option, what=what)
        for name, option in _OPTIONS.items()
        if name not in _TAKES[what] and getattr(options, name) not in (None, False)
    ]
    if what == "add" and given != 1:
        problems.append(texts["one-text"])
    if what in ("list", "bin") and given:
        problems.append(texts["no-words"].format(what=what))
    if what in ("delete", "restore") and not given:
        problems.append(texts["some-ids"].format(what=what))
    if problems:
        raise UsageError("usage", problem=problems[0], help=f"{_COMMAND} --help")


def _add(request: Request) -> None:
    options = request.options
    text: str = options.TEXT[0]
    if text == "-":
        text = streams.read_text(request.stdin, "text", MAX_TEXT)
    data = {"text": text.strip() or text, "why": options.why, "people": options.people}
    item = GRATITUDE.from_json(data | moment(options.at, request.clock))
    with request.vault() as vault:
        store = GratitudeStore(vault)
        if options.list is not None:
            item = replace(item, list=store.lists.named(options.list).key)
        request.say(store.add(item).id)


def _list(request: Request, texts: dict[str, str]) -> None:
    options = request.options
    begin, end = days.span(options)
    limit, query = limit_of(options.limit), options.search or ""
    words = [("people", alias) for alias in options.people or ()]
    check_texts([query, *(alias for _, alias in words)])
    with request.vault() as vault:
        store = GratitudeStore(vault)
        headings = store.lists.headings(hidden=True)
        away: set[str] = set()
        if options.list is not None:
            words.append(("list", store.lists.named(options.list).key))
        else:
            away = {heading.key for heading in headings if heading.hidden}
        wanted = Filter(query=query, begin=begin, end=end, words=tuple(words))
        items: Iterable[Stored[Item]] = found(store, wanted, limit)
        if away:
            items = islice((one for one in store.each_found(wanted) if one.value.list not in away), limit)
        if options.json:
            say_json(request, GRATITUDE, items)
            return
        said = False
        for stored in items:
            request.say(_line(stored, headings, query))
            said = True
        if not said and limit != 0 and request.stdout.isatty():
            request.say(texts["none-found" if wanted.any or away else "none-yet"])


def _list_bin(request: Request, texts: dict[str, str]) -> None:
    with request.vault() as vault:
        store = GratitudeStore(vault)
        headings, binned = store.lists.headings(hidden=True), store.binned()
        for one in binned:
            request.say(_line(one.record, headings))
        if not binned and request.stdout.isatty():
            request.say(texts["bin-empty"])


def _move(request: Request, texts: dict[str, str]) -> None:
    """All that are named go into the bin, or out of it; or, where one is not to be found, none."""
    given = request.options.TEXT
    with request.vault() as vault:
        store = GratitudeStore(vault)
        with store.together():
            if request.options.WHAT == "delete":
                binned = store.bin(every_live(store, given, _COMMAND))
                told = texts["binned"].format(count=len(binned))
            else:
                restored = store.restore(every_binned(store, given, _COMMAND))
                told = request.message("restored", count=restored)
    request.say(told)


def _line(stored: Stored[Item], headings: list[Heading], query: str = "") -> str:
    """Id (shortened), moment, list, and a bit of the text or of why: around what ``query`` finds, if given."""
    item = stored.value
    shown, marks = excerpt(item.text, query, _WIDTH)
    if query and not marks and item.why:
        why, marks = excerpt(item.why, query, _WIDTH)
        shown = why if marks else shown
    name = next((heading.name for heading in headings if heading.key == item.list), item.list)
    return "  ".join([stored.id[:SHOWN], f"{moment_text(item.at):16}", one_line(name), one_line(shown)])
