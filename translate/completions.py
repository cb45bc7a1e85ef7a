"""A translation finished from its beginning: what the model makes of the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from padanan.glossary import Concept, Glossary
from padanan.translate.adherence import senses
from padanan.translate.alternatives import CANDIDATES, Alternative, alternatives, judged
from padanan.translate.enforce import enforce
from padanan.translate.engine import Engine
from padanan.translate.engine.splitting import Part, join
from padanan.translate.values import mend

MOST = 3
"""Ways to finish a sentence that are given at most."""

WORSE = 0.4
"""By how much, in log-probability per token, an end may be less likely than the best. What is
beyond is mostly a word that the model has made up from the beginning of one."""

_TOKEN = re.compile(r"\w+(?:[-'’.,:]\w+)*|[^\w\s]")
"""A word or number with the marks inside it, or one other character."""


def completions(
    engine: Engine, source: str, begun: str, glossary: Glossary | None = None, *, given: str = ""
) -> tuple[Alternative, ...]:
    """Ways to finish a translation that has been begun: those that hold every term first, then the
    likeliest.

    The beginning stays as it is, but for blanks. Where it ends within a word, that word may be
    finished; where a blank stands at its end, another word follows.

    Args:
        engine: What translates.
        source: The segment.
        begun: The beginning of its translation.
        glossary: The terms. Renderings to be avoided do not come up; None for no terms.
        given: What the model is given for the segment (`alternatives.spoken`); the source itself
            where that is empty.

    Returns:
        Whole translations, three at most; none where the model finds no end.

    Raises:
        ModelError: The engine failed.
    """
    given = given or source
    if not begun.strip():
        return alternatives(engine, source, glossary, given=given)[:MOST]
    stretch = _stretch(engine, given, begun, glossary)
    found = _finished(engine, stretch, begun, glossary)
    texts = [text for text in found if text != _tidy(stretch.begun)]
    if not texts:
        return ()
    scores = engine.score([(stretch.source, text) for text in texts])
    whole = [
        (_mended(source, begun, stretch.whole(text)), score)
        for text, score in zip(texts, scores, strict=True)
        if max(scores) - score <= WORSE
    ]
    return judged(source, whole, glossary)[:MOST]


def _mended(source: str, begun: str, text: str) -> str:
    """A translation with its values put right, if that leaves its beginning alone."""
    mended = mend(source, text)
    return mended if mended.startswith(_tidy(begun)) else text


def _tidy(text: str) -> str:
    """`text` with one blank where there are several, and none at its ends."""
    return " ".join(text.split())


def _to_avoid(concepts: Sequence[Concept], begun: str) -> list[str]:
    """Renderings that are not to come up, but for those that the person has written."""
    written = begun.casefold()
    accepted = {one.casefold() for concept in concepts for one in concept.renderings}
    return [
        words
        for concept in concepts
        for words in concept.avoided
        if words.casefold() not in written and words.casefold() not in accepted
    ]


# The parts of a long source


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where in a source a beginning ends.

    Attributes:
        parts: The parts of the source, as the model takes them one by one.
        drafts: The translations of the parts; empty where there is one part only.
        at: The place of the part among them that the beginning ends in.
        before: What is written for the parts before it.
        begun: What is written of its own translation; empty where that has not been begun.
    """

    parts: Sequence[Part]
    drafts: Sequence[str]
    at: int
    before: str
    begun: str

    @property
    def source(self) -> str:
        """The part to be translated."""
        return self.parts[self.at].text

    def whole(self, text: str) -> str:
        """The translation of the source, of which `text` is that of the part."""
        if not self.drafts:
            return text
        drafts = [*self.drafts[: self.at], text, *self.drafts[self.at + 1 :]]
        if self.begun or not self.at:
            return _tidy(self.before + " " + join(self.parts[self.at :], drafts[self.at :]))
        # It goes on after the part before it, with the small letter that this wants.
        there = join(self.parts[: self.at], drafts[: self.at])
        return _tidy(self.before) + join(self.parts, drafts)[len(there) :]


def _stretch(engine: Engine, given: str, begun: str, glossary: Glossary | None) -> _Stretch:
    """Where in a source a beginning ends."""
    terms = glossary.match(given) if glossary is not None else ()
    parts = engine.parts(given, [(term.start, term.end) for term in terms])
    if len(parts) < 2:
        return _Stretch(parts, (), 0, "", begun)
    drafts = [held.text for held in enforce(engine, [part.text for part in parts], glossary)]
    starts = [len(join(parts[:at], drafts[:at])) for at in range(len(parts))]
    places = _places(begun, join(parts, drafts), starts)
    at = len(places) - 1
    return _Stretch(parts, drafts, at, begun[: places[at]], begun[places[at] :].lstrip())


def _places(begun: str, draft: str, starts: Sequence[int]) -> list[int]:
    """Where the parts of a draft begin in the beginning of another translation: one place for each
    part that it has come to."""
    from rapidfuzz.distance import Indel

    ours, theirs = list(_TOKEN.finditer(begun)), list(_TOKEN.finditer(draft))
    words = [one[0].casefold() for one in ours]
    others = [one[0].casefold() for one in theirs]
    # How much of the draft says what the beginning says: what is most like it.
    reached = min(
        range(len(others) + 1),
        key=lambda end: (Indel.normalized_distance(words, others[:end]), abs(end - len(words))),
    )
    steps = Indel.opcodes(words, others[:reached])
    places = [0]
    for start in starts[1:]:
        token = sum(one.start() < start for one in theirs)
        if token > reached:
            break
        place = next(
            (
                min(step.src_start + token - step.dest_start, step.src_end)
                for step in steps
                if step.dest_start <= token < step.dest_end
            ),
            len(words),
        )
        places.append(ours[place].start() if place < len(ours) else len(begun))
    return places


# Beginnings, and how they go on


def _finished(
    engine: Engine, stretch: _Stretch, written: str, glossary: Glossary | None
) -> Iterator[str]:
    """The translations of a part that its beginning may become, each once.

    Args:
        engine: What translates.
        stretch: The part.
        written: All that the person has written, for the parts before it too.
        glossary: The terms.
    """
    begun, source = _tidy(stretch.begun), stretch.source
    closed = not begun or stretch.begun[-1].isspace() or not begun[-1].isalnum()
    concepts = senses(glossary.match(source)) if glossary is not None else ()
    own = _own(engine, source, glossary)
    beginnings = list(_beginnings(begun, own, concepts, closed=closed))
    avoid = _to_avoid(concepts, written)
    finished = engine.finish([(source, one) for one in beginnings], avoid=avoid)
    texts = [*own, *(one.text for one in finished if one is not None)]
    for text in dict.fromkeys(texts):
        # Where the person has finished a word, it does not go on.
        grown = closed and begun and text[len(begun) : len(begun) + 1].isalnum()
        if text.startswith(begun) and not grown:
            yield text


def _own(engine: Engine, source: str, glossary: Glossary | None) -> list[str]:
    """How the model translates a part by itself, held to the glossary and not."""
    (candidates,) = engine.translate([source], candidates=CANDIDATES)
    (held,) = enforce(engine, [source], glossary)
    return [held.text, *(one.text for one in candidates)]


def _beginnings(
    begun: str, own: Sequence[str], concepts: Sequence[Concept], *, closed: bool
) -> Iterator[str]:
    """What the model is to go on after.

    Args:
        begun: What is written.
        own: The model's own translations.
        concepts: What the terms of the source may mean.
        closed: Whether the last word is finished.
    """
    yield begun
    head, _, word = begun.rpartition(" ")
    if closed:
        yield from (f"{begun} {one}" for one in _after(word, len(begun.split()), own))
        return
    # The model spells a word in pieces of its own: it is asked to write the last one itself.
    yield head
    for concept in concepts:
        for rendering in concept.renderings:
            if rest := _rest_of(rendering, begun):
                yield begun + rest


def _rest_of(rendering: str, begun: str) -> str:
    """The rest of a rendering that a text breaks off in, within a word; empty where it does not."""
    for length in range(len(rendering) - 1, 1, -1):
        start = len(begun) - length
        if (
            rendering[length].isalpha()
            and begun[max(start, 0) :].casefold() == rendering[:length].casefold()
            and not begun[max(start - 1, 0) : max(start, 0)].isalnum()
        ):
            return rendering[length:]
    return ""


def _after(word: str, here: int, own: Sequence[str]) -> list[str]:
    """The words that follow a word in translations, where it stands nearest to a place."""
    found: dict[str, None] = {}
    for text in own:
        words = text.split()
        places = [at for at, one in enumerate(words, 1) if one.casefold() == word.casefold()]
        place = min(places, key=lambda at: abs(at - here), default=len(words))
        found |= dict.fromkeys(words[place : place + 1])
    return list(found)
