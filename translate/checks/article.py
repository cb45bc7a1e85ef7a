"""The indefinite article: a before a consonant's sound, an before a vowel's."""

import re
from collections.abc import Iterator

from padanan.glossary.problem import shown
from padanan.translate.checks.check import Check, Limits, Seen
from padanan.translate.checks.pair import Pair, Severity
from padanan.translate.checks.words import span
from padanan.translate.enforce.articles import takes_an

_ARTICLE = re.compile(
    r"""(?<![\w.'’/&-]) (?P<article>an?|(?:\A|(?<=\A["“‘'(])|(?<=[.!?]\s))An?)
        (?P<gap>[ \u00a0]["“‘']?) (?P<word>\w(?:[\w'’&-]|[.,]\w)*)""",
    re.VERBOSE,
)
"""An article and the word after it. A capital elsewhere is a letter: Serie A, vitamin A."""

_AN_OR_A = re.compile(r"h(?:istor|erb|otel|omage|ero|ered|abit|yster|allucin)", re.IGNORECASE)
"""Words before which both are written: an historic day."""

_UNSURE = re.compile(
    r"""[A-Z]?[a-z]\b(?!-) | [a-z]-         # a letter: an x, an x-ray
      | [a-z]+[A-Z]                         # an mRNA, an iPhone
      | (?:\w+[.&-])*[A-Z]+[a-z]+[A-Z]      # McDonald's, YouTube
      | U[A-Z] | [FHLMNRSX][AEIOU][B-DF-HJ-NP-TV-Z]  # said as words, or spelt: RAM, SIM
      | [FHLMNRSX](?=[A-Z]*[AEIOUY])[A-Z]{3,}  # NATO, and words in capitals
      | (?:1[18]\d\d)(?![\d,])              # a year, or a number
      | (?:la|al|el|en|al|ad|as|is|of|or|and|to|in|on|at)\b  # another language's, a letter""",
    re.VERBOSE,
)
"""What may be said in two ways, or is no word."""

_SURE_U = re.compile(r"u(?:n(?!an|i)|nim|nin|nid|p|m|l|sh|gl|tt|tm|r[bg])")
"""Words in u that take "an" in any case: an upper, an unusual, an urn, but not a utopian."""


class Article(Check):
    """A for an, an for a."""

    id = "article"
    name = "A or an"
    severity = Severity.WARNING
    description = (
        "“a” stands before a vowel's sound or “an” before a consonant's (“a offer”, “an "
        "European”). Acronyms that may be spelt or said as a word are left alone."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        found = [match for match in _ARTICLE.finditer(pair.target) if _is_wrong(match, pair.source)]
        if not found:
            return
        mended = pair.target
        for match in reversed(found):
            other = match["article"][0] + ("" if len(match["article"]) > 1 else "n")
            mended = mended[: match.start()] + other + mended[match.end("article") :]
        first = found[0]
        yield Seen(
            f"{shown(first[0])} should begin with “{'an' if len(first['article']) == 1 else 'a'}”.",
            target_spans=tuple(map(span, found)),
            fix=mended,
        )


def _is_wrong(match: re.Match[str], source: str) -> bool:
    """Whether another article belongs there, without doubt."""
    word, has_an = match["word"], len(match["article"]) > 1
    if _UNSURE.match(word) or (has_an and _AN_OR_A.match(word)) or match[0] in source:
        return False
    if match["article"] == "An" and word[0].isupper():
        return False  # An Nahar, a newspaper
    if word[0].isdigit():
        return has_an != _is_said_an(word)
    if not has_an and word[0] in "uU":
        return _SURE_U.match(word) is not None
    if word[:2] in {"Oa", "Ou", "Yt", "Yp"} or not word[0].isascii():
        return False
    return has_an != takes_an(word)


def _is_said_an(number: str) -> bool:
    """Whether a number begins with eight, eleven or eighteen as it is read: 8, 80, 800, 11,000."""
    figures = re.match(r"\d+(?:,\d{3})*", number)
    digits = figures[0].replace(",", "") if figures else ""
    first = digits[: len(digits) % 3 or 3]
    return first[:1] == "8" or first in {"11", "18"}
