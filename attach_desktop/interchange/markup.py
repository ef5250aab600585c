"""A person's text inside Markdown (CommonMark), so that it is shown as it was typed.

Nothing in it can become HTML, a heading, a link or a picture. Notes, which are light Markdown by themselves, keep
their emphasis and lists; in all other texts these, too, are shown as typed.
"""

from __future__ import annotations

import re

_ENTITY = r"&(?=#?[0-9A-Za-z]{1,32};)"
_PLAIN_SIGN = re.compile(rf"[\\`*_\[\]|~]|{_ENTITY}")
_LIGHT_SIGN = re.compile(rf"[\\`\[\]|]|{_ENTITY}")
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
#: What makes a whole line an underline of a heading or a rule: nothing but these signs.
_RULE = re.compile(r"(?:-[-\s]*|=[=\s]*|\*[*\s]*|_[_\s]*)")
_BULLET = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])(?:\s+|$)")
_NUMBER = re.compile(r"[0-9]{1,9}(?=[.)](?:\s|$))")
#: Bullets in bullets on one line; more of them are shown as typed.
_DEEPEST = 6
_HARD_BREAK = "  \n"
_NO_BREAK_SPACE = "\u00a0"


def inline(text: str) -> str:
    """A short text for the middle of a line, on one line."""
    return _signs(" ".join(text.split()), _PLAIN_SIGN)


def paragraphs(text: str, *, light: bool = False) -> str:
    """A text of any length with its line breaks and paragraphs; ``light`` keeps emphasis and lists."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(_line(line.rstrip(), light=light))
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join(_HARD_BREAK.join(block) for block in blocks if block)


def _line(line: str, *, light: bool) -> str:
    rest = line.lstrip()
    indent = line[: len(line) - len(rest)].expandtabs(4)
    bullets: list[str] = []
    while light and len(bullets) < _DEEPEST and not _RULE.fullmatch(rest) and (bullet := _BULLET.match(rest)):
        bullets.append(bullet.group())
        rest = rest[bullet.end() :]
    if not bullets:
        # Four blanks would make it a block of code.
        indent = indent.replace(" ", _NO_BREAK_SPACE)
    return indent + "".join(bullets) + _line_start(rest, light=light)


def _line_start(rest: str, *, light: bool) -> str:
    """``rest``, which begins a line, so that its first sign has no meaning."""
    number = _NUMBER.match(rest)
    if number:
        return number.group() + "\\" + _signs(rest[number.end() :], _LIGHT_SIGN if light else _PLAIN_SIGN)
    text = _signs(rest, _LIGHT_SIGN if light else _PLAIN_SIGN)
    needs = text.startswith(("#", ">", "=", "~~~")) or _RULE.fullmatch(rest) or _BULLET.match(rest)
    return "\\" + text if needs and text[:1] not in ("\\", "") else text


def _signs(text: str, special: re.Pattern[str]) -> str:
    return _TAG_START.sub("&lt;", special.sub(lambda found: "\\" + found.group(), text))
