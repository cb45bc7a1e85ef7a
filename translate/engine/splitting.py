"""Cutting sources that are too long for the model, and putting their translations together."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_REACH = 2_000
"""How far from the middle, in characters, a place to cut is looked for."""

_PLACES = tuple(
    re.compile(pattern)
    for pattern in (
        r"[.!?…;:][\"'”’)]*\s+",
        r",\s+|\s+(?=[-–—]\s)",
        r"\s+(?=(?:dan|atau|tetapi|tapi|namun|sedangkan|sementara|karena|sebab|sehingga|bahwa|yang"
        r"|agar|supaya|setelah|sebelum|ketika|saat|jika|kalau|meski|meskipun|walau|serta)\b)",
        r"\s+",
    )
)
"""Where to cut, best first: after a sentence or clause, at a comma or dash, before a conjunction,
at any space."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a source that is translated on its own.

    Attributes:
        text: Its text, without white space at its ends; never empty.
        glue: What stood between the part before and this one: " " or "".
        pieces: The text as the tokenizer cuts it.
        last: Whether it is the source's last part.
        start: Where it begins in the source, in characters.
    """

    text: str
    glue: str
    pieces: tuple[str, ...]
    last: bool
    start: int = 0


def cut(
    source: str,
    encode: Callable[[str], list[str]],
    limit: int,
    whole: Sequence[tuple[int, int]] = (),
) -> Iterator[Part]:
    """The parts of `source` in order, each of at most `limit` pieces; one if it fits whole.

    Nothing but white space is lost between parts. Too long a stretch is halved near its middle,
    at the best place there, so the parts of one source are of similar length. Only a few
    characters a piece are tokenized at a time, however long the source is.

    Args:
        source: Any text.
        encode: The tokenizer.
        limit: Pieces of the longest part.
        whole: Spans of the source that are not to be cut in two, where that can be helped.
    """
    waiting = [(source, "", 0)]
    while waiting:
        stretch, glue, start = waiting.pop()
        text = stretch.strip()
        if not text:
            continue
        start += len(stretch) - len(stretch.lstrip())
        if len(text) <= 8 * limit:  # no tokenizer averages eight characters a piece
            pieces = encode(text)
            if len(pieces) <= limit or len(text) == 1:
                yield Part(text, glue, tuple(pieces), last=not waiting, start=start)
                continue
        place = _place(text, [(first - start, last - start) for first, last in whole])
        left, right = text[:place], text[place:]
        spaced = left[-1:].isspace() or right[:1].isspace()
        waiting += [(right, " " if spaced else "", start + place), (left, glue, start)]


_FUNCTION_WORD = re.compile(
    r"a|according|after|also|although|an|and|are|as|at|because|before|but|by|can|could"
    r"|for|from|had|has|have|he|her|his|if|in|is|it|its|not|of|on|or|our|she|since|so"
    r"|that|the|their|there|these|they|this|to|was|we|were|when|which|while|who|will"
    r"|with|would",
    re.IGNORECASE,
)
"""Words of English that begin with a capital only because a sentence does."""


def join(parts: Sequence[Part], translations: Sequence[str]) -> str:
    """One text from the translations of a source's parts.

    The model takes each part for a sentence. So between parts a full stop that it put where the
    source has none goes, a comma that the source has stays, and a function word gets back its
    small letter where the source goes on with one.
    """
    joined: list[str] = []
    open_ = False
    for part, translation in zip(parts, translations, strict=True):
        text = _continued(translation) if open_ and part.text[0].islower() else translation
        open_ = not part.last and part.text[-1] not in ".!?…"
        if open_:
            text = text.removesuffix(".")
            if part.text[-1] in ",;:" and text[-1:].isalnum():
                text += part.text[-1]
        joined += [part.glue, text]
    return "".join(joined)


def _continued(text: str) -> str:
    """`text` without the capital of a sentence's beginning, where that is certain to be one."""
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if _FUNCTION_WORD.fullmatch(first) else text


def _place(text: str, whole: Sequence[tuple[int, int]] = ()) -> int:
    """Where to cut `text` in two, neither half empty; `text` has two characters or more."""
    middle = len(text) // 2
    reach = min(len(text) // 4, _REACH)
    start = middle - reach
    window = text[start : middle + reach]
    for pattern in _PLACES:
        ends = [start + match.end() for match in pattern.finditer(window)]
        ends = [
            end
            for end in ends
            if 0 < end < len(text) and not any(first < end < last for first, last in whole)
        ]
        if ends:
            return min(ends, key=lambda end: abs(end - middle))
    letters = range(middle, min(middle + _REACH, len(text)))
    return next((at for at in letters if not unicodedata.combining(text[at])), middle)
