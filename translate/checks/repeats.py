"""What stands twice and more in a translation, as models stammer."""

import re
from collections.abc import Iterator, Sequence
from operator import eq

from padanan.glossary.problem import shown
from padanan.translate.checks.check import Check, Limit, Limits, Seen
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.checks.words import WORD, span

_DOUBLED = re.compile(r"\b([^\W\d_]+)(\s+)\1\b(?!['’-]\w)", re.IGNORECASE)

_NAMED = re.compile(
    r"""(?<![\w.'’-])
        (?P<first>(?:[A-Z]\.){2,} | [A-Z][^\W\d_]+) (?P<of>['’]s)? \s+
        (?P<second>(?:[A-Z]\.){2,} | [A-Z][^\W\d_]+)
        (?![\w-]) (?!['’]\w)""",
    re.VERBOSE,
)
"""Two names one after the other; those that are the same come of joining: NATO's NATO, U.S. US."""

# fmt: off
_LAWFUL = frozenset(
    {
        "had", "that", "is", "very", "so", "no", "ha", "bye", "hear", "knock", "do", "really",
        "many", "far", "there", "now", "well", "please", "ho", "he", "la", "blah", "tut", "chop",
    }
)
"""Words that English does say twice running."""

_SLIPS = frozenset(
    {
        "the", "a", "an", "of", "to", "in", "and", "or", "for", "with", "at", "by", "from", "as",
        "was", "were", "are", "be", "it", "this", "these", "his", "their", "its", "which", "who",
        "has", "have", "will", "would", "said", "but", "than", "into",
    }
)
"""Words that it never does, so that one of them may go. (Not "in in" of phrasal verbs that end a
clause, nor "her her": those are rarer than the slip, and a person sees the fix.)"""
# fmt: on


class DoubledWords(Check):
    """A word said twice."""

    id = "doubled-words"
    name = "Doubled words"
    severity = Severity.WARNING
    description = (
        "A word stands twice running in the translation (“the the”) and not in the source, or a "
        "name with its possessive or acronym (“NATO's NATO”, “U.S. US”). What English says twice "
        "(“had had”, “very very”) and names (“Duran Duran”) are left alone."
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        plain = [match for match in _DOUBLED.finditer(pair.target) if _is_slip(match, pair.source)]
        found = sorted((*plain, *_named_twice(pair)), key=lambda match: match.start())
        if not found:
            return
        certain = all(match[0].split()[0].lower() in _SLIPS for match in found)
        yield Seen(
            f"{shown(found[0][0])} has a word twice.",
            target_spans=tuple(span(match) for match in found),
            fix=_said_once(pair.target, pair.source) if certain else None,
        )


def _is_slip(match: re.Match[str], source: str) -> bool:
    word, folded = match[1], match[1].lower()
    if folded in _LAWFUL or (len(word) == 1 and folded not in _SLIPS):
        return False
    second = match[0][-len(word) :]
    if folded not in _SLIPS and word[0].isupper() and second[0].isupper():
        return False  # a name
    return not _stands_twice(word, source)


def _named_twice(pair: Pair) -> Iterator[re.Match[str]]:
    """Names that stand twice in two ways, and acronyms twice in one."""
    # One name may be the second of a pair and the first of the next.
    place = 0
    while (match := _NAMED.search(pair.target, place)) is not None:
        first, second = (match[which].replace(".", "") for which in ("first", "second"))
        told = match["of"] or (first.isupper() and first.lower() not in _LAWFUL | _SLIPS)
        if first == second and told and not _stands_twice(first, pair.source):
            yield match
            place = match.end()
        else:
            place = match.end("first")


def _stands_twice(word: str, source: str) -> bool:
    doubled = rf"\b{re.escape(word)}[\s-]+{re.escape(word)}\b"
    return re.search(doubled, source, re.IGNORECASE) is not None


def _said_once(target: str, source: str) -> str:
    def once(match: re.Match[str]) -> str:
        return match[1] if _is_slip(match, source) else match[0]

    while (again := _DOUBLED.sub(once, target)) != target:
        target = again
    return target


class RepetitionLoop(Check):
    """The model has lost itself."""

    id = "repetition-loop"
    name = "Repetition loop"
    severity = Severity.ERROR
    description = (
        "The translation says the same words over and over, as a model does that has lost itself: "
        "one word four times running, several words three times, and more often than the source."
    )
    limits = (
        Limit("times", 3, 2, 20, "how often several words may follow on themselves, at least"),
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        found = list(WORD.finditer(pair.target))
        times = int(limits["times"])
        loop = _loop([match[0].casefold() for match in found], times)
        if loop is None:
            return
        first, last, period = loop
        phrase = pair.target[found[first].start() : found[first + period - 1].end()]
        words = [match[0].casefold() for match in WORD.finditer(pair.source)]
        if _loop(words, times) is not None:
            return
        yield Seen(
            f"The translation says {shown(phrase)} over and over.",
            target_spans=(Span(found[first].start(), found[last - 1].end()),),
        )


_LONGEST = 12
"""Words in the longest phrase whose repetition is looked for."""


def _loop(words: Sequence[str], times: int) -> tuple[int, int, int] | None:
    """The first, the last and the period of words that go round in a circle."""
    again = len(words) - len(set(words))
    for period in range(1, min(_LONGEST, len(words) // 2) + 1):
        enough = period * times if period == 1 else period * (times - 1)
        # These two spare nearly every sentence the slower look.
        if again < enough:
            break  # every word that goes round is there again, and a longer phrase has more of them
        if sum(map(eq, words[period:], words)) < enough:
            continue
        same = 0
        for place in range(period, len(words) + 1):
            if place < len(words) and words[place] == words[place - period]:
                same += 1
                continue
            if same >= enough:
                return place - same - period, place, period
            same = 0
    return None
