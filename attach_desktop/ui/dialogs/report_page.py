"""The page that says what an import would do, or did: a few sentences, and every problem in a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from attach_desktop.interchange.incoming import Problem, Report
from attach_desktop.sentences import one_line, tell_faults
from attach_desktop.ui.clipboard import copy
from attach_desktop.ui.dialogs.sheet import counted
from attach_desktop.ui.theme.tokens import MEDIUM, SMALL
from attach_desktop.ui.widgets.labels import button, label


class ReportPage(QWidget):
    """Shows a report. The list of problems can be read, selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self._sentences = label("")
        self._sentences.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._head = label("", "muted")
        self._copy = button(self.tr("Copy the list"), self._copy_list, "quiet")
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setTabChangesFocus(True)
        self.problems.setAccessibleName(self.tr("What cannot be taken in as it is"))
        self.problems.setMinimumHeight(120)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._head, 1)
        head.addWidget(self._copy)
        self._lower = QWidget()
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(SMALL)
        lower.addLayout(head)
        lower.addWidget(self.problems, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._sentences)
        column.addWidget(self._lower, 1)
        column.addStretch()

    @property
    def text(self) -> str:
        """The sentences on show."""
        return self._sentences.text()

    def show_preview(self, report: Report) -> None:
        """Say what would be done."""
        self._show(self._would(report), report.problems, taken=False)

    def show_result(self, report: Report) -> None:
        """Say what was done."""
        self._show(self._did(report), report.problems, taken=True)

    def _would(self, report: Report) -> list[str]:
        lines = []
        if report.added:
            lines.append(
                counted(report.added, self.tr("1 record is new and will be added."),
                        self.tr("{count} records are new and will be added."))
            )  # fmt: skip
        if report.updated:
            lines.append(
                counted(report.updated,
                        self.tr("1 is newer in the file; what is here now is kept as its former version."),
                        self.tr("{count} are newer in the file; what is here now is kept as their former versions."))
            )  # fmt: skip
        if report.unchanged:
            lines.append(
                counted(report.unchanged, self.tr("1 is here already and stays as it is."),
                        self.tr("{count} are here already and stay as they are."))
            )  # fmt: skip
        if not report.added and not report.updated:
            lines.append(self.tr("There is nothing new to take in."))
        return lines

    def _did(self, report: Report) -> list[str]:
        lines = [
            counted(report.added, self.tr("1 record was added."), self.tr("{count} records were added.")),
        ]
        if report.updated:
            lines.append(
                counted(report.updated, self.tr("1 was brought up to date."),
                        self.tr("{count} were brought up to date."))
            )  # fmt: skip
        if report.unchanged:
            lines.append(
                counted(report.unchanged, self.tr("1 was here already."), self.tr("{count} were here already."))
            )
        return lines

    def _show(self, lines: Sequence[str], problems: Sequence[Problem], *, taken: bool) -> None:
        self._sentences.setText("\n".join(lines))
        refused = sum(not problem.kept for problem in problems)
        if taken:
            head = self.tr("Left out, or taken in without a part:")
        elif refused:
            head = counted(refused, self.tr("1 cannot be taken in; the others can:"),
                           self.tr("{count} cannot be taken in; the others can:"))  # fmt: skip
        else:
            head = self.tr("These will be taken in without a part:")
        self._head.setText(head)
        self.problems.setPlainText("\n".join(self._line(problem) for problem in problems))
        self._lower.setVisible(bool(problems))

    def _line(self, problem: Problem) -> str:
        text = f"{one_line(problem.place)}: {tell_faults(problem.faults)}"
        return self.tr("{problem} (the rest is kept)").format(problem=text) if problem.kept else text

    def _copy_list(self) -> None:
        copy(self.problems.toPlainText())
