"""Entries of the bilingual file laid down as polib lays them down, to the letter, only sooner."""

import textwrap
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import polib

from padanan.translate import po
from padanan.translate.entry import Entry, State
from padanan.translate.entry_po import machine_lines, to_po

_LONGEST = 100_000
"""Characters of a string that is folded here: the work would grow with the square of a word."""


class Laid:
    """What was laid down last, so that of a file only what has changed is laid down anew.

    Entries cannot change; one that was laid down is known again by being the very same.
    """

    def __init__(self) -> None:
        self._last: tuple[str, dict[int, tuple[Entry, str]]] = "", {}

    def texts(self, entries: Sequence[Entry], article: str) -> list[str]:
        """The text of each entry of a file; `article` is the source's path from it."""
        of, before = self._last
        if of != article:
            before = {}
        now: dict[int, tuple[Entry, str]] = {}
        texts: list[str] = []
        for entry in entries:
            known = before.get(id(entry))
            if known is None:
                known = entry, lay_down(entry, article)
            now[id(entry)] = known
            texts.append(known[1])
        self._last = article, now
        return texts


def lay_down(entry: Entry, article: str, *, obsolete: bool = False) -> str:
    """An entry as polib writes it (`to_po`); `article` is the source's path from the file."""
    fields = ("msgctxt", entry.id), ("msgid", entry.source), ("msgstr", entry.target)
    place = f"{article.replace(' ', '%20')}:{entry.line}"
    unusual = any(len(text) > _LONGEST or len(text.splitlines(True)) > 1 for _, text in fields)
    # A line break of others ends the line it stands in, so a character is put behind the last one.
    strange = any(len(line.splitlines()) > 1 for line in f"{entry.comment}.".split("\n"))
    if unusual or strange or len(place.split()) != 1:
        return to_po(entry, article, obsolete=obsolete).__unicode__(po.WIDTH)
    comment = "\n".join(machine_lines(entry, obsolete=obsolete))
    longest = max(map(len, f"{comment}\n{entry.comment}".splitlines()), default=0)
    width = 0 if longest > po.LONGEST else po.WIDTH
    lines: list[str] = []
    if entry.comment:
        lines += [f"# {line}" for line in entry.comment.split("\n")]
    if comment:
        lines += [f"#. {line}" for line in comment.split("\n")]
    if not obsolete:
        if width and len(place) + 3 > width:
            place = place.replace("*", "-")
        lines.append(f"#: {place}")
    flags = ["fuzzy", *entry.flags] if entry.state is State.DRAFT else entry.flags
    if flags:
        lines.append(f"#, {', '.join(flags)}")
    prefix = "#~ " if obsolete else ""
    for name, text in fields:
        lines += _field(name, text, prefix, width)
    lines.append("")
    return "\n".join(lines)


def _field(name: str, text: str, prefix: str, width: int) -> list[str]:
    """The lines of one string. What has to be escaped does not count for its length."""
    escaped = polib.escape(text)
    if not width or len(text) <= width - len(name) - 3 + len(escaped) - len(text):
        return [f'{prefix}{name} "{escaped}"']
    lines = [f'{prefix}{name} ""']
    lines += [f'{prefix}"{line}"' for line in fold(escaped, width - 2)]
    return lines


def fold(text: str, width: int) -> list[str]:
    """The lines of a text, as `textwrap.wrap` makes them of one without control characters when it
    keeps white space and long words whole.
    """
    lines: list[str] = []
    at, size = 0, len(text)
    while size - at > width:
        end = at + width
        if (text[end - 1] == " ") == (text[end] == " "):
            end = _in_spaces(text, at, end) if text[end] == " " else _in_word(text, at, end)
        lines.append(text[at:end])
        at = end
    if at < size:
        lines.append(text[at:])
    return lines


def _in_spaces(text: str, at: int, end: int) -> int:
    """Where a line that begins at `at` ends if it could reach to `end`, amid spaces."""
    first = len(text[:end].rstrip(" "))
    return first if first > at else len(text) - len(text[end:].lstrip(" "))


def _in_word(text: str, at: int, end: int) -> int:
    """Where a line that begins at `at` ends if it could reach to `end`, amid a word."""
    first, last = text.rfind(" ", 0, end) + 1, text.find(" ", end)
    word = text[first : last if last >= 0 else len(text)]
    if "-" not in word:
        return first if first > at else first + len(word)
    places = _places(word)
    count = bisect_right(places, end - first)
    place = first + places[count - 1] if count else first
    return place if place > at else first + places[count]


@lru_cache(8)
def _places(word: str) -> list[int]:
    """Where a word may be cut: behind hyphens, before dashes, and at its end."""
    parts = textwrap.wrap(word, 1, drop_whitespace=False, break_long_words=False)
    return list(accumulate(map(len, parts)))
