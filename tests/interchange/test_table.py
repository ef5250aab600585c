from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.interchange.table import Row, line, rows

_cells = st.lists(st.text(st.sampled_from("ab ,;\t\"\r\n'é")), min_size=1, max_size=4)


@given(st.lists(_cells, max_size=4))
def test_what_is_written_is_read_again(table: list[list[str]]) -> None:
    text = "".join(line(cells) for cells in (["a", "b", "c"], *table))
    back = {row.number: list(row.cells) for row in rows(text)}
    assert back == {1: ["a", "b", "c"]} | {number: cells for number, cells in enumerate(table, 2) if any(cells)}


@given(st.lists(_cells, max_size=4))
def test_others_read_the_same(table: list[list[str]]) -> None:
    text = "".join(line(cells) for cells in table)
    expected = [[] if cells == [""] else cells for cells in table]
    assert list(csv.reader(io.StringIO(text, newline=""))) == expected


@given(st.lists(_cells, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_what_others_write_is_read(table: list[list[str]], end: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator=end)
    writer.writerows([["head", "er"], *table])
    assert [list(row.cells) for row in rows(out.getvalue())] == [
        ["head", "er"],
        *(cells for cells in table if any(cells)),
    ]


@given(st.text(st.sampled_from('ab,;\t"\r\n')))
def test_nothing_makes_it_fail(text: str) -> None:
    list(rows(text))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one(end: str) -> None:
    assert [row.cells for row in rows(f'a,b{end}1,"2{end}3"{end}')] == [("a", "b"), ("1", f"2{end}3")]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    text = 'a,b\n"x\ny",1\n\n,\nz,2\n'
    assert [(row.number, row.cells) for row in rows(text)] == [(1, ("a", "b")), (2, ("x\ny", "1")), (5, ("z", "2"))]


def test_a_quotation_mark_that_never_closes_is_told() -> None:
    assert list(rows('a,b\n1,"half ""of\nit')) == [Row(1, ("a", "b")), Row(2, ("1", 'half "of\nit'), whole=False)]


def test_quotation_marks_in_odd_places_are_text() -> None:
    assert [row.cells for row in rows('a,b\n5" pipe,"x"y\n')] == [("a", "b"), ('5" pipe', "xy")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_tells_what_stands_between_cells(delimiter: str) -> None:
    text = f"at{delimiter}mood\n1{delimiter}a,b;c\td\n".replace("a,b;c\td", '"a,b;c\td"')
    assert [row.cells for row in rows(text)] == [("at", "mood"), ("1", "a,b;c\td")]


def test_a_cell_may_be_as_long_as_a_novel() -> None:
    cell = 'say "no"\n' * 200_000
    assert [row.cells[0] for row in rows("a,b\r\n" + line([cell, "x"]))][1] == cell
