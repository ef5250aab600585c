from __future__ import annotations

from attach_desktop.summary.document import Block, Field, Figure, Heading, Items, Paragraph
from attach_desktop.summary.figures import as_sentences

FIGURE = Figure(object(), "Mood over time", "Usually 3 of 5. It is early.")


def test_a_figure_is_told_where_nobody_else_tells_it() -> None:
    blocks: list[Block] = [Heading("Mood"), Paragraph("Something else."), FIGURE, Items(("a",))]
    assert list(as_sentences(blocks)) == [*blocks[:2], Paragraph(FIGURE.sentence), blocks[3]]


def test_what_stands_beside_it_already_is_not_said_twice() -> None:
    lead, rest = Paragraph("Usually 3 of 5."), Paragraph("It is early.")
    assert list(as_sentences([Heading("Mood"), lead, FIGURE, rest])) == [Heading("Mood"), lead, rest]
    field = Field("Mood", "Usually 3 of 5. It is early.")
    assert list(as_sentences([field, FIGURE])) == [field]


def test_what_another_part_says_does_not_count() -> None:
    said = Paragraph("Usually 3 of 5. It is early.")
    blocks: list[Block] = [said, Heading("Mood"), FIGURE]
    assert list(as_sentences(blocks)) == [said, Heading("Mood"), Paragraph(FIGURE.sentence)]
