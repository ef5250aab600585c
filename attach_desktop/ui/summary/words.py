"""What the window says about days and about what is on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from attach_desktop.summary.choices import Choices
from attach_desktop.ui.widgets.days import shown_day


def _tr(text: str) -> str:
    return QCoreApplication.translate("SummaryWords", text)


def days_words(begin: date, end: date, today: date) -> str:
    """Some days, as short as they can be said: ``2–15 November``, ``28 October – 3 November``, ``8 November``.

    The year stands there where it is not that of ``today``.
    """
    last = shown_day(end, "d MMMM yyyy" if end.year != today.year or begin.year != end.year else "d MMMM")
    if begin == end:
        return last
    if begin.year != end.year:
        return f"{shown_day(begin, 'd MMMM yyyy')} – {last}"
    if begin.month != end.month:
        return f"{shown_day(begin, 'd MMMM')} – {last}"
    return f"{shown_day(begin, 'd')}–{last}"


def on_paper(pages: int, days: str, choices: Choices) -> str:
    """What is on paper: ``12 pages: 2–15 November, without names and private entries``."""
    count = _tr("1 page") if pages == 1 else _tr("{count} pages").format(count=f"{pages:,}")
    left_out = [
        words
        for words, out in (
            (_tr("notes"), not choices.notes),
            (_tr("names"), not choices.names),
            (_tr("private entries"), not choices.private),
        )
        if out
    ]
    parts = [days, *([_tr("without {things}").format(things=listed(left_out))] if left_out else [])]
    if choices.private:
        # Whoever hands it on is to know.
        parts.append(_tr("with private entries"))
    return f"{count}: {', '.join(parts)}"


def missing(scripts: Sequence[str]) -> str:
    """That no font here shows some scripts; nothing where every sign can be shown."""
    if not scripts:
        return ""
    return _tr(
        "No font on this computer shows {scripts}, so some signs are boxes on these pages. A font for it, once"
        " installed, is used by itself."
    ).format(scripts=listed(scripts))


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return _tr("{several} and {last}").format(several=", ".join(words[:-1]), last=words[-1])
