"""What an engine is: segments in, scored candidates out."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from padanan.translate.engine.splitting import Part


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
    attention: Sequence[tuple[float, ...]] | None = None


class TokenScore(NamedTuple):
    """How likely the model finds one token of a translation.

    Attributes:
        start: Where the token begins in the translation, in characters.
        end: Where it ends; `start` for what is not to be seen, as the end of the sentence.
        score: Its log-probability (natural logarithm) after all that stands before it.
    """

    start: int
    end: int
    score: float


class Mark(NamedTuple):
    """How a stretch of a source is to be rendered.

    Attributes:
        start: Where it begins, in characters.
        end: Where it ends.
        rendering: Its rendering, in base form: the model puts it into the form that the sentence
            wants.
    """

    start: int
    end: int
    rendering: str


class Engine(Protocol):
    """Turns segments into candidates. One instance per process is enough: threads may share it."""

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
            A source without any figure or word of two letters, addresses, handles and hashtags
            apart, comes back as itself with score 0.0.

        Raises:
            ModelError: The package cannot be loaded or fails while decoding.
        """
        ...

    def parts(self, source: str, whole: Sequence[tuple[int, int]] = ()) -> tuple[Part, ...]:
        """The stretches of a source that the model takes one by one; most are taken whole.

        Args:
            source: Plain text, one segment.
            whole: Spans that are not to be cut in two, where that can be helped.
        """
        ...

    def finish(
        self, begun: Sequence[tuple[str, str]], *, avoid: Collection[str] = ()
    ) -> list[Candidate | None]:
        """Translate sources whose translations have been begun.

        Args:
            begun: Source and the beginning of its translation, which stays as it is but for spaces.
                The source is not cut: let it be one of `parts`.
            avoid: Words that are not to follow, in this spelling or with a capital.

        Returns:
            For each the likeliest end found without a wide search, the beginning included, with
            tokens and attention; None where it runs into a loop or the source has more than 480
            pieces. The score is of the end alone.

        Raises:
            ModelError: The package cannot be loaded or fails while decoding.
        """
        ...

    @property
    def reads_marks(self) -> bool:
        """Whether the model was trained to read marks; see `translate_marked`."""
        ...

    def translate_marked(
        self, sources: Sequence[tuple[str, Sequence[Mark]]]
    ) -> list[Candidate | None]:
        """Translate sources that say how some of their words are to be rendered.

        The model mostly does as it is told; whether it did is for the caller to see.

        Args:
            sources: Source and its marks. The source is not cut: let it be one of `parts`.

        Returns:
            The best candidate for each, without attention; None where it runs into a loop or the
            source has more than 480 pieces with its marks. Its score is that of the marked
            source, not to be compared with others'.

        Raises:
            ModelError: The package cannot be loaded or fails while decoding.
            ValueError: The model reads no marks.
        """
        ...

    def token_scores(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[TokenScore, ...]]:
        """What `score` is the mean of: the score of each token, the end of the sentence included.

        Raises:
            ModelError: The package cannot be loaded or fails.
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
