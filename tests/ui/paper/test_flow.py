from __future__ import annotations

import pytest

from attach_desktop.ui.paper.flow import Flow, Part, Placed, Row
from attach_desktop.ui.paper.sheet import MM, Size
from attach_desktop.ui.paper.things import Rule

SIZE = Size(100, 100)


def row(name: float, height: float, *, keep: bool = False, above: float = 0.0, head: Row | None = None) -> Row:
    """A row told by the width of its rule."""
    return Row(height * MM, (Part(Rule(name), 0.0),), above * MM, keep, head)


def names(pages: list[tuple[Placed, ...]]) -> list[list[float]]:
    return [[what.width for what, *_ in page if isinstance(what, Rule)] for page in pages]


def flowed(*rows: Row) -> list[tuple[Placed, ...]]:
    flow = Flow(SIZE)
    for one in rows:
        flow.add(one)
    return flow.finish()


def test_a_page_has_room_between_header_and_foot() -> None:
    assert 50 * MM < Flow(SIZE).room < 80 * MM


def test_nothing_is_one_empty_page() -> None:
    assert flowed() == [()]


def test_rows_go_on_to_the_next_page() -> None:
    assert names(flowed(*(row(at, 20) for at in range(5)))) == [[0, 1, 2], [3, 4]]


def test_what_is_kept_together_goes_together() -> None:
    found = flowed(row(0, 40), row(1, 10, keep=True), row(2, 10, keep=True), row(3, 20))
    assert names(found) == [[0], [1, 2, 3]]


def test_what_does_not_fit_together_on_any_page_falls_apart() -> None:
    found = flowed(row(0, 10), *(row(at, 20, keep=True) for at in range(1, 8)))
    assert [name for page in names(found) for name in page] == [0, 1, 2, 3, 4, 5, 6, 7]
    assert all(len(page) >= 2 for page in found)


def test_a_row_higher_than_a_page_has_one_of_its_own() -> None:
    assert names(flowed(row(0, 10), row(1, 500), row(2, 10))) == [[0], [1], [2]]


def test_space_above_is_left_out_at_the_head_of_a_page() -> None:
    first, second = flowed(row(0, 60, above=9), row(1, 20, above=9), row(2, 5, above=9))
    assert first[0][2] == second[0][2] == SIZE.begin
    assert second[1][2] == pytest.approx(SIZE.begin + 29 * MM)


def test_the_head_of_a_table_comes_again() -> None:
    head = row(99, 10)
    found = flowed(head, *(row(at, 20, head=head) for at in range(5)))
    assert names(found) == [[99, 0, 1], [99, 2, 3], [99, 4]]


def test_lines_of_one_text_become_one_part() -> None:
    kept = ("text", 0, 1.0, (), "", False)
    lines = [Row(20 * MM, (Part(kept, 5.0, 0.0, at, at + 1),)) for at in range(4)]
    assert flowed(*lines) == [((kept, 5.0, SIZE.begin, 0, 3),), ((kept, 5.0, SIZE.begin, 3, 4),)]


def test_a_new_page_is_not_begun_twice() -> None:
    flow = Flow(SIZE)
    flow.new_page()
    flow.add(row(0, 10, keep=True))
    flow.new_page()
    flow.new_page()
    flow.add(row(1, 10))
    assert names(flow.finish()) == [[0], [1]]
