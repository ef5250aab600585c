"""The fields of a journal entry as options of ``add`` and ``edit``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from attach_desktop.cli import streams
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import moment, whole
from attach_desktop.errors import UsageError
from attach_desktop.journal.entry import RANGES, TEXT_FIELDS
from attach_desktop.vault.kind import JsonObject
from attach_desktop.vault.reading import MAX_TEXT

#: Lists of words: the option that adds one word, the field that holds them.
WORD_OPTIONS = {
    "--feeling": "feelings",
    "--person": "people",
    "--trigger": "triggers",
    "--body": "body",
    "--tag": "tags",
}
FLAGS = ("for_session", "private")
#: In the order in which a person would tell it, and ``--help`` lists it.
_ORDER = (
    "mood", "energy", "--feeling", "note", "--trigger", "--person", "--tag", "happened", "thought", "belief",
    "--body", "urge", "did", "intensity_before", "--coping", "intensity_after", "evidence_for",
    "evidence_against", "balanced_thought", "belief_after",
)  # fmt: skip


def arguments(grammar: Grammar) -> None:
    """Every field that a person can give, and the moment."""
    for name in _ORDER:
        if name in WORD_OPTIONS:
            grammar.several(name, metavar="WORD", field=WORD_OPTIONS[name])
        elif name == "--coping":
            grammar.several(name, metavar="NAME[=MINUTES]", field="coping")
        else:
            grammar.option(option_of(name), metavar="N" if name in RANGES else "TEXT")
    for name in FLAGS:
        grammar.switch(option_of(name))
    grammar.option("--at", metavar="MOMENT")


def option_of(field: str) -> str:
    """The option of a field: ``--belief-after`` for ``belief_after``."""
    return "--" + field.replace("_", "-")


def given(request: Request) -> JsonObject:
    """The fields that were given, as the documented JSON has them; what cannot be is left for its reader to name."""
    options = request.options
    found: JsonObject = {}
    for field in RANGES:
        if (number := getattr(options, field)) is not None:
            found[field] = whole(number)
    for field in TEXT_FIELDS:
        if (text := getattr(options, field)) is not None:
            found[field] = text
    if options.note == "-":
        found["note"] = streams.read_text(request.stdin, "note", MAX_TEXT)
    for field in WORD_OPTIONS.values():
        if (words := getattr(options, field)) is not None:
            found[field] = words
    if options.coping is not None:
        found["coping"] = [_coping(text) for text in options.coping]
    for field in FLAGS:
        if getattr(options, field):
            found[field] = True
    if options.at is not None:
        found |= moment(options.at, request.clock)
    return found


def _coping(text: str) -> dict[str, Any]:
    name, equals, minutes = text.rpartition("=")
    if equals and isinstance(number := whole(minutes), int):
        return {"name": name, "minutes": number}
    return {"name": text, "minutes": None}


def cleared(options: Namespace, blank: JsonObject) -> JsonObject:
    """The fields that ``--clear`` empties, with their empty values. Raises UsageError for a field that is not one."""
    wanted = [name.strip("-").replace("-", "_") for name in options.clear or ()]
    singular = {option.strip("-"): field for option, field in WORD_OPTIONS.items()}
    found = {}
    for name in wanted:
        field = singular.get(name, name)
        if field not in blank or field in ("at", "zone"):
            raise UsageError("no-such-field", given=name[:40])
        found[field] = blank[field]
    return found
