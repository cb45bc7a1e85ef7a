"""One thing said in one way, in an article and across articles."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from padanan.glossary import Concept, PartOfSpeech, RenderingMatch
from padanan.glossary.problem import shown
from padanan.translate.adherence import Use
from padanan.translate.checks.check import Limits, Seen, WideCheck
from padanan.translate.checks.lenient import same_stem
from padanan.translate.checks.pair import Pair, Severity, Span


class TermInconsistent(WideCheck):
    """One concept, several renderings."""

    id = "term-inconsistent"
    name = "Term inconsistent"
    severity = Severity.WARNING
    description = (
        "A term is rendered in one way here and mostly in another elsewhere in the article, both "
        "of which the glossary accepts. In different articles that is a note. Nouns and names "
        "only, without places; a full name and its short form count as one way."
    )

    def look(self, pairs: Sequence[Pair], limits: Limits) -> Iterator[tuple[Pair, Seen]]:
        by_term: defaultdict[tuple[Concept, str], list[_Rendered]] = defaultdict(list)
        for pair in pairs:
            for use in pair.uses:
                if (
                    use.rendering is not None
                    and use.concept.pos in _NOUNS
                    and not _is_short(use.rendering.rendering)
                ):
                    key = (use.concept, use.match.term.casefold())
                    by_term[key].append(_Rendered(pair, use, use.rendering))
        for rendered in by_term.values():
            if not _are_alike({one.way for one in rendered}) and not _is_place(
                rendered[0].use.concept
            ):
                yield from _unlike(rendered)


_NOUNS = frozenset({PartOfSpeech.NOUN, PartOfSpeech.NAME})


class _Rendered(NamedTuple):
    """A term in a pair, and what renders it."""

    pair: Pair
    use: Use
    rendering: RenderingMatch

    @property
    def way(self) -> str:
        """The rendering, as the glossary writes it."""
        return self.rendering.rendering


def _unlike(rendered: Sequence[_Rendered]) -> Iterator[tuple[Pair, Seen]]:
    """What is rendered otherwise than mostly in its article, or in all articles together."""
    by_article: defaultdict[str, list[_Rendered]] = defaultdict(list)
    for one in rendered:
        by_article[one.pair.article].append(one)
    anywhere = _mostly(rendered)
    for article in by_article.values():
        here = _mostly(article)
        for one in article:
            if one.way != here:
                yield one.pair, _seen(one, here, "elsewhere in the article", minor=False)
            elif one.way != anywhere:
                yield one.pair, _seen(one, anywhere, "in other articles", minor=True)


def _mostly(rendered: Sequence[_Rendered]) -> str:
    """The most frequent way; of two as frequent the preferred one, then the first."""
    counts = Counter(one.way for one in rendered)
    preferred = rendered[0].use.concept.preferred
    return max(counts, key=lambda way: (counts[way], way == preferred))


def _seen(one: _Rendered, mostly: str, where: str, *, minor: bool) -> Seen:
    return Seen(
        f"{shown(one.use.match.term)} is {shown(one.way)} here and {shown(mostly)} {where}.",
        (Span(one.use.match.start, one.use.match.end),),
        (Span(one.rendering.start, one.rendering.end),),
        minor=minor,
    )


def _are_alike(ways: Collection[str]) -> bool:
    """Whether renderings are one, or made from one stem each: electric, electricity."""
    # Each beside each other, and both ways round: what two have in common with a third, they need
    # not have themselves, and a part of a compound (district, subdistrict) is another word.
    return all(
        len(one.split()) == len(other.split())
        and all(map(same_stem, one.lower().split(), other.lower().split()))
        for one, other in permutations(ways, 2)
    )


def _is_place(concept: Concept) -> bool:
    """Whether a name is a place's, whose renderings are the name and the word for its people."""
    return concept.pos is PartOfSpeech.NAME and concept.domain == "place"


def _is_short(rendering: str) -> bool:
    """Whether a rendering is an acronym, which stands for the full one: UN, U.S."""
    letters = rendering.replace(".", "")
    return letters.isupper() and " " not in letters


class SameSourceDifferently(WideCheck):
    """One sentence, several translations."""

    id = "same-source-differently"
    name = "Same source translated differently"
    severity = Severity.WARNING
    description = "A source that stands in several places is translated in several ways."

    def look(self, pairs: Sequence[Pair], limits: Limits) -> Iterator[tuple[Pair, Seen]]:
        by_source: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in pairs:
            if pair.source.strip() and pair.target.strip():
                by_source[" ".join(pair.source.split())].append(pair)
        for alike in by_source.values():
            targets = Counter(" ".join(pair.target.split()) for pair in alike)
            if len(targets) < 2:
                continue
            ordered = list(targets)
            for pair in alike:
                own = " ".join(pair.target.split())
                other = next(each for each in ordered if each != own)
                yield (
                    pair,
                    Seen(
                        f"The same source is translated {shown(other)} elsewhere.",
                        (Span(0, len(pair.source)),),
                        (Span(0, len(pair.target)),),
                    ),
                )
