"""What the glossary knows, for everything that asks it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Self

from padanan.glossary.concept import Concept
from padanan.glossary.derived import Suggester
from padanan.glossary.match import Match, Matcher
from padanan.glossary.problem import Problem
from padanan.glossary.renderings import RenderingMatch, RenderingMatcher
from padanan.glossary.rules import clean
from padanan.glossary.table import GlossaryFile
from padanan.glossary.words import fold

_REMEMBERED = 4_096
"""Texts whose terms are remembered: as many segments as a run has under way at a time."""


class Glossary:
    """Concepts one can ask: which are in this sentence, which renderings in this translation?

    It never changes; what is edited is a `GlossaryFile`. What a question needs is built when it is
    first asked.
    """

    def __init__(
        self, concepts: Iterable[Concept], *, problems: Iterable[Problem] = (), cldr: bool = False
    ) -> None:
        """A glossary of these concepts; `load` is the usual way in.

        Args:
            concepts: Curated concepts.
            problems: What was wrong where they come from.
            cldr: Whether the names of CLDR (countries, languages, months ...) stand below them.
        """
        self._concepts = tuple(concepts)
        self._problems = tuple(problems)
        self._cldr = cldr

    def __repr__(self) -> str:
        names = ", with CLDR's names" if self._cldr else ""
        return f"<Glossary of {len(self._concepts):,} concepts{names}>"

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The curated concepts, in the order of their file."""
        return self._concepts

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the file, in its order; rows with errors are not used."""
        return self._problems

    @classmethod
    def load(cls, path: Path | str, *, cldr: bool = True) -> Self:
        """The glossary in the file at `path`.

        Args:
            path: A `terms.tsv`.
            cldr: Whether the names of CLDR stand below it.

        Raises:
            InputError: There is no such file, it cannot be read, or it is UTF-16.
        """
        file = GlossaryFile.load(path)
        return cls(file.concepts, problems=file.problems, cldr=cldr)

    @cached_property
    def builtin(self) -> tuple[Concept, ...]:
        """The names of CLDR, without every term that is a curated one: the file always wins."""
        if not self._cldr:
            return ()
        from padanan.glossary.cldr import concepts

        curated = {fold(term) for concept in self.concepts for term in concept.terms}
        left = (
            (concept, tuple(term for term in concept.terms if fold(term) not in curated))
            for concept in concepts()
        )
        return tuple(
            concept if terms == concept.terms else replace(concept, terms=terms)
            for concept, terms in left
            if terms
        )

    def find(self, words: str) -> tuple[Concept, ...]:
        """The curated concepts that have `words` as a whole term or rendering, in their order.

        Capitals, accents and spacing do not count; inflected forms are not looked at.
        """
        key = fold(clean(words))
        return tuple(
            concept
            for concept in self.concepts
            if any(key == fold(entry) for entry in concept.terms + concept.renderings)
        )

    def match(self, text: str) -> tuple[Match, ...]:
        """The terms in an Indonesian text, where and in which form, in the order of the text.

        Matches do not overlap: of terms that do, the longest is taken (most words, then most
        letters, then the first). At the same place a curated concept comes before a built-in name.

        Args:
            text: Any text, a sentence best. Time grows with its length alone.
        """
        return self._match(text)

    def suggest(self, text: str) -> tuple[Match, ...]:
        """Words derived from terms (menjamin for jaminan), outside what `match` finds.

        For a person to look at: a derived form is another word with another rendering.
        """
        return self._suggester.suggest(text, self.match(text))

    def renderings(
        self, target: str, concepts: Collection[Concept] | None = None
    ) -> tuple[RenderingMatch, ...]:
        """The renderings in an English text, in its order: preferred, admitted or avoided.

        They are recognised inflected (plural, possessive, verb forms), with hyphens, spaces or
        neither, and in American and British spelling; never inside another word. What renders
        several concepts is there once for each.

        Args:
            target: Any text, a sentence best.
            concepts: Look for these only, as for the concepts matched in the source; then a longer
                rendering of another concept hides nothing. None looks for all, longest first.
        """
        return self._rendering_matcher.find(target, concepts)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.concepts, self.builtin)

    @cached_property
    def _match(self) -> Callable[[str], tuple[Match, ...]]:
        # A run asks several times of each segment: what it is made from, what its draft holds.
        return lru_cache(maxsize=_REMEMBERED)(self._matcher.match)

    @cached_property
    def _suggester(self) -> Suggester:
        return Suggester(self.concepts)

    @cached_property
    def _rendering_matcher(self) -> RenderingMatcher:
        return RenderingMatcher(self.concepts + self.builtin)
