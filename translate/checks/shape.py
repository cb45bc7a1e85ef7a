"""How much of the source there is in the target: none, all of it, too little, too much."""

import re
from collections.abc import Iterator

from padanan.translate.bilingual import State
from padanan.translate.checks.check import Check, Limit, Limits, Seen
from padanan.translate.checks.pair import Pair, Severity, Span
from padanan.translate.segment import split


class Untranslated(Check):
    """No target."""

    id = "untranslated"
    name = "Untranslated"
    severity = Severity.ERROR
    description = "The segment has no translation, or one without a letter or a figure."
    of_empty = True

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        if not pair.target.strip():
            # What the reader of a page skips has no target unless a person gives it one.
            if pair.state is not State.SKIPPED and pair.source.strip():
                yield Seen("This segment has no translation.", (Span(0, len(pair.source)),))
        elif _says_something(pair.source) and not _says_something(pair.target):
            yield Seen(
                "The translation has no word in it.",
                (Span(0, len(pair.source)),),
                (Span(0, len(pair.target)),),
            )


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))


class LengthRatio(Check):
    """Too short or too long."""

    id = "length-ratio"
    name = "Length"
    severity = Severity.WARNING
    description = (
        "The translation is far shorter or longer than its source usually makes it: something is "
        "left out, or made up."
    )
    limits = (
        Limit("low", 0.55, 0.05, 1, "the shortest a translation may be, as a share of its source"),
        Limit("high", 1.6, 1, 20, "the longest it may be"),
        Limit("slack", 20, 0, 200, "characters added to both, which are lenient to short segments"),
    )

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        source, target = len(pair.source.strip()), len(pair.target.strip())
        if not source:
            return
        slack = max(limits["slack"], 1e-9)
        ratio = (target + slack) / (source + slack)
        if limits["low"] <= ratio <= limits["high"]:
            return
        much = "short" if ratio < 1 else "long"
        yield Seen(
            f"The translation is {much} for its source: {target:,} characters for {source:,}.",
            (Span(0, len(pair.source)),),
            (Span(0, len(pair.target)),),
        )


_ENGLISH_END = re.compile(
    # From a word's beginning on and without going back, or a long word would be read many times.
    r"(?<![^\s.!?…])(?P<word>[^\s.!?…]++)[.!?…]++[\"'”’)\]]*+\s++(?=[\"'“‘(\[]*+[A-Z0-9])"
)

# fmt: off
_ABBREVIATIONS = frozenset(
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "gen", "lt", "col", "capt", "sgt", "maj", "sen",
        "rep", "gov", "pres", "rev", "hon", "no", "nos", "vs", "inc", "corp", "ltd", "co", "jr",
        "sr", "mt", "ft", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
        "nov", "dec", "approx", "fig", "etc", "al", "cf", "brig", "adm", "cmdr", "supt",
    }
)
"""English abbreviations before names and numbers, which end no sentence."""
# fmt: on


def english_sentences(text: str) -> int:
    """About how many sentences an English text has."""
    ends = (
        match
        for match in _ENGLISH_END.finditer(text)
        if len(match["word"].strip("\"'“‘(")) > 1
        and match["word"].strip("\"'“‘(").lower() not in _ABBREVIATIONS
    )
    return 1 + sum(1 for _ in ends)


class SentenceCount(Check):
    """A sentence too few or too many."""

    id = "sentence-count"
    name = "Number of sentences"
    severity = Severity.WARNING
    description = (
        "The translation has fewer or more sentences than the source: one is left out, or made up."
    )
    limits = (Limit("more", 1, 0, 20, "how many sentences more or fewer are not told"),)

    def look(self, pair: Pair, limits: Limits) -> Iterator[Seen]:
        spans = split(pair.source)
        source, target = max(1, len(spans)), english_sentences(pair.target)
        if abs(source - target) > limits["more"]:
            yield Seen(
                f"The source has {_sentences(source)}, the translation {target}.",
                tuple(Span(*one) for one in spans),
                (Span(0, len(pair.target)),),
            )


def _sentences(number: int) -> str:
    return f"{number} sentence" if number == 1 else f"{number} sentences"
