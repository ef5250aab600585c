"""Daylio's notes, which are half HTML, as plain text with light Markdown.

Older exports hold plain text, in which ``<3`` and ``a < b`` are no markup. So only the tags that Daylio's editor makes
count as such, and every other sign stays as it was typed.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_TAGS = "br|b|strong|i|em|u|s|strike|del|p|div|span|font|ul|ol|li|a|h[1-6]|blockquote"
_TAG = re.compile(rf"<(/?)({_TAGS})((?:\s[^<>]*)?)/?>", re.IGNORECASE)
_LINK = re.compile(r"href\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "strike": "~~", "del": "~~"}
_BLOCKS = {"p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
_MANY_BREAKS = re.compile(r"\n{3,}")


def note_text(note: str) -> str:
    """A note as plain text with light Markdown: ``**bold**``, ``*italic*``, lists, paragraphs."""
    note = note.replace("\r\n", "\n").replace("\r", "\n")
    if not _TAG.search(note) and not _ENTITY.search(note):
        return note.strip()
    reader = _NoteReader()
    reader.feed(_only_known_markup(note))
    reader.close()
    lines = "".join(reader.parts).replace("\u00a0", " ").split("\n")
    return _MANY_BREAKS.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip()


def essence(note: str) -> str:
    """What of a note stays the same between exports that mark it up differently: its signs without blanks."""
    return "".join(html.unescape(_TAG.sub(" ", note)).split())


def _only_known_markup(note: str) -> str:
    """``note`` in which everything that is no known tag or entity can only be read as text."""
    parts = []
    at = 0
    for tag in _TAG.finditer(note):
        parts += [_as_text(note[at : tag.start()]), _as_tag(*tag.groups())]
        at = tag.end()
    return "".join(parts) + _as_text(note[at:])


def _as_tag(slash: str, name: str, attributes: str) -> str:
    """A tag without attributes but the address of a link: a quotation mark left open would swallow what follows."""
    link = _LINK.search(attributes)
    address = f' href="{link[1]}"' if link and name.lower() == "a" else ""
    return f"<{slash}{name}{address}>"


def _as_text(piece: str) -> str:
    kept = []
    at = 0
    for entity in _ENTITY.finditer(piece):
        kept += [html.escape(piece[at : entity.start()], quote=False), entity.group()]
        at = entity.end()
    return "".join(kept) + html.escape(piece[at:], quote=False)


class _NoteReader(HTMLParser):
    """Collects the text of a note in ``parts``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._open: list[tuple[str, int]] = []
        self._lists: list[int | None] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        if tag == "br":
            self.parts.append("\n")
        elif tag in _MARKS:
            self._open.append((tag, len(self.parts)))
        elif tag in _BLOCKS:
            self._new_line()
        elif tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self._item()
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        if tag in _MARKS:
            self._close_mark(tag)
        elif tag == "p":
            self._new_line()
            self.parts.append("\n")
        elif tag in _BLOCKS or tag == "li":
            self._new_line()
        elif tag in ("ul", "ol"):
            self._new_line()
            if self._lists:
                self._lists.pop()
        elif tag == "a" and self._link:
            if self._link not in "".join(self.parts[-3:]):
                self.parts.append(f" ({self._link})")
            self._link = ""

    def handle_data(self, data: str) -> None:
        """Keep text."""
        self.parts.append(data)

    def _new_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")

    def _item(self) -> None:
        self._new_line()
        indent = "  " * max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        if number is None:
            self.parts.append(f"{indent}- ")
        else:
            self._lists[-1] = number + 1
            self.parts.append(f"{indent}{number + 1}. ")

    def _close_mark(self, tag: str) -> None:
        """Put the marks around each line of what the tag held: in Markdown they do not reach over lines."""
        while self._open:
            opened, at = self._open.pop()
            if opened == tag:
                lines = "".join(self.parts[at:]).split("\n")
                self.parts[at:] = ["\n".join(_marked(line, _MARKS[tag]) for line in lines)]
                return


def _marked(line: str, mark: str) -> str:
    core = line.strip()
    if not core:
        return line
    begin = line.index(core)
    return line[:begin] + mark + core + mark + line[begin + len(core) :]
