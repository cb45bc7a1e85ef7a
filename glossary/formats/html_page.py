"""The glossary as one web page to read and print, indexed both ways; nothing is loaded by it."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import TypeVar

from padanan.glossary.concept import Concept, Flag
from padanan.glossary.formats.base import Writing
from padanan.glossary.formats.index import Headword, Letters, Rendering, english, indonesian
from padanan.glossary.formats.rows import checked
from padanan.glossary.formats.vocabulary import Status

_Item = TypeVar("_Item")

_FLAGS = {
    Flag.CASE: "capitals as here",
    Flag.KEEP: "not translated",
    Flag.EXACT: "in this form only",
}

_STYLE = """\
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1b18; --quiet: #5f5a52; --line: #dcd7cd;
  --accent: #7a2e1d; --bad: #9b2c2c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --ink: #e9e5dd; --quiet: #a8a196; --line: #3a3732;
    --accent: #eb9f83; --bad: #f08c8c;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 6rem; }
body {
  margin: 0 auto; padding: 0 1.25rem 4rem; max-width: 76rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Georgia, "Times New Roman", serif;
}
h1, h2, h3, nav, .grammar, .summary { font-family: system-ui, sans-serif; }
h1 { margin: 2rem 0 .25rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 3rem 0 0; font-size: 1.4rem; }
h3 {
  margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line);
  color: var(--accent); font-size: 1.15rem;
}
.summary, .grammar, .note { color: var(--quiet); }
.summary { margin: 0; }
nav {
  position: sticky; top: 0; padding: .5rem 0; border-bottom: 1px solid var(--line);
  background: var(--paper); font-size: .95rem;
}
nav a { display: inline-block; padding: .1rem .35rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
dl { margin: 0; columns: 24rem; column-gap: 2.5rem; }
dl > div { padding: .3rem 0; break-inside: avoid; overflow-wrap: anywhere; }
dl > div:target { background: color-mix(in srgb, var(--accent) 15%, transparent); }
dt { font-weight: bold; }
dt .also { font-weight: normal; }
dd { margin: 0 0 0 1.25rem; }
dd b { font-weight: 600; }
.line dt, .line dd { display: inline; margin: 0; }
.line dt::after { content: "\\2002"; }
.line dd + dd::before { content: "; "; color: var(--ink); }
.grammar, .note { font-size: .875em; }
.grammar { font-weight: normal; }
.avoid, s { color: var(--bad); }
@page { margin: 18mm 15mm; }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #444; --line: #999; --accent: #000; --bad: #000;
  }
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.3; }
  nav { display: none; }
  h1 { margin-top: 0; font-size: 18pt; }
  h2 { font-size: 13pt; }
  h3 { margin: 10pt 0 3pt; font-size: 11pt; }
  h2 { margin-top: 0; break-before: page; }
  h2.first { margin-top: 1.5rem; break-before: auto; }
  h3 { break-after: avoid; }
  dl { columns: 2; column-gap: 8mm; }
  dl > div { padding: 1.5pt 0; }
  dl > div:target { background: none; }
}
"""


def write(concepts: Iterable[Concept]) -> Writing:
    """The page. Every text in it is escaped, and says which language it is in."""
    good, left_out = checked(concepts)
    to_english, to_indonesian = indonesian(good), english(good)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="generator" content="padanan">',
        "<title>Indonesian–English glossary</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        "<header>",
        "<h1>Indonesian–English glossary</h1>",
        f'<p class="summary">{_summary(good)}</p>',
        "</header>",
        "<nav>",
        _contents("Indonesian", "id", to_english),
        _contents("English", "en", to_indonesian),
        "</nav>",
        "<main>",
        '<h2 class="first" id="id">Indonesian to English</h2>',
        *_sections("id", to_english, _headword),
        '<h2 id="en">English to Indonesian</h2>',
        *_sections("en", to_indonesian, _rendering),
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return Writing("\n".join(lines).encode(), tuple(left_out))


def _summary(concepts: list[Concept]) -> str:
    terms = sum(len(concept.terms) for concept in concepts)
    renderings = sum(len(concept.renderings) for concept in concepts)
    return f"{len(concepts):,} concepts, {terms:,} Indonesian terms, {renderings:,} renderings."


def _contents(title: str, code: str, letters: Letters[_Item]) -> str:
    """One line of links to the letters of one direction."""
    links = "".join(
        f'<a href="#{code}-{number}">{escape(letter)}</a>'
        for number, (letter, _) in enumerate(letters)
    )
    return f'<div><a href="#{code}">{title}</a> {links}</div>'


def _sections(code: str, letters: Letters[_Item], entry: Callable[[_Item], str]) -> Iterator[str]:
    for number, (letter, items) in enumerate(letters):
        yield f'<section><h3 id="{code}-{number}">{escape(letter)}</h3>'
        yield "<dl>"
        for item in items:
            yield entry(item)
        yield "</dl></section>"


def _headword(headword: Headword) -> str:
    concept = headword.concept
    term = f'<span lang="id">{escape(headword.term)}</span>'
    if not headword.is_main:
        return (
            f'<div class="line"><dt>{term}</dt><dd>see {_link(concept, headword.number)}</dd></div>'
        )
    others = "".join(
        f'; <span class="also" lang="id">{escape(text)}</span>' for text in concept.terms[1:]
    )
    grammar = ", ".join(
        filter(
            None,
            [concept.pos, concept.domain, *(_FLAGS[flag] for flag in sorted(concept.flags))],
        )
    )
    label = f' <span class="grammar">{escape(grammar)}</span>' if grammar else ""
    renderings = "; ".join([f"<b>{escape(concept.preferred)}</b>", *map(escape, concept.admitted)])
    avoided = "; ".join(f'<s lang="en">{escape(text)}</s>' for text in concept.avoided)
    return (
        f'<div id="c{headword.number}"><dt>{term}{others}{label}</dt>'
        f'<dd lang="en">{renderings}</dd>'
        + (f'<dd class="avoid">not {avoided}</dd>' if avoided else "")
        + (f'<dd class="note">{escape(concept.note)}</dd>' if concept.note else "")
        + "</div>"
    )


def _rendering(rendering: Rendering) -> str:
    uses: list[str] = []
    for concept, number, status in rendering.uses:
        if status is Status.AVOIDED:
            uses.append(
                f'<dd class="avoid">not for {_link(concept, number)}: '
                f'<span lang="en">{escape(concept.preferred)}</span></dd>'
            )
        else:
            domain = concept.domain
            label = f' <span class="grammar">{escape(domain)}</span>' if domain else ""
            uses.append(f"<dd>{_link(concept, number)}{label}</dd>")
    avoided = all(status is Status.AVOIDED for _, _, status in rendering.uses)
    tag = "s" if avoided else "span"
    return (
        f'<div class="line"><dt><{tag} lang="en">{escape(rendering.text)}</{tag}></dt>'
        + "".join(uses)
        + "</div>"
    )


def _link(concept: Concept, number: int) -> str:
    """The concept's first term, leading to its entry."""
    return f'<a href="#c{number}" lang="id">{escape(concept.terms[0])}</a>'
