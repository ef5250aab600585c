"""What the drawings of the quiz show, as values."""

from __future__ import annotations

from dataclasses import replace

from attach_desktop.quiz.picture import PlaneData, PlanePoint

_FIRST, _SECOND = (PlanePoint(x, 3.0, (x - 1, x + 1), (2.0, 4.0)) for x in (2.0, 5.0))
_PLANE = PlaneData(
    points=7,
    cuts=(4, 4),
    names=("across", "up"),
    ends=(("low", "high"), ("low", "high")),
    parts=("a", "b", "c", "d"),
    line=(_FIRST, _SECOND),
)


def test_the_plane_is_about_the_chosen_point_of_its_line() -> None:
    assert replace(_PLANE, chosen=1).point == _SECOND
    assert replace(_PLANE, chosen=0).point == _FIRST


def test_a_take_without_a_point_has_none_whatever_its_line_holds() -> None:
    assert _PLANE.point is None
