"""The engine that runs a package's model on CTranslate2."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cached_property, partial
from importlib.metadata import version
from itertools import islice
from threading import Lock
from typing import Any

from padanan import __version__
from padanan.glossary.words import Addresses
from padanan.translate.engine import tokenizer
from padanan.translate.engine.assembling import Source, assembled
from padanan.translate.engine.decoding import (
    DECODING_LIMIT,
    Decoded,
    Decoder,
    Hypothesis,
    Pieces,
    mean,
    target_limit,
    usable_cores,
)
from padanan.translate.engine.loops import runs_away, without_loops
from padanan.translate.engine.marking import marked
from padanan.translate.engine.package import Package
from padanan.translate.engine.protocol import Candidate, Mark, TokenScore
from padanan.translate.engine.splitting import Part, cut
from padanan.translate.engine.vocabulary import target_vocabulary

WINDOW = 2_048
"""Parts that are tokenized, sorted by length and decoded together; bounds the memory of a call."""

_WORD_OR_FIGURE = re.compile(r"\d|[^\W\d_]{2}")

_AGAINST_LOOPS: dict[str, Any] = {"no_repeat_ngram_size": 4, "repetition_penalty": 1.1}


class CTranslateEngine:
    """Translates with one package. Threads may share it; it starts workers of its own.

    The model is loaded by the first call that needs it.

    Args:
        package: The model to use.
        beam: Hypotheses kept while decoding; 1 is greedy search.
        jobs: Batches decoded at the same time, one processor core each; by default as many as
            there are cores this process may use. The drafts do not depend on it.

    Raises:
        ValueError: `beam` or `jobs` is less than 1.
    """

    def __init__(self, package: Package, *, beam: int = 4, jobs: int | None = None) -> None:
        if beam < 1 or (jobs is not None and jobs < 1):
            raise ValueError("beam and jobs must be at least 1")
        self.package = package
        self._beam = beam
        self._jobs = jobs or usable_cores()
        self._loading = Lock()
        self._loaded: Decoder | None = None

    @cached_property
    def recipe(self) -> str:
        """Package and beam; see `Engine.recipe`. Reads the model's file once, loads nothing."""
        package = self.package
        return (
            f"{package.name} {package.version} (sha256:{package.fingerprint[:12]}) "
            f"beam {self._beam}"
        )

    @cached_property
    def signature(self) -> str:
        """What makes a run repeatable; see `Engine.signature`."""
        return f"{self.recipe} ctranslate2 {version('ctranslate2')} padanan {__version__}"

    @cached_property
    def _tokenizer(self) -> tokenizer.Tokenizer:
        return tokenizer.load(self.package)

    def _encode_source(self, text: str) -> list[str]:
        """The pieces of a source, its first word as the package was trained to read it."""
        encode = self._tokenizer.encode
        return (
            tokenizer.small_first(encode, text)
            if self.package.metadata.small_first
            else encode(text)
        )

    @property
    def _decoder(self) -> Decoder:
        with self._loading:
            if self._loaded is None:
                self._loaded = Decoder(self.package, self._beam, self._jobs)
            return self._loaded

    def translate(
        self,
        sources: Sequence[str],
        *,
        candidates: int = 1,
        attention: bool = False,
        on_progress: Callable[[int], None] | None = None,
    ) -> list[tuple[Candidate, ...]]:
        """Translate segments together; see `Engine.translate`.

        A source of more pieces than the package takes (`Metadata.longest`) is cut at clauses, and
        the translations of its parts are joined: its score is the mean of theirs by length, and
        it has attention only if it has at most eight parts. A draft that runs into a loop is
        decoded once more against that. Where the model has nothing to say, the source stands in
        for its translation.
        """
        counts = Counter(sources)
        finished: dict[str, tuple[Candidate, ...]] = {}

        def finish(text: str, result: tuple[Candidate, ...]) -> None:
            finished[text] = result
            if on_progress is not None:
                on_progress(counts[text])

        for text in counts:
            if not _says_something(text):
                finish(text, (Candidate(text, 0.0),))
        parts = self._parts(text for text in counts if text not in finished)
        wanted = max(1, min(candidates, self._beam))
        while window := list(islice(parts, WINDOW)):
            # Closed at once where `on_progress` wants no more: what is under way is to end first.
            with closing(self._draft(window, wanted, attention)) as drafts:
                for source in drafts:
                    finish(source.text, assembled(source, wanted, attention))
        return [finished[text] for text in sources]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """How likely the model finds each target, given its source; see `Engine.score`."""
        return [mean(scores) for scores in self._decoder.score(self._encoded(pairs))]

    def token_scores(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[TokenScore, ...]]:
        """How likely the model finds each token of each target; see `Engine.token_scores`."""
        encoded = self._encoded(pairs)
        found: list[tuple[TokenScore, ...]] = []
        for (_, pieces), (_, target), scores in zip(
            encoded, pairs, self._decoder.score(encoded), strict=True
        ):
            spans = tokenizer.locate(pieces, target)[: len(scores) - 1]
            spans.append((len(target), len(target)))
            found.append(
                tuple(
                    TokenScore(start, end, score)
                    for (start, end), score in zip(spans, scores, strict=True)
                )
            )
        return found

    def parts(self, source: str, whole: Sequence[tuple[int, int]] = ()) -> tuple[Part, ...]:
        """The stretches that the model takes one by one; see `Engine.parts`."""
        longest = self.package.metadata.longest
        return tuple(cut(_encodable(source), self._encode_source, longest, whole))

    def finish(
        self, begun: Sequence[tuple[str, str]], *, avoid: Collection[str] = ()
    ) -> list[Candidate | None]:
        """Translate sources whose translations have been begun; see `Engine.finish`."""
        encoded = self._encoded(begun)
        found: list[Candidate | None] = [None] * len(begun)
        places = _short_enough(source for source, _ in encoded)
        for decoded in self._decoder.decode(
            [encoded[at][0] for at in places],
            hypotheses=1,
            attention=True,
            beginnings=[encoded[at][1][:DECODING_LIMIT] for at in places],
            beam_size=1,
            suppress_sequences=self._suppressed(avoid),
        ):
            at = places[decoded.index]
            source, beginning = encoded[at]
            best, *_ = decoded.hypotheses
            if runs_away(best.pieces, source, target_limit(source)):
                continue
            # What the model does not know of the beginning it gives back as words of the source.
            pieces = (*beginning, *best.pieces[len(beginning) :])
            text = self._continued(begun[at][1], beginning, pieces)
            found[at] = Candidate(text, best.score, tuple(source), pieces, best.attention)
        return found

    @property
    def reads_marks(self) -> bool:
        """Whether the package says so; see `Engine.reads_marks`."""
        return self.package.metadata.marks is not None

    def translate_marked(
        self, sources: Sequence[tuple[str, Sequence[Mark]]]
    ) -> list[Candidate | None]:
        """Translate sources with marks; see `Engine.translate_marked`."""
        symbols = self.package.metadata.marks
        if symbols is None:
            raise ValueError(f"{self.package.name} reads no marks")
        encode = self._tokenizer.encode
        texts = [(_encodable(text), marks) for text, marks in sources]
        given = [
            marked(text, self._encode_source(text), marks, encode, symbols) for text, marks in texts
        ]
        found: list[Candidate | None] = [None] * len(sources)
        places = _short_enough(given)
        asked = [given[at] for at in places]
        for decoded in self._decoder.decode(asked, hypotheses=1, attention=False):
            if sound := _sound(decoded, asked[decoded.index]):
                place = places[decoded.index]
                text = self._draft_text(sources[place][0], sound[0].pieces)
                found[place] = Candidate(text, sound[0].score) if text else None
        return found

    def _draft_text(self, source: str, pieces: Pieces) -> str:
        """What a draft's pieces spell, its first letter as large as its source's."""
        text = self._tokenizer.decode(pieces)
        if not self.package.metadata.small_first:
            return text
        return tokenizer.begun_like(source, text, self._tokenizer.encode)

    def _continued(self, text: str, beginning: Pieces, pieces: Pieces) -> str:
        """A translation that begins with `text` as it was given, whatever its pieces spell."""
        decode = self._tokenizer.decode
        head, whole = decode(beginning), decode(pieces)
        if not whole.startswith(head):
            return whole
        return " ".join(text.split()) + whole[len(head) :]

    def _suppressed(self, avoid: Iterable[str]) -> list[list[str]] | None:
        """The pieces of words that are not to be written."""
        spelt = {form for words in avoid for form in (words, words[:1].upper() + words[1:])}
        pieces = [self._tokenizer.encode(form) for form in sorted(spelt)]
        # What has a piece that the model does not know it cannot write, nor be forbidden.
        return [one for one in pieces if one and self._vocabulary.issuperset(one)] or None

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The pieces that the model can write."""
        return target_vocabulary(self.package.model_path)

    def _encoded(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[list[str], list[str]]]:
        """The pieces of sources and targets."""
        encode = self._tokenizer.encode
        # A source comes up with several targets.
        distinct = {source for source, _ in pairs}
        sources = {source: self._encode_source(_encodable(source)) for source in distinct}
        return [(sources[source], encode(_encodable(target))) for source, target in pairs]

    def _parts(self, texts: Iterable[str]) -> Iterator[tuple[Source, int]]:
        """Each part of each text, as its source and its place there, cut as they are asked for."""
        for text in texts:
            source = Source(text)
            for part in cut(_encodable(text), self._encode_source, self.package.metadata.longest):
                yield source, source.add(part)

    def _draft(
        self, window: Sequence[tuple[Source, int]], wanted: int, attention: bool
    ) -> Generator[Source, None, None]:
        """Decode the parts in `window`; yield each source that this completes."""
        places: dict[tuple[str, ...], list[tuple[Source, int]]] = {}
        for source, at in window:
            part = source.parts[at]
            # Rows of dots or dashes within a long source are left alone, like whole ones.
            pieces = part.pieces if _says_something(part.text) else ()
            places.setdefault(pieces, []).append((source, at))
        for source, at in places.pop((), ()):
            source.settle(at, (Candidate(source.parts[at].text, 0.0),))
            if source.done:
                yield source
        distinct = list(places)
        for index, hypotheses in self._decode(distinct, attention):
            for source, at in places[distinct[index]]:
                source.settle(at, self._candidates(source.parts[at], hypotheses, wanted))
                if source.done:
                    yield source

    def _decode(
        self, sources: Sequence[Pieces], attention: bool
    ) -> Iterator[tuple[int, Sequence[Hypothesis]]]:
        """Each source's place and its hypotheses without loops, at least one, as they come."""
        # All that the beam holds are asked for, though CTranslate2 could stop earlier for one: the
        # next best is there if the best should be a loop, say nothing, or have less of the source's
        # values. With the embedded model that takes 5 % of the time (bench/README.md).
        decode = partial(self._decoder.decode, hypotheses=self._beam, attention=attention)
        loops: dict[int, list[Hypothesis]] = {}
        for decoded in decode(sources):
            sound = _sound(decoded, sources[decoded.index])
            if sound[:1] == [decoded.hypotheses[0]]:
                yield decoded.index, sound
            else:
                loops[decoded.index] = sound
        places = list(loops)
        again = [sources[index] for index in places]
        for decoded in decode(again, **_AGAINST_LOOPS):
            source, index = again[decoded.index], places[decoded.index]
            fresh = _sound(decoded, source)
            if not fresh and not loops[index]:
                fresh = [_unwound(decoded.hypotheses[0])]
            # The penalties are in CTranslate2's scores; ours must mean what they always mean.
            scores = self._decoder.score([(source, hypothesis.pieces) for hypothesis in fresh])
            fresh = [replace(h, score=mean(score)) for h, score in zip(fresh, scores, strict=True)]
            yield index, sorted([*loops[index], *fresh], key=lambda hypothesis: -hypothesis.score)

    def _candidates(
        self, part: Part, hypotheses: Sequence[Hypothesis], wanted: int
    ) -> tuple[Candidate, ...]:
        """The best hypotheses as text, without those that say nothing or what a better one says."""
        found: dict[str, Candidate] = {}
        for hypothesis in hypotheses:
            if len(found) == wanted:
                break
            text = self._draft_text(part.text, hypothesis.pieces)
            if text and text not in found:
                found[text] = Candidate(text, hypothesis.score)
                if hypothesis.attention is not None:
                    found[text] = replace(
                        found[text],
                        source_tokens=part.pieces,
                        target_tokens=hypothesis.pieces,
                        attention=hypothesis.attention,
                    )
        return tuple(found.values()) or (Candidate(part.text, hypotheses[0].score),)


def _says_something(text: str) -> bool:
    """Whether there is something to translate: a figure, or a word of two letters or more that is
    no part of an address, an account or a hashtag. What models make of others is made up."""
    addresses = Addresses(text)
    return any(not addresses.hold(*found.span()) for found in _WORD_OR_FIGURE.finditer(text))


def _encodable(text: str) -> str:
    """`text` without lone surrogates, which no tokenizer takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _short_enough(sources: Iterable[Sequence[str]]) -> list[int]:
    """The places of sources that a model has positions for; a rendering may make any too long."""
    return [at for at, source in enumerate(sources) if len(source) <= DECODING_LIMIT]


def _sound(decoded: Decoded, source: Pieces) -> list[Hypothesis]:
    """The hypotheses that did not run into a loop."""
    return [
        hypothesis
        for hypothesis in decoded.hypotheses
        if not runs_away(hypothesis.pieces, source, target_limit(source))
    ]


def _unwound(hypothesis: Hypothesis) -> Hypothesis:
    return replace(hypothesis, pieces=tuple(without_loops(hypothesis.pieces)), attention=None)
