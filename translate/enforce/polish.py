"""What a rendering's neighbours ask of it, put right once it stands in a draft."""

import re
from collections.abc import Sequence

from padanan.glossary import Flag, PartOfSpeech
from padanan.translate.adherence import Use
from padanan.translate.enforce.shapes import capital, opens

_TWICE = re.compile(r"\b(\w+)(?:\W+\1\b)+", re.IGNORECASE)
"""A word that stands twice or more in a row."""


def polished(source: str, text: str, uses: Sequence[Use]) -> str:
    """A draft whose renderings have the capitals and the possessive of their places.

    Args:
        source: What the draft translates.
        text: The draft.
        uses: What became of its terms.
    """
    for use in sorted(
        (use for use in uses if use.rendering is not None),
        key=lambda use: -use.rendering.start if use.rendering else 0,
    ):
        text = _settled(source, text, use)
    return text


def _settled(source: str, text: str, use: Use) -> str:
    rendering = use.rendering
    if rendering is None or rendering.end > len(text):
        return text
    start, words = rendering.start, text[rendering.start : rendering.end]
    after = text[rendering.end :]
    for wrong, right in (("s's", "s'"), ("s’s", "s’")):
        if words.endswith(wrong) and use.concept.pos is PartOfSpeech.NAME:
            words = words.removesuffix(wrong) + right
    if opens(text[:start]):
        words = capital(words)
    elif _is_lower(use) and words[:1].isupper() and words[1:] == words[1:].lower():
        first = source[use.match.start : use.match.start + 1]
        title = first.isupper() and not opens(source[: use.match.start])
        if not title:
            words = words[:1].lower() + words[1:]
    return text[:start] + words + after


def _is_lower(use: Use) -> bool:
    """Whether the glossary writes a rendering small."""
    return (
        use.concept.pos is not PartOfSpeech.NAME
        and Flag.KEEP not in use.concept.flags
        and use.rendering is not None
        and use.rendering.rendering == use.rendering.rendering.lower()
    )


def stutters(text: str) -> int:
    """How often a word follows on itself."""
    return sum(1 for _ in _TWICE.finditer(text))
