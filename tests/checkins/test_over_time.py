from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.checkins.checkin import Answer, CheckIn, Text
from attach_desktop.checkins.over_time import Line, Point, Row, beside, lines
from tests.checkins.samples import AT, checkin, checkins

SUNDAY = date(2026, 9, 6)
WEEK = timedelta(days=7)


def weeks(*values: dict[str, int | None]) -> list[CheckIn]:
    return [checkin(SUNDAY + number * WEEK, values=given) for number, given in enumerate(values)]


def test_each_answer_is_a_line_and_what_was_left_out_a_gap() -> None:
    found = lines("weekly", weeks({"calm": 3, "alone": None}, {"calm": None}, {"calm": 5, "alone": 4}))
    assert found == [
        Line("calm", 1, "How calm?", (Point(SUNDAY, 3), Point(SUNDAY + WEEK, None), Point(SUNDAY + 2 * WEEK, 5))),
        Line("alone", 1, "How alone?", (Point(SUNDAY + 2 * WEEK, 4),)),
    ]
    assert [line.answered for line in found] == [2, 1]


def test_the_order_in_which_they_come_makes_no_difference() -> None:
    three = weeks({"calm": 3}, {"calm": 4}, {"calm": 5})
    assert lines("weekly", reversed(three)) == lines("weekly", three)


def test_a_line_breaks_where_too_much_time_has_passed() -> None:
    early, late = checkin(SUNDAY, values={"calm": 3}), checkin(SUNDAY + 3 * WEEK, values={"calm": 5})
    (line,) = lines("weekly", [early, late])
    assert [point.value for point in line.points] == [3, None, 5]
    assert SUNDAY < line.points[1].day < SUNDAY + 3 * WEEK
    (line,) = lines("weekly", [early, checkin(SUNDAY + 2 * WEEK, values={"calm": 5})])
    assert [point.value for point in line.points] == [3, 5]
    months = [checkin(SUNDAY + timedelta(days=days), "monthly", {"calm": 4}) for days in (0, 62, 126)]
    assert [point.value for point in lines("monthly", months)[0].points] == [4, 4, None, 4]


def test_other_words_are_another_line() -> None:
    own = checkin(SUNDAY + WEEK, answers=(Answer("calm", 101, "Was I calm?", 8),))
    found = lines("weekly", [*weeks({"calm": 3}), own])
    assert [(line.wording, line.asked, [point.value for point in line.points]) for line in found] == [
        (101, "Was I calm?", [8]),
        (1, "How calm?", [3]),
    ]


def test_other_forms_are_other_lines() -> None:
    assert lines("monthly", weeks({"calm": 3})) == []
    assert lines("weekly", []) == []


@settings(deadline=None)
@given(st.lists(checkins, max_size=6))
def test_every_answer_is_on_exactly_one_line(several: list[CheckIn]) -> None:
    for form in {one.form for one in several}:
        given_points = [
            answer.value for one in several if one.form == form for answer in one.answers if answer.value is not None
        ]
        drawn = [point.value for line in lines(form, several) for point in line.points if point.value is not None]
        assert sorted(drawn) == sorted(given_points)


def test_side_by_side() -> None:
    one = checkin(
        values={"calm": 3, "kind": 2},
        texts=(Text("try", 1, "Try?", "A walk"), Text("changed", 1, "Changed?", "")),
    )
    other = CheckIn(
        at=AT,
        form="weekly",
        answers=(Answer("alone", 1, "How alone?", 6), Answer("calm", 101, "Was I calm?", None)),
        texts=(Text("try", 1, "Try?", " Sleep "),),
    )
    assert beside(one, other) == [
        Row("alone", "How alone?", None, 6, in_one=False, in_other=True, alike=False),
        Row("calm", "Was I calm?", 3, None, in_one=True, in_other=True, alike=False),
        Row("try", "Try?", "A walk", "Sleep", in_one=True, in_other=True, alike=True),
        Row("kind", "How kind?", 2, None, in_one=True, in_other=False, alike=False),
        Row("changed", "Changed?", None, None, in_one=True, in_other=False, alike=False),
    ]


@settings(deadline=None)
@given(checkins)
def test_beside_itself_everything_is_alike(one: CheckIn) -> None:
    rows = beside(one, one)
    assert len(rows) == len(one.answers) + len(one.texts)
    assert all(row.alike and row.one == row.other for row in rows)
