"""Results of articles that are gone: told of after a run, never removed."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from padanan.errors import InputError
from padanan.translate import bilingual
from padanan.translate.read import SUFFIXES

_HEAD = 4_096
"""Bytes at the beginning of a bilingual file that nearly always name its article."""

_ARTICLE = re.compile(rb'^"X-Padanan-Article: ([^"\\]+)\\n"\r?$', re.MULTILINE)


def left_behind(folders: Sequence[Path], out: Path) -> Iterator[Path]:
    """The bilingual files in `out` of articles that lay in one of some folders and lie there no
    more, in sorted order.

    Results of articles elsewhere are no concern of these folders. What cannot be read is passed
    over.
    """
    tops = [os.path.realpath(folder) for folder in folders]
    for path in bilingual.below(out):
        stem = path.relative_to(out).with_suffix("")
        # Nearly all are where one would look first, and no bilingual file need be opened.
        if any(_is_there(folder / stem) for folder in folders):
            continue
        article = _article(Path(os.path.realpath(path)))
        lay_there = any(Path(article).is_relative_to(top) for top in tops)
        if article and lay_there and not os.path.lexists(article):
            yield path


def _is_there(stem: Path) -> bool:
    return any(os.path.lexists(f"{stem}{suffix}") for suffix in SUFFIXES)


def _article(path: Path) -> str:
    """Where the article of a bilingual file lies or lay; empty if it does not say."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return ""
        with path.open("rb") as file:
            found = _ARTICLE.search(file.read(_HEAD))
        if found is not None:
            name = found[1].decode("utf-8", "surrogateescape")
        else:
            content = bilingual.load(path)
            name = content.article if content is not None else ""
    except (OSError, InputError):
        return ""
    return os.path.normpath(path.parent / unquote(name, errors="surrogateescape")) if name else ""
