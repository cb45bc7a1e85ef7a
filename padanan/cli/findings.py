"""Findings of checks as text, as JSON and as JUnit XML."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import click

from padanan.cli.talk import count, inert

if TYPE_CHECKING:
    from padanan.translate.checks import Finding, Pair, Span
    from padanan.translate.checks.desk import Checked

_NOT_XML = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Characters that no XML document may hold, in no way of writing them; and those it may that do
something to a terminal, for the document may go to one."""


def place(one: "Checked", finding: "Finding") -> str:
    """`file:line`, on which editors jump there."""
    name = inert(click.format_filename(one.article.path))
    return f"{name}:{one.article.lines.get(finding.segment, 1)}"


def as_text(one: "Checked") -> Iterator[str]:
    """The lines about an article: each finding with its source and target; then an empty line."""
    for finding in one.findings:
        pair = one.pair(finding)
        yield f"{place(one, finding)}: {finding.severity}: {finding.message} [{finding.check}]"
        yield f"    {marked(pair.source, finding.source_spans)}"
        if pair.target:
            yield f"    {marked(pair.target, finding.target_spans)}"
        if finding.fix is not None:
            yield f"    fix: {marked(finding.fix, ())}"
        yield ""


def marked(text: str, spans: "Sequence[Span]") -> str:
    """A text on one line, with its places between » and «; one that is all of it is not marked."""
    parts: list[str] = []
    done = 0
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        if span.start < done or (span.start == 0 and span.end >= len(text)):
            continue
        parts += (text[done : span.start], "»", text[span.start : span.end], "«")
        done = span.end
    return inert("".join((*parts, text[done:]))).replace("\n", "\\n")


def as_dicts(one: "Checked") -> Iterator[dict[str, Any]]:
    """The findings in an article for programs; spans are [start, end] in characters."""
    for finding in one.findings:
        pair = one.pair(finding)
        yield {
            "file": str(one.article.path),
            "line": one.article.lines.get(finding.segment, 1),
            "segment": finding.segment,
            "check": finding.check,
            "severity": finding.severity.value,
            "message": finding.message,
            "source": pair.source,
            "target": pair.target,
            "source_spans": [[span.start, span.end] for span in finding.source_spans],
            "target_spans": [[span.start, span.end] for span in finding.target_spans],
            "fix": finding.fix,
        }


def as_junit(checked: "Sequence[Checked]") -> bytes:
    """The findings as JUnit XML: a suite an article, a case a segment.

    A case fails once, whatever is found in it, for some readers know no second failure; notes go
    into its output and fail nothing.
    """
    suites = ElementTree.Element("testsuites", name="padanan check")
    for one in checked:
        by_segment: dict[str, list[Finding]] = {pair.id: [] for pair in one.article.pairs}
        for finding in one.findings:
            by_segment[finding.segment].append(finding)
        suite = ElementTree.SubElement(suites, "testsuite", name=_xml(str(one.article.path)))
        for pair in one.article.pairs:
            _case(suite, one, pair, by_segment[pair.id])
        _total(suite, tests=len(suite), failures=len(suite.findall("testcase/failure")))
    _total(
        suites,
        tests=len(suites.findall("testsuite/testcase")),
        failures=len(suites.findall("testsuite/testcase/failure")),
    )
    ElementTree.indent(suites)
    text: bytes = ElementTree.tostring(suites, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _total(element: ElementTree.Element, *, tests: int, failures: int) -> None:
    for name, number in (("tests", tests), ("failures", failures), ("errors", 0), ("time", 0)):
        element.set(name, str(number))


def _case(
    suite: ElementTree.Element, one: "Checked", pair: "Pair", findings: "Sequence[Finding]"
) -> None:
    name = " ".join(pair.source.split())
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=_xml(str(one.article.path)),
        name=_xml(f"{pair.id} {name if len(name) <= 60 else name[:57] + '...'}"),
        time="0",
    )
    notes = [finding for finding in findings if finding.severity == "note"]
    others = [finding for finding in findings if finding.severity != "note"]
    if others:
        first = others[0]
        failure = ElementTree.SubElement(
            case, "failure", type=first.check, message=_xml(first.message)
        )
        failure.text = _xml(_told(one, pair, others))
    if notes:
        ElementTree.SubElement(case, "system-out").text = _xml(_told(one, pair, notes))


def _told(one: "Checked", pair: "Pair", findings: "Sequence[Finding]") -> str:
    lines = [
        f"{place(one, each)}: {each.severity}: {each.message} [{each.check}]" for each in findings
    ]
    return "\n".join((*lines, pair.source, pair.target))


def _xml(text: str) -> str:
    """A text without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def summary(checked: "Sequence[Checked]") -> str:
    """One sentence about all of it."""
    counts = Counter(finding.severity.value for one in checked for finding in one.findings)
    segments = sum(len(one.article.pairs) for one in checked)
    found = [count(counts[each], each) for each in ("error", "warning", "note") if counts[each]]
    return (
        f"{count(len(checked), 'article')}, {count(segments, 'segment')}: "
        f"{', '.join(found) or 'nothing found'}."
    )
