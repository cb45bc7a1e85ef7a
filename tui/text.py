"""Text made safe to draw, and folded to a number of terminal cells.

Everything the desk shows comes from files that anyone may have written. Nothing of it may move
the cursor, change colours or reverse the direction of what stands beside it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, split_graphemes, split_text

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls, escape among them
    "\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # invisible
    "\U000e0000-\U000e007f"  # tags: invisible, too
    "\ud800-\udfff]"  # half of a character, which no terminal can be sent
)
_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u203a\u20a0-\u20c0]*")
"""Text of characters one cell wide, none of them harmful: nearly all of what a desk shows."""

_LINE_BREAKS = re.compile(r"\s*[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]\s*")


def inert(text: str) -> str:
    """`text` with every control, invisible or direction-changing character made visible.

    Each is replaced by one character: places in the text are the same as before.
    """
    return text if _PLAIN.fullmatch(text) else _HARMFUL.sub(_visible, text)


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)  # Unicode's control pictures
    return "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def one_line(text: str) -> str:
    """`text` as an editor of one segment takes it: on one line, without harmful characters."""
    text = _LINE_BREAKS.sub(" ", _LINE_BREAKS.sub("\n", text).strip("\n"))
    return _HARMFUL.sub("", text.replace("\t", " "))


def wrap(text: str, width: int) -> list[str]:
    """The lines of inert text folded as `folds` says."""
    return [text[start:end] for start, end in folds(text, width)]


@lru_cache(maxsize=4096)
def folds(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Where the lines of inert text begin and end when it is folded at spaces.

    A word longer than a line is cut; a combining mark stays with its letter, and a wide character
    is never cut in two.

    Args:
        text: One line of text, made `inert`.
        width: Cells to a line; at least 2, the width of a wide character.

    Returns:
        The first character and the one after the last for each line, of which there is at least
        one. The spaces the text is folded at are in none of them.
    """
    if not _PLAIN.fullmatch(text):
        return tuple(_fold_cells(text, width)) or ((0, 0),)
    spans = (match.span() for match in _plain_lines(width).finditer(text))
    lines = tuple((start, _end(text, start, end)) for start, end in spans)
    return lines or ((0, 0),)


@lru_cache
def _plain_lines(width: int) -> re.Pattern[str]:
    """What finds the lines of plain text, some with spaces at their end."""
    return re.compile(rf"[^ ].{{0,{width - 1}}}(?= |$)|[^ ]{{{width}}}")


def _end(text: str, start: int, end: int) -> int:
    """The end of a line without the spaces there."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _fold_cells(text: str, width: int) -> Iterator[tuple[int, int]]:
    """`folds` for text in which characters and cells differ."""
    start, end, used = 0, 0, 0
    for word in re.finditer("[^ ]+", text):
        long = cell_len(word[0])
        spaces = word.start() - end
        if end and used + spaces + long <= width:
            end, used = word.end(), used + spaces + long
            continue
        if end:
            yield start, end
        *whole, (start, end) = _chop(word[0], word.start(), width)
        yield from whole
        used = cell_len(text[start:end])
    if end:
        yield start, end


def _chop(word: str, place: int, width: int) -> list[tuple[int, int]]:
    """Cut a word that begins at `place` into pieces of at most `width` cells."""
    pieces = [(place, place)]
    used = 0
    for start, end, cells in split_graphemes(word)[0]:
        if used + cells > width:
            pieces.append((place + start, place + start))
            used = 0
        pieces[-1] = pieces[-1][0], place + end
        used += cells
    return pieces


def graphemes(text: str) -> list[tuple[int, int]]:
    """Where what a person takes for one character begins and ends: é, 👩‍🌾, 👍🏽."""
    return [(start, end) for start, end, _ in split_graphemes(text)[0]]


def shorten(text: str, width: int) -> str:
    """Inert text cut to `width` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    return split_text(text, width - 1)[0] + "…" if width > 0 else ""
