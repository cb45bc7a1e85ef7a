"""The report as a page: one HTML file that loads nothing and runs no script."""

from base64 import b64encode
from hashlib import sha256

from padanan.translate.report import page_drafts, page_findings, page_terms, page_work
from padanan.translate.report.html import Linker, code, count, h
from padanan.translate.report.links import command
from padanan.translate.report.mark import MARK
from padanan.translate.report.model import Report
from padanan.translate.report.style import STYLE

_POLICY = (
    "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"
)

_SECTIONS = (
    ("next", "What to do next"),
    ("since", "Since the last report"),
    ("articles", "Articles"),
    ("findings", "Findings"),
    ("glossary", "Glossary"),
    ("consistency", "Consistency"),
    ("drafts", "Drafts"),
    ("unread", "Not in this report"),
)


def render(report: Report, folder: str = "") -> str:
    """The page as HTML text.

    Args:
        report: What it says.
        folder: The folder of results from the page's own, with `/`; empty if it is the same.
    """
    linker = Linker(report, folder)
    bodies = {
        "next": page_work.next_steps(report),
        "since": page_work.since(report, linker),
        "articles": page_work.articles(report, linker),
        "findings": page_findings.findings(report, linker),
        "glossary": page_terms.glossary(report, linker),
        "consistency": page_terms.consistency(report, linker),
        "drafts": page_drafts.drafts(report, linker),
        "unread": page_findings.unread(report),
    }
    shown = [(id_, title, bodies[id_]) for id_, title in _SECTIONS if bodies[id_]]
    links = "".join(f'<a href="#{id_}">{title}</a>' for id_, title, _ in shown)
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    title = f"{report.desk}: where the translations stand"
    return "\n".join(
        [
            MARK,
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY.format(digest)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="referrer" content="no-referrer">',
            f'<meta name="generator" content="{h(report.made_by)}">',
            '<link rel="icon" href="data:,">',
            f"<title>{h(title)}</title><style>{STYLE}</style></head><body>",
            f"<header><h1>{h(title)}</h1>",
            _about(report),
            f'<nav aria-label="Parts of the report">{links}</nav></header><main>',
            page_work.tiles(report),
            *(
                f'<section aria-labelledby="{id_}"><h2 id="{id_}">{name}</h2>{body}</section>'
                for id_, name, body in shown
            ),
            "</main>",
            _foot(report),
            "</body></html>\n",
        ]
    )


def _about(report: Report) -> str:
    parts = [
        page_work.moment(report.time),
        f"{count(len(report.articles), 'article')}, {count(report.work.segments, 'segment')}, "
        f"{count(report.work.words, 'word')} of Indonesian",
        f"held to {h(report.glossary)}" if report.glossary else "without a glossary",
    ]
    return f'<p class="about">{" · ".join(parts)}</p>'


def _foot(report: Report) -> str:
    parts = [f"Made by {h(report.made_by)}."]
    if how := command("report", report.desk, "--json"):
        parts.append(f"Everything in it, for programs: {code(how)}.")
    parts.append("What each figure means is told in docs/report.md.")
    return f"<footer>{' '.join(parts)}</footer>"
