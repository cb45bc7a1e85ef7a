"""Text as the matchers see it: folded, and cut into words and the marks that part them.

Folding takes away what never tells two terms apart: capitals, accents, the kind of hyphen, space
and apostrophe, and characters that show nothing. Words keep their places in the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\u02bb\u2032\u00b4"

TOKEN = re.compile(
    r"""[^\W_]+(?:['`][^\W_]+)*  # a word, apostrophes inside: Jum'at
      | (?<=\s)-                # a dash: parts what stands around it, as a hyphen does not
      | [^\w\s-] | _            # a mark""",
    re.VERBOSE,
)
"""What a token is in Indonesian text."""

_ADDRESS = re.compile(
    r"[@#]|://|[^\W_]_[^\W_]|\bwww\.|\.(?:com|net|org|id|co|go|ac|sch|or|tv|info|io|me|news|gov|edu|int|eu|us|uk|pdf|jpg|jpeg|png|docx?|xlsx?|html?)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
"""What makes a run of characters an address, an account or a hashtag, which nobody translates."""


_RUN = re.compile(r"\S+")


class _Folding(dict[int, str]):
    """What becomes of each character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _HYPHENS:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if category == "Zs":
        return " "
    # The base of an accented letter, the figure of a raised one: é, ²
    base = unicodedata.normalize("NFKD", character)[0]
    lower = base.lower()
    return lower if len(lower) == 1 and (lower.isalnum() or lower == character) else character


_FOLDING = _Folding()


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into tokens.

    Attributes:
        text: The text as it was given.
        keys: The tokens, folded, apostrophes inside words left out; marks are tokens too.
        starts: Where each token begins in `text`, in characters.
        ends: Where each ends.
        hyphens: The tokens that nothing but a hyphen parts from the next.
    """

    text: str
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    hyphens: Collection[int]

    def surface(self, first: int, last: int) -> str:
        """The letters of the tokens from `first` to before `last`, as the text writes them."""
        return "".join(
            self.text[self.starts[index] : self.ends[index]] for index in range(first, last)
        )


def keys(text: str, pattern: re.Pattern[str] = TOKEN) -> list[str]:
    """The tokens of a text, folded: what the matchers compare."""
    folded = fold(text)
    return _without_apostrophes(folded, pattern.findall(folded))


def entry_keys(entry: str, pattern: re.Pattern[str] = TOKEN) -> list[str]:
    """The tokens by which a term or rendering is found; none if it has no letter and no figure.

    A full stop at its end does not count.
    """
    sequence = keys(entry, pattern)
    while sequence and sequence[-1] == ".":
        sequence.pop()
    return sequence if any(key.isalnum() for key in sequence) else []


def words(text: str, pattern: re.Pattern[str] = TOKEN) -> Words:
    """The tokens of a text with their places.

    Args:
        text: Any text.
        pattern: What a token is, for folded text.
    """
    folded = fold(text)
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in pattern.finditer(folded):
        found.append(token[0])
        starts.append(token.start())
        ends.append(token.end())
    hyphens: Collection[int] = ()
    if "-" in folded:
        hyphens = {
            index
            for index in range(len(found) - 1)
            if starts[index + 1] == ends[index] + 1 and folded[ends[index]] == "-"
        }
    found = _without_apostrophes(folded, found)
    if len(folded) != len(text):
        # What was folded away (accents of their own, soft hyphens) goes with the letter before it.
        places = [place for place, character in enumerate(text) if _FOLDING[ord(character)]]
        places.append(len(text))
        starts = [places[start] for start in starts]
        ends = [places[end] for end in ends]
    return Words(text, found, starts, ends, hyphens)


def fold(text: str) -> str:
    """`text` without what never tells two terms apart. May be shorter, never longer."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def _without_apostrophes(folded: str, found: list[str]) -> list[str]:
    if "'" in folded or "`" in folded:
        return [key.replace("'", "").replace("`", "") or key for key in found]
    return found


class Addresses:
    """The runs of characters in a text that are an address, an account or a hashtag."""

    def __init__(self, text: str) -> None:
        """Look for them; most texts have none."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        if _ADDRESS.search(text):
            for run in _RUN.finditer(text):
                if _ADDRESS.search(run[0].strip("()[]{}<>\"'“”‘’,;:!?")):
                    self._starts.append(run.start())
                    self._ends.append(run.end())

    def hold(self, start: int, end: int) -> bool:
        """Whether what stands at `start` to `end` is part of one, and not the whole of it."""
        place = bisect_right(self._starts, start) - 1
        if place < 0 or self._ends[place] < end:
            return False
        return (self._starts[place], self._ends[place]) != (start, end)
