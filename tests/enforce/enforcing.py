"""What the tests of enforcement share: concepts in a line, and what enforcement says of drafts."""

import re
from collections.abc import Collection

import pytest

from padanan.glossary import Concept, Flag, Glossary, Match, PartOfSpeech
from padanan.translate.adherence import uses
from padanan.translate.enforce import Enforced, Step, Tried
from padanan.translate.enforce.aligned import Aligned
from padanan.translate.engine.protocol import Candidate, Engine

NOUN, VERB, NAME = PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.NAME
ADJECTIVE, ADVERB, PHRASE = PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB, PartOfSpeech.PHRASE


def concept(
    terms: str,
    renderings: str,
    avoided: str = "",
    pos: PartOfSpeech | None = NOUN,
    flags: Collection[Flag] = (),
) -> Concept:
    """A concept; several terms or renderings stand between bars."""
    return Concept(
        tuple(terms.split("|")),
        tuple(renderings.split("|")),
        tuple(filter(None, avoided.split("|"))),
        pos,
        flags=frozenset(flags),
    )


def matches(source: str, *concepts: Concept) -> tuple[Match, ...]:
    """The terms of a source."""
    return Glossary(concepts).match(source)


def aligned(source: str, target: str, looks: dict[int, list[tuple[int, float]]]) -> Aligned:
    """A draft whose words look at words of the source; a word that is not told looks at the last.

    Args:
        source: Words between spaces, each a token.
        target: The same.
        looks: For words of the target the words of the source they look at, each with its share.
    """
    pieces = tuple("▁" + word for word in source.split())
    rows = []
    for at in range(len(target.split())):
        row = [0.0] * len(pieces)
        for place, share in looks.get(at, [(len(pieces) - 1, 1.0)]):
            row[place] = share
        rows.append(tuple(row))
    found = Aligned.of(
        source,
        Candidate(target, -1.0, pieces, tuple("▁" + word for word in target.split()), tuple(rows)),
    )
    assert found is not None
    return found


_PLACEHOLDER = re.compile(
    r"__|\{\d*\}|\[\d+\]|<\w*\d+/?>|%[sd]|\$\d|[⟦⟧□�]|\b(?:TERM|XX+|PLACEHOLDER|UNK|MASK)_?\d*\b|<unk>"
)
"""What would stand for a term if terms were masked."""


def check(engine: Engine, glossary: Glossary, source: str, draft: Enforced) -> None:
    """Assert all that holds of every draft, whatever the glossary and the model."""
    found = glossary.match(source)
    assert draft.text.strip() or not source.strip()
    assert -1e4 < draft.score <= 0
    assert -1e4 < draft.own <= 0
    assert draft.margin is None or draft.margin >= 0
    _check_terms(glossary, source, draft)
    _check_tried(engine, source, draft, terms=bool(found))
    given = source + " ".join(" ".join(one.concept.renderings) for one in found)
    if not _PLACEHOLDER.search(given):
        assert not _PLACEHOLDER.search(draft.text), draft.text


def _check_terms(glossary: Glossary, source: str, draft: Enforced) -> None:
    """The terms that are told are those of the source, and what is told of them is so."""
    now = uses(glossary, source, draft.text)
    assert [(term.start, term.end) for term in draft.terms] == [use.match[:2] for use in now]
    for term, use in zip(draft.terms, now, strict=True):
        assert term.term == source[term.start : term.end]
        if use.rendering is None:
            assert term.step is Step.MISSING
        if term.step is Step.MISSING:
            senses = (use.match.concept, *use.match.homonyms)
            assert term.rendering in {sense.preferred for sense in senses}
            # What has nothing but another term's rendering is missing all the same.
            if use.rendering is not None:
                start = use.rendering.start
                lent = {other.rendering.start for other in now if other.rendering and other.agreed}
                assert start in lent or term.term.lower() in draft.text.lower()
        else:
            assert term.rendering in draft.text


def _check_tried(engine: Engine, source: str, draft: Enforced, *, terms: bool) -> None:
    """What was tried led to the draft step by step, to the last that was chosen of a unit."""
    one_part = len(engine.parts(source)) == 1
    assert not draft.tried or terms
    assert draft.tried or not terms or not one_part  # a term may be cut in two
    by_unit: dict[str, list[Tried]] = {}
    for one in dict.fromkeys(draft.tried):  # parts with the same words tell the same
        by_unit.setdefault(one.source, []).append(one)
    for unit, tried in by_unit.items():
        assert unit in source.encode("utf-8", "replace").decode()  # lone surrogates
        assert all(one.why and one.text.strip() for one in tried)
        chosen = [one for one in tried if one.chosen]
        assert [one.step is Step.MODEL for one in chosen] == [True] + [False] * (len(chosen) - 1)
        last = chosen[-1]
        if one_part:
            # Polishing a rendering may change its capitals.
            assert last.text.casefold() in draft.text.casefold()
            assert draft.score == pytest.approx(last.score, abs=1e-6)
        mended = [one for one in tried if one.step is not Step.MODEL]
        scores = engine.score([(unit, one.text) for one in mended])
        # A text's score moves a little with what else is scored in the same batch.
        assert scores == pytest.approx([one.score for one in mended], abs=0.05)
