"""Of the page: how sure the drafts are, and how the targets came about."""

from padanan.translate.report.charts import bar, histogram
from padanan.translate.report.html import (
    Linker,
    cell,
    count,
    figure,
    head,
    number,
    said,
    table,
)
from padanan.translate.report.model import Report
from padanan.translate.report.sections import Confidence, Origins

_LOWEST = 10
"""Least sure drafts that are named."""

_ORIGINS = {
    "person": ("a person", "written, or changed in what was drafted"),
    "memory": ("the memory", "approved before, for the same sentence"),
    "adapted": ("adapted", "approved before, with other figures"),
    "rule": ("a rule", "datelines, bylines, lone figures"),
    "model": ("the model", "by itself"),
    "source": ("the model, told", "given the rendering of a term in the source"),
    "mended": ("mended", "the model's, with a term put in"),
    "unknown": ("not known", "the file does not say"),
}


def drafts(report: Report, linker: Linker) -> str:
    """How the targets came about, and how sure those are that nobody has looked at."""
    if not report.work.segments:
        return ""
    return (
        f'<div class="two"><div>{_confidence(report.confidence)}</div>'
        f"<div>{_origins(report.origins)}</div></div>{_lowest(report.confidence, linker)}"
    )


def _confidence(sure: Confidence) -> str:
    known = sum(sure.bins)
    told = "<h3>How sure the drafts are</h3>"
    if not known:
        return told + '<p class="note">There is no draft of the machine that is yet to be seen.</p>'
    labels = [f"{at / 10:.1f}" for at in range(10)]
    words = "Drafts by confidence: " + ", ".join(
        f"{number(size)} from {at / 10:.1f} to {(at + 1) / 10:.1f}"
        for at, size in enumerate(sure.bins)
        if size
    )
    half = sum(sure.bins[:5])
    median = "" if sure.median is None else f", the middle one {sure.median:.2f}"
    return (
        f"{told}<figure>{histogram(sure.bins, labels, words)}<figcaption>Confidence of "
        f"{count(known, 'draft')}, in steps of a tenth: {number(half)} below 0.5{median}"
        + (f"; {count(sure.unknown, 'draft')} without a figure" if sure.unknown else "")
        + ".</figcaption></figure>"
    )


def _origins(origins: Origins) -> str:
    total = sum(one.segments for one in origins.counts)
    rows = (
        f'<tr><th scope="row">{_ORIGINS[one.origin][0]}'
        f'<span class="sub">{_ORIGINS[one.origin][1]}</span></th>'
        + cell(
            bar(
                [("share", one.segments), ("rest", total - one.segments)],
                f"{number(one.segments)} of {number(total)}",
            ),
            "barred",
        )
        + figure(one.segments)
        + figure(one.approved)
        + figure(one.words, "far")
        + "</tr>"
        for one in sorted(origins.counts, key=lambda one: -one.segments)
    )
    reused = sum(one.segments for one in origins.counts if one.origin in ("memory", "adapted"))
    told = (
        f"<p>{count(reused, 'translation')} from the memory; for "
        f"{count(origins.offered, 'segment')} it had a similar sentence.</p>"
    )
    return (
        "<h3>How the translations came about</h3>"
        + table(
            "Translations by what made them",
            (
                head("Made by"),
                head("Share", "barred"),
                head("Segments", "n"),
                head("Approved", "n"),
                head("Words", "n far"),
            ),
            rows,
            kind="made",
            hidden=True,
        )
        + told
    )


def _lowest(sure: Confidence, linker: Linker) -> str:
    if not sure.lowest:
        return ""
    rows = (
        f"<tr><td>{one.confidence:.2f}</td>"
        + cell(f'<span lang="id">{said(one.place.source)}</span>')
        + cell(linker.whole(one.place))
        + "</tr>"
        for one in sure.lowest[:_LOWEST]
    )
    return table(
        "The least sure drafts",
        (head("Sure"), head("Source"), head("Where")),
        rows,
        kind="finds low",
    )
