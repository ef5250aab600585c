"""Turns errors and faults into the sentences that a person reads, in the terminal and in the window alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from attach_desktop import resources
from attach_desktop.errors import AttachError, Fault, FaultsError

#: How many faults are named in one sentence; a value can have hundreds, and nobody reads the seventh.
MAX_NAMED = 6


@dataclass(frozen=True)
class Told:
    """What happened, what is safe, and what to do next: a sentence or two each, without line breaks."""

    happened: str
    safe: str
    next: str

    @property
    def line(self) -> str:
        """All three as one line."""
        return f"{self.happened} {self.safe} {self.next}"


def tell(error: AttachError, language: str = resources.FALLBACK_LANGUAGE) -> Told:
    """The sentences of a known error. An error without sentences of its own is told as an unexpected one."""
    texts: dict[str, list[str]] = resources.content("errors", language)
    details: dict[str, object] = dict(error.details)
    if isinstance(error, FaultsError):
        details["faults"] = tell_faults(error.faults, language)
    key = error.key
    if key not in texts:
        details["name"] = key
        key = "unexpected"
    happened, safe, following = (_filled(text, details.items()) for text in texts[key])
    return Told(happened, safe, following)


def tell_fault(fault: Fault, language: str = resources.FALLBACK_LANGUAGE) -> str:
    """One fault as a clause that names its field, without a full stop: ``mood: 6 is not between 1 and 5``."""
    texts: dict[str, str] = resources.content("faults", language)
    text = texts.get(fault.key, texts["other"])
    return _filled(text, [("key", fault.key), *fault.details, ("field", fault.field)])


def tell_faults(faults: Iterable[Fault], language: str = resources.FALLBACK_LANGUAGE) -> str:
    """Several faults as one clause; each is said once, and after ``MAX_NAMED`` the rest is only counted."""
    told = list(dict.fromkeys(tell_fault(fault, language) for fault in faults))
    rest = len(told) - MAX_NAMED
    if rest > 0:
        more: str = resources.content("faults", language)["more"]
        told[MAX_NAMED:] = [_filled(more, [("count", rest)])]
    return "; ".join(told)


class _Blanks(dict[str, Any]):
    # A forgotten blank must not turn a known error into an unknown one.
    def __missing__(self, name: str) -> str:
        return "…"


def _filled(text: str, details: Iterable[tuple[str, object]]) -> str:
    blanks = _Blanks((name, one_line(str(value))) for name, value in details)
    return text.format_map(blanks)


def one_line(text: str) -> str:
    """``text`` on one line, with a sign in the place of every control character (a terminal would obey them)."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(sign) for sign in " ".join(text.split()))


def _shown(sign: str) -> str:
    # Lone surrogates stand for bytes that are no text.
    code = ord(sign)
    return "\ufffd" if code < 32 or 127 <= code < 160 or 0xD800 <= code <= 0xDFFF else sign
