"""Markdown: its markup taken off, line by line, so that line numbers stay those of the file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from padanan.translate.read.lines import Hint, Line, clean, source_lines, split

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"(title|judul|author|penulis|date|tanggal)\s*:\s*(\S.*)", re.IGNORECASE)
_FRONT_HINTS = {
    "title": Hint.TITLE,
    "judul": Hint.TITLE,
    "author": Hint.AUTHOR,
    "penulis": Hint.AUTHOR,
    "date": Hint.DATE,
    "tanggal": Hint.DATE,
}
_LONGEST_FRONT_MATTER = 200  # lines
_LONGEST_LINE = 20_000
"""Characters: beyond it a line is not written by hand, and is read as plain text."""
_TAG = re.compile(r"<[^<>]*>")
_MOST_WORDS_OF_HEADING = 14


def from_markdown(text: str) -> list[Line]:
    """The non-blank lines of a Markdown file, without its markup.

    Front matter gives title, author and date; images give their text as captions; code, rules and
    link definitions are marked as such. Whether the lines of a paragraph belong together is
    decided later, as for plain text; those of a heading or of a list item do.
    """
    raw = source_lines(text)
    if max(map(len, raw)) > _LONGEST_LINE:
        return list(split(text))
    front = _front_matter(raw)
    body = _body(raw, len(front), any(line.hint is Hint.TITLE for line in front))
    found = {line.number: line for line in (*front, *body)}
    covered = {
        n for line in found.values() for n in range(line.number, (line.last or line.number) + 1)
    }
    for number, source in enumerate(raw, 1):
        if number not in covered and (left := clean(source)):
            found[number] = Line(number, left, hint=Hint.MARKUP)
    return [
        replace(found[number], after_blank=number == 1 or not clean(raw[number - 2]))
        for number in sorted(found)
    ]


def _front_matter(raw: Sequence[str]) -> list[Line]:
    """The lines of YAML front matter, or none."""
    if raw[0].rstrip() != "---":
        return []
    ends = (
        n
        for n, line in enumerate(raw[1:_LONGEST_FRONT_MATTER], 1)
        if line.rstrip() in ("---", "...")
    )
    end = next(ends, None)
    if end is None:
        return []
    lines: list[Line] = []
    for number, source in enumerate(raw[: end + 1], 1):
        found = _FRONT_MATTER.fullmatch(clean(source))
        value = found[2].strip("\"' ") if found else ""
        if found and any(map(str.isalnum, value)):
            lines.append(Line(number, value, hint=_FRONT_HINTS[found[1].lower()]))
        else:
            lines.append(Line(number, clean(source) or "---", hint=Hint.MARKUP))
    return lines


def _body(raw: Sequence[str], skip: int, titled: bool) -> Iterator[Line]:
    """Lines of everything after the front matter's `skip` lines."""
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    # Text indented by four columns is an indented paragraph far more often than code.
    # Its own bound of 20 is reached by the tenth level of a list; this one still stops floods.
    parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").disable("code")
    tokens = [Token("root", "", 0), *parser.parse("\n".join(raw[skip:]))]
    label: str | None = None
    for before, token in pairwise(tokens):
        if token.type == "list_item_open":
            label = f"{token.info}{token.markup} " if token.info else ""
        if token.map is None:
            continue
        first, last = token.map[0] + skip + 1, token.map[1] + skip
        if token.type in ("fence", "html_block"):
            yield from _literal(raw, first, last, token.type)
        if token.type != "inline":
            continue
        if before.type == "heading_open":
            hint = Hint.HEADING
            if before.tag == "h1" and not titled:
                hint, titled = Hint.TITLE, True
            yield from _one(token, first, last, hint, "")
        elif before.type in ("td_open", "th_open"):
            yield Line(
                first, clean(" | ".join(raw[first - 1].strip(" |").split("|"))), hint=Hint.ITEM
            )
        elif label is not None:
            yield from _one(token, first, last, Hint.ITEM, label)
            label = None
        else:
            yield from _paragraph(token, first, last)


def _literal(raw: Sequence[str], first: int, last: int, kind: str) -> Iterator[Line]:
    """Code, which is furniture, or HTML, of which the text is kept."""
    for number in range(first, last + 1):
        source = raw[number - 1]
        text = clean(_TAG.sub("", source)) if kind == "html_block" else ""
        if text or clean(source):
            hint = Hint.CODE if kind == "fence" else None if text else Hint.MARKUP
            yield Line(number, text or clean(source), hint=hint)


def _one(token: "Token", first: int, last: int, hint: Hint, label: str) -> Iterator[Line]:
    """A heading or a list item: one line, however many it has in the source."""
    text = clean(" ".join(text for text, _ in _inline(token.children or ())))
    if text:
        yield Line(first, clean(label + text), hint=hint, last=last)


def _paragraph(token: "Token", first: int, last: int) -> Iterator[Line]:
    """A paragraph: its lines as they are in the source, or one where that cannot be told."""
    parts = list(_inline(token.children or ()))
    if len(parts) != last - first + 1:
        yield from _one(token, first, last, Hint.TEXT, "")
        return
    for number, (text, hint) in enumerate(parts, first):
        if cleaned := clean(text):
            yield Line(number, cleaned, hint=hint)


def _inline(children: Iterable["Token"]) -> Iterator[tuple[str, Hint | None]]:
    """The text of each source line of a run of inline markup, and what the line is."""
    text, pictures = "", ""
    bold = plain = False
    depth = 0
    for child in children:
        match child.type:
            case "softbreak" | "hardbreak":
                yield _finished(text, pictures, bold and not plain)
                text, pictures, bold, plain = "", "", False, False
            case "text" | "code_inline":
                text += child.content
                if child.content.strip():
                    bold, plain = bold or depth > 0, plain or not depth
            case "image":
                pictures += f" {child.attrGet('title') or child.content}"
            case "strong_open":
                depth += 1
            case "strong_close":
                depth -= 1
    yield _finished(text, pictures, bold and not plain)


def _finished(text: str, pictures: str, bold: bool) -> tuple[str, Hint | None]:
    """One line: a picture's text counts where nothing else stands on the line."""
    if not text.strip() and pictures.strip():
        return pictures, Hint.CAPTION
    heading = bold and len(text.split()) <= _MOST_WORDS_OF_HEADING and text.strip()[-1] not in ".,:"
    return text, Hint.HEADING if heading else None
