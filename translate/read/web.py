"""HTML pages: the article's text through trafilatura, as lines for the block rules."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from padanan.errors import InputError
from padanan.translate.read.lines import Hint, Line, clean

_Element = Any  # lxml has no types
_MOST_TAGS = 50_000
"""A news page has a few thousand; far more only cost time (half a minute at 300,000)."""
_OPENING = re.compile(r"<(!--|script\b|style\b|svg\b|template\b)", re.IGNORECASE)
_CLOSING = {
    "!--": re.compile("-->"),
    **{
        tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE)
        for tag in ("script", "style", "svg", "template")
    },
}
_HUGE_TAG = re.compile(r"<[^<>]{20000,}>")
_LINE_BREAK = "\ue000"  # stands for <br>: no text keeps a private-use character
_CAPTIONS = (
    "//figcaption | //*[self::p or self::div or self::span]"
    "[contains(@class, 'caption')][not(ancestor::figcaption)][not(.//p) and not(.//div)]"
)
"""Where pages keep the texts of pictures: `figcaption`, or a class ("wp-caption-text")."""
_LONGEST_CAPTION = 600  # characters
_BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "figcaption", "blockquote", "dd", "td", "pre")


def from_html(text: str, name: str) -> list[Line]:
    """The main text of a page, one line a paragraph, numbered from 1.

    The title, the author and the date that the page states come first, and the texts under
    pictures; comments, menus and scripts do not come at all. Nothing is fetched.

    Args:
        text: The decoded page.
        name: What messages call it.

    Raises:
        InputError: There is no text in it, or it is too large or damaged to be a news page.
    """
    text = _HUGE_TAG.sub("", _without_scripts(text))
    if text.count("<") > _MOST_TAGS:
        raise InputError(
            f"{name}: more than {_MOST_TAGS:,} HTML tags; this is no news page. "
            "Save the article itself as text and try again."
        )
    try:
        found = list(_found(text))
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError) as error:
        raise InputError(
            f"{name}: this HTML cannot be read ({type(error).__name__}). "
            "Save the article as text and try again."
        ) from error
    if not found:
        raise InputError(
            f"{name}: there is no article text in this HTML page. Perhaps a script draws it: "
            "open the page in a browser and save what you see as text."
        )
    return [Line(number, text, hint=hint) for number, (text, hint) in enumerate(found, 1)]


def _without_scripts(text: str) -> str:
    """The page without scripts, styles, drawings and comments."""
    kept: list[str] = []
    at = 0
    unclosed: set[str] = set()  # looking for their ends again and again would be quadratic
    while opening := _OPENING.search(text, at):
        tag = opening[1].lower()
        closing = None if tag in unclosed else _CLOSING[tag].search(text, opening.end())
        if closing is None:
            unclosed.add(tag)
        kept.append(text[at : opening.start()])
        at = closing.end() if closing else opening.end()
    return "".join((*kept, text[at:]))


def _found(text: str) -> Iterator[tuple[str, Hint | None]]:
    """What the page holds: cleaned texts, each with what the markup says it is."""
    import trafilatura  # with lxml and htmldate a third of a second

    for library in ("trafilatura", "htmldate"):  # they would talk to stderr about every odd page
        logging.getLogger(library).setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(text)
    if tree is None:
        return
    captions = [_text(element) for element in tree.xpath(_CAPTIONS)]
    captions = list(dict.fromkeys(text for text in captions if len(text) <= _LONGEST_CAPTION))
    everything = list(_everything(tree))
    document = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body: list[tuple[str, Hint | None]] = []
    if document is not None and not isinstance(document, dict) and document.body is not None:
        body = [(text, hint) for text, hint in _walk(document.body) if text]
        title = next((text for text, hint in body if hint is Hint.TITLE), document.title)
        body = [(text, hint) for text, hint in body if hint is not Hint.TITLE]
        if title and clean(title):
            yield clean(title), Hint.TITLE
        for stated, hint in ((document.author, Hint.AUTHOR), (document.date, Hint.DATE)):
            if stated and clean(stated):
                yield clean(stated), hint
    inside = {text for text, _ in body}
    yield from (
        (caption, Hint.CAPTION) for caption in captions if caption and caption not in inside
    )
    yield from body or everything


def _walk(element: _Element) -> Iterator[tuple[str, Hint | None]]:
    """Texts of trafilatura's tree (head, p, list/item, quote, table/row/cell, code) in order."""
    titles = 0
    for child in element:
        match child.tag:
            case "head":
                first = child.get("rend") == "h1" and not titles
                titles += first
                yield _text(child), Hint.TITLE if first else Hint.HEADING
            case "list":
                for item in child.iter("item"):
                    yield _text(item), Hint.ITEM
            case "table":
                for row in child.iter("row"):
                    cells = (_text(cell) for cell in row.iter("cell"))
                    yield " | ".join(cell for cell in cells if cell), Hint.ITEM
            case "code":
                yield _text(child), Hint.CODE
            case "quote" | "div" if len(child):
                if child.text and child.text.strip():
                    yield clean(child.text), None
                yield from _walk(child)
            case _:
                yield from ((text, None) for text in _broken(child))
        if child.tail and child.tail.strip():
            yield clean(child.tail), None


def _everything(tree: _Element) -> Iterator[tuple[str, Hint | None]]:
    """All text of the page, for those in which trafilatura sees no article (very short ones)."""
    leaves = [
        element
        for element in tree.iter(*_BLOCKS)
        if next(element.iterdescendants(*_BLOCKS), None) is None
    ]
    for element in leaves or [tree]:
        hint = Hint.HEADING if str(element.tag) in ("h1", "h2", "h3", "h4") else None
        yield from ((text, hint) for text in _broken(element))


def _broken(element: _Element) -> Iterator[str]:
    """The texts of an element between its line breaks."""
    for line_break in element.iter("lb", "br"):
        line_break.tail = _LINE_BREAK + (line_break.tail or "")
    for part in "".join(element.itertext()).split(_LINE_BREAK):
        if text := clean(part):
            yield text


def _text(element: _Element) -> str:
    return " ".join(_broken(element))
