"""Cards on paper."""

from __future__ import annotations

from dataclasses import replace

from attach_desktop.summary.document import Figure, Heading
from attach_desktop.ui.insights.card_state import CardState, Line
from attach_desktop.ui.insights.paper import on_paper
from attach_desktop.ui.paper.drawings import drawings
from attach_desktop.ui.theme.theme import Theme
from tests.summary.papers.reading import in_order, texts
from tests.ui.charts.made import chart_of, days


def state(theme: Theme) -> CardState:
    return CardState(
        key="mood",
        title="Mood over time",
        sentences=("Usually 3 of 5.",),
        notes=("This is early.",),
        charts=(chart_of(days(60)),),
        lines=(Line("Tea: 3 of 4 times"),),
        lines_title="Each of them",
        counted=("One value a day.",),
    )


def test_words_stand_in_the_same_order_as_on_the_screen(theme: Theme) -> None:
    document = on_paper("Insights", "1 Sep – 30 Sep", [state(theme)])
    assert in_order(
        texts(document),
        "Insights",
        "1 Sep – 30 Sep",
        "Mood over time",
        "Usually 3 of 5.",
        "This is early.",
        "Each of them",
        "Tea: 3 of 4 times",
        "One value a day.",
    )


def test_each_card_is_a_section_and_several_drawings_have_their_names(theme: Theme) -> None:
    one = state(theme)
    two = replace(one, charts=(one.charts[0], replace(one.charts[0], name="Another")), lines_title="")
    document = on_paper("Insights", "", [one, two])
    heads = [(block.text, block.level) for block in document.blocks if isinstance(block, Heading)]
    assert heads == [
        ("Mood over time", 1),
        ("Each of them", 2),
        ("Mood over time", 1),
        (one.charts[0].name, 2),
        ("Another", 2),
    ]


def test_drawings_are_those_of_the_screen(theme: Theme) -> None:
    one = state(theme)
    (figure,) = [block for block in on_paper("Insights", "", [one]).blocks if isinstance(block, Figure)]
    assert drawings(figure) == one.charts
    assert figure.sentence == one.charts[0].sentence
