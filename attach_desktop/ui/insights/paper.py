"""Cards on paper, in the same order and words as on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attach_desktop.summary.document import Block, Document, Figure, Heading, Items, Paragraph, Tone
from attach_desktop.ui.insights.card_state import CardState


def on_paper(title: str, about: str, states: Sequence[CardState]) -> Document:
    """What to print for some cards, which are about the days that ``about`` names."""
    return Document(title=title, about=about, blocks=[block for state in states for block in _card(state)])


def _card(state: CardState) -> Iterator[Block]:
    yield Heading(state.title)
    yield from (Paragraph(sentence) for sentence in state.sentences)
    yield from (Paragraph(note, Tone.MUTED) for note in state.notes)
    for chart in state.charts:
        if len(state.charts) > 1:
            yield Heading(chart.name, 2)
        yield Figure(chart, chart.name, chart.sentence)
    if state.lines:
        if state.lines_title:
            yield Heading(state.lines_title, 2)
        yield Items(tuple(line.text for line in state.lines))
    yield from (Paragraph(text, Tone.SMALL) for text in state.counted)
