"""``demo``: made-up records in an empty vault."""

from __future__ import annotations

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import whole
from attach_desktop.errors import UsageError


def arguments(grammar: Grammar) -> None:
    """How many, over how long, and where chance begins."""
    grammar.option("--entries", metavar="N", default="1000")
    grammar.option("--years", metavar="Y", default="3")
    grammar.option("--seed", metavar="S", default="1")


def act(request: Request) -> int:
    """Fill the vault and say with how much."""
    from attach_desktop.demo import fill

    options = request.options
    entries, seed = _whole("--entries", options.entries), _whole("--seed", options.seed)
    years = _years(options.years)
    with request.vault() as vault:
        counts = fill(vault, entries, years, seed, request.clock.now())
    width = max(map(len, counts)) + 2
    for kind, count in counts.items():
        request.say(f"{kind:{width}}{count}")
    return 0


def _whole(option: str, text: str) -> int:
    number = whole(text)
    if not isinstance(number, int):
        raise UsageError("not-a-count", option=option, given=text[:40])
    return number


def _years(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise UsageError("not-a-count", option="--years", given=text[:40]) from error
