"""Collections: files with many articles in them, one a line (JSON Lines) or one a row (Parquet).

Each article has an `id`, and its words in `text`, `markdown` or `html`, of which the first that is
not empty is taken. Other fields are not looked at. A collection is listed first, and its articles
are read one by one when their turn comes, so that its size does not matter.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from padanan.errors import InputError
from padanan.translate import ids, places
from padanan.translate.places import Url

LINES = frozenset({".jsonl", ".ndjson"})
TABLES = frozenset({".parquet"})
COLLECTIONS = LINES | TABLES
"""Suffixes, in lower case, of files with many articles in them."""

FIELDS = {"text": ".txt", "markdown": ".md", "html": ".html"}
"""Where an article's words may stand, the first that is not empty; and how they are read."""

LONGEST_LINE = 64_000_000
"""Bytes of a line that are read at most: a damaged file may have no end of a line at all."""


@dataclass(frozen=True, slots=True)
class Line:
    """An article that is a line of a file; see `Source`.

    Attributes:
        place: The file.
        member: The article's id.
        start: The first byte of the line.
        end: The byte behind its last.
    """

    place: Path
    member: str
    start: int
    end: int

    def content(self, name: str) -> tuple[bytes, str]:
        """The article's bytes and suffix; see `Source.content`."""
        data = places.read_bytes(self.place, name, self.start, self.end)
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            value = None
        if not isinstance(value, dict) or ids.text_of(value.get("id")) != self.member:
            raise InputError(f"{name}: {self.place} has changed since the run began; run it again.")
        return words(value, name)


@dataclass(frozen=True, slots=True)
class Row:
    """An article that is a row of a table; see `Source`.

    Attributes:
        place: The file.
        member: The article's id.
        number: The row, from 0.
    """

    place: Path
    member: str
    number: int

    def content(self, name: str) -> tuple[bytes, str]:
        """The article's bytes and suffix; see `Source.content`."""
        from padanan.translate import table

        value = table.row(self.place, self.number, name)
        if ids.text_of(value.get("id")) != self.member:
            raise InputError(f"{name}: {self.place} has changed since the run began; run it again.")
        return words(value, name)


def words(value: dict[str, Any], name: str) -> tuple[bytes, str]:
    """An article's words as the bytes of a file, and the suffix that says what they are.

    Args:
        value: The fields of the line or row.
        name: What messages call it.

    Raises:
        InputError: There are none.
    """
    for field, suffix in FIELDS.items():
        text = value.get(field)
        if text is None or text == "":
            continue
        if not isinstance(text, str):
            raise InputError(f"{name}: its {field} is no text.")
        # JSON may name halves of characters, which no file can hold.
        whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return whole.encode("utf-8"), suffix
    raise InputError(
        f"{name}: there are no words in it. Put them into a field named text, markdown or html."
    )


def members(path: Path) -> Iterator[Line | Row | InputError]:
    """The articles of a collection in order, and an error for each line or row that gives none.

    Raises:
        InputError: The collection cannot be read.
    """
    if places.suffix(path) in TABLES:
        from padanan.translate import table

        rows: Iterator[tuple[int, object, Line | Row | None]] = (
            (number, id_, None) for number, id_ in table.ids_of(path)
        )
        where = "row "
    else:
        rows, where = _lines(path), ""
    first: dict[str, int] = {}
    for number, found, line in rows:
        if isinstance(found, InputError):
            yield found
            continue
        id_ = ids.text_of(found)
        if reason := ids.amiss(id_):
            yield InputError(f"{path}:{where}{number}: {reason}.")
            continue
        assert isinstance(id_, str)
        if id_ in first:
            yield InputError(
                f"{path}:{where}{number}: the id {ids.shown(id_)} stands in {where or 'line '}"
                f"{first[id_]} already; that article was taken. Give each its own."
            )
            continue
        first[id_] = number
        yield Row(path, id_, number - 1) if line is None else line


def _lines(path: Path) -> Iterator[tuple[int, object, Line | None]]:
    """The lines of a file that are not empty: number, id or error, and the line."""
    at = 0
    with places.telling(str(path)), _opened(path) as file:
        for number in count(1):
            data = file.readline(LONGEST_LINE)
            if not data:
                return
            start, at = at, at + len(data)
            if len(data) == LONGEST_LINE and not data.endswith(b"\n"):
                at += _skip_line(file)
                yield number, InputError(f"{path}:{number}: {_TOO_LONG}"), None
                continue
            if number == 1 and data.startswith(b"\xef\xbb\xbf"):
                start, data = 3, data[3:]
            if data.strip():
                found = _id(data, f"{path}:{number}")
                name = ids.text_of(found)
                yield (
                    number,
                    found,
                    Line(path, name, start, at) if isinstance(name, str) else None,
                )


_TOO_LONG = f"a line of more than {LONGEST_LINE:,} bytes is no article."


def _skip_line(file: Any) -> int:
    """Pass over the rest of a line; how many bytes it had."""
    skipped = 0
    while data := file.readline(LONGEST_LINE):
        skipped += len(data)
        if data.endswith(b"\n"):
            break
    return skipped


def _id(data: bytes, where: str) -> object:
    """The id in a line, or what is wrong with the line."""
    try:
        value = json.loads(data)
    except UnicodeDecodeError as error:
        return InputError(f"{where}: is not UTF-8 (byte {error.start}). Save the file as UTF-8.")
    except RecursionError:
        return InputError(f"{where}: is nested too deeply to be an article.")
    except ValueError as error:
        return InputError(
            f"{where}: is not JSON ({error}). Each line is one article: "
            '{"id": "2022/01/rapat", "text": "..."}.'
        )
    if not isinstance(value, dict):
        return InputError(
            f"{where}: is no JSON object. Each line is one article: "
            '{"id": "2022/01/rapat", "text": "..."}.'
        )
    return value.get("id")


def _opened(path: Path) -> Any:
    """The file, to be read from its beginning.

    Raises:
        InputError: It cannot be opened.
    """
    if isinstance(path, Url):
        with places.telling(str(path)):
            system, inside = places.filesystem(path)
            # Its own files read no line up to a length.
            return io.BufferedReader(system.open(inside, "rb"), 1 << 20)
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
