"""Text made safe to draw, and folded to a number of terminal cells.

Everything the desk shows comes from files that anyone may have written. Nothing of it may move
the cursor, change colours or reverse the direction of what stands beside it.
"""

import re

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
    """`text` with every control, invisible or direction-changing character made visible."""
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
    """Fold inert text to lines of at most `width` cells, at spaces where there are any.

    A word longer than a line is cut; a combining mark stays with its letter, and a wide character
    is never cut in two.

    Args:
        text: One line of text, made `inert`.
        width: Cells to a line; at least 2, the width of a wide character.

    Returns:
        The lines, at least one, without the spaces they were folded at.
    """
    if _PLAIN.fullmatch(text):
        lines = re.findall(rf"[^ ].{{0,{width - 1}}}(?= |$)|[^ ]{{{width}}}", text)
        return [line.rstrip(" ") for line in lines] or [""]
    return _wrap_cells(text, width)


def _wrap_cells(text: str, width: int) -> list[str]:
    """`wrap` for text in which characters and cells differ."""
    lines: list[str] = []
    line, used = "", 0
    for spaces, word in re.findall("( *)([^ ]+)", text):
        long = cell_len(word)
        if line and used + len(spaces) + long <= width:
            line, used = line + spaces + word, used + len(spaces) + long
            continue
        if line:
            lines.append(line)
        *whole, line = _chop(word, width)
        lines += whole
        used = cell_len(line)
    return [*lines, line]


def _chop(word: str, width: int) -> list[str]:
    """Cut a word into pieces of at most `width` cells."""
    pieces = [""]
    used = 0
    for start, end, cells in split_graphemes(word)[0]:
        if used + cells > width:
            pieces.append("")
            used = 0
        pieces[-1] += word[start:end]
        used += cells
    return pieces


def shorten(text: str, width: int) -> str:
    """Inert text cut to `width` cells, with an ellipsis where something is missing."""
    if cell_len(text) <= width:
        return text
    return split_text(text, width - 1)[0] + "…" if width > 0 else ""
