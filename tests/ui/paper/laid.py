"""Documents for tests of paper, and how their pages are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from attach_desktop.quiz.picture import PlaneData
from attach_desktop.summary.document import Block, Document, Paragraph
from attach_desktop.ui.paper.pages import Pages, lay_out
from attach_desktop.ui.paper.sheet import MM, Paper, Size

SENTENCE = "No answer since noon, and I looked at the phone again and again. "
PLANE = PlaneData(7, (4, 4), ("a", "b"), (("low", "high"), ("low", "high")), ("p", "q", "r", "s"))
#: What Qt alone does not say so that it is found again, and what it does.
SCRIPTS = {
    "Arabic": "لم يرد على رسالتي منذ الظهر، وشعرت بالقلق.",
    "Hebrew": "לא ענה לי מאז הצהריים, והרגשתי חרדה.",
    "Hebrew with points": "שָׁלוֹם עֲלֵיכֶם",
    "Arabic with marks": "مُحَمَّدٌ لا إلى الله",
    "Chinese": "他从中午开始就没有回我的消息，我心里很不安。",
    "Japanese": "お昼から返事がなくて、とても不安になりました。",
    "Korean": "점심부터 답장이 없어서 마음이 불안했어요.",
    "Thai": "เขาไม่ตอบข้อความตั้งแต่เที่ยง ฉันรู้สึกกังวลใจ น้ำ",
    "Devanagari": "दोपहर से कोई जवाब नहीं मिला, मुझे चिंता हुई। क्षत्रिय ज्ञान",
    "Tamil": "மதியத்திலிருந்து பதில் வரவில்லை, கவலையாக இருந்தது.",
    "Vietnamese": "Từ trưa anh ấy chưa trả lời, tôi thấy lo lắng.",
    "accents": "e\u0301 a\u0308 o\u0302\u0301 n\u0303 Z\u0351\u036b office affair",
    "emoji": "👩‍👩‍👧‍👦 👍🏽 ❤️ 🏳️‍🌈 🙂 and words 🇩🇪",
    "emoji in Arabic": "مرحبا 🙂 بكم 👍🏽 نعم",
    "both directions": "She said שלום עולם (twice) and then מחר to me.",
}


def laid(*blocks: Block, paper: Paper | Size = Paper.A4, header: str = "Some days", title: str = "") -> Pages:
    """Some blocks on pages."""
    return lay_out(Document(title=title, header=header, blocks=blocks), paper)


def words(pages: Pages) -> list[str]:
    """What stands on each page."""
    return [pages.words(number) for number in range(pages.count)]


def lines(pages: Pages, number: int) -> Sequence[str]:
    """The lines of one page, from above, without the spaces at their ends."""
    return [line.strip() for line in pages.words(number).split("\n")]


def picture(pages: Pages, number: int, scale: float = 1.5) -> QImage:
    """A page on white, so many pixels a millimetre."""
    made = QImage(int(pages.size.width * scale), int(pages.size.height * scale), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.scale(scale / MM, scale / MM)
    pages.paint(painter, number)
    painter.end()
    return made


def inked(image: QImage, box: QRectF, scale: float = 1.5) -> int:
    """How many pixels of a box (in millimetres) are not white."""
    cut = image.copy(QRectF(box.topLeft() * scale, box.size() * scale).toRect().intersected(image.rect()))
    white = QColor("white").rgb()
    return sum(cut.pixel(x, y) != white for x in range(cut.width()) for y in range(cut.height()))


def fill(count: int) -> list[Block]:
    """Paragraphs of one line each."""
    return [Paragraph(f"line {at}") for at in range(count)]


def room() -> int:
    """How many paragraphs of one line a page has room for."""
    return len(lines(laid(*fill(100)), 0))
