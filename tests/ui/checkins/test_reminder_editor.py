from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt

from attach_desktop.clock import Moment
from attach_desktop.reminders.plan import NIGHT, RULES, Plan
from attach_desktop.reminders.reminder import WHATS, Reminder
from attach_desktop.ui.checkins.reminder_editor import ReminderEditor, new_reminder
from tests.support import NOW, ZONE
from tests.ui.eyes import push, read
from tests.ui.hands import press, tab_to, write

Show = Callable[..., None]
AT = Moment.from_datetime(NOW, ZONE)
TODAY = NOW.date()
EVENING = (time(20, 0),)
PLANS: list[dict[str, Any]] = [
    {"times": (time(8, 30), *EVENING), "quiet": NIGHT, "begin": date(2026, 12, 1), "end": date(2027, 1, 1)},
    {"rule": "weekdays", "weekdays": ("mon", "sun"), "times": EVENING},
    {"rule": "every", "every": 3, "begin": date(2026, 12, 1), "times": EVENING, "quiet": (time(1), time(2))},
    {"rule": "monthly", "month_day": 31, "times": EVENING},
    {"rule": "monthly", "month_day": 1, "times": EVENING},
    {"rule": "random", "window": (time(9), time(18)), "per_day": 4, "weekdays": ("mon",)},
    {"rule": "once", "begin": date(2026, 12, 24), "times": EVENING},
]


def editor(on_screen: Show, reminder: Reminder | None = None) -> tuple[ReminderEditor, list[Reminder]]:
    made, kept = ReminderEditor(reminder or new_reminder(AT), TODAY), list[Reminder]()
    made.kept.connect(kept.append)
    on_screen(made, QSize(800, 700))
    made.start()
    return made, kept


@pytest.mark.parametrize("fields", PLANS)
@pytest.mark.parametrize("what", ["mood", "own"])
def test_what_is_shown_is_what_is_kept(on_screen: Show, fields: dict[str, Any], what: str) -> None:
    reminder = Reminder(noted=AT, what=what, plan=Plan(**fields), text="my words", own_words=True, unless_done=False)
    made, kept = editor(on_screen, reminder)
    push(made, "Keep")
    assert kept == [reminder]


def test_every_evening_by_two_keys(on_screen: Show) -> None:
    made, kept = editor(on_screen)
    tab_to("Keep")
    press(Qt.Key.Key_Return)
    assert kept == [new_reminder(AT)]
    assert kept[0].plan == Plan(times=EVENING, quiet=NIGHT)
    assert kept[0].unless_done
    assert not made.fault.isVisible()


@pytest.mark.parametrize("rule", RULES)
def test_only_what_the_rule_has_is_shown(on_screen: Show, rule: str) -> None:
    made, _ = editor(on_screen)
    made.rule.setCurrentIndex(made._rules.index(rule))
    shown = {key for key, (head, field) in made._lines.items() if field.isVisible()}
    assert ("times" in shown) == (rule != "random")
    assert ("weekdays" in shown) == (rule in ("weekdays", "random"))
    assert ("month_day" in shown) == (rule == "monthly")
    assert ("every" in shown) == (rule == "every")
    assert ("day" in shown) == (rule in ("once", "every"))
    assert made.size() == QSize(800, 700)


@pytest.mark.parametrize("what", WHATS)
def test_it_asks_about_what_was_done_only_where_that_can_be_known(on_screen: Show, what: str) -> None:
    made, _ = editor(on_screen)
    made.what.setCurrentIndex(made._whats.index(what))
    assert made.unless_done.isVisible() == (what not in ("own", "goal_review"))


def test_own_words_come_with_a_warning(on_screen: Show) -> None:
    made, kept = editor(on_screen)
    assert not any("sees the screen" in text for text in read(made))
    made.text.setFocus()
    write("water the plants")
    made.own_words.click()
    assert any("sees the screen" in text for text in read(made))
    push(made, "Keep")
    assert (kept[0].text, kept[0].own_words) == ("water the plants", True)


def test_what_cannot_be_is_told_in_place_and_nothing_is_kept(on_screen: Show) -> None:
    made, kept = editor(on_screen)
    made.what.setCurrentIndex(made._whats.index("own"))
    made.rule.setCurrentIndex(made._rules.index("weekdays"))
    push(made, "Keep")
    assert kept == []
    assert made.fault.isVisible()
    # By the names that stand beside the fields.
    assert made.fault.text() == "On: it is missing."


def test_a_time_in_the_quiet_hours_is_told(on_screen: Show) -> None:
    made, kept = editor(on_screen)
    made.times.set_times((time(23, 0),))
    push(made, "Keep")
    assert kept == []
    assert made.fault.text() == "At: a part of it lies in the quiet hours."


def test_escape_puts_it_away(on_screen: Show) -> None:
    made, kept = editor(on_screen)
    left: list[bool] = []
    made.left.connect(lambda: left.append(True))
    press(Qt.Key.Key_Escape)
    assert (left, kept) == ([True], [])


def test_everything_is_reached_by_tab(on_screen: Show) -> None:
    editor(on_screen)
    for name in ("My words", "Show these", "How often", "Time of day", "another time", "Quiet", "Not if", "Keep"):
        tab_to(name)
