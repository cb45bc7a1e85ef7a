"""Hard-wrapped text: telling it from one line a paragraph, and joining its paragraphs again."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from padanan.translate.read.lines import Line
from padanan.translate.read.rule import Unit

_NARROWEST, _WIDEST = 35, 130
"""Columns a hard-wrapped text may have: newspaper columns to wide terminals."""
_SLACK = 12
"""How much shorter than the width a full line may be beyond its next word: `fmt` balances lines."""
_ITEM = re.compile(r"(?:[-–•*]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_BEFORE_ITEM = re.compile(r"[.;:,]$|\b(?:dan|atau|serta)$")
_HYPHEN = re.compile(r"\w-$")
_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")


def rejoin(lines: Sequence[Line], stands_alone: Callable[[str], bool]) -> tuple[Unit, ...]:
    """Units of an article: paragraphs put together where it is hard-wrapped, else its lines.

    Args:
        lines: The article's non-blank lines.
        stands_alone: Whether a line with this text is furniture, a byline, ...: something that
            neither goes on nor is gone on with.
    """
    width = wrap_width(lines)
    indented = any(
        0 == second.indent < first.indent and _mid_sentence(first, second)
        for first, second in pairwise(lines)
    )
    groups: list[list[Line]] = []
    for line in lines:
        group = groups[-1] if groups else []
        if (
            width
            and group
            and _goes_on(group, line, width, indented)
            and not (_END.search(group[-1].text) and stands_alone(line.text))
            and not (len(group) == 1 and stands_alone(group[0].text))
        ):
            group.append(line)
        else:
            groups.append([line])
    words = _vocabulary(lines) if width else frozenset()
    return tuple(_unit(group, words) for group in groups)


def wrap_width(lines: Sequence[Line]) -> int:
    """The column a text was hard-wrapped at, or 0 when each of its lines is a paragraph.

    In wrapped text a line that is not a paragraph's last is full: the next word would not have
    fitted. And most lines begin in the middle of a sentence, in lower case. Where each line is a
    paragraph, lengths have nothing to do with each other and lines begin sentences.
    """
    pairs = [
        (first, second)
        for first, second in pairwise(lines)
        if not second.after_blank and first.hint is None and second.hint is None
    ]
    widths = sorted(
        {
            len(first.text)
            for first, second in pairs
            if _NARROWEST <= len(first.text) <= _WIDEST and _mid_sentence(first, second)
        }
    )
    if not widths:
        return 0
    width = widths[-1]
    full = [pair for pair in pairs if _full(*pair, width)]
    within = sum(_mid_sentence(*pair) for pair in full)
    running = sum(_END.search(first.text) is None for first, _ in full)
    longer = sum(len(line.text) > width + 15 for line in lines)
    # Where names and figures begin many lines, full ones that end no sentence tell as well.
    if within * 5 >= len(full) * 2:
        return width if longer * 4 <= len(lines) else 0
    sure = within >= 2 and running * 10 >= len(full) * 8 and longer * 20 <= len(lines)
    return width if sure else 0


def _mid_sentence(first: Line, second: Line) -> bool:
    """Whether a sentence certainly runs from one line into the next."""
    return second.text[0].islower() and not _END.search(first.text)


def _full(first: Line, second: Line, width: int) -> bool:
    """Whether the second line's first word had no room on the first line."""
    word = second.text.split(" ", 1)[0]
    slack = 0 if _END.search(first.text) else _SLACK  # a sentence's end may be the paragraph's
    return len(first.text) <= width + 15 and len(first.text) + 1 + len(word) > width - slack


def _goes_on(group: Sequence[Line], line: Line, width: int, indented: bool) -> bool:
    """Whether a line continues the paragraph that the lines before it make.

    An item of a list begins a line of its own. Where the first lines of paragraphs are indented,
    that tells; else whether the line before is full, or a sentence certainly runs on.
    """
    before = group[-1]
    if line.after_blank or line.number != before.number + 1 or line.hint or before.hint:
        return False
    if _ITEM.match(line.text) and _BEFORE_ITEM.search(before.text[-8:]):
        return False
    if indented and (line.indent or group[0].indent):
        return not line.indent
    return line.indent <= before.indent and (
        _full(before, line, width) or _mid_sentence(before, line)
    )


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset(word for line in lines for word in re.findall(r"[^\W\d_]+", line.text.lower()))


def _unit(group: Sequence[Line], words: frozenset[str]) -> Unit:
    """One block's lines as one text.

    A hyphen at the end of a line stays (negara-/negara, NATO-/Rusia) unless the word without it
    stands elsewhere in the article.
    """
    parts = [group[0].text]
    for before, after in pairwise(group):
        if before.soft_hyphen:
            parts.append(after.text)
        elif not _HYPHEN.search(before.text[-2:]):
            parts.extend((" ", after.text))
        else:
            head = re.search(r"[^\W\d_]+(?=-$)", before.text[-40:])
            tail = re.match(r"[^\W\d_]+", after.text)
            if head and tail and (head[0] + tail[0]).lower() in words:
                parts[-1] = parts[-1][:-1]
            parts.append(after.text)
    first, last = group[0], group[-1]
    end = last.last or last.number
    return Unit("".join(parts), first.number, end, first.after_blank, first.hint)
