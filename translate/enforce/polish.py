"""What a rendering's neighbours ask of it, put right once it stands in a draft."""

import re
from collections.abc import Iterable, Iterator

from padanan.glossary import Flag, PartOfSpeech
from padanan.translate.adherence import Use
from padanan.translate.enforce.capitals import capital, opens

_TWICE = re.compile(r"\b(\w+)(?:\W+\1\b)+", re.IGNORECASE)
"""A word that stands twice or more in a row."""


def touches(source: str, text: str, uses: Iterable[Use]) -> Iterator[tuple[int, int, str]]:
    """What is to be put right: spans of the draft and what comes there, the last first.

    Args:
        source: What the draft translates.
        text: The draft.
        uses: What became of the terms whose renderings the model did not write by itself.
    """
    spans = {
        (use.rendering.start, use.rendering.end): use for use in uses if use.rendering is not None
    }
    later = len(text)
    for (start, end), use in sorted(spans.items(), reverse=True):
        article = _POSSESSIVE_ARTICLE.search(text[:start])
        first = start
        words = _settled(source, text[:start], text[start:end], use)
        if article and _is_possessive_name(words, use):
            first = article.start(1)
        if end <= later and words != text[first:end]:
            yield first, end, words
            later = first


_POSSESSIVE_ARTICLE = re.compile(r"\b(the\s)$", re.IGNORECASE)


def _is_possessive_name(words: str, use: Use) -> bool:
    """Whether a rendering is the possessive of a name that has no article: Russia's."""
    return (
        use.concept.pos is PartOfSpeech.NAME
        and use.concept.domain in {"country", "territory", "place"}
        and re.fullmatch(r"[A-Z][a-z]+[a-rt-z]['’]s", words) is not None
    )


def _settled(source: str, before: str, words: str, use: Use) -> str:
    """A rendering in the shape of its place."""
    if use.concept.pos is PartOfSpeech.NAME:
        for wrong, right in (("s's", "s'"), ("s’s", "s’")):
            if words.endswith(wrong):
                words = words.removesuffix(wrong) + right
    if Flag.KEEP in use.concept.flags and use.rendering is not None:
        kept = use.rendering.rendering
        return kept + words[len(kept) :] if words.casefold().startswith(kept.casefold()) else words
    if _INNER_CAPITAL.match(words):
        return words
    if opens(before):
        return capital(words)
    if _is_lower(use) and words[:1].isupper() and words[1:] == words[1:].lower():
        first = source[use.match.start : use.match.start + 1]
        if not first.isupper() or opens(source[: use.match.start]):
            return words[:1].lower() + words[1:]
    return words


_INNER_CAPITAL = re.compile(r"[a-z]-?[A-Z]")
"""How a name begins that has no capital even at a sentence's start: iPhone, e-KTP."""


def _is_lower(use: Use) -> bool:
    """Whether the glossary writes a rendering small."""
    return (
        use.concept.pos is not PartOfSpeech.NAME
        and Flag.KEEP not in use.concept.flags
        and use.rendering is not None
        and use.rendering.rendering == use.rendering.rendering.lower()
    )


_MARKS_IN_WORDS = re.compile(r"['’]s\b|(?<=[A-Z])\.")
"""What may tell one writing of a word from another: NATO's NATO, U.S. US."""


def stutters(text: str) -> int:
    """How often a word follows on itself, or a longer one on another of its family within a few
    words: danger signs signs, security guarantee security."""
    text = _MARKS_IN_WORDS.sub("", text)
    doubled = sum(1 for _ in _TWICE.finditer(text))
    stems = [stem(word) if len(word) > _SHORT else "" for word in re.findall(r"\w+", text)]
    near = sum(bool(one) and one in stems[at + 1 : at + _FEW] for at, one in enumerate(stems))
    return doubled + near


_SHORT = 3
_FEW = 4


def stem(word: str) -> str:
    """What words of one family begin with, roughly: solution, solutions."""
    return word.casefold()[:6].rstrip("s")


def open_brackets(text: str) -> int:
    """How many brackets and quotation marks of a text have no partner."""
    brackets = abs(text.count("(") - text.count(")")) + abs(text.count("[") - text.count("]"))
    return brackets + text.count('"') % 2
