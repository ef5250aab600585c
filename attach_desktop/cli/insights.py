"""``insights``: what the records carry, in the sentences of the tab Insights."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from attach_desktop.cli import days
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.listed import check_texts
from attach_desktop.cli.request import Request
from attach_desktop.errors import UsageError
from attach_desktop.insights.as_json import card_json
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import ALL, DEFAULT, LENGTHS, Period
from attach_desktop.insights.words import Told, Words
from attach_desktop.sentences import one_line


def arguments(grammar: Grammar) -> None:
    """Which entries, which cards, and how to show them."""
    grammar.option("--period", choices=(*LENGTHS, ALL), metavar="NAME")
    days.arguments(grammar)
    for name, metavar in (("--person", "ALIAS"), ("--tag", "TAG"), ("--trigger", "NAME")):
        grammar.option(name, metavar=metavar, default="")
    grammar.several("--card", metavar="NAME", field="cards")
    grammar.switch("--how")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Print the cards, one after another."""
    options = request.options
    begin, end = days.span(options)
    if options.period is not None and (begin or end):
        raise UsageError("usage", problem=request.message("period-twice"), help=f"{PROGRAM} insights --help")
    check_texts([options.person, options.tag, options.trigger])
    names = _cards(options, request)
    words = Words()
    with request.vault() as vault:
        asked = Insights.of(vault)
        selection = Selection(
            period=_period(asked, options, begin, end),
            person=options.person.strip(),
            tag=options.tag.strip(),
            trigger=options.trigger.strip(),
        )
        facts = [asked.card(name, selection) for name in names]
    if options.json:
        request.say(request.json([card_json(fact, words) for fact in facts], indent=2))
        return 0
    for number, fact in enumerate(facts):
        if number:
            request.say("")
        for indent, line in _lines(words.tell(fact), how=options.how):
            request.say(indent + one_line(line))
    return 0


def _cards(options: Namespace, request: Request) -> Sequence[str]:
    """The cards asked for, in their own order; all of them if none was named."""
    wanted = options.cards or list(CARDS)
    for name in wanted:
        if name not in CARDS:
            problem = request.message("no-such-card", given=name[:40], names=", ".join(CARDS))
            raise UsageError("usage", problem=problem, help=f"{PROGRAM} insights --help")
    return [name for name in CARDS if name in wanted]


def _period(asked: Insights, options: Namespace, begin: date | None, end: date | None) -> Period:
    """The period asked for; a side that was left open goes as far as the entries, or to today."""
    if begin is None and end is None:
        return asked.period(options.period or DEFAULT)
    return asked.span(begin, end)


def _lines(told: Told, *, how: bool) -> list[tuple[str, str]]:
    """Each line with what stands before it."""
    found = [("", told.title), *(("  ", sentence) for sentence in (told.lead, *told.more))]
    return [*found, *(("    · ", line) for line in told.counted)] if how else found
