"""The worked examples, and questionnaires to try things on."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.quiz.questionnaire import Questionnaire, built_in, from_json
from attach_desktop.quiz.take import Take
from tests.support import NOW, ZONE

ATTACH = built_in()
WORKED: dict[str, Any] = json.loads(Path(__file__).with_name("quiz_vectors.json").read_text("utf-8"))
VECTORS: list[dict[str, Any]] = WORKED["vectors"]
#: Every single take of the worked examples, with its name.
TAKES = [(f"{vector['name']}: {which}", vector[which]) for vector in VECTORS for which in ("take1", "take2")]


def in_order(worked: dict[str, Any]) -> list[int | None]:
    """The answers of a worked example in the order of the items: anxiety and avoidance by turns."""
    return [answer for pair in zip(worked["A"], worked["V"], strict=True) for answer in pair]


def take_of(answers: list[int | None] | tuple[int | None, ...], **fields: Any) -> Take:
    """A take of the program's own questionnaire."""
    usual: dict[str, Any] = {
        "at": Moment.from_datetime(NOW, ZONE),
        "questionnaire": ATTACH.id,
        "version": ATTACH.version,
        "points": len(ATTACH.points),
        "lens": "general",
        "answers": tuple(answers),
    }
    return Take(**{**usual, **fields})


def small() -> dict[str, Any]:
    """The file of a sound questionnaire: two items for each of two dimensions of its own, on five points."""
    return copy.deepcopy(_SMALL)


def small_questionnaire(**fields: Any) -> Questionnaire:
    """The small questionnaire, with other fields."""
    return from_json({**small(), **fields})


_SMALL: dict[str, Any] = {
    "format": "attach-desktop questionnaire",
    "id": "small",
    "version": 1,
    "name": "Small",
    "points": ["1", "2", "3", "4", "5"],
    "dimensions": [
        {"id": "warmth", "name": "Warmth", "low": "cool", "high": "warm"},
        {"id": "order", "name": "Order", "low": "loose", "high": "tidy"},
    ],
    "reference": {
        "sd": 1.0,
        "r_internal": 0.75,
        "r_retest": 0.64,
        "cut": 3,
        "min_answered": 0.5,
        "source": "guessed",
    },
    "lenses": [
        {"id": "all", "name": "Everybody", "forms": {"who": "people"}},
        {"id": "one", "name": "One person", "forms": {"who": "my friend"}},
    ],
    "items": [
        {"text": "I wave at {who}.", "dimension": "warmth", "key": "direct"},
        {"text": "I tidy up.", "dimension": "order", "key": "direct"},
        {"text": "I frown.", "dimension": "warmth", "key": "reversed"},
        {"text": "I lose things.", "dimension": "order", "key": "reversed"},
    ],
}
