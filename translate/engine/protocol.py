"""What an engine is: segments in, scored candidates out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible translation of one segment.

    Attributes:
        text: The translation as plain text.
        score: Mean log-probability per target token (natural logarithm, so at most 0.0; nearer
            to zero is surer). Comparable between candidates of one package only.
        source_tokens: The source as the package's tokenizer cut it, when attention was asked for.
        target_tokens: The target's tokens, when attention was asked for.
        attention: One row per target token, one weight per source token, each row summing to
            about 1, when attention was asked for; else None.
    """

    text: str
    score: float
    source_tokens: tuple[str, ...] = ()
    target_tokens: tuple[str, ...] = ()
    attention: tuple[tuple[float, ...], ...] | None = None


class Engine(Protocol):
    """Turns segments into candidates. One instance per process; use from one thread at a time."""

    @property
    def signature(self) -> str:
        """What makes a run repeatable, in one line: package, version, beam, library versions.

        Two runs with the same signature on the same source give the same drafts.
        """
        ...

    @property
    def recipe(self) -> str:
        """The part of the signature a user chooses: package and beam.

        Drafts made by another recipe are made again; a new version of a library alone is no
        reason to translate an archive anew.
        """
        ...

    def translate(
        self,
        sources: Sequence[str],
        *,
        candidates: int = 1,
        attention: bool = False,
        on_progress: Callable[[int], None] | None = None,
    ) -> list[tuple[Candidate, ...]]:
        """Translate segments together.

        Args:
            sources: Plain text, one segment each; repeated segments are decoded once.
            candidates: How many candidates to return for each, at most the beam's width.
            attention: Whether to return tokens and attention too.
            on_progress: Called with the number of segments just finished.

        Returns:
            For each source, in the given order, one to `candidates` candidates, best first.
            A source without any letter or digit comes back as itself with score 0.0.

        Raises:
            ModelError: The package cannot be loaded or fails while decoding.
        """
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """Score given translations, whoever made them, in one pass without search.

        Args:
            pairs: Source and target, plain text, one segment each.

        Returns:
            For each pair the mean log-probability per target token, as in `Candidate.score`.
            Comparable with each other; a candidate's own score can differ a little from the
            score of its text, whose tokens the tokenizer may choose otherwise. Only the first
            480 tokens of each side count.

        Raises:
            ModelError: The package cannot be loaded or fails.
        """
        ...
