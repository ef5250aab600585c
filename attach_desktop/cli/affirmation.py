"""``affirmation``: today's sentence; ``add`` keeps one of the person's own, ``list`` prints those that may come up."""

from __future__ import annotations

from typing import Any

from attach_desktop.affirmations.deck import Card, CardFilter
from attach_desktop.affirmations.library import texts, theme_name, theme_named
from attach_desktop.affirmations.sentence import MAX_BELIEF, MAX_SENTENCE
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.cli import streams
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import UsageError
from attach_desktop.sentences import one_line

_ADD, _LIST = "add", "list"


def arguments(grammar: Grammar) -> None:
    """What to do, the sentence, and what it is for."""
    grammar.place("WHAT", nargs="?", choices=(_ADD, _LIST), metavar="add|list")
    grammar.place("TEXT", nargs="?")
    grammar.several("--for", metavar="THEME", field="themes")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Print today's sentence, or the list, or keep a sentence and print its id."""
    options = request.options
    if (options.WHAT == _ADD) is (options.TEXT is None):
        problem = texts()["command"]["no_text" if options.TEXT is None else "extra_text"]
        raise UsageError("usage", problem=problem, help=f"{PROGRAM} affirmation --help")
    themes = tuple(dict.fromkeys(theme_named(given) for given in options.themes or ()))
    if options.WHAT == _ADD:
        _add(request, themes)
        return 0
    wanted = CardFilter(themes=themes)
    with request.vault() as vault:
        store = AffirmationStore(vault)
        if options.WHAT == _LIST:
            _list(request, store.cards(wanted))
        else:
            _today(request, store.today(wanted), "found" if wanted.any else "today")
    return 0


def _add(request: Request, themes: tuple[str, ...]) -> None:
    text: str = request.options.TEXT
    if text == "-":
        text = streams.read_text(request.stdin, "text", MAX_SENTENCE)
    with request.vault() as vault:
        card = AffirmationStore(vault).add_own(text, themes=themes)
    request.say(request.json(_shown(card), indent=2) if request.options.json else card.id)


def _list(request: Request, cards: list[Card]) -> None:
    if request.options.json:
        request.say(request.json([_shown(card) for card in cards], indent=2))
        return
    for card in cards:
        request.say(_line(card))
    if not cards and request.stdout.isatty():
        request.say(texts()["empty"]["found"])


def _today(request: Request, card: Card | None, empty: str) -> None:
    if request.options.json:
        request.say(request.json(None if card is None else _shown(card), indent=2))
    else:
        request.say(texts()["empty"][empty] if card is None else one_line(card.text))


def _line(card: Card) -> str:
    parts = [one_line(card.text), ", ".join(theme_name(theme) for theme in card.themes)]
    if card.belief is not None:
        parts.append(f"{card.belief} / {MAX_BELIEF}")
    if card.favourite:
        parts.append(texts()["command"]["favourite"])
    return "  ·  ".join(part for part in parts if part)


def _shown(card: Card) -> dict[str, Any]:
    """A card as JSON (docs/json-format.md)."""
    return {
        "id": card.id,
        "text": card.text,
        "forms": list(card.forms),
        "themes": list(card.themes),
        "pull": card.pull,
        "believability": card.belief,
        "favourite": card.favourite,
        "sets": list(card.sets),
        "own": card.own,
    }
