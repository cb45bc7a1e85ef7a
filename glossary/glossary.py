"""What the glossary knows, for everything that asks it."""

from collections.abc import Collection, Iterable
from functools import cached_property
from pathlib import Path
from typing import Self

from padanan.glossary.concept import Concept
from padanan.glossary.match import Match, Matcher
from padanan.glossary.problem import Problem
from padanan.glossary.renderings import RenderingMatch, RenderingMatcher
from padanan.glossary.rules import clean
from padanan.glossary.table import GlossaryFile


class Glossary:
    """Concepts one can ask: which are in this sentence, which renderings in this translation?

    It never changes; what is edited is a `GlossaryFile`.

    Attributes:
        concepts: The curated concepts, in the order of their file.
        problems: What is wrong in the file, in its order; rows with errors are not used.
    """

    concepts: tuple[Concept, ...]
    problems: tuple[Problem, ...]

    def __init__(self, concepts: Iterable[Concept], *, problems: Iterable[Problem] = ()) -> None:
        """A glossary of these concepts; `load` is the usual way in."""
        self.concepts = tuple(concepts)
        self.problems = tuple(problems)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The glossary in the file at `path`.

        Raises:
            InputError: There is no such file, it cannot be read, or it is UTF-16.
        """
        file = GlossaryFile.load(path)
        return cls(file.concepts, problems=file.problems)

    def match(self, text: str) -> tuple[Match, ...]:
        """The terms in an Indonesian text, where and in which form, in the order of the text.

        Matches do not overlap: of terms that do, the longest is taken (most words, then most
        letters, then the first). A curated concept comes before a built-in name.

        Args:
            text: Any text, a sentence best. Time grows with its length alone.
        """
        return self._matcher.match(text)

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
    def _rendering_matcher(self) -> RenderingMatcher:
        return RenderingMatcher(self.concepts)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.concepts)

    def find(self, words: str) -> tuple[Concept, ...]:
        """The concepts that have `words` as a term or a rendering, in the order of the file."""
        key = clean(words).casefold()
        return tuple(
            concept
            for concept in self.concepts
            if any(key == entry.casefold() for entry in concept.terms + concept.renderings)
        )
