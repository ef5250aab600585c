from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from attach_desktop import resources
from attach_desktop.demo import fill
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.period import ALL
from attach_desktop.insights.words import Told, Words
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights import known
from tests.insights.known import TODAY, asking, at, keep, moods, over
from tests.support import NOW

WORDS = Words()
DAY = date(2026, 9, 1)
#: Words that claim a cause, give an order, pass a verdict or show what stays inside.
FORBIDDEN = re.compile(
    r"\b(because of|causes?|caused|makes? you|leads? to|due to|improv\w*|worse|better than|should|must|always|never|"
    r"predict\w*|will be|significan\w*|p ?[<=]|p-value|score|normal|healthy|missed|failed|streak)\b|[!%]",
    re.IGNORECASE,
)


def _told(vault: Vault, name: str, selection: Selection) -> Told:
    return WORDS.tell(asking(vault).card(name, selection))


def test_every_card_is_told_at_every_level_without_a_claim(vault: Vault) -> None:
    for entries in (0, 3, 10, 60):
        for number in range(entries):
            day = TODAY - timedelta(days=number % 200)
            keep(vault, [Entry(at=at(day), mood=1 + number % 5, triggers=("Silence",) if number % 2 else ())])
        for key in ("weeks", "year", ALL):
            asks = asking(vault)
            cards = [WORDS.tell(asks.card(name, Selection(period=asks.period(key)))) for name in CARDS]
            for sentence in (text for told in cards for text in (told.title, told.lead, *told.more, *told.counted)):
                assert sentence
                assert sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "“"
                assert not FORBIDDEN.search(sentence), sentence
                assert not re.search(r"[{}]|None|nan", sentence), sentence


def test_the_made_up_person_is_told_without_a_claim(vault: Vault) -> None:
    fill(vault, 900, 2, seed=3, end=NOW)
    asks = asking(vault)
    for name in CARDS:
        told = WORDS.tell(asks.card(name, Selection(period=asks.period(ALL))))
        said = (told.lead, *told.more, *told.counted)
        # What the person wrote may say anything; it stands in quotation marks.
        assert [text for text in said if FORBIDDEN.search(re.sub("“[^”]*”", "", text))] == []
        assert told.text.startswith(told.lead)


def test_no_sentence_of_the_insights_claims_anything() -> None:
    def texts(value: object) -> list[str]:
        if isinstance(value, dict):
            return [text for each in value.values() for text in texts(each)]
        if isinstance(value, list):
            return [text for each in value for text in texts(each)]
        return [str(value)]

    assert [text for text in texts(resources.content("insights")) if FORBIDDEN.search(text)] == []


def test_every_card_has_a_title() -> None:
    assert all(WORDS.title(name) for name in CARDS)


@pytest.mark.parametrize("name", [name for name in CARDS if name not in ("year", "works")])
def test_days_still_to_come_are_told_as_such(vault: Vault, name: str) -> None:
    told = _told(vault, name, over(TODAY + timedelta(days=1), TODAY + timedelta(days=9)))
    assert (told.lead, told.more) == ("These days are still to come.", ())


def test_a_choice_that_matches_nothing_is_told_as_such(vault: Vault) -> None:
    moods(vault, [3] * 20)
    told = _told(vault, "mood", over(DAY, DAY + timedelta(days=19), person="Nobody"))
    assert told.lead == "No entry of these days matches what you chose."


def test_few_days_are_told_without_a_number(vault: Vault) -> None:
    told = _told(vault, "mood", moods(vault, [1, 5, 3]))
    assert told.lead == "Entries on 3 of 3 days."
    assert "A middle needs 6." in told.more[-1]
    assert not any("Usually" in sentence for sentence in told.more)


def test_six_to_fourteen_days_are_called_early(vault: Vault) -> None:
    told = _told(vault, "mood", moods(vault, [1, 5, 3, 4, 2, 3, 4, 1]))
    assert told.lead == "Usually 3 of 5 (in between), on 8 of 8 days."
    assert told.more[-1].startswith("This is early: 8 days so far.")


def test_what_is_true_is_told_and_what_only_seems_so_is_not(vault: Vault) -> None:
    keep(vault, known.structured(2))
    selection = over(TODAY - timedelta(days=239), TODAY)
    patterns, helps, triggers = (_told(vault, name, selection) for name in ("patterns", "helps", "triggers"))
    assert f"When “{known.TRIGGER}” came up, mood was about" in patterns.text
    assert f"After “{known.HELPFUL}” it eased about 2.4 points more" in patterns.text
    assert helps.lead.startswith(f"After “{known.HELPFUL}” it eased about 2.4 points more than after “Nothing in part")
    assert "Feelings at a peak tend to ease anyway." in helps.text
    for told in (patterns, triggers):
        assert f"When “{known.IDLE}”" not in told.text
    assert not any(f"“{known.PEAKS}” it eased" in sentence for sentence in (*helps.more, helps.lead, patterns.text))
    assert "of 10 times" in triggers.text
