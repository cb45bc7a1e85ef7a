"""A segment's draft from the drafts of its parts."""

from collections.abc import Sequence

from padanan.glossary import Match
from padanan.translate.enforce.result import Enforced, HeldTerm, Step
from padanan.translate.enforce.unit import Unit
from padanan.translate.enforce.verdict import Judge
from padanan.translate.engine.splitting import Part, join


def assembled(
    source: str,
    matches: Sequence[Match],
    parts: Sequence[Part],
    units: dict[str, Unit],
    judge: Judge,
) -> Enforced:
    """The draft of a whole segment from those of its parts."""
    own = [units[part.text] for part in parts]
    if not own:
        return Enforced(source, 0.0, 0.0)  # nothing but white space
    text = own[0].best.text if len(own) == 1 else join(parts, [one.best.text for one in own])
    steps = {
        match.start + part.start: unit.best.steps.get(at, Step.MODEL)
        for part, unit in zip(parts, own, strict=True)
        for at, match in enumerate(unit.matches)
    }
    put = [
        at
        for at, match in enumerate(matches)
        if steps.get(match.start, Step.MODEL) is not Step.MODEL
    ]
    text, verdict, _ = judge.polish(source, text, matches, put)
    weights = [max(1, len(part.pieces)) for part in parts]
    score = _weighted(weights, [unit.best.score for unit in own])
    sure = _weighted(weights, [unit.own for unit in own])
    margins = [unit.margin for unit in own if unit.margin is not None]
    terms = tuple(
        HeldTerm(
            source[use.match.start : use.match.end],
            text[use.rendering.start : use.rendering.end]
            if use.rendering
            else use.concept.preferred,
            steps.get(use.match.start, Step.MODEL) if use.rendering else Step.MISSING,
            use.match.start,
            use.match.end,
            use.agreed,
        )
        for use in verdict.uses
    )
    tried = tuple(one for unit in own for one in unit.tried)
    return Enforced(text, score, sure, min(margins, default=None), terms, tried)


def _weighted(weights: Sequence[int], scores: Sequence[float]) -> float:
    """The mean of scores, each with its weight."""
    return sum(a * b for a, b in zip(weights, scores, strict=True)) / sum(weights)
