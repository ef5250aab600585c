"""What an import would do and did, in sentences; problems one by one."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop.errors import fault
from attach_desktop.interchange.incoming import Problem, Report
from attach_desktop.ui.dialogs.report_page import ReportPage
from tests.ui.dialogs.driving import heard

BAD_DATE = Problem("row 5", (fault("date", "not-a-moment", given="2026-02-30"),))
ODD_TIME = Problem("row 9", (fault("time", "out-of-range", given=25, low=0, high=23),), kept=True)


@pytest.fixture
def page(qtbot: QtBot) -> ReportPage:
    made = ReportPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("report", "lines"),
    [
        (Report(1, 0, 0, ()), ["1 record is new and will be added."]),
        (Report(1200, 0, 0, ()), ["1,200 records are new and will be added."]),
        (
            Report(2, 1, 3, ()),
            [
                "2 records are new and will be added.",
                "1 is newer in the file; what is here now is kept as its former version.",
                "3 are here already and stay as they are.",
            ],
        ),
        (Report(0, 0, 1, ()), ["1 is here already and stays as it is.", "There is nothing new to take in."]),
        (Report(0, 0, 0, ()), ["There is nothing new to take in."]),
    ],
)
def test_what_would_be_done_is_said(page: ReportPage, report: Report, lines: list[str]) -> None:
    page.show_preview(report)
    assert page.text.splitlines() == lines


def test_what_was_done_is_said(page: ReportPage) -> None:
    page.show_result(Report(1, 2, 3, ()))
    assert page.text.splitlines() == [
        "1 record was added.",
        "2 were brought up to date.",
        "3 were here already.",
    ]


def test_without_problems_there_is_no_list(page: ReportPage) -> None:
    page.show_preview(Report(1, 0, 0, ()))
    assert not page.problems.isVisible()


def test_each_problem_has_its_line(page: ReportPage) -> None:
    page.show_preview(Report(1, 0, 0, (BAD_DATE, ODD_TIME)))
    assert page.problems.isVisible()
    first, second = page.problems.toPlainText().splitlines()
    assert first.startswith("row 5: date: “2026-02-30”")
    assert second.startswith("row 9: time: 25")
    assert second.endswith("(the rest is kept)")


def test_the_list_can_be_copied_but_not_changed(page: ReportPage) -> None:
    page.show_preview(Report(1, 0, 0, (BAD_DATE, ODD_TIME)))
    assert page.problems.isReadOnly()
    [copy] = page.findChildren(QPushButton)
    copy.click()
    assert QGuiApplication.clipboard().text() == page.problems.toPlainText()


def test_a_screen_reader_knows_the_list(page: ReportPage) -> None:
    assert heard(page.problems) == "What cannot be taken in as it is"


def test_a_file_of_nothing_but_problems_is_shown(page: ReportPage) -> None:
    page.show_preview(Report(0, 0, 0, (BAD_DATE,) * 20_000))
    assert page.problems.document().blockCount() == 20_000
