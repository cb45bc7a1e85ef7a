"""`padanan status`: where a desk stands, in one screen of the terminal."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.glossary import files
from padanan.cli.manual import ManualCommand
from padanan.cli.report import RESULTS, wish
from padanan.cli.talk import count, data, data_json, inert, progress, say
from padanan.errors import ExitCode

if TYPE_CHECKING:
    from padanan.translate.report.model import Report

_MOST = 100
"""Articles that are looked at anew: what a person waits for."""

_WIDTH = 80
_LABEL = 12
_STEPS = 4
"""Things to do that fit on the screen."""

_BARS = "▁▂▃▄▅▆▇█"

Paint = Callable[..., str]
"""`click.style`, or what leaves a text as it is."""


@click.command(
    cls=ManualCommand,
    about={"FOLDER": "A folder of bilingual files.  [default: out]"},
    examples={
        "padanan status": "Where out/ stands.",
        "padanan status english/ --json": "Another desk, for a program.",
    },
    exit_codes={ExitCode.BAD_INPUT: "Some files could not be read; the figures are of the others."},
    files={
        "padanan.toml": "Settings of the desk.",
        "terms.tsv": "The glossary, in the current folder.",
    },
    see=("docs/report.md", "padanan report"),
)
@click.argument("folder", default=RESULTS, type=files.PATH)
@files.to_read
@files.as_json
def status(folder: Path, file: Path | None, as_json: bool) -> ExitCode:
    """Tell where the translations stand, and what to do next.

    All of it is on one screen. The figures are those of padanan report, which has more of them, and
    links to the segments. What was looked at before is looked at again only where it has changed.
    """
    from padanan.translate.report.gather import gather

    with progress("Looking at articles") as show:
        made = gather(wish(folder, file, _MOST), show).report
    for one in made.unread[:_STEPS]:
        say(one.message)
    if as_json:
        from padanan.translate.report.plain import summary

        data_json(summary(made))
    else:
        for line in _screen(made):
            data(line)
    return ExitCode.BAD_INPUT if made.unread else ExitCode.DONE


def _screen(report: "Report") -> Iterator[str]:
    terminal = sys.stdout.isatty()
    colours = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    paint: Paint = click.style if colours else _plain
    width = (
        max(min(shutil.get_terminal_size((_WIDTH, 24)).columns, 100), 40) if terminal else _WIDTH
    )
    drawn = terminal and (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    yield from _head(report, width, paint)
    for label, lines in _parts(report, width - _LABEL, paint, drawn=drawn):
        for place, line in enumerate(lines):
            yield f"{'' if place else label:<{_LABEL}}{line}".rstrip()
    yield from _next(report, width, paint)


def _plain(text: str, **_: object) -> str:
    return text


def _head(report: "Report", width: int, paint: Paint) -> Iterator[str]:
    time = _moment(report.time)
    name = _fitting([inert(report.desk)], max(width - len(time) - 2, 8))
    yield f"{paint(name, bold=True)}{' ' * (width - len(name) - len(time))}{time}"
    yield ""


def _moment(time: str) -> str:
    at = datetime.fromisoformat(time).astimezone()
    return f"{at.day} {at:%B %Y, %H:%M}"


def _parts(
    report: "Report", width: int, paint: Paint, *, drawn: bool
) -> Iterator[tuple[str, list[str]]]:
    """Each part with its label."""
    sure = report.confidence
    if not report.articles:
        return
    yield "Progress", _progress(report, width, paint, drawn=drawn)
    yield "Findings", _findings(report, width, paint)
    if report.adherence.all.terms:
        yield "Glossary", _glossary(report, width, paint)
    made = [f"{one.origin} {one.segments:,}" for one in report.origins.counts]
    if made:
        yield "Made by", [_fitting(made, width)]
    if known := sum(sure.bins):
        low = f"{sum(sure.bins[:5]):,} of {count(known, 'draft')} below 0.5"
        chart = f"0 {_chart(sure.bins)} 1" if drawn else ""
        lines = [low] if not drawn else [f"{chart}   {low}"]
        yield "Confidence", lines if len(lines[0]) <= width else [chart or low[:width]]
    if report.changes is not None:
        yield "Since then", [_fitting(_changes(report), width)]


def _progress(report: "Report", width: int, paint: Paint, *, drawn: bool) -> list[str]:
    from padanan.translate.report.figures import Stage
    from padanan.translate.report.html import part, percent

    work, stages = report.work, report.stages
    share = percent(part(work.approved, work.segments))
    lines = []
    if drawn and work.segments:
        room = min(width - 10, 50)
        done = room * work.approved // work.segments
        drafts = room * (work.approved + work.drafts) // work.segments - done
        rest = room - done - drafts
        lines.append(
            paint("█" * done, fg="green")
            + paint("▒" * drafts, fg="green")
            + paint("·" * rest)
            + f" {share}"
        )
    lines.append(
        _fitting(
            [
                f"{work.approved:,} of {count(work.segments, 'segment')} approved ({share})",
                count(work.drafts, "draft"),
                f"{work.empty:,} empty",
            ],
            width,
        )
    )
    lines.append(
        _fitting(
            [
                f"{stages[Stage.DONE]:,} of {count(len(report.articles), 'article')} done",
                f"{stages[Stage.BEGUN]:,} begun",
                f"{stages[Stage.NEW]:,} new",
                f"{count(work.words_left, 'word')} left of {work.words:,}",
            ],
            width,
        )
    )
    return lines


def _findings(report: "Report", width: int, paint: Paint) -> list[str]:
    totals = report.totals
    errors = count(totals.errors, "error")
    told = [errors, count(totals.warnings, "warning"), count(totals.notes, "note")]
    shown = _fitting(told, width).removeprefix(errors)
    lines = [(paint(errors, fg="red", bold=True) if totals.errors else errors) + shown]
    kinds = [
        f"{one.name} {one.findings.errors + one.findings.warnings:,}"
        for one in report.checks
        if one.findings.errors + one.findings.warnings
    ]
    if kinds:
        lines.append(_fitting(kinds, width))
    if report.unlooked:
        lines.append(
            _fitting([f"without {count(report.unlooked, 'article')}, not checked yet"], width)
        )
    return lines


def _glossary(report: "Report", width: int, paint: Paint) -> list[str]:
    from padanan.translate.report.html import percent

    terms, matrix = report.adherence.all, report.matrix
    held = f"{terms.held:,} of {count(terms.terms, 'term')} held ({percent(terms.adherence)})"
    lines = [_fitting([held], width)]
    worst = [
        f"{inert(one.domain) or 'no field'} {percent(one.terms.adherence)}"
        for one in report.adherence.domains
        if one.terms.held < one.terms.terms
    ]
    if worst:
        lines.append(_fitting(worst, width, "worst: "))
    drifting = [inert(row.term) for row in matrix.rows if row.drift]
    if drifting:
        label = f"{count(matrix.drifting, 'concept')} drifting: "
        lines.append(paint(_fitting(drifting, width, label), fg="yellow"))
    return lines


def _changes(report: "Report") -> list[str]:
    changes = report.changes
    assert changes is not None
    told = [
        (changes.approved, f"{changes.approved:,} approved"),
        (changes.reopened, f"{changes.reopened:,} taken back"),
        (len(changes.new), f"{count(len(changes.new), 'article')} new"),
        (len(changes.found), f"{count(len(changes.found), 'finding')} new"),
        (changes.solved, f"{changes.solved:,} solved"),
    ]
    parts = [text for size, text in told if size] or ["nothing has changed"]
    return [f"{_moment(changes.since.time).partition(',')[0]}: {parts[0]}", *parts[1:]]


def _next(report: "Report", width: int, paint: Paint) -> Iterator[str]:
    if not report.steps:
        return
    yield ""
    yield paint("Next", bold=True)
    for place, step in enumerate(report.steps[:_STEPS], 1):
        yield _fitting([f"{place}  {inert(step.what)}"], width)
        if step.command:
            yield f"   {paint(inert(step.command), fg='cyan')}"


def _chart(bins: Iterable[int]) -> str:
    sizes = tuple(bins)
    highest = max(sizes)
    return "".join(_BARS[(size * (len(_BARS) - 1) + highest - 1) // highest] for size in sizes)


def _fitting(parts: Sequence[str], width: int, before: str = "") -> str:
    """As many parts as fit on a line, and how many do not."""
    told = before + ", ".join(parts)
    shown = len(parts)
    while len(told) > width and shown > 1:
        shown -= 1
        told = f"{before}{', '.join(parts[:shown])} and {len(parts) - shown} more"
    return told if len(told) <= width else told[: width - 1] + "…"
