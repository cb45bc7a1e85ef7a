"""A package's network on CTranslate2: batches of pieces in, scored pieces out."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from ctypes import c_float
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, overload

from padanan.errors import ModelError
from padanan.translate.engine.package import Package
from padanan.translate.engine.vocabulary import source_vocabulary

Pieces = Sequence[str]

BATCH_PIECES = 512
"""Source pieces of one batch, padding included. Measured: 1,024 is no faster and needs half as
much memory again; one giant batch is slower."""

SMALL_BATCH_PIECES = 192
"""The same for scoring, and for finishing what was begun: there are few of these at a time, and
every core is to have some. Measured: from 128 to 256 scoring is quickest."""

UNKNOWN = "<unk>"
"""What models say for what their vocabulary does not have, unless they say so (`config.json`)."""

DECODING_LIMIT = 480
"""Pieces of the longest target. Marian models know 512 positions, the end marker and a prefix
among them, and decoding past the last is an error."""

SCORED_PIECES = 480
"""Pieces of source and target that `Decoder.score` looks at, for the same reason."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One way the network would put a source.

    Attributes:
        pieces: The target's pieces, without prefix and end marker.
        score: Mean log-probability of the pieces and the end marker, as a natural logarithm.
        attention: One row per target piece, one weight per source piece; None if not asked for.
    """

    pieces: tuple[str, ...]
    score: float
    attention: Sequence[tuple[float, ...]] | None


class _Attention(Sequence[tuple[float, ...]]):
    """Rows of attention that are asked of the model when somebody looks at them; few do.

    The rows that come with the hypotheses of a beam are not theirs: in CTranslate2 4.8 a batch of
    several sources at a beam of more than one mixes them up. So the hypothesis is laid before the
    model once more, alone.
    """

    def __init__(self, attend: Callable[[], Sequence[Sequence[float]]], length: int) -> None:
        self._attend = attend
        self._length = length

    @cached_property
    def _rows(self) -> tuple[tuple[float, ...], ...]:
        return tuple(map(tuple, self._attend()))

    @overload
    def __getitem__(self, at: int) -> tuple[float, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[tuple[float, ...], ...]: ...

    def __getitem__(self, at: int | slice) -> tuple[float, ...] | tuple[tuple[float, ...], ...]:
        return self._rows[at]

    def __len__(self) -> int:
        return self._length


@dataclass(frozen=True, slots=True)
class Decoded:
    """What came of one source.

    Attributes:
        index: Its place among the sources given.
        hypotheses: The best first; at least one, of at most `target_limit` pieces each.
    """

    index: int
    hypotheses: tuple[Hypothesis, ...]


class Decoder:
    """A loaded model.

    Args:
        package: Where it lies.
        beam: Hypotheses kept while decoding.
        jobs: Batches decoded at the same time, one thread each.

    Raises:
        ModelError: The model cannot be loaded.
    """

    def __init__(self, package: Package, beam: int, jobs: int) -> None:
        import ctranslate2

        self._beam = beam
        self._jobs = jobs
        self._model = package.model_path
        self._prefix = [package.metadata.target_prefix] if package.metadata.target_prefix else []
        self._length_penalty = package.metadata.length_penalty
        fast = "int8" in ctranslate2.get_supported_compute_types("cpu")
        try:
            self._translator: Any = ctranslate2.Translator(
                str(package.model_path),
                device="cpu",
                compute_type="int8" if fast else "auto",
                inter_threads=jobs,
                intra_threads=1,
            )
        except (RuntimeError, ValueError, IndexError) as error:
            raise ModelError(
                f"{package.model_path}: the model cannot be loaded ({error}); "
                "the package is damaged or of another kind, fetch it again."
            ) from error

    def decode(
        self,
        sources: Sequence[Pieces],
        *,
        hypotheses: int,
        attention: bool,
        beginnings: Sequence[Pieces] | None = None,
        **options: Any,
    ) -> Iterator[Decoded]:
        """Decode `sources`, yielding each as soon as its batch is done, longest first.

        Few batches are under way at any time, so that closing the iterator (or Ctrl+C) stops the
        work within about a second.

        Args:
            sources: Pieces of each, none empty.
            hypotheses: How many to return for each, at most the beam's width.
            attention: Whether to return attention.
            beginnings: For each source the pieces its target is to begin with. They are part of
                the hypotheses, but not of their scores.
            options: Further arguments of `ctranslate2.Translator.translate_batch`, or others than
                the usual ones.

        Raises:
            ModelError: The network fails.
        """
        options = {
            "beam_size": self._beam,
            "num_hypotheses": hypotheses,
            "length_penalty": self._length_penalty,
        } | options
        lengths: list[tuple[int, ...]] = [(len(one),) for one in sources]
        size = BATCH_PIECES
        if beginnings is not None:
            lengths = [(*own, len(one)) for own, one in zip(lengths, beginnings, strict=True)]
            size = SMALL_BATCH_PIECES

        def begin(batch: list[int]) -> list[Any]:
            # To be able to copy what the vocabulary lacks, CTranslate2 keeps all attention,
            # which takes a seventh of the time of decoding; few batches have such pieces.
            copies = beginnings is not None or not self._reads(sources[at] for at in batch)
            results: list[Any] = self._guarded(
                self._translator.translate_batch,
                [list(sources[index]) for index in batch],
                target_prefix=self._beginnings(batch, beginnings),
                asynchronous=True,
                max_input_length=0,  # the default cuts the source silently
                max_decoding_length=target_limit(sources[batch[0]]),
                return_scores=True,
                replace_unknowns=copies,
                **options,
            )
            return results

        with closing(self._results(_batches(lengths, size), begin)) as results:
            for index, found in results:
                yield Decoded(index, self._hypotheses(found, sources[index], attention))

    def score(self, pairs: Sequence[tuple[Pieces, Pieces]]) -> list[list[float]]:
        """Log-probability of each target's pieces and end marker, given its source.

        One pass a batch, without search; their mean agrees with `Hypothesis.score`. Only the first
        `SCORED_PIECES` of a source or target count.

        Raises:
            ModelError: The network fails.
        """
        scores: list[list[float]] = [[] for _ in pairs]
        lengths = [tuple(min(len(one), SCORED_PIECES) for one in pair) for pair in pairs]

        def begin(batch: list[int]) -> list[Any]:
            results: list[Any] = self._guarded(
                self._translator.score_batch,
                [list(pairs[index][0][:SCORED_PIECES]) for index in batch],
                [[*self._prefix, *pairs[index][1][:SCORED_PIECES]] for index in batch],
                max_input_length=0,
                offset=len(self._prefix),
                asynchronous=True,
            )
            return results

        with closing(self._results(_batches(lengths, SMALL_BATCH_PIECES), begin)) as results:
            for index, found in results:
                scores[index] = list(found.log_probs)
        return scores

    def _results(
        self, batches: Iterable[list[int]], begin: Callable[[list[int]], list[Any]]
    ) -> Generator[tuple[int, Any], None, None]:
        """What comes of batches, by the indices in them, with few under way at any time.

        Close it: CTranslate2 cannot be told to give batches up, and a process that ends while its
        threads are at work can crash in doing so; so they are waited for, about a second.
        """
        running: deque[tuple[list[int], list[Any]]] = deque()
        try:
            for batch in batches:
                running.append((batch, begin(batch)))
                if len(running) > self._jobs:
                    yield from self._ended(*running[0])
                    running.popleft()
            while running:
                yield from self._ended(*running[0])
                running.popleft()
        finally:
            for _, results in running:
                for result in results:
                    with suppress(Exception):
                        result.result()

    def _ended(self, batch: list[int], results: list[Any]) -> Iterator[tuple[int, Any]]:
        for index, result in zip(batch, results, strict=True):
            yield index, self._guarded(result.result)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return source_vocabulary(self._model)

    def _reads(self, sources: Iterable[Pieces]) -> bool:
        """Whether the vocabulary has all pieces of some sources."""
        return all(map(self._vocabulary.issuperset, sources))

    def _beginnings(
        self, batch: Sequence[int], beginnings: Sequence[Pieces] | None
    ) -> list[list[str]] | None:
        """What the targets of a batch begin with: the package's own prefix, then what is asked."""
        if beginnings is not None:
            return [[*self._prefix, *beginnings[index]] for index in batch]
        return [self._prefix] * len(batch) if self._prefix else None

    def _hypotheses(self, found: Any, source: Pieces, attention: bool) -> tuple[Hypothesis, ...]:
        prefix = len(self._prefix)
        kept = slice(prefix, prefix + target_limit(source))
        hypotheses = []
        for pieces, score in zip(found.hypotheses, found.scores, strict=True):
            # CTranslate2 has divided the sum by a power of the number of pieces, counting the
            # end marker and also the prefix, whose pieces add nothing to the sum.
            total = score * (len(pieces) + 1) ** self._length_penalty
            mean = c_float(total / (len(pieces) + 1 - prefix)).value  # as precise as its own
            target = tuple(pieces[kept])
            rows = _Attention(partial(self._attend, source, target), len(target))
            # Hardly ever: where it knows every piece of the source a model does not say this.
            known = _with_copies(source, target, rows) if UNKNOWN in target and source else target
            hypotheses.append(Hypothesis(known, min(0.0, mean), rows if attention else None))
        return tuple(hypotheses)

    def _attend(self, source: Pieces, target: Pieces) -> Sequence[Sequence[float]]:
        """For each piece of a target the attention to each piece of its source."""
        if not target:
            return []
        given = [*self._prefix, *target]
        (result,) = self._guarded(
            self._translator.translate_batch,
            [list(source)],
            target_prefix=[given],
            beam_size=1,
            max_input_length=0,
            max_decoding_length=len(given),
            return_attention=True,
        )
        rows: Sequence[Sequence[float]] = result.attention[0][len(self._prefix) : len(given)]
        return rows

    @staticmethod
    def _guarded(function: Any, *arguments: Any, **named: Any) -> Any:
        """Call into CTranslate2; what goes wrong there comes out as a sentence."""
        try:
            return function(*arguments, **named)
        except (RuntimeError, ValueError, IndexError) as error:
            raise ModelError(
                f"The translation model failed ({error}); try another package with --model."
            ) from error


def _with_copies(
    source: Pieces, target: Pieces, rows: Sequence[Sequence[float]]
) -> tuple[str, ...]:
    """A target with what the vocabulary lacks copied from the source, as CTranslate2 does it: the
    piece that the model looked at most when it had no word for it."""
    return tuple(
        source[max(range(len(source)), key=rows[at].__getitem__)] if piece == UNKNOWN else piece
        for at, piece in enumerate(target)
    )


def mean(scores: Sequence[float]) -> float:
    """The mean of log-probabilities; 0.0 of none."""
    return sum(scores) / max(1, len(scores))


def target_limit(source: Pieces) -> int:
    """The pieces of a target at which its decoding stops by force.

    English needs fewer pieces than Indonesian more often than not; three times as many, with
    twenty more for headlines full of abbreviations, is a loop.
    """
    return min(DECODING_LIMIT, 3 * len(source) + 20)


def usable_cores() -> int:
    """The processor cores this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _batches(lengths: Sequence[tuple[int, ...]], size: int) -> Iterator[list[int]]:
    """Indices in batches of equal lengths, longest first, of at most `size` pieces each.

    Beside a longer neighbour a source is padded, and the padding changes the order in which the
    network adds its numbers up: by the last bit, which 8-bit steps make into another score now and
    then, and that into another draft. With equal lengths a draft depends on its source alone, for
    4 % more time.
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: lengths[index], reverse=True):
        full = (len(batch) + 1) * max(1, *lengths[index]) > size
        if batch and (full or lengths[batch[0]] != lengths[index]):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
