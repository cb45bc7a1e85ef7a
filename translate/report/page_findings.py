"""Of the page: what the checks find, kind by kind; and what could not be read."""

from padanan.translate.report.figures import Check, Finding
from padanan.translate.report.html import (
    Linker,
    cell,
    code,
    count,
    figure,
    h,
    head,
    more,
    number,
    said,
    table,
)
from padanan.translate.report.links import command
from padanan.translate.report.model import Report

_EACH = 12
"""Findings of one kind that are told."""

_OPEN = 2
"""Kinds that are open: those with most errors."""

_UNREAD = 50
"""Files that are named."""

_SIGNS = {"error": "✖ error", "warning": "▲ warning", "note": "· note"}


def findings(report: Report, linker: Linker) -> str:
    """The findings by kind, and the first of each."""
    if not report.findings:
        return '<p class="note">The checks find nothing.</p>' if report.articles else ""
    rows = (
        f'<tr><th scope="row"><a href="#check-{h(one.id)}">{h(one.name)}</a></th>'
        + figure(one.findings.errors, "error" if one.findings.errors else "")
        + figure(one.findings.warnings, "warning" if one.findings.warnings else "")
        + figure(one.findings.notes)
        + cell(number(one.articles), "n far")
        + "</tr>"
        for one in report.checks
    )
    summary = table(
        "Findings by kind",
        (
            head("Kind"),
            head("Errors", "n"),
            head("Warnings", "n"),
            head("Notes", "n"),
            head("Articles", "n far"),
        ),
        rows,
        kind="narrow",
        hidden=True,
    )
    by_check: dict[str, list[Finding]] = {one.id: [] for one in report.checks}
    for one in report.findings:
        by_check[one.check].append(one)
    lists = (
        _list(report, linker, one, by_check[one.id], opened=at < _OPEN and one.findings.errors > 0)
        for at, one in enumerate(report.checks)
    )
    return summary + "".join(lists)


def _list(
    report: Report, linker: Linker, check: Check, found: list[Finding], *, opened: bool
) -> str:
    order = ("error", "warning", "note")
    first = sorted(found, key=lambda one: order.index(one.severity))[:_EACH]
    rows = (
        f'<tr><td class="{one.severity}">{_SIGNS[one.severity]}</td>'
        + cell(f'{said(one.message)}<span class="sub" lang="id">{said(one.place.source)}</span>')
        + cell(linker.whole(one.place))
        + "</tr>"
        for one in first
    )
    shown = table(
        f"{h(check.name)}: {count(len(found), 'finding')}",
        (head("Severity"), head("What"), head("Where")),
        rows,
        kind="finds graded",
        hidden=True,
    )
    least = () if check.findings.errors or check.findings.warnings else ("--severity", "note")
    how = code(command("check", report.desk, "--only", check.id, *least))
    return (
        f'<details{" open" if opened else ""} id="check-{h(check.id)}"><summary>'
        f"<strong>{h(check.name)}</strong> "
        f'<span class="sum">{count(len(found), "finding")}</span></summary>'
        f"<p>{how}</p>{shown}{more(len(found) - len(first), 'finding', report.desk)}</details>"
    )


def unread(report: Report) -> str:
    """The files that could not be used, and why."""
    if not report.unread:
        return ""
    items = "".join(f"<li>{said(one.message)}</li>" for one in report.unread[:_UNREAD])
    return f"<ul>{items}</ul>" + more(len(report.unread) - _UNREAD, "file", report.desk)
