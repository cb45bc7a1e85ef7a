"""A side-by-side page of an article: one self-contained HTML file one can send or print."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import groupby

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State

ENDING = ".bilingual.html"
"""How the name of a page ends, in place of the bilingual file's `.po`."""

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --quiet: #6b6b6b; --draft: #9a5b00; }
@media (prefers-color-scheme: dark) { :root { --quiet: #a0a0a0; --draft: #e5b567; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.1rem; margin: 0; }
.about, .legend, footer { color: var(--quiet); font-size: .85rem; margin: .25rem 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem;
  border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; position: sticky; top: 0; background: Canvas; }
col.state { width: 2.5rem; }
.headline td, .subheading td { font-weight: 600; }
.dateline td, .byline td, .caption td { font-size: .9rem; }
.state { text-align: center; }
.draft .state { color: var(--draft); }
.first td { border-top: 2px solid var(--line); }
details { margin-top: 1.5rem; color: var(--quiet); }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } thead th { position: static; }
  tr { break-inside: avoid; } details { display: none; } }
@media (max-width: 40rem) { td, th { padding: .4rem; } col.state { width: 1.75rem; } }
"""

_MARKS = {State.APPROVED: "✓", State.DRAFT: "~", State.EMPTY: "–", State.SKIPPED: "·"}
_WORDS = {
    State.APPROVED: "approved",
    State.DRAFT: "draft that nobody has approved yet",
    State.SKIPPED: "page furniture that a person has translated",
}

GAP = "not translated"
"""What is said of a segment that has no target."""


def render(bilingual: Bilingual, describe: Callable[[str], str], *, gap: str = GAP) -> str:
    """The page as HTML text.

    Args:
        bilingual: The article's bilingual file.
        describe: Gives a sentence for the rule that skipped a line, from its name.
        gap: What is said of a segment that has no target.

    Everything from the article is escaped; the page loads nothing and runs no script.
    """
    shown = [e for e in bilingual.entries if e.state is not State.SKIPPED or e.target]
    left_out = [e for e in bilingual.entries if e.state is State.SKIPPED and not e.target]
    title = next((e.target or e.source for e in shown if e.kind is BlockKind.HEADLINE), "")
    name = bilingual.article.rsplit("/", 1)[-1]
    approved = sum(entry.state is State.APPROVED for entry in shown)
    words = {**_WORDS, State.EMPTY: gap}
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title or name)}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{escape(title or name)}</h1>",
            f'<p class="about">{escape(name)}: {len(shown)} segments, {approved} approved</p>',
            '<table><colgroup><col><col><col class="state"></colgroup><thead><tr>'
            '<th scope="col">Indonesian</th><th scope="col">English</th>'
            '<th scope="col" class="state"><span title="state">⚑</span></th></tr></thead><tbody>',
            *_rows(shown, words),
            "</tbody></table>",
            *_legend(shown, words),
            *_left_out(left_out, describe),
            f"<footer>Drafted by {escape(bilingual.engine)}</footer>",
            "</body></html>\n",
        ]
    )


def described(rule: str) -> str:
    """A sentence for the rule that skipped a line, be it one of another version of padanan."""
    from padanan.translate.read import describe  # it loads all that reads articles

    try:
        return describe(rule)
    except KeyError:
        return f"left out by the rule “{rule}”"


def _legend(entries: Sequence[Entry], words: Mapping[State, str]) -> list[str]:
    """What the marks mean, of which there are any: nobody hovers on paper."""
    there = {entry.state for entry in entries}
    meanings = [
        f"{mark} {escape(words[state])}" for state, mark in _MARKS.items() if state in there
    ]
    return [f'<p class="legend">{"; ".join(meanings)}</p>'] if meanings else []


def _rows(entries: Sequence[Entry], words: Mapping[State, str]) -> list[str]:
    rows: list[str] = []
    for _, block in groupby(entries, key=lambda entry: entry.line):
        for number, entry in enumerate(block):
            first = " first" if number == 0 else ""
            rows.append(
                f'<tr class="{entry.kind} {entry.state}{first}" id="{escape(entry.id)}">'
                f'<td lang="id">{escape(entry.source)}</td>'
                f'<td lang="en">{escape(entry.target)}</td>'
                f'<td class="state"><span role="img" title="{escape(words[entry.state])}" '
                f'aria-label="{escape(words[entry.state])}">{_MARKS[entry.state]}</span></td></tr>'
            )
    return rows


def _left_out(entries: Sequence[Entry], describe: Callable[[str], str]) -> list[str]:
    if not entries:
        return []
    items = [
        f'<li><span lang="id">{escape(entry.source)}</span> ({escape(describe(entry.rule))})</li>'
        for entry in entries
    ]
    noun = "line" if len(entries) == 1 else "lines"
    return [
        f"<details><summary>{len(entries)} {noun} of the page left out</summary><ul>",
        *items,
        "</ul></details>",
    ]
