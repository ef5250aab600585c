"""``summary``: what a person would print, as PDF, HTML or Markdown."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from attach_desktop.cli import days
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.listed import check_texts
from attach_desktop.cli.request import Request
from attach_desktop.cli.streams import write_out
from attach_desktop.clock import day_of
from attach_desktop.errors import UsageError
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import ALL, LENGTHS, Period
from attach_desktop.interchange.writing import refuse_vault, write_whole, write_whole_bytes
from attach_desktop.summary import last
from attach_desktop.summary.build import Wanted, build
from attach_desktop.summary.choices import BUILT_IN, DEFAULT, SECTIONS, Choices, Presets
from attach_desktop.summary.document import Document
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    from attach_desktop.ui.paper.sheet import Paper

FORMATS = {".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
PAPERS = ("a4", "letter")
_STDOUT = "-"


def arguments(grammar: Grammar) -> None:
    """Where to, how, which days, and how much."""
    grammar.place("OUT")
    grammar.option("--format", choices=tuple(dict.fromkeys(FORMATS.values())))
    grammar.option("--period", choices=(last.SINCE, *LENGTHS, ALL), metavar="NAME")
    days.arguments(grammar)
    grammar.option("--preset", metavar="NAME")
    grammar.option("--sections", metavar="NAMES")
    grammar.several("--question", metavar="TEXT", field="questions")
    for name in ("--no-names", "--no-notes", "--with-private"):
        grammar.switch(name)
    grammar.option("--paper", choices=PAPERS, default=PAPERS[0])


def act(request: Request) -> int:
    """Write the summary. A file appears only once it is whole, and what was there before stays until then."""
    options = request.options
    name: str = options.OUT
    form = options.format or ("markdown" if name == _STDOUT else FORMATS.get(Path(name).suffix.lower()))
    if form is None:
        raise UsageError("no-summary-format", path=name)
    begin, end = days.span(options)
    if options.period is not None and (begin or end):
        raise _usage(request, "period-twice")
    check_texts([*(options.questions or ()), options.preset or "", options.sections or ""])
    if name != _STDOUT and "\0" not in name:
        refuse_vault(Path(name), request.paths.vault)
    with request.vault() as vault:
        period = _period(vault, options)
        wanted = Wanted(
            begin=period.begin,
            end=period.end,
            choices=_choices(request, vault),
            questions="\n".join(options.questions or ()),
        )
        _write(request, name, form, build(vault, wanted))
        if name != _STDOUT:
            last.keep_last_day(vault.settings, period.end, _today(vault), period.begin)
    return 0


def _usage(request: Request, key: str, **blanks: object) -> UsageError:
    return UsageError("usage", problem=request.message(key, **blanks), help=f"{PROGRAM} summary --help")


def _today(vault: Vault) -> date:
    return day_of(vault.clock.now(), vault.day_start)


def _period(vault: Vault, options: Namespace) -> Period:
    """The days asked for; a side that was left open goes as far as the entries, or to today."""
    begin, end = days.span(options)
    if begin is None and end is None:
        name: str = options.period or last.SINCE
        return Insights.of(vault).period(ALL) if name == ALL else last.period(name, vault.settings, _today(vault))
    return Insights.of(vault).span(begin, end)


def _choices(request: Request, vault: Vault) -> Choices:
    """The preset's choices with what was asked for beside it."""
    options, presets = request.options, Presets(vault.settings)
    name: str = " ".join((options.preset or DEFAULT).split())
    found = presets.get(name) or presets.get(name.lower())
    if found is None:
        raise _usage(request, "no-such-preset", given=name[:40], names=", ".join(BUILT_IN))
    if options.sections is not None:
        names = tuple(dict.fromkeys(filter(None, (part.strip().lower() for part in options.sections.split(",")))))
        for section in names:
            if section not in SECTIONS:
                raise _usage(request, "no-such-section", given=section[:40], names=", ".join(SECTIONS))
        found = replace(found, sections=names)
    return replace(
        found,
        names=found.names and not options.no_names,
        notes=found.notes and not options.no_notes,
        private=found.private or options.with_private,
    )


def _write(request: Request, name: str, form: str, document: Document) -> None:
    if form == "pdf":
        data = _pdf(document, request.options.paper)
        if name == _STDOUT:
            request.stdout.flush()
            request.stdout.buffer.write(data)
        else:
            write_whole_bytes(Path(name), data)
        return
    write, encoding = _writer(document, form)
    if name == _STDOUT:
        write_out(request.stdout, write, encoding)
    else:
        write_whole(Path(name), write, encoding)


def _pdf(document: Document, paper: str) -> bytes:
    from attach_desktop.ui.paper import headless, pages, pdf, sheet

    application = headless.application()
    found: Paper = {"a4": sheet.Paper.A4, "letter": sheet.Paper.LETTER}[paper]
    data = pdf.pdf(pages.lay_out(document, found))
    del application
    return data


def _writer(document: Document, form: str) -> tuple[Callable[[TextIO], None], str]:
    if form == "markdown":
        from attach_desktop.summary import markdown

        return (lambda out: markdown.write(document, out)), markdown.ENCODING
    from attach_desktop.summary import html
    from attach_desktop.ui.paper import drawings, headless

    application = headless.application()

    def write(out: TextIO) -> None:
        html.write(document, out, drawings.pictures)
        application.processEvents()

    return write, html.ENCODING
