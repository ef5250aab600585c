from __future__ import annotations

from xml.etree import ElementTree as ET

from attach_desktop.summary.document import Picture
from attach_desktop.summary.svg import inlined

read = ET.fromstring
NAME = "{http://www.w3.org/2000/svg}"
SVG = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<svg width="9mm" height="3mm" viewBox="0 0 300 100" xmlns="http://www.w3.org/2000/svg"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"><title>Qt</title><desc>made by Qt</desc><defs><g id="a"/>'
    '<clipPath id="c"/></defs><g clip-path="url(#c)" style="fill:url(#a)" font-family="Sans Serif">'
    '<use xlink:href="#a"/></g></svg>'
)


def test_ids_and_what_refers_to_them_are_the_drawings_own() -> None:
    drawing = read(inlined(Picture(SVG, "Mood", "Usually 3."), "figure-7"))
    ids = [one.get("id") for one in drawing.iter() if one.get("id")]
    assert ids == ["figure-7-title", "figure-7-desc", "figure-7-a", "figure-7-c"]
    group = drawing.findall(f"{NAME}g")[0]
    assert group.get("clip-path") == "url(#figure-7-c)"
    assert group.get("font-family") is None
    assert group.get("style") == "fill:url(#figure-7-a)"
    assert group[0].get("{http://www.w3.org/1999/xlink}href") == "#figure-7-a"


def test_it_has_one_name_and_one_sentence_and_they_are_read() -> None:
    drawing = read(inlined(Picture(SVG, "Mood & <more>", "Usually \x073."), "f"))
    assert [one.text for one in drawing.iter(f"{NAME}title")] == ["Mood & <more>"]
    assert [one.text for one in drawing.iter(f"{NAME}desc")] == ["Usually ␇3."]
    assert (drawing.get("role"), drawing.get("aria-labelledby")) == ("img", "f-title f-desc")


def test_it_is_as_wide_as_it_was_drawn_and_says_no_height() -> None:
    drawing = read(inlined(Picture(SVG, "a", "b"), "f"))
    assert (drawing.get("width"), drawing.get("height")) == ("300", None)
    no_box = SVG.replace('viewBox="0 0 300 100"', "")
    assert read(inlined(Picture(no_box, "a", "b"), "f")).get("width") is None
