"""Cards on paper."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from attach_desktop.ui.insights.card_state import CardState, Line
from attach_desktop.ui.insights.paper import on_paper
from attach_desktop.ui.printing import pdf
from attach_desktop.ui.theme.theme import Theme
from tests.ui.charts.made import chart_of, days

STATE = CardState(
    key="mood",
    title="Mood over time",
    sentences=("Usually 3 of 5.",),
    notes=("This is early.",),
    charts=(chart_of(days(60)),),
    lines=(Line("Tea: 3 of 4 times"),),
    counted=("One value a day.",),
)
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


@needs_poppler
def test_words_stay_words_in_the_same_order_as_on_the_screen(theme: Theme, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    two = replace(STATE, charts=(STATE.charts[0], replace(STATE.charts[0], name="Another")))
    file.write_bytes(pdf(on_paper("Insights", "1 Sep – 30 Sep", [STATE, two])))
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True).stdout
    order = ["Insights", "1 Sep – 30 Sep", "Mood over time", "Usually 3 of 5.", "Tea: 3 of 4 times", "One value a day."]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "Another" in text


@needs_poppler
def test_paper_is_light_and_readable_without_colour_whatever_the_screen(theme: Theme, tmp_path: Path) -> None:
    pictures = []
    for choice in ("light", "contrast"):
        theme.choose(choice)
        file = tmp_path / f"{choice}.pdf"
        file.write_bytes(pdf(on_paper("Insights", "", [STATE])))
        subprocess.run(["pdftoppm", "-gray", "-r", "60", "-png", "-singlefile", file, tmp_path / choice], check=True)
        pictures.append(QImage(str(tmp_path / f"{choice}.png")))
    assert pictures[0] == pictures[1]
    shades = {pictures[0].pixelColor(x, y).lightness() for x in range(40, 450, 3) for y in range(40, 350, 2)}
    assert max(shades) > 250
    assert min(shades) < 110
    assert pictures[0].pixelColor(3, 3).lightness() == 255


def test_many_cards_go_on_to_further_pages(theme: Theme) -> None:
    one, many = pdf(on_paper("Insights", "", [STATE])), pdf(on_paper("Insights", "", [STATE] * 12))
    assert many.count(b"/Type /Page\n") > one.count(b"/Type /Page\n")
