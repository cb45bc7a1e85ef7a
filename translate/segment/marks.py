"""Where a sentence may end: runs of closing marks and what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from padanan.translate.segment.abbreviations import OPENERS

LOOK = 48
"""How many characters a decision looks to each side; the longest words in news are shorter."""

CLOSING = frozenset("”’»)]}›」』）】")
OPENING = frozenset("\"'“”‘’«»„([{‹「『（【")
QUOTES = frozenset("\"'“”‘’«»„")
# Curly quotes are in all three: pages that open with the closing one, or the reverse, are common.

# A run of marks, the closing quotes and brackets glued to it, and the white space behind.
# Possessive throughout, and a run starts only where no mark precedes: linear on any input.
_CANDIDATE = re.compile(
    r"(?<![.!?…‼⁇⁈⁉。！？．｡])(?P<marks>[.!?…‼⁇⁈⁉。！？．｡]++)"
    r"(?P<closers>[\"'”’“‘»«)\]}›」』）】]*+)(?P<gap>\s*+)"
)
_DOUBLE = re.compile(r"[\"“”]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
OPENING_CHARACTERS = "".join(OPENING)


@dataclass(frozen=True)
class Mark:
    """A run of closing marks and what stands around it."""

    text: str
    sentence: int
    """Where the sentence that it may end begins."""
    start: int
    marks: str
    closers: str
    after: int
    """Offset of the first character behind closers and white space; may be the text's end."""
    spaced: bool
    """Whether white space stands behind the marks or closers."""

    @property
    def end(self) -> int:
        """Offset behind marks and closers."""
        return self.start + len(self.marks) + len(self.closers)

    @cached_property
    def token(self) -> str:
        """The word that the marks are glued to, without opening brackets and quotes; or empty."""
        window = self.text[max(self.sentence, self.start - LOOK) : self.start]
        if not window or window[-1].isspace():
            return ""
        return window.rsplit(None, 1)[-1].lstrip(OPENING_CHARACTERS)

    @cached_property
    def before(self) -> str:
        """The word before `token`; or empty."""
        window = self.text[max(self.sentence, self.start - 2 * LOOK) : self.start]
        return "".join(window.rsplit(None, 2)[-2:-1])

    @cached_property
    def leads(self) -> bool:
        """Whether nothing of the sentence stands before `token`."""
        return self.start - len(self.token) <= self.sentence

    @cached_property
    def upcoming(self) -> str:
        """The next characters; empty at the end of the text."""
        return self.text[self.after : self.after + LOOK]

    @cached_property
    def words(self) -> list[str]:
        """The words among the next characters."""
        return _WORD.findall(self.upcoming)

    @cached_property
    def opener(self) -> bool:
        """Whether a capitalised word comes that begins sentences and never names."""
        word = self.words[0] if self.words else ""
        return word[:1].isupper() and self.upcoming.startswith(word) and word.lower() in OPENERS


def candidates(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """The runs of closing marks in `text`, each with whether a quotation is open before it.

    A double quotation mark with a word on one side only tells itself what it does, and sets things
    right again where one was forgotten; any other turns the state, whatever its form.
    """
    quoted = False
    seen = 0
    for match in _CANDIDATE.finditer(text):
        for quote in _DOUBLE.finditer(text, seen, match.start()):
            quoted = _opens(text, quote.start(), quoted)
        seen = match.start()
        yield match, quoted


def _opens(text: str, at: int, quoted: bool) -> bool:
    """Whether a quotation is open behind the double quotation mark at `at`."""
    left, right = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    glued_left = bool(left) and not left.isspace() and left not in "(["
    glued_right = bool(right) and not right.isspace() and right not in ")],.;:!?…"
    if glued_left is not glued_right:
        return glued_right
    if not glued_left and text[at - 2 : at - 1] == "," and text[at + 2 : at + 3].islower():
        return False  # kami siap, " kata dia
    return not quoted


def around(match: re.Match[str], sentence: int, quoted: bool) -> Mark:
    """The mark at `match`, its quotation marks sorted into those that close and those that open.

    Args:
        match: One of `candidates`.
        sentence: Where the running sentence begins.
        quoted: Whether a quotation is open before it, from `candidates`.
    """
    text, closers, after = match.string, match["closers"], match.end()
    spaced = bool(match["gap"])
    if not spaced and closers and text[after].isalnum():
        # selesai."Kami siap: the quotation mark opens what comes.
        if closers[-1] in "“‘«" or (closers == '"' and not quoted):
            closers, after = closers[:-1], after - 1
    elif spaced and not closers and text[after] in '"“”':
        # selesai. " kata dia: a closing quotation mark set with spaces on both sides.
        behind = after + 1
        while text[behind : behind + 1].isspace():
            behind += 1
        apart = behind > after + 1 or behind == len(text)
        if apart and (quoted or text[behind : behind + 1] in QUOTES):
            closers, after = text[match.end("marks") : after + 1], behind
    return Mark(text, sentence, match.start(), match["marks"], closers, after, spaced)
