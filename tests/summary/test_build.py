from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop import resources
from attach_desktop.changes import Changes
from attach_desktop.demo import fill
from attach_desktop.errors import FaultsError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.summary.build import Wanted, build
from attach_desktop.summary.choices import BUILT_IN, SECTIONS, Choices
from attach_desktop.summary.document import Heading, Paragraph
from attach_desktop.summary.sections import PARTS
from attach_desktop.vault.vault import Vault
from tests.summary.made import BEGIN, TODAY, add, said, summary
from tests.support import NOW, Vaults

WORDS = resources.content("summary")
YEAR = TODAY - timedelta(days=364)


def test_every_section_has_its_part_its_name_and_its_words_where_it_is_empty() -> None:
    assert [*PARTS] == list(SECTIONS)
    assert [*WORDS["sections"]] == list(SECTIONS)
    assert [*WORDS["empty"]] == list(SECTIONS)
    assert [*WORDS["presets"]] == list(BUILT_IN)


def test_the_days_stand_on_top_and_at_the_head_of_every_page(vault: Vault) -> None:
    document = summary(vault)
    assert document.about == document.header == "26 October – 8 November 2026"
    assert document.language == "en"


def test_days_without_anything_make_a_kind_true_page(vault: Vault) -> None:
    assert summary(vault).blocks == (Paragraph(WORDS["nothing"]),)
    assert summary(vault, "glance").blocks == (Paragraph(WORDS["nothing"]),)


def test_an_empty_section_says_so_in_one_line(vault: Vault) -> None:
    add(vault, mood=3)
    document = summary(vault, "triggers", "entries", "gratitude")
    assert WORDS["empty"]["triggers"] in said(document)
    assert WORDS["empty"]["gratitude"] in said(document)
    assert WORDS["empty"]["entries"] not in said(document)


def test_no_section_at_all_is_told(vault: Vault) -> None:
    add(vault, mood=3)
    choices = Choices(sections=())
    document = build(vault, Wanted(begin=BEGIN, end=TODAY, choices=choices))
    assert document.blocks[0] == Paragraph(WORDS["no-sections"], document.blocks[0].tone)  # type: ignore[union-attr]


def test_sections_come_in_the_order_that_was_chosen(vault: Vault) -> None:
    add(vault, mood=3, triggers=("Silence",))
    heads = [one.text for one in summary(vault, "entries", "mood", "glance").blocks if isinstance(one, Heading)]
    names = WORDS["sections"]
    assert [head for head in heads if head in names.values()] == [names[one] for one in ("entries", "mood", "glance")]


def test_the_cover_says_what_it_is_and_what_was_left_out(vault: Vault) -> None:
    assert "not a diagnosis" in summary(vault).cover[0]
    assert summary(vault).cover[-1] == "Left out: entries marked as private."
    without = summary(vault, names=False, notes=False).cover[-1]
    assert "names (people are called A, B, C), notes and longer texts and entries marked as private." in without
    assert summary(vault, private=True).cover[-1] == WORDS["cover"]["with-private"]


def test_crossed_days_are_refused() -> None:
    with pytest.raises(FaultsError):
        Wanted(begin=TODAY, end=BEGIN, choices=Choices())


def test_it_is_told_how_far_it_has_come_up_to_the_end(vault: Vault) -> None:
    fill(vault, 300, 1, 1, NOW)
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> bool:
        steps.append((done, total))
        return True

    build(vault, Wanted(begin=YEAR, end=TODAY, choices=Choices()), progress)
    assert steps == sorted(steps)
    assert len({total for _, total in steps}) == 1
    assert steps[0][0] == 0
    assert steps[-1][0] == steps[-1][1]


@pytest.mark.parametrize("stop", [0, 1, 5])
def test_it_can_be_called_off(vault: Vault, stop: int) -> None:
    fill(vault, 300, 1, 1, NOW)
    told = 0

    def progress(done: int, total: int) -> bool:
        nonlocal told
        told += 1
        return told <= stop

    with pytest.raises(Cancelled):
        build(vault, Wanted(begin=YEAR, end=TODAY, choices=Choices()), progress)
    assert told == stop + 1
    add(vault, mood=3)  # nothing holds the vault any more


def test_all_of_it_is_of_one_state_of_the_vault(vault: Vault, vault_factory: Vaults) -> None:
    for day in range(10):
        add(vault, day, mood=3, note=f"note {day}")
    other = vault_factory(changes=Changes())

    def progress(done: int, total: int) -> bool:
        if done:
            add(other, 1, mood=1, note="came in meanwhile")
        return True

    choices = Choices(sections=("mood", "entries", "flagged", "thoughts"))
    document = build(vault, Wanted(begin=BEGIN, end=TODAY, choices=choices), progress)
    assert "came in meanwhile" not in said(document)
    assert "came in meanwhile" in said(summary(vault, "entries"))


def test_the_same_vault_gives_the_same_document(vault: Vault) -> None:
    fill(vault, 200, 1, 1, NOW)
    assert said(summary(vault, begin=YEAR, names=False)) == said(summary(vault, begin=YEAR, names=False))
