"""Cards hold a few words and nothing else."""

from __future__ import annotations

from attach_desktop.summary.document import Large
from attach_desktop.summary.papers.cards import affirmation_card, recovery_code
from tests.summary.papers.reading import texts


def test_a_sentence_stands_alone() -> None:
    document = affirmation_card("I can ask for what I need.")
    assert document.blocks == [Large(("I can ask for what I need.",))]
    assert (document.title, document.header) == ("", "")


def test_a_code_is_in_letters_of_one_width_and_does_not_say_what_it_opens() -> None:
    document = recovery_code(["AAAA   BBBB", "CCCC   DDDD"])
    (code,) = [block for block in document.blocks if isinstance(block, Large)]
    assert code == Large(("AAAA   BBBB", "CCCC   DDDD"), fixed=True)
    everything = " ".join((*texts(document), document.header)).lower()
    assert "attach" not in everything
    assert "journal" not in everything
    assert "o is zero" in everything
