"""Where items stand in their list: ranks as texts that sort, with always another one between any two.

An item that nobody has moved stands by its moment. Its rank is the wall-clock second in ten digits and a half second
behind it, so that what is moved next to it can stand on either side within the same second, and what is added later
still comes further up. The digits are the letters a to p: no spreadsheet takes them for a number or a date.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import count

from attach_desktop.vault.reading import MAX_WORD

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_DIGITS = str.maketrans("abcdefghijklmnop", "0123456789abcdef")
_SECOND = 10
_HALF = "i"
_EPOCH = datetime.combine(date.min, time.min)


def rank_at(wall: datetime) -> str:
    """The rank of an unmoved item at a naive wall-clock moment."""
    return _text((wall - _EPOCH) // timedelta(seconds=1), _SECOND) + _HALF


def is_rank(text: str) -> bool:
    """Whether a text can be a rank: a second and a fraction of it that does not end in a zero, as ``between`` gives."""
    return (
        _SECOND < len(text) <= MAX_WORD
        and all("a" <= sign <= "p" for sign in text)
        # Room above every second there can be.
        and text[0] != "p"
        and text[-1] != "a"
    )


def floor(rank: str) -> str:
    """Below every rank of the same second; no rank itself."""
    return rank[:_SECOND]


def ceiling(rank: str) -> str:
    """Above every rank of the same second, and not above any of the next; no rank itself."""
    return _text(_number(rank, _SECOND) + 1, _SECOND)


def between(low: str, high: str) -> str:
    """A rank above ``low`` and below ``high``, which are ranks, floors or ceilings, the one below the other."""
    for digits in count(_SECOND + 1):
        middle = (_number(low, digits) + _number(high, digits)) // 2
        for number in (middle, middle + 1):
            rank = _text(number, digits)
            if low < rank < high and rank[-1] != "a":
                return rank
    raise AssertionError  # the texts are finite


def spread(number: int, low: str, high: str) -> list[str]:
    """So many ranks above ``low`` and below ``high``, the lowest first."""
    if number == 0:
        return []
    middle, before = between(low, high), number // 2
    return [*spread(before, low, middle), middle, *spread(number - 1 - before, middle, high)]


def _text(number: int, digits: int) -> str:
    return f"{number:0{digits}x}".translate(_LETTERS)


def _number(rank: str, digits: int) -> int:
    return int(rank[:digits].ljust(digits, "a").translate(_DIGITS), 16)
