"""Telling apart formats that share the ends of their names."""

import re

from padanan.errors import InputError
from padanan.glossary.formats.text import decode
from padanan.glossary.row import COLUMNS

_HEAD = 64 * 1024
"""Bytes looked at, an even number for the sake of UTF-16: prologue, comments and the first rows of
any file fit in."""

_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")

_ROOTS = {"martif": "tbx2", "tbx": "tbx", "tmx": "tmx"}


def sniff(data: bytes, default: str) -> str:
    """The name of the format that `data` is in.

    Args:
        data: The bytes of the file.
        default: The format that the end of its name says.

    Raises:
        InputError: An XML file of another kind.
    """
    if default in ("tbx", "tbx2", "tmx"):
        return _xml(data)
    if default in ("tsv", "omegat"):
        return _table(data, default)
    return default


def _xml(data: bytes) -> str:
    """By the first element that is neither declaration nor comment."""
    text = decode(data[:_HEAD])
    text = re.sub(r"<!--.*?(-->|$)", "", text, flags=re.DOTALL)
    match = _ROOT.search(text)
    root = match[2] if match else ""
    if root in _ROOTS:
        return _ROOTS[root]
    raise InputError(
        "is no TBX and no TMX file"
        + (f": its outermost element is <{root[:40]}>." if root else ": it holds no XML element.")
        + " Export the terms from the other tool as TBX, CSV or TMX."
    )


def _table(data: bytes, default: str) -> str:
    """By the words of the first line that is neither empty nor a comment."""
    from padanan.glossary.formats.csv_table import has_header

    try:
        text = decode(data[:_HEAD])
    except InputError:
        return default  # which says what is wrong
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        words = [word.strip().strip('"').casefold() for word in line.split("\t")]
        if words[: len(COLUMNS)] == list(COLUMNS):
            return "tsv"
        if has_header(line):
            return "csv"
        # Our own table without its header says so itself.
        return "tsv" if default == "tsv" and len(words) > 3 else "omegat"
    return default
