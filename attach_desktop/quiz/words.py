"""The sentences that tell a result, from ``content/<language>/quiz.json``: in the window, on paper, in the terminal."""

from __future__ import annotations

import math
from typing import Any

from attach_desktop import resources
from attach_desktop.quiz.change import Change
from attach_desktop.quiz.questionnaire import ATTACHMENT, BUILT_IN, STYLES, Dimension, Questionnaire
from attach_desktop.quiz.scoring import DimensionScore, Result, needed


def figure(value: float) -> str:
    """A figure as people read it: two decimals, halves rounded up (means of eight answers end in 5), a real minus."""
    rounded = math.copysign(math.floor(abs(value) * 100 + 0.5 + 1e-9) / 100, value)
    return f"{rounded + 0.0:.2f}".replace("-", "−")


class Words:
    """The sentences in one language."""

    def __init__(self, language: str = resources.FALLBACK_LANGUAGE) -> None:
        """Sentences in ``language``, or in English where it has none."""
        self.texts: dict[str, Any] = resources.content("quiz", language)

    def points(self, questionnaire: Questionnaire) -> list[str]:
        """What to know before a take of ``questionnaire``: what it is and is not."""
        texts = self.texts["disclosure"]
        own = texts["points" if questionnaire.id == BUILT_IN else "own_points"]
        return [str(text) for text in (*own, *texts["every_points"])]

    def disclosure(self, questionnaire: Questionnaire, day: str, lens: str) -> str:
        """The same in short, to stand beside a result; ``day`` and ``lens`` in words."""
        texts = self.texts["disclosure"]
        own = texts["short" if questionnaire.id == BUILT_IN else "own_short"]
        version = texts["version"].format(name=questionnaire.name, version=questionnaire.version)
        return f"{own} {texts['every_short'].format(day=day, lens=lens)} {version}."

    def part(self, name: str) -> str:
        """What a part of the plane is called: the name of its description, or ``name`` itself if it has none."""
        return str(self.texts["descriptions"][name]["name"]) if name in STYLES else name

    def parts(self, names: tuple[str, ...]) -> str:
        """Several parts in one phrase: "secure and anxious-preoccupied"."""
        return self._joined([self.part(name) for name in names])

    def full_part(self, name: str) -> str:
        """The name of a part with what else it is called: "fearful-avoidant (some writers say disorganized)"."""
        also = self.texts["descriptions"][name]["also"] if name in STYLES else ""
        return f"{self.part(name)} ({also})" if also else self.part(name)

    def _joined(self, called: list[str]) -> str:
        last = f" {self.texts['bands']['and']} "
        return last.join(filter(None, [", ".join(called[:-1]), called[-1]])) if called else ""

    def description(self, style: str) -> list[tuple[str, list[str]]]:
        """The three lists of a description, each under its heading: signs, what may help, strengths."""
        found, heads = self.texts["descriptions"][style], self.texts["headings"]
        helps = [str(help_["text"]) for help_ in found["helps"]]
        return [
            (str(heads["signs"]), found["signs"]),
            (str(heads["helps"]), helps),
            (str(heads["strengths"]), found["strengths"]),
        ]

    def level(self, dimension: Dimension, score: DimensionScore) -> list[str]:
        """The plain sentences of one axis, or why it has no figure."""
        axes = self.texts["axes"]
        if score.level is None:
            return [self.missing(dimension, score)]
        own = axes[dimension.id] if dimension.id in ATTACHMENT else axes["other"]
        return [
            text.format(dimension=dimension.name, low=dimension.low, high=dimension.high) for text in own[score.level]
        ]

    def missing(self, dimension: Dimension, score: DimensionScore) -> str:
        """That a dimension has too few answers for a figure."""
        return str(self.texts["axes"]["missing"]).format(
            dimension=dimension.name,
            answered=score.answered,
            items=score.items,
            needed=needed(dimension, score.items),
        )

    def point(self, dimension: Dimension, score: DimensionScore, points: int) -> str:
        """A figure with its interval in words."""
        shown = score.shown(points)
        if score.mean is None or shown is None:
            return self.missing(dimension, score)
        return str(self.texts["axes"]["point"]).format(
            dimension=dimension.name,
            mean=figure(score.mean),
            points=points,
            low=figure(shown[0]),
            high=figure(shown[1]),
        )

    def plane(self, questionnaire: Questionnaire, result: Result) -> str:
        """What the drawing of the plane shows, for those who do not see it."""
        across, up = result.dimensions
        points = len(questionnaire.points)
        wide, tall = across.shown(points), up.shown(points)
        first, second = questionnaire.dimensions
        if across.mean is None or up.mean is None or wide is None or tall is None:
            text = str(self.texts["axes"]["plane_missing"])
            for dimension, mean, shown in ((first, across.mean, wide), (second, up.mean, tall)):
                if mean is not None and shown is not None:
                    text += " " + str(self.texts["axes"]["plane_strip"]).format(
                        dimension=dimension.name, mean=figure(mean), low=figure(shown[0]), high=figure(shown[1])
                    )
            return text
        return str(self.texts["axes"]["plane"]).format(
            first=first.name,
            second=second.name,
            x=figure(across.mean),
            y=figure(up.mean),
            x_low=figure(wide[0]),
            x_high=figure(wide[1]),
            y_low=figure(tall[0]),
            y_high=figure(tall[1]),
        )

    def band(self, result: Result) -> str:
        """How firmly the point can be placed; empty where there is no point."""
        if result.band is None:
            return ""
        text: str = self.texts["bands"][result.band]
        return text.format(first=self.parts(result.nearest[:1]), list=self.parts(result.between))

    def nearest(self, result: Result) -> str:
        """The nearest description by name, or the two or four that are equally near; empty where there is no point."""
        if not result.nearest:
            return ""
        key = "nearest" if len(result.nearest) == 1 else "nearest_more"
        return str(self.texts["bands"][key]).format(
            list=self._joined([self.full_part(name) for name in result.nearest])
        )

    def flags(self, result: Result) -> list[str]:
        """The signs of haste, told kindly: the plainest of those about equal answers, and the others."""
        # Equal answers set several of them off at once; saying it three times would be a reproach.
        equal = [flag for flag in result.flags if flag != "quick"]
        told = (*equal[:1], *(flag for flag in result.flags if flag == "quick"))
        return [str(self.texts["flags"][flag]) for flag in told]

    def change(self, dimension: Dimension, change: Change) -> str:
        """What became of one axis between two takes: never better or worse, more or less than ordinary fluctuation."""
        texts = self.texts["change"]
        if change.beyond is None or change.first is None or change.second is None:
            return str(texts["missing"]).format(dimension=dimension.name)
        text: str = texts["beyond" if change.beyond else "within"]
        return text.format(dimension=dimension.name, first=figure(change.first), second=figure(change.second))

    def working(self, questionnaire: Questionnaire, which: int, score: DimensionScore) -> list[str]:
        """How the figure of one dimension (0 or 1) was worked out, formula by formula, with its constants."""
        dimension = questionnaire.dimensions[which]
        reference, texts = dimension.reference, self.texts["scored"]
        blanks: dict[str, object] = {
            "points": len(questionnaire.points),
            "items": score.items,
            "answered": score.answered,
            "needed": needed(dimension, score.items),
            "sd": f"{reference.sd:g}",
            "r": f"{reference.r_internal:g}",
            "r_retest": f"{reference.r_retest:g}",
            "cut": f"{reference.cut:g}",
            "source": reference.source,
        }
        keys = ["value", "rule"]
        shown = score.shown(len(questionnaire.points))
        if score.mean is not None and score.sem is not None and score.p_low is not None and shown is not None:
            blanks |= {
                "sum": round(score.mean * score.answered),
                "mean": figure(score.mean),
                "sem": figure(score.sem),
                "low": figure(shown[0]),
                "high": figure(shown[1]),
                "p_low": figure(score.p_low),
            }
            keys += ["mean", "error", "interval"]
            if score.se_own is not None:
                blanks["se_own"] = figure(score.se_own)
                keys.append("own")
            keys += ["sides", "bands"]
        return [str(texts[key]).format(**blanks) for key in (*keys, "change", "source")]
