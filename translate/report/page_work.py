"""Of the page: how far the work has come, what to do next, what has changed, article by article."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from padanan.translate.report.charts import bar, key, sparkline
from padanan.translate.report.figures import Article, Source, Stage, Work
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
    part,
    percent,
    said,
    table,
)
from padanan.translate.report.model import Changes, Point, Report

_ARTICLES = 50
"""Articles in the table."""

_NAMES = 10
"""Names in a sentence."""

_FOUND = 20
"""New findings that are told."""


def moment(time: str) -> str:
    """A time as one reads it."""
    try:
        at = datetime.fromisoformat(time)
    except ValueError:
        return h(time)
    return f'<time datetime="{h(time)}">{at.day} {at:%B %Y, %H:%M} UTC</time>'


def day(time: str) -> str:
    """The day of a time as one reads it, without its year."""
    try:
        at = datetime.fromisoformat(time)
    except ValueError:
        return h(time)
    return f"{at.day} {at:%B}"


def tiles(report: Report) -> str:
    """The figures one looks at first."""
    work, terms, totals = report.work, report.adherence.all, report.totals
    since_ = _Since(report.changes.since if report.changes else None)
    looked = len(report.articles) - report.unlooked
    made = [
        _tile(
            "Approved",
            percent(part(work.approved, work.segments)),
            f"{number(work.approved)} of {count(work.segments, 'segment')}",
            since_.number("approved", work.approved),
            _work_bar(work),
        ),
        _tile(
            "Articles done",
            f"{number(report.stages[Stage.DONE])} <small>of {number(len(report.articles))}</small>",
            f"{number(report.stages[Stage.BEGUN])} begun, {number(report.stages[Stage.NEW])} new",
            since_.number("done", report.stages[Stage.DONE]),
        ),
        _tile(
            "Words left",
            number(work.words_left),
            f"of {number(work.words)}; {number(work.words_done)} done",
            since_.number("words_left", work.words_left),
        ),
        _tile(
            "Errors",
            number(totals.errors),
            f"and {count(totals.warnings, 'warning')}, {count(totals.notes, 'note')}",
            since_.number("errors", totals.errors),
        ),
    ]
    if terms.terms:
        made.append(
            _tile(
                "Glossary held",
                percent(terms.adherence),
                f"{number(terms.held)} of {count(terms.terms, 'term')}",
                since_.points(terms.adherence),
            )
        )
        made.append(
            _tile(
                "Drifting concepts",
                number(report.matrix.drifting),
                f"rendered by accident in {count(report.matrix.drift, 'place')}, as it seems",
            )
        )
    doubt = ""
    if report.unlooked:
        doubt = (
            f'<p class="note">Findings and terms are those of {number(looked)} articles; '
            f"{count(report.unlooked, 'article')} were counted only.</p>"
        )
    return f'<ul class="tiles">{"".join(made)}</ul>{doubt}'


def _tile(name: str, value: str, of: str, delta: str = "", drawn: str = "") -> str:
    moved = f'<span class="delta">{delta}</span>' if delta else ""
    return (
        f'<li><span class="name">{name}</span><span class="value">{value}</span>{drawn}'
        f'<span class="of">{of}</span>{moved}</li>'
    )


class _Since:
    """By how much figures are others than in the last report."""

    def __init__(self, then: Point | None) -> None:
        self._then = then
        self._day = "" if then is None else f"since {day(then.time)}"

    def number(self, name: str, now: int) -> str:
        """By how much a number is another; empty if it is not."""
        if self._then is None or now == (then := getattr(self._then, name)):
            return ""
        return f"{'+' if now > then else '−'}{number(abs(now - then))} {self._day}"

    def points(self, now: float | None) -> str:
        """By how many points the adherence is another; empty if it is not."""
        then = None if self._then is None else self._then.adherence
        if now is None or then is None or round(now - then, 3) == 0:
            return ""
        return f"{'+' if now > then else '−'}{abs(now - then) * 100:.1f} {self._day}"


def _work_bar(work: Work) -> str:
    words = (
        f"{number(work.approved)} approved, {count(work.drafts, 'draft')}, "
        f"{number(work.empty)} without a translation"
    )
    return bar([("approved", work.approved), ("drafts", work.drafts), ("empty", work.empty)], words)


def next_steps(report: Report) -> str:
    """What to do next."""
    items = "".join(
        f"<li>{h(step.what[:1].upper() + step.what[1:])}{code(step.command)}</li>"
        for step in report.steps
    )
    return f'<ol class="next">{items}</ol>' if items else ""


def since(report: Report, linker: Linker) -> str:
    """What has changed since the last report."""
    changes = report.changes
    if changes is None:
        return (
            '<p class="note">This is the first report of this desk; the next one tells what has '
            "changed since.</p>"
        )
    items = list(_changed(report, changes))
    said_ = f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>" if items else ""
    told = f"<p>The last report was made on {moment(changes.since.time)}.</p>"
    if not items:
        told += "<p>Nothing that it tells of has changed.</p>"
    new = [report.findings[at] for at in changes.found[:_FOUND]]
    rows = (f"<tr>{cell(said(one.message))}{cell(linker.whole(one.place))}</tr>" for one in new)
    found = ""
    if new:
        shown = table(
            "Findings that are new", (head("What"), head("Where")), rows, kind="finds", hidden=True
        )
        found = (
            "<details><summary>Findings that are new "
            f'<span class="sum">{count(len(changes.found), "finding")}</span></summary>'
            f"{shown}{more(len(changes.found) - len(new), 'finding', report.desk)}</details>"
        )
    return f'<div class="since"><div>{told}{said_}</div>{_history(report.history)}</div>{found}'


def _changed(report: Report, changes: Changes) -> Iterator[str]:
    if changes.approved:
        yield f"{count(changes.approved, 'segment')} approved"
    if changes.reopened:
        yield f"{count(changes.reopened, 'approval')} taken back"
    for names, what in (
        (changes.done, "finished"),
        (changes.new, "new"),
        (changes.gone, "gone"),
    ):
        if names:
            paths = [name.removesuffix(".po") for name in names]
            yield f"{count(len(names), 'article')} {what}: {_names(paths)}"
    if changes.found or changes.solved:
        yield f"{count(len(changes.found), 'finding')} new, {number(changes.solved)} solved"
    now, then = report.adherence.all.adherence, changes.since.adherence
    if now is not None and then is not None and now != then:
        yield f"terms held: {percent(then)} then, {percent(now)} now"
    for names, what in (
        (changes.terms_added, "added to the glossary"),
        (changes.terms_changed, "changed in the glossary"),
        (changes.terms_removed, "taken out of the glossary"),
    ):
        if names:
            yield f"{count(len(names), 'term')} {what}: {_names(names)}"


def _names(names: Sequence[str]) -> str:
    told = ", ".join(said(name) for name in names[:_NAMES])
    return told + (f" and {number(len(names) - _NAMES)} more" if len(names) > _NAMES else "")


def _history(points: Sequence[Point]) -> str:
    """The share of approved segments through the reports."""
    shares = [part(one.approved, one.segments) or 0.0 for one in points]
    if len(shares) < 2:
        return ""
    words = f"Approved: from {percent(shares[0])} to {percent(shares[-1])}"
    return (
        f"<figure>{sparkline(shares, words)}<figcaption>{words} in the last "
        f"{count(len(shares), 'report')}</figcaption></figure>"
    )


def articles(report: Report, linker: Linker) -> str:
    """The articles, those that need most first."""
    if not report.articles:
        return '<p class="note">There are no bilingual files in this folder yet.</p>'
    order = sorted(range(len(report.articles)), key=lambda at: _need(report.articles[at]))
    legend = "".join(
        f"<li>{key(kind)}{name}: {number(size)}</li>"
        for kind, name, size in (
            ("approved", "approved", report.work.approved),
            ("drafts", "drafts", report.work.drafts),
            ("empty", "without a translation", report.work.empty),
        )
        if size
    )
    rows = (_article(report.articles[at], at, linker) for at in order[:_ARTICLES])
    shown = table(
        "Articles, those with errors and most words left first",
        (
            head("Article"),
            head("Approved", "barred"),
            head("Words left", "n far"),
            head("Errors", "n"),
            head("Warnings", "n far"),
            head("Terms held", "n far"),
        ),
        rows,
        hidden=True,
    )
    left = more(len(order) - _ARTICLES, "article", report.desk)
    return f'<ul class="legend">{legend}</ul>{shown}{left}'


def _need(one: Article) -> tuple[int, int, int, str]:
    return (
        -one.findings.errors,
        -(one.source is Source.CHANGED),
        -one.work.words_left,
        one.path,
    )


_SOURCES = {
    Source.CHANGED: "article changed since",
    Source.GONE: "article not found",
}


def _article(one: Article, at: int, linker: Linker) -> str:
    tag = ""
    if one.source in _SOURCES:
        tag = f' <span class="tag warning">{_SOURCES[one.source]}</span>'
    headline = f'<span class="title">{said(one.headline)}</span>' if one.headline else ""
    work = one.work
    return (
        f'<tr><th scope="row">{headline}<span class="sub">{linker.article(at)}{tag}</span></th>'
        + cell(
            f'{_work_bar(work)}<span class="sub">{number(work.approved)} of '
            f"{number(work.segments)}</span>",
            "barred",
        )
        + figure(work.words_left, "far")
        + figure(one.findings.errors, "error" if one.findings.errors else "")
        + figure(one.findings.warnings, "far")
        + cell(percent(one.terms.adherence), "n far")
        + "</tr>"
    )
