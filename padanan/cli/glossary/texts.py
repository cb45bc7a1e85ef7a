"""The sentences of articles, bilingual files and corpora, for commands that learn from them."""

import gzip
import lzma
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path

from padanan.cli.talk import progress, read_stdin, say
from padanan.errors import InputError

_LARGE = 1_000_000
"""Bytes of a plain text that is no article any more, but a corpus, one sentence or text a line."""

_LONGEST = 1_000_000
"""Bytes of a corpus that are a line even without a line break."""

_STEP = 1_000
"""Sentences from one move of the progress bar to the next."""

_RESULTS = (".en.txt", ".bilingual.html")
"""How English texts and side-by-side pages end that padanan writes beside bilingual files."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with, from a bilingual file, its translation.

    Attributes:
        source: The Indonesian.
        target: The English; empty where there is none.
        draft: Whether it is a segment of a bilingual file that nobody has approved.
    """

    source: str
    target: str = ""
    draft: bool = False


def sentences(paths: Iterable[Path], unread: list[InputError]) -> Iterator[Sentence]:
    """What stands in files and folders; a progress bar on a terminal.

    Bilingual files (.po) give their translated segments; articles their sentences, without bylines
    and datelines; compressed files (.xz, .gz) and large texts their lines. A folder gives all such
    files below it, in the order of their names, hidden ones and English results left out.

    Args:
        paths: The files and folders; - is an article on standard input.
        unread: Gets an error for each that cannot be read, which is also told.
    """
    number = 0
    with progress("Reading") as show:
        for path in paths:
            for found in _in_path(path):
                if isinstance(found, InputError):
                    unread.append(found)
                    say(found.message)
                    continue
                yield found
                number += 1
                if number % _STEP == 0:
                    show(number, None)


def _in_path(path: Path) -> Iterator[Sentence | InputError]:
    """The sentences of a file or folder, and an error for each file that cannot be read."""
    try:
        for file in _files(path):
            if isinstance(file, InputError):
                yield file
                continue
            try:
                yield from _of_file(file)
            except InputError as error:
                yield error
            except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
                yield _unreadable(file, error)
    except OSError as error:
        yield _unreadable(path, error)


def _unreadable(path: Path | str, error: Exception) -> InputError:
    return InputError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}).")


def _files(path: Path) -> Iterator[Path | InputError]:
    """The files that a path stands for.

    Raises:
        OSError: It cannot be looked at.
    """
    if not path.is_dir():
        yield path
        return
    from padanan.translate.read import SUFFIXES

    found = False
    errors: list[OSError] = []
    for root, folders, names in os.walk(path, onerror=errors.append):
        folders[:] = sorted(folder for folder in folders if not folder.startswith("."))
        for name in sorted(names):
            suffix = Path(name).suffix.lower()
            known = suffix in SUFFIXES or suffix in (".po", ".xz", ".gz")
            if known and not name.startswith(".") and not name.endswith(_RESULTS):
                found = True
                yield Path(root, name)
    yield from (_unreadable(error.filename, error) for error in errors)
    if not (found or errors):
        yield InputError(
            f"{path}: nothing to read in this folder. padanan looks for bilingual files (.po), "
            "articles (.txt, .md, .html) and compressed texts (.xz, .gz)."
        )


def _of_file(path: Path) -> Iterator[Sentence]:
    """The sentences of one file.

    Raises:
        InputError: It is damaged, or no text.
        OSError: It cannot be read.
        EOFError: It breaks off.
        lzma.LZMAError: It is no .xz file, or damaged.
    """
    suffix = path.suffix.lower()
    if suffix == ".po":
        yield from _of_bilingual(path)
    elif suffix == ".xz":
        with lzma.open(path) as stream:
            yield from _of_lines(stream)
    elif suffix == ".gz":
        with gzip.open(path) as stream:
            yield from _of_lines(stream)
    elif suffix in (".txt", ".text") and path.stat().st_size > _LARGE:
        with path.open("rb") as stream:
            yield from _of_lines(stream)
    else:
        yield from _of_article(path)


def _of_bilingual(path: Path) -> Iterator[Sentence]:
    from padanan.translate.article import BlockKind
    from padanan.translate.bilingual import State, load

    bilingual = load(path)
    if bilingual is None:
        raise InputError(f"{path}: there is no such file.")
    for entry in bilingual.entries:
        translated = entry.state in (State.APPROVED, State.DRAFT)
        if translated and entry.kind not in (BlockKind.BYLINE, BlockKind.DATELINE):
            yield Sentence(entry.source, entry.target, draft=entry.state is State.DRAFT)


def _of_article(path: Path) -> Iterator[Sentence]:
    from padanan.translate.article import BlockKind
    from padanan.translate.read import read, read_bytes
    from padanan.translate.segment import segment

    piped = path == Path("-")
    segmented = segment(read_bytes(read_stdin(), "standard input") if piped else read(path))
    for block, segments in segmented.by_block():
        if block.kind not in (BlockKind.BYLINE, BlockKind.DATELINE):
            for one in segments:
                if not one.lead:
                    yield Sentence(one.source)


def _of_lines(stream: BufferedIOBase) -> Iterator[Sentence]:
    while line := stream.readline(_LONGEST):
        text = line.decode("utf-8", "replace").strip()
        if text:
            yield Sentence(text)
