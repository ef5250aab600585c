from __future__ import annotations

import pytest

from attach_desktop.ui.paper.said import Group, Run, Said
from attach_desktop.ui.paper.spoken import spoken_line

GLYPHS = b"q\nBT\n/F7 83 Tf 1 0 0 -1 0 0 Tm\n10 -50 Td <0001> Tj\n5 0 Td <0002> Tj\n6 0 Td <0003> Tj\nET\nQ\n"
PICTURE = b"q\n/GSa gs\n1 0 0 1 40 20 cm\n87 0 0 -82 0 82 cm /Im15  Do\nQ\n"


def spoken(drawing: bytes, *runs: Run, whole: str | None = None, font: bytes = b"/F7 ") -> bytes:
    return b"".join(spoken_line(drawing, Said(runs, whole), font, lambda _: (0, 60, 60, 60)))


def test_groups_are_said_where_they_stand() -> None:
    found = spoken(GLYPHS, Run((Group(2, "ฉั"), Group(1, None))))
    assert found == (
        b"q\nBT\n/F7 83 Tf 1 0 0 -1 0 0 Tm\n/Span <</ActualText <FEFF0E090E31>>> BDC\n10 -50 Td <0001> Tj\n"
        b"5 0 Td <0002> Tj\nEMC\n6 0 Td <0003> Tj\nET\nQ\n"
    )


def test_what_is_drawn_backward_is_drawn_forward_and_said_as_it_lies() -> None:
    backward = GLYPHS.replace(b"5 0 Td", b"-5 0 Td").replace(b"6 0 Td", b"-6 0 Td")
    found = spoken(backward, Run((Group(3, "שלו"),), backward=True))
    assert b"<FEFF05D505DC05E9>>> BDC\n-1 -50 Td <0003> Tj\n6 0 Td <0002> Tj\n5 0 Td <0001> Tj\nEMC" in found


def test_what_hangs_over_does_not_move_the_edges_of_a_word() -> None:
    over = GLYPHS.replace(b"6 0 Td", b"-3 0 Td")
    found = spoken(over, Run((Group(3, "ครั"),)))
    # The last one stands before the end of the word: the one that ends it is there once more, unseen.
    assert b"-3 0 Td <0003> Tj\n3 Tr\n3 0 Td <0002> Tj\n0 Tr\nEMC\n" in found


def test_pictures_have_a_letter_that_nobody_sees() -> None:
    found = spoken(PICTURE + GLYPHS, Run((Group(1, "🙂"),)), Run((Group(3, None),)))
    assert PICTURE + b"q\nBT\n/F7 82 Tf 3 Tr" in found
    assert b"<FEFFD83DDE42>>> BDC\n40 -50 Td <0001> Tj\nEMC\nET\nQ\n" in found
    assert found.endswith(GLYPHS)


def test_pictures_on_a_page_without_letters_are_left_alone() -> None:
    assert spoken(PICTURE, Run((Group(1, "🙂"),)), font=b"") == PICTURE


@pytest.mark.parametrize("run", [Run((Group(2, "ab"),)), Run((Group(4, "abcd"),)), Run((Group(1, "a"),))])
def test_where_glyphs_are_others_than_expected_the_line_is_said_as_a_whole(run: Run) -> None:
    assert (
        spoken(GLYPHS, run, whole="漢字") == b"/Span <</ActualText <FEFF6F225B57>>> BDC\n" + GLYPHS[:-2] + b"EMC\nQ\n"
    )
    assert spoken(GLYPHS, run, whole=None) == GLYPHS
