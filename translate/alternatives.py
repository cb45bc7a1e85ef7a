"""Other translations of a segment than the one it has.

They are asked for while a person waits, one segment at a time (`padanan.tui`). The pipeline's own
drafts are made by `enforce`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from padanan.glossary import Glossary
from padanan.translate.adherence import Held, Use
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry
from padanan.translate.checks.lenient import is_rendered
from padanan.translate.enforce import Enforced, enforce
from padanan.translate.enforce.choosing import HARM
from padanan.translate.engine import Engine
from padanan.translate.memory import Op, word_diff
from padanan.translate.rebuilt import rebuilt
from padanan.translate.spelling import respelt
from padanan.translate.termbase import uses_in
from padanan.translate.truecase import truecased
from padanan.translate.values import mend

CANDIDATES = 8
"""Translations that the model is asked for; it gives no more than its beam is wide."""

_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Alternative:
    """A possible translation.

    Attributes:
        text: The translation.
        score: Its mean log-probability per token, given the source.
        missing: Renderings that it lacks, as the glossary writes them.
        avoided: Words in it that the glossary says are not to be used.
    """

    text: str
    score: float
    missing: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it renders every term as the glossary has it."""
        return not (self.missing or self.avoided)


def spoken(entry: Entry, entries: Iterable[Entry]) -> str:
    """What the model is given for an entry: a title in the letter case of sentences.

    Args:
        entry: The entry.
        entries: All entries of its article, which tell what words are names.
    """
    if entry.kind not in _TITLES:
        return entry.source
    return truecased(rebuilt([*entries, entry])).get(entry.source, entry.source)


def alternatives(
    engine: Engine, source: str, glossary: Glossary | None, *, given: str = ""
) -> tuple[Alternative, ...]:
    """Translations of a segment: those that hold every term first, then the likeliest.

    Among them is the one that is held to the glossary as drafts are, and what was put into it is
    put into the others where it fits. Values are put right as in drafts, and no translation is
    there twice.

    Args:
        engine: What translates.
        source: The segment.
        glossary: The terms; None for none.
        given: What the model is given for it (`spoken`); the source itself where that is empty.

    Raises:
        ModelError: The engine failed.
    """
    given = given or source
    (candidates,) = engine.translate([given], candidates=CANDIDATES)
    (held,) = enforce(engine, [given], glossary)
    edits = _edits(held, given)
    mended = {one.text: text for one in candidates if (text := _edited(one.text, edits))}
    scores = engine.score([(given, text) for text in mended.values()]) if mended else []
    costs = dict(zip(mended, scores, strict=True))
    found = [(held.text, held.score)]
    for one in candidates:
        cost = costs.get(one.text)
        fits = cost is not None and one.score - cost <= HARM
        found.append(
            (mended[one.text], cost) if fits and cost is not None else (one.text, one.score)
        )
    renderings = [one.rendering for one in held.terms]
    whole = [(respelt(given, mend(source, text), renderings), score) for text, score in found]
    return judged(source, whole, glossary)


def _edits(held: Enforced, given: str) -> list[tuple[str, str]]:
    """What enforcement has put in the place of what: in other candidates it fits as well."""
    start = next((one.text for one in held.tried if one.chosen and one.source == given), held.text)
    pieces = word_diff(start, held.text)
    return [
        (gone.text, new.text)
        for gone, new in pairwise(pieces)
        if gone.op is Op.GONE and new.op is Op.NEW
    ]


def _edited(text: str, edits: Iterable[tuple[str, str]]) -> str:
    """A candidate with the same words put in the place of others; empty where that is nowhere
    possible. What stands there twice may mean two things."""
    edited = text
    for gone, new in edits:
        found = list(re.finditer(rf"(?<!\w){re.escape(gone)}(?!\w)", edited))
        if len(found) == 1:
            edited = edited[: found[0].start()] + new + edited[found[0].end() :]
    return edited if edited != text else ""


def judged(
    source: str, found: Iterable[tuple[str, float]], glossary: Glossary | None
) -> tuple[Alternative, ...]:
    """Translations with what became of the terms in each: those that hold every term first, then
    the likeliest.

    Args:
        source: What they translate.
        found: Each with its score. What is there twice, but for blanks, is given once.
        glossary: The terms; None for none.
    """
    scores: dict[str, float] = {}
    for text, score in found:
        if text.strip():
            scores.setdefault(" ".join(text.split()), score)
    uses: Sequence[tuple[Use, ...]] = [()] * len(scores)
    if glossary is not None:
        uses = uses_in(glossary, [(source, text) for text in scores])
    made = [
        Alternative(text, score, tuple(_missing(its, text)), tuple(_avoided(its, text)))
        for (text, score), its in zip(scores.items(), uses, strict=True)
    ]
    return tuple(sorted(made, key=lambda one: (not one.holds, -one.score)))


def _missing(uses: Iterable[Use], text: str) -> Iterator[str]:
    """Renderings that a text lacks, each once."""
    seen: set[str] = set()
    for use in uses:
        preferred = use.concept.preferred
        if use.held is not Held.MISSING or use.avoided or preferred in seen:
            continue
        senses = (use.match.concept, *use.match.homonyms)
        if not any(is_rendered(sense, text) for sense in senses):
            seen.add(preferred)
            yield preferred


def _avoided(uses: Iterable[Use], text: str) -> Iterator[str]:
    spans = {(one.start, one.end) for use in uses for one in use.avoided}
    return (text[start:end] for start, end in sorted(spans))
