"""A year of made-up entries in many scripts, on paper: every line is found again, and none of the private ones."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

import pytest

from attach_desktop import demo
from attach_desktop.clock import day_of
from attach_desktop.journal.entry import TEXT_FIELDS, Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.summary.build import Wanted, build
from attach_desktop.summary.choices import SECTIONS, Choices
from attach_desktop.ui.paper.pages import lay_out
from attach_desktop.ui.paper.pdf import pdf
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.paper.poppler import needs_poppler, text_of

pytestmark = [pytest.mark.usefixtures("qapp"), needs_poppler, pytest.mark.slow]

ENTRIES = 365
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


def letters(text: str) -> str:
    """A text without what lines are broken at and signs are typeset by."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def texts(entry: Entry) -> list[str]:
    return [text for field in TEXT_FIELDS if (text := getattr(entry, field))]


@pytest.mark.parametrize("private", [False, True])
def test_every_line_is_found_and_no_private_one(vault: Vault, clock: FixedClock, private: bool) -> None:
    demo.fill(vault, ENTRIES, 1, 1, clock.now())
    end = day_of(clock.now(), vault.day_start)
    choices = Choices(sections=SECTIONS, private=private)
    document = build(vault, Wanted(begin=end - timedelta(days=366), end=end, choices=choices))
    data = pdf(lay_out(document, Paper.A4))
    heads = re.compile(rf"Page \d+ of \d+|{re.escape(document.header)}")
    found = [heads.sub("", text_of(data, raw=raw, marks=" ")) for raw in (True, False)]
    packed = [letters(text) for text in found]
    words = set(re.findall(r"\w+", unicodedata.normalize("NFKC", found[1])))

    entries = [record.value for record in JournalStore(vault).each()]
    shown = [text for entry in entries if private or not entry.private for text in texts(entry)]
    hidden = [text for entry in entries if entry.private and not private for text in texts(entry)]
    assert len(shown) > ENTRIES / 2
    for text in shown:
        if any(letters(text) in each for each in packed):
            continue
        # Where the direction turns within a line, programs that read put words in an order of their own.
        assert _LEFTWARD.search(text), text
        missing = [word for word in re.findall(r"\w+", unicodedata.normalize("NFKC", text)) if word not in words]
        assert missing == [], text
    everything = " ".join(map(letters, shown))
    secrets = [text for text in hidden if len(text) > 20 and letters(text) not in everything]
    assert bool(secrets) is not private
    for text in secrets:
        assert not any(letters(text) in each for each in packed), text
