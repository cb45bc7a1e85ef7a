"""Reading: the bytes of an article to its blocks, each with its kind and the rule that said so."""

import hashlib
from pathlib import Path

from padanan.errors import InputError
from padanan.files import read_file
from padanan.translate.article import Article, BlockKind
from padanan.translate.read.decode import decode
from padanan.translate.read.language import doubts
from padanan.translate.read.lines import split
from padanan.translate.read.markdown import from_markdown
from padanan.translate.read.rules import RULES, blocks, describe, line_rule
from padanan.translate.read.web import from_html
from padanan.translate.read.wrap import rejoin

__all__ = ["PAGES", "RULES", "SUFFIXES", "describe", "read", "read_bytes"]

_MARKDOWN = frozenset({".md", ".markdown"})
PAGES = frozenset({".html", ".htm"})
"""Suffixes, in lower case, of web pages."""

SUFFIXES: frozenset[str] = frozenset({".txt", ".text"}) | _MARKDOWN | PAGES
"""File name suffixes, in lower case, of what can be read."""


def read(path: Path, name: str | None = None) -> Article:
    """Read an article from a file.

    Args:
        path: A text, Markdown or HTML file; what it is follows from its suffix, and anything with
            another suffix is read as plain text.
        name: What messages call it; the path when None.

    Raises:
        InputError: The file cannot be opened, or as `read_bytes`.
    """
    name = str(path) if name is None else name
    try:
        data = read_file(path)
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror or error}).") from error
    return read_bytes(data, name, path.suffix)


def read_bytes(data: bytes, name: str, suffix: str = ".txt") -> Article:
    """Read an article from the bytes of a file.

    Args:
        data: The whole file.
        name: What messages call it.
        suffix: Tells Markdown and HTML from plain text, in any case. Line numbers refer to the
            decoded file; for HTML to the text extracted from it, one line a paragraph.

    Raises:
        InputError: Empty, binary, undecodable, or without a single letter.
    """
    suffix = suffix.lower()
    decoded = decode(data, name, markup=suffix in PAGES)
    if suffix in PAGES:
        lines = tuple(from_html(decoded.text, name))
    elif suffix in _MARKDOWN:
        lines = tuple(from_markdown(decoded.text))
    else:
        lines = tuple(split(decoded.text))
    if not lines:
        raise InputError(
            f"{name}: the file holds only white space. Put the article's text into it."
        )
    if not any(character.isalpha() for line in lines for character in line.text):
        raise InputError(f"{name}: there is not a single letter in it. Is it the right file?")
    found = blocks(rejoin(lines, lambda text: line_rule(text) is not None))
    text = "\n".join(block.text for block in found if block.kind is not BlockKind.FURNITURE)
    return Article(
        name,
        found,
        decoded.encoding,
        hashlib.sha256(data).hexdigest(),
        (*decoded.warnings, *doubts(text, name)),
    )
