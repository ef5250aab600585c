"""Drawings inside of HTML: named for those who do not see them, with ids that no other drawing has."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from attach_desktop.summary.document import Picture
from attach_desktop.summary.signs import shown

_SVG = "http://www.w3.org/2000/svg"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_LINKS = ("href", "{http://www.w3.org/1999/xlink}href")


def inlined(picture: Picture, name: str) -> str:
    """The drawing of ``picture`` as an element for HTML; every id in it begins with ``name``."""
    root = ET.fromstring(picture.svg)  # noqa: S314 (the program's own drawing)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{_SVG}}}title", f"{{{_SVG}}}desc", f"{{{_SVG}}}metadata"):
                parent.remove(child)
    for element in root.iter():
        _rename(element, name)
    title, sentence = ET.Element(f"{{{_SVG}}}title"), ET.Element(f"{{{_SVG}}}desc")
    title.text, sentence.text = shown(picture.name), shown(picture.sentence)
    for element, ending in ((sentence, "desc"), (title, "title")):
        element.set("id", f"{name}-{ending}")
        root.insert(0, element)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    _size(root)
    ET.register_namespace("", _SVG)
    return ET.tostring(root, encoding="unicode")


def _size(root: ET.Element) -> None:
    """As wide as it was drawn, in pixels, where it says so; the page makes it smaller where there is less room."""
    for side in ("width", "height"):
        root.attrib.pop(side, None)
    box = root.get("viewBox", "").split()
    if len(box) == 4:
        root.set("width", box[2])


def _rename(element: ET.Element, name: str) -> None:
    # The name that Qt gives to the system's type means nothing to a browser: the page says which to take.
    element.attrib.pop("font-family", None)
    for key, value in element.attrib.items():
        if key == "id":
            element.set(key, f"{name}-{value}")
        elif key in _LINKS and value.startswith("#"):
            element.set(key, f"#{name}-{value[1:]}")
        elif "url(" in value:
            element.set(key, _REFERENCE.sub(rf"url(#{name}-\1)", value))
