"""Takes of the program's own questionnaire to look at, and how they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.days import Days
from attach_desktop.quiz.store import QuizStore, Sitting
from attach_desktop.quiz.take import Take
from attach_desktop.vault.kind import Stored
from tests.quiz.samples import ATTACH, take_of
from tests.support import NOW, ZONE

DAYS = Days().text

Answers = Sequence[int | None]
#: High on anxiety, low on avoidance.
WORRIED: Answers = (6, 3, 2, 5, 5, 4, 3, 4, 6, 2, 2, 5, 6, 3, 3, 6)
#: Low on both.
CALM: Answers = (2, 3, 6, 6, 3, 2, 5, 6, 2, 2, 6, 6, 2, 3, 6, 5)
#: The same answer all the way: exactly 4 on both.
ALL_FOUR: Answers = (4,) * 16
#: Half of the sentences on avoidance left out.
HALF: Answers = (6, None, 2, None, 5, None, 3, None, 6, 2, 2, 5, 6, 3, 3, 6)


def keep(store: QuizStore, answers: Answers, days_ago: int = 0, **fields: Any) -> Stored[Take]:
    """Keep a take of the program's own questionnaire, made some days ago."""
    at = Moment.from_datetime(NOW - timedelta(days=days_ago), ZONE)
    return store.add(take_of(tuple(answers), **{"at": at, **fields}))


def sitting(**fields: Any) -> Sitting:
    """A sitting of the program's own questionnaire, with nothing answered yet."""
    usual: dict[str, Any] = {
        "questionnaire": ATTACH.id,
        "version": ATTACH.version,
        "lens": "general",
        "answers": (None,) * len(ATTACH.items),
    }
    return Sitting(**{**usual, **fields})
