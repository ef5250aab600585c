"""What Daylio writes in the words of the phone's language: names of months, halves of the day, names of moods."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date, time
from functools import cache
from typing import Any

from attach_desktop import resources
from attach_desktop.clock import NOON

_TIME = re.compile(r"(\d{1,2})\s*[:.h]\s*(\d{2})(?:\s*[:.]\s*\d{2})?", re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CJK_DAY = re.compile(r"(\d{1,2})\s*[月월]\s*(\d{1,2})")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_SHORTEST_MONTH = 3


def day_from(full_date: str, year: str, day: str) -> date | None:
    """The date of a row: ``full_date`` where there is one, else ``year`` and a day such as ``7 września``.

    None if it makes no sense or does not exist.
    """
    try:
        if _ISO_DAY.fullmatch(full_date.strip()):
            return date.fromisoformat(full_date.strip())
        if not full_date.strip() and _DIGITS.fullmatch(year.strip()):
            month_and_day = _month_and_day(day)
            if month_and_day is not None:
                return date(int(year), *month_and_day)
    except ValueError:
        pass
    return None


def time_from(text: str) -> time | None:
    """The time of day in ``18:52``, ``9:03``, ``10:00 pm`` or the like in other languages; None if it is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _TIME.search(plain)
    if found is None:
        return None
    half = folded(plain[: found.start()] + plain[found.end() :]).replace(" ", "")
    hour, minute = int(found[1]), int(found[2])
    if half in _halves("am"):
        hour = 0 if hour == NOON.hour else hour
    elif half in _halves("pm"):
        hour += 12 if hour < NOON.hour else 0
    elif half:
        return None
    return time(hour, minute) if hour < 24 and minute < 60 else None


def mood_guess(word: str) -> int | None:
    """The level (1 worst to 5 best) that a mood of this name usually has, in any language we know; else None."""
    return _moods().get(folded(word))


def folded(text: str) -> str:
    """``text`` without case, accents, full stops and surrounding blanks."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign) and sign != ".")
    return " ".join(plain.replace("ı", "i").split())


def _month_and_day(text: str) -> tuple[int, int] | None:
    plain = unicodedata.normalize("NFKC", text)
    found = _CJK_DAY.search(plain)
    if found is not None:
        return int(found[1]), int(found[2])
    days = _DIGITS.findall(plain)
    months = {month for word in _LETTERS.findall(folded(plain)) if (month := _month(word)) is not None}
    return (months.pop(), int(days[0])) if len(days) == 1 and len(months) == 1 else None


def _month(word: str) -> int | None:
    """The month of a whole name, or of a beginning that only one month has."""
    names = _months()
    if word in names or len(word) < _SHORTEST_MONTH:
        return names.get(word)
    meant = {month for name, month in names.items() if name.startswith(word)}
    return meant.pop() if len(meant) == 1 else None


@cache
def _data() -> Any:
    return json.loads(resources.path("content", "daylio.json").read_text("utf-8"))


@cache
def _months() -> dict[str, int]:
    return {
        folded(name): number
        for names in _data()["months"].values()
        for number, forms in enumerate(names, start=1)
        for name in forms.split()
    }


@cache
def _moods() -> dict[str, int]:
    return {
        folded(word): level
        for levels in _data()["moods"].values()
        for level, words in enumerate(levels, start=1)
        for word in words
    }


@cache
def _halves(name: str) -> frozenset[str]:
    return frozenset(folded(half) for half in _data()[name])
