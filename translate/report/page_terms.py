"""Of the page: how the glossary is held, and the consistency matrix."""

from collections.abc import Iterable

from padanan.translate.report.charts import bar, key
from padanan.translate.report.figures import Terms
from padanan.translate.report.html import (
    Linker,
    cell,
    count,
    figure,
    head,
    more,
    number,
    percent,
    said,
    table,
)
from padanan.translate.report.model import Report
from padanan.translate.report.sections import Cell, MatrixRow, Way

_DOMAINS = 10
"""Subject fields that are shown, and all in which terms are not held."""

_CONCEPTS = 15
"""Concepts in the table of those not held."""

_ROWS = 25
"""Concepts whose part of the matrix is shown."""

_OPEN = 4
"""Those of them that are shown at once."""

_ARTICLES = 12
"""Articles of each."""

_KINDS = (
    ("preferred", "preferred", "the rendering to use"),
    ("shape", "in another shape", "the same as the sentence wants it: Russian for Russia"),
    ("admitted", "admitted", "another accepted rendering"),
    ("form", "otherwise right", "its words parted, or as another part of speech"),
    ("missing", "not held", "nothing that the glossary accepts"),
)


def glossary(report: Report, linker: Linker) -> str:
    """How the glossary is held: in all, by subject field, by concept."""
    all_ = report.adherence.all
    if not all_.terms:
        return ""
    legend = "".join(
        f"<li>{key(kind)}{name}: {number(getattr(all_, kind))}</li>"
        for kind, name, _ in _KINDS
        if getattr(all_, kind)
    )
    avoided = ""
    if all_.avoided:
        avoided = (
            f"<p>Beside {count(all_.avoided, 'term')} stands a rendering that the glossary says is "
            "not to be used.</p>"
        )
    return (
        f"<p>{number(all_.held)} of {count(all_.terms, 'term')} in the sources are rendered as "
        f"the glossary says: {percent(all_.adherence)}.</p>{_bar(all_)}"
        f'<ul class="legend">{legend}</ul>{avoided}{_domains(report)}{_concepts(report, linker)}'
    )


def _bar(terms: Terms) -> str:
    words = ", ".join(
        f"{number(getattr(terms, kind))} {name}" for kind, name, _ in _KINDS if getattr(terms, kind)
    )
    return bar([(kind, getattr(terms, kind)) for kind, _, _ in _KINDS], words)


def _domains(report: Report) -> str:
    domains = report.adherence.domains
    amiss = sum(one.terms.held < one.terms.terms for one in domains)
    shown = max(amiss, min(_DOMAINS, len(domains)))
    rows = (
        f'<tr><th scope="row">{said(one.domain) if one.domain else "no field"}</th>'
        + cell(_bar(one.terms), "barred")
        + cell(percent(one.terms.adherence), "n")
        + figure(one.terms.terms)
        + figure(one.terms.missing, "error" if one.terms.missing else "")
        + figure(one.terms.avoided, "far error" if one.terms.avoided else "far")
        + figure(one.concepts, "far")
        + "</tr>"
        for one in domains[:shown]
    )
    grid = table(
        "By subject field, the worst first",
        (
            head("Field"),
            head("Terms", "barred"),
            head("Held", "n"),
            head("In all", "n"),
            head("Not held", "n"),
            head("Avoided", "n far"),
            head("Concepts", "n far"),
        ),
        rows,
    )
    left = len(domains) - shown
    if not left:
        return grid
    fields = "field" if left == 1 else "fields"
    return f'{grid}<p class="more">In {left:,} other {fields} all terms are held.</p>'


def _concepts(report: Report, linker: Linker) -> str:
    """The concepts that are not always held."""
    amiss = [one for one in report.adherence.concepts if one.terms.held < one.terms.terms]
    if not amiss:
        return "<p>Every concept is held wherever it occurs.</p>"
    rows = (
        f'<tr><th scope="row" lang="id">{said(one.term)}</th>'
        + cell(said(one.rendering))
        + cell(percent(one.terms.adherence), "n")
        + cell(f"{number(one.terms.held)} of {number(one.terms.terms)}", "n")
        + cell("" if one.worst is None else linker.whole(one.worst), "far")
        + "</tr>"
        for one in amiss[:_CONCEPTS]
    )
    shown = table(
        "By concept, the worst first",
        (
            head("Term"),
            head("Rendering to use"),
            head("Held", "n"),
            head("Times", "n"),
            head("Where it is not", "far"),
        ),
        rows,
    )
    return shown + more(len(amiss) - _CONCEPTS, "concept", report.desk)


def consistency(report: Report, linker: Linker) -> str:
    """The matrix: the concepts that are rendered in more than one way, article by article."""
    matrix = report.matrix
    if not matrix.rows and not matrix.alike:
        return ""
    told = ""
    if matrix.alike:
        told = (
            f"<p>{count(matrix.alike, 'concept')} "
            f"{'is' if matrix.alike == 1 else 'are'} rendered in one way throughout "
            f"({count(matrix.alike_uses, 'term')}).</p>"
        )
    if not matrix.rows:
        return told
    told += (
        f"<p>{count(len(matrix.rows), 'concept')} {'is' if len(matrix.rows) == 1 else 'are'} "
        f"rendered in more than one way, or in one that the glossary does not accept; "
        f"{number(matrix.drifting)} of them by accident, as it seems.</p>"
        '<ul class="legend"><li><span class="tag error">✖</span> not accepted: to be avoided, or '
        'not in the glossary</li><li><span class="tag warning">≠</span> accepted, but mostly '
        "rendered otherwise in the article or on the desk</li></ul>"
    )
    parts = [
        _row(report, linker, row, opened=at < _OPEN) for at, row in enumerate(matrix.rows[:_ROWS])
    ]
    return told + "".join(parts) + more(len(matrix.rows) - _ROWS, "concept", report.desk)


_WAYS = {
    "preferred": "preferred",
    "shape": "its other shape",
    "admitted": "admitted",
    "form": "otherwise right",
    "avoided": "✖ to be avoided",
    "unlisted": "✖ not in the glossary",
}
_WHY = {
    "avoided": "to be avoided",
    "unlisted": "not in the glossary",
    "article": "mostly otherwise in this article",
    "desk": "mostly otherwise in other articles",
}


def _row(report: Report, linker: Linker, row: MatrixRow, *, opened: bool) -> str:
    by_article: dict[int, list[Cell]] = {}
    for one in row.cells:
        by_article.setdefault(one.place.article, []).append(one)
    shown = list(by_article.items())[:_ARTICLES]
    heads = [head("Article")]
    heads += [_head(way, usual=number_ == row.usual) for number_, way in enumerate(row.ways)]
    rows = [_article(linker, row, article, cells) for article, cells in shown]
    rows.append(_total(row))
    name = f'<strong lang="id">{said(row.term)}</strong> → {said(row.rendering)}'
    drift = f', <span class="error">{number(row.drift)} by accident</span>' if row.drift else ""
    field = f" · {said(row.domain)}" if row.domain else ""
    grid = table(
        f"{said(row.term)}: each way of rendering it, article by article",
        heads,
        rows,
        kind="matrix",
        hidden=True,
    )
    left = more(len(by_article) - len(shown), "article", report.desk)
    return (
        f"<details{' open' if opened else ''}><summary>{name} "
        f'<span class="sum">{field} {count(row.uses, "time")}{drift}</span></summary>{grid}{left}'
        "</details>"
    )


def _head(way: Way, *, usual: bool) -> str:
    name = said(way.rendering) if way.rendering else "something else"
    kind = _WAYS[way.kind] + (", usual" if usual else "")
    return head(f'{name}<span class="kind">{kind}</span>')


def _article(linker: Linker, row: MatrixRow, article: int, cells: Iterable[Cell]) -> str:
    by_way = {one.way: one for one in cells}
    made = [f'<th scope="row">{linker.article(article)}</th>']
    for way in range(len(row.ways)):
        one = by_way.get(way)
        made.append(cell("", "") if one is None else _cell(linker, one, usual=way == row.usual))
    return f"<tr>{''.join(made)}</tr>"


def _cell(linker: Linker, one: Cell, *, usual: bool) -> str:
    if not one.drift:
        return cell(number(one.uses), "usual" if usual else "")
    bad = one.why in ("avoided", "unlisted")
    some = "" if one.drift == one.uses else f" of {number(one.uses)}"
    words = f'<span class="unseen">by accident: {_WHY[one.why]}, </span>'
    link = linker.to(one.place, f"{'✖' if bad else '≠'} {number(one.drift)}")
    return cell(f"{words}{link}{some}", "drift" if bad else "softly")


def _total(row: MatrixRow) -> str:
    sums = "".join(cell(number(way.uses), "") for way in row.ways)
    return f'<tr class="sum"><th scope="row">all articles</th>{sums}</tr>'
