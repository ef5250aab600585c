from __future__ import annotations

from collections.abc import Callable

from attach_desktop.checkins.form import Question
from attach_desktop.ui.checkins.own_questions import LeftOut, OwnQuestion
from tests.ui.eyes import push, read
from tests.ui.hands import write

Show = Callable[..., None]


def test_a_question_is_asked_by_enter_or_the_button(on_screen: Show) -> None:
    made, asked = OwnQuestion(), list[tuple[str, str]]()
    made.asked.connect(lambda sort, text: asked.append((sort, text)))
    on_screen(made)
    made.line.setFocus()
    write("Did I sing?\n")
    made.sort.setCurrentIndex(1)
    push(made, "Add")
    assert asked == [("scale", "Did I sing?"), ("open", "Did I sing?")]


def test_what_is_left_out_can_be_asked_again(on_screen: Show) -> None:
    questions = [Question(id=name, wording=1, sort="open", text=f"{name}?", name=name) for name in ("one", "two")]
    made, wanted = LeftOut(questions), list[Question]()
    made.wanted.connect(wanted.append)
    on_screen(made)
    assert read(made) == ["one?", "two?"]
    push(made, "Ask it again: two?")
    assert wanted == [questions[1]]
