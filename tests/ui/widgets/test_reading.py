"""A page to read. Whatever it holds, it loads nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.reading import Reading, SafeDocument, markdown, paragraph
from tests.ui.hands import settle


class Opened:
    """Notes what would have been opened outside of the program."""

    def __init__(self) -> None:
        self.urls: list[str] = []


@pytest.fixture
def opened(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Opened:
    noted = Opened()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: noted.urls.append(url.toString()))
    return noted


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture on disk that a careless document would show."""
    path = tmp_path / "secret.png"
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(path))
    return path


@pytest.fixture
def page(theme: Theme, on_screen: Callable[..., None]) -> Reading:
    made = Reading("The entry")
    on_screen(made)
    return made


def shown(page: Reading, text: str) -> str:
    page.clear()
    markdown(QTextCursor(page.document()), text)
    settle()
    page.grab()
    return page.toPlainText()


def pictures(document: QTextDocument) -> int:
    return document.toHtml().count("<img") + document.toRawText().count("\ufffc")


def has_red(page: Reading) -> bool:
    image = page.grab().toImage()
    red = {(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)
           if image.pixelColor(x, y) == QColor(255, 0, 0)}  # fmt: skip
    return bool(red)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>", "<script>alert(1)</script>", "<img src='file:///etc/hostname'>", "a <br> b", "<!-- hidden -->",
        "<iframe src='https://example.org'></iframe>", "<style>p { color: red }</style>", "5 < 6 & 7 > 3",
        "![alt](file:///etc/hostname)", "text ![alt](https://example.org/x.png) text",
    ],
)  # fmt: skip
def test_html_and_pictures_are_shown_as_they_were_typed(page: Reading, text: str) -> None:
    assert shown(page, text) == text
    assert pictures(page.document()) == 0


@pytest.mark.parametrize(
    "text",
    [
        "![a]({url})", "![a][r]\n\n[r]: {url}", "\\![a]({url})", "*![a]({url})*", "!\n[a]({url})",
        "[![a]({url})]({url})", "<img src='{url}'>", "<img src={url}>", "> ![]({url})", "* ![]({url})", "# ![]({url})",
        "&lt;img src='{url}'>",
    ],
)  # fmt: skip
def test_no_picture_of_the_disk_is_ever_shown(page: Reading, picture: Path, text: str) -> None:
    for url in (picture.as_uri(), str(picture)):
        shown(page, text.replace("{url}", url))
        assert pictures(page.document()) == 0
        assert not has_red(page)


def test_not_even_html_would_load_a_picture(page: Reading, picture: Path) -> None:
    page.document().setHtml(f"<img src='{picture.as_uri()}' width='64' height='64'>")
    settle()
    assert not has_red(page)


def test_loading_gives_nothing_whatever_is_asked(page: Reading, picture: Path) -> None:
    kinds = QTextDocument.ResourceType
    document = page.document()
    assert isinstance(document, SafeDocument)
    url = QUrl.fromLocalFile(str(picture))
    for kind in (kinds.HtmlResource, kinds.StyleSheetResource, kinds.MarkdownResource):
        assert page.loadResource(kind.value, url) is None
        assert document.loadResource(kind.value, url) is None
        assert document.resource(kind.value, url) is None
    for loaded in (page.loadResource(2, url), document.loadResource(2, url), document.resource(2, url)):
        assert isinstance(loaded, QImage)
        assert loaded.size() == QSize(1, 1)
        assert loaded.pixelColor(0, 0).alpha() == 0


def test_a_link_is_text_and_a_click_on_it_opens_nothing(
    page: Reading, opened: Opened, picture: Path, qtbot: object
) -> None:
    from PySide6.QtTest import QTest

    before = shown(page, f"[a place]({picture.as_uri()}) and <https://example.org>")
    assert before == "a place and https://example.org"
    cursor = QTextCursor(page.document())
    cursor.setPosition(3)
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=page.cursorRect(cursor).center())
    settle()
    assert opened.urls == []
    assert page.toPlainText() == before
    assert page.source().isEmpty()


def test_light_markdown_is_typeset(page: Reading) -> None:
    assert shown(page, "# Head\n\n**strong** and *soft*\n\n* one\n* two") == "Head\nstrong and soft\none\ntwo"
    cursor = QTextCursor(page.document().findBlockByNumber(1))
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().font().bold()
    assert page.document().findBlockByNumber(0).blockFormat().headingLevel() == 1
    assert page.document().findBlockByNumber(2).textList() is not None


def test_a_single_line_break_is_one(page: Reading) -> None:
    assert shown(page, "one\ntwo\n\nthree") == "one\ntwo\nthree"


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "---", "a\n---", "[", "](", "*" * 50, "`", "\\", "|a|b|", "~~x~~"])
def test_odd_texts_do_no_harm(page: Reading, text: str) -> None:
    shown(page, text)


@pytest.mark.parametrize("sign", [">", "* ", "[", "*a ", "![", "word ", "- - "])
def test_long_and_deep_texts_are_quick(page: Reading, sign: str, qtbot: object) -> None:
    shown(page, sign * 5000)


def test_paragraphs_are_plain_text_with_space_around(page: Reading) -> None:
    page.clear()
    cursor = QTextCursor(page.document())
    form = QTextCharFormat()
    paragraph(cursor, "<b>first</b>", form, above=3, below=5)
    paragraph(cursor, "second\nin two lines", form, above=7)
    assert page.toPlainText() == "<b>first</b>\nsecond\nin two lines"
    first, second = page.document().findBlockByNumber(0), page.document().findBlockByNumber(1)
    assert (first.blockFormat().topMargin(), first.blockFormat().bottomMargin()) == (3, 5)
    assert second.blockFormat().topMargin() == 7


def test_it_is_named_and_tab_leaves_it(page: Reading) -> None:
    assert page.accessibleName() == "The entry"
    assert page.tabChangesFocus()
    assert not page.openLinks()
    assert not page.openExternalLinks()
