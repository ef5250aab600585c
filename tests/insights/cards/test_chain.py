from __future__ import annotations

from datetime import date

from attach_desktop.insights.cards.chain import LONGEST, chain
from attach_desktop.insights.facts.feelings import Word
from attach_desktop.insights.facts.triggers import Link
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import asking, at, keep, over

DAY = date(2026, 9, 1)
SELECTION = over(DAY, DAY)


def _entry(
    thought: str = "", urge: str = "", did: str = "", before: int | None = None, after: int | None = None
) -> Entry:
    return Entry(
        at=at(DAY),
        triggers=("Silence",),
        thought=thought,
        urge=urge,
        did=did,
        intensity_before=before,
        intensity_after=after,
    )


def test_it_goes_from_the_trigger_to_how_it_was_after(vault: Vault) -> None:
    keep(
        vault,
        [
            _entry("They are gone.", "reach out, hide", "Waited.", 8, 5),
            _entry("They are  gone.", "reach out", "Wrote at once.", 6, 6),
            _entry("Too much.", "hide", "waited.", 7, 9),
            _entry(),
        ],
    )
    found = asking(vault).ask(chain, SELECTION)
    assert (found.trigger, found.basis.entries, found.basis.days) == ("Silence", 4, 1)
    thought, urge, did, after = found.columns
    assert thought.items == (Word("They are gone.", 2), Word("Too much.", 1))
    assert {word.label: word.entries for word in urge.items} == {"hide": 2, "reach out": 2}
    assert [(word.label, word.entries) for word in did.items] == [("waited.", 2), ("Wrote at once.", 1)]
    assert after.items == (Word("lower", 1), Word("same", 1), Word("higher", 1))
    assert did.links == (Link(0, 0, 1), Link(0, 2, 1), Link(1, 1, 1))
    assert (after.links, after.said, after.rest) == ((), 3, 0)
    assert found.basis.filter.words == (("triggers", "Silence"),)


def test_what_does_not_fit_is_counted(vault: Vault) -> None:
    keep(vault, [_entry(thought=f"Thought {number}.") for number in range(6)])
    thought = asking(vault).ask(chain, SELECTION).columns[0]
    assert [word.label for word in thought.items] == ["Thought 5.", "Thought 4.", "Thought 3.", "Thought 2."]
    assert (thought.said, thought.rest) == (6, 2)


def test_of_a_long_text_the_beginning_is_shown(vault: Vault) -> None:
    keep(vault, [_entry(did="so " * 1000 + "much"), _entry(did="so " * 1000 + "little")])
    did = asking(vault).ask(chain, SELECTION).columns[2]
    assert [(len(word.label), word.entries) for word in did.items] == [(LONGEST, 1), (LONGEST, 1)]
    assert did.items[0].label.endswith("…")


def test_the_most_frequent_trigger_is_taken_unless_one_is_chosen(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY), triggers=(name,)) for name in ("Rain", "Silence", "Silence")])
    assert asking(vault).ask(chain, SELECTION).trigger == "Silence"
    chosen = asking(vault).ask(chain, over(DAY, DAY, trigger="Rain"))
    assert (chosen.trigger, chosen.basis.entries) == ("Rain", 1)


def test_without_triggers_there_is_no_chain(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY), mood=3)])
    found = asking(vault).ask(chain, SELECTION)
    assert (found.trigger, found.columns, found.basis.entries) == ("", (), 0)
