"""Finders of terms, ours and others, behind one interface, for matching.py."""

import importlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from padanan.glossary.concept import Concept
from padanan.glossary.match import Matcher

Terms = Sequence[tuple[str, str]]
"""Terms, each with the name of its concept."""

Span = tuple[int, int, str]
"""Where a term was found, in characters, and the name of its concept."""


@dataclass
class Finder:
    """A finder that has been built.

    Attributes:
        spans: The terms in a text, none overlapping another; for the marked sentences.
        passes: What is timed: a name, what is done to each text beforehand, and the search, whose
            results are only counted.
    """

    spans: Callable[[str], Iterable[Span]]
    passes: dict[str, tuple[Callable[[str], Any], Callable[[Any], Sequence[Any]]]] = field(
        default_factory=dict
    )


def as_it_is(text: str) -> str:
    return text


def longest(found: Iterable[Span]) -> list[Span]:
    """Of spans that overlap the longest, then the first."""
    kept: list[Span] = []
    ordered = sorted(found, key=lambda span: (span[0] - span[1], span[0]))
    if not ordered:
        return kept
    taken = bytearray(max(span[1] for span in ordered))
    for span in ordered:
        start, end, _ = span
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(span)
    return kept


def lower(text: str) -> str:
    """`text` in lower case, each character in its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def padanan(terms: Terms) -> Finder:
    return from_matcher(Matcher([Concept((term,), ("-",)) for term, _ in terms]))


def from_matcher(matcher: Matcher) -> Finder:
    def spans(text: str) -> Iterator[Span]:
        for match in matcher.match(text):
            yield match.start, match.end, match.concept.terms[0]

    return Finder(spans, {"": (as_it_is, matcher.match)})


def spacy(terms: Terms, cache: int | None = None) -> Finder:
    module: Any = importlib.import_module("spacy")
    matchers: Any = importlib.import_module("spacy.matcher")
    filter_spans = importlib.import_module("spacy.util").filter_spans
    nlp = module.blank("id")
    if cache:  # words whose tokens are remembered, 10,000 by default
        nlp.tokenizer.max_cache_size = cache
    matcher = matchers.PhraseMatcher(nlp.vocab, attr="LOWER")
    for term, concept in terms:
        matcher.add(concept, [nlp.make_doc(term)])
    make = nlp.make_doc

    def kept(document: Any) -> list[Any]:
        return filter_spans(matcher(document, as_spans=True))  # type: ignore[no-any-return]

    def spans(text: str) -> Iterator[Span]:
        for span in kept(make(text)):
            yield span.start_char, span.end_char, span.label_

    return Finder(
        spans,
        {
            "": (as_it_is, lambda text: matcher(make(text))),
            "longest only": (as_it_is, lambda text: kept(make(text))),
            "text already cut into tokens": (make, matcher),
        },
    )


def flashtext(terms: Terms) -> Finder:
    processor = importlib.import_module("flashtext").KeywordProcessor(case_sensitive=False)
    for term, concept in terms:
        processor.add_keyword(term, concept)

    def find(text: str) -> list[Any]:
        return processor.extract_keywords(text, span_info=True)  # type: ignore[no-any-return]

    def spans(text: str) -> Iterator[Span]:
        for concept, start, end in find(text):
            yield start, end, concept

    return Finder(spans, {"": (as_it_is, find)})


def pyahocorasick(terms: Terms) -> Finder:
    automaton = importlib.import_module("ahocorasick").Automaton()
    for term, concept in terms:
        automaton.add_word(term.lower(), (len(term), concept))
    automaton.make_automaton()

    def find(text: str) -> list[Span]:
        low = lower(text)
        size = len(low)
        found = []
        for last, (length, concept) in automaton.iter(low):
            start, end = last + 1 - length, last + 1
            if not (start and low[start - 1].isalnum()) and not (end < size and low[end].isalnum()):
                found.append((start, end, concept))
        return found

    def spans(text: str) -> list[Span]:
        return longest(find(text))

    return Finder(spans, {"": (as_it_is, find), "longest only": (as_it_is, spans)})


def ahocorasick_rs(terms: Terms) -> Finder:
    module: Any = importlib.import_module("ahocorasick_rs")
    automaton = module.AhoCorasick([term.lower() for term, _ in terms])
    concepts = [concept for _, concept in terms]
    search = automaton.find_matches_as_indexes

    def find(text: str) -> list[Span]:
        low = lower(text)
        size = len(low)
        return [
            (start, end, concepts[number])
            for number, start, end in search(low, overlapping=True)
            if not (start and low[start - 1].isalnum()) and not (end < size and low[end].isalnum())
        ]

    def spans(text: str) -> list[Span]:
        return longest(find(text))

    return Finder(spans, {"": (as_it_is, find), "longest only": (as_it_is, spans)})


def regex(terms: Terms) -> Finder:
    concepts = {term.lower(): concept for term, concept in reversed(terms)}
    union = "|".join(map(re.escape, sorted(concepts, key=lambda term: -len(term))))
    # In lower case on both sides, which is kinder to it than re.IGNORECASE.
    search = re.compile(rf"(?<!\w)(?:{union})(?!\w)").finditer

    def find(text: str) -> list[Span]:
        return [(each.start(), each.end(), concepts[each[0]]) for each in search(lower(text))]

    return Finder(find, {"": (as_it_is, find)})


FINDERS: dict[str, tuple[Callable[[Terms], Finder], str]] = {
    "padanan": (padanan, ""),
    "spaCy PhraseMatcher": (spacy, "spacy"),
    "spaCy PhraseMatcher, larger cache": (partial(spacy, cache=1_000_000), "spacy"),
    "FlashText": (flashtext, "flashtext"),
    "pyahocorasick": (pyahocorasick, "pyahocorasick"),
    "ahocorasick_rs": (ahocorasick_rs, "ahocorasick_rs"),
    "regular expression": (regex, ""),
}
