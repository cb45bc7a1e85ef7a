"""CSV (RFC 4180): Weblate's columns and ours on writing; almost any two columns on reading."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from padanan.errors import InputError
from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import Reading, Writing
from padanan.glossary.formats.columns import MOST_TITLES, Table
from padanan.glossary.formats.formulas import defused, undefused
from padanan.glossary.formats.header import is_header, roles
from padanan.glossary.formats.records import context, records
from padanan.glossary.formats.rows import checked
from padanan.glossary.formats.text import decode

HEADER = (
    # Weblate's (docs.weblate.org, "CSV files"); it passes over the others.
    "source",
    "target",
    "context",
    "developer_comments",
    # What its columns have no place for.
    "concept",
    "status",
    "pos",
    "domain",
    "flags",
)

_DELIMITERS = (",", ";", "\t")

_MAX_LINES = 50
"""Lines of one row at most. A quotation mark that is never closed would swallow the file."""

_ADVICE = "Close every quotation mark that begins a cell, and double those inside; or remove them."


def read(data: bytes) -> Reading:
    """The concepts of a table with commas, semicolons or tabs between its columns.

    The columns are named by a header: Weblate's, ours, memoQ's, or `id` and `en`; without one they
    are source, target and note, or Weblate's eight.

    Raises:
        InputError: It is no text, or its header lacks a language.
    """
    text = decode(data)
    first, text = _first_lines(text)
    delimiter = _delimiter(first)
    table = Table()
    for line, row in _rows(text, delimiter):
        if isinstance(row, str):
            table.report(line, row)
        else:
            table.add(line, [undefused(cell) for cell in row])
    return table.reading()


def write(concepts: Iterable[Concept]) -> Writing:
    """A table with a row for each pair of a term and a rendering.

    The byte order mark at its beginning makes Excel read it as UTF-8.
    """
    good, left_out = checked(concepts)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADER)
    for record in records(good):
        writer.writerow(
            defused(cell)
            for cell in (
                record.terms[0],
                record.renderings[0],
                context(record),
                record.note,
                record.key,
                record.status or "",
                record.pos or "",
                record.domain,
                " ".join(sorted(record.flags)),
            )
        )
    return Writing(b"\xef\xbb\xbf" + file.getvalue().encode(), tuple(left_out))


def has_header(line: str) -> bool:
    """Whether the first line of a file names columns."""
    try:
        return roles(next(csv.reader([line], delimiter=_delimiter([line])), [])) is not None
    except csv.Error:
        return False
    except InputError:
        return True


def _first_lines(text: str) -> tuple[list[str], str]:
    """Some lines that are not blank; and the text, without Excel's line `sep=;` before it."""
    first = next((line for line in io.StringIO(text)), "")
    if first.casefold().startswith("sep="):
        # Blank, so that the numbers of the lines stay right.
        return _first_lines("\n" + text[len(first) :])
    return list(islice((line for line in io.StringIO(text) if line.strip()), MOST_TITLES)), text


def _delimiter(lines: Sequence[str]) -> str:
    """What separates the columns, by the first lines: a header, or else the first with any."""
    for line in lines:
        for delimiter in _DELIMITERS:
            try:
                if is_header(next(csv.reader([line], delimiter=delimiter), [])):
                    return delimiter
            except csv.Error:
                continue
    for line in lines:
        outside = "".join(line.split('"')[0::2])
        found = max(_DELIMITERS, key=outside.count)
        if found in outside:
            return found
    return _DELIMITERS[0]


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """The rows with the number of their first line; for one that cannot be read, the reason."""
    lines = list(io.StringIO(text, newline=""))
    start = 0
    while start < len(lines):
        # A reader for every row, so that a bad one does not take the next ones along.
        chunk = (lines[index] for index in range(start, min(start + _MAX_LINES, len(lines))))
        reader = csv.reader(chunk, delimiter=delimiter, strict=True)
        try:
            row = next(reader)
        except csv.Error as error:
            reason = str(error).replace("\t", "\\t")
            yield start + 1, f"The row cannot be read ({reason}). {_ADVICE}"
            start += 1
            continue
        yield start + 1, row
        start += max(1, reader.line_num)
