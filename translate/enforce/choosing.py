"""Which candidate is taken: what renderings may cost the sentence around them."""

from collections.abc import Sequence
from dataclasses import replace

from padanan.translate.enforce.unit import Option, Unit
from padanan.translate.enforce.verdict import Verdict
from padanan.translate.engine.decoding import mean
from padanan.translate.engine.protocol import Engine, TokenScore

HARM = 1.0
"""By how much, in log-probability per token, the sentence around the renderings may get less
likely. Beyond it the rendering has broken the sentence. (With the embedded model, of 326 mended
drafts of FLORES-dev the worst lost 0.75, every tenth 0.2.)"""

HARM_ALTOGETHER = 1.5
"""The same from the model's own draft to the last of several mended ones."""

FEW = 8
"""Tokens around the renderings; where there are fewer, as much may be lost altogether as if there
were that many. In a short headline each word has lost to the term's own surprise: *A tremor rocks
Cianjur*, *Tremor shakes Bima*."""

FAULT = 0.15
"""What a term that is not held counts for when mended candidates are compared, in the same
measure."""

LOST = 0.04
"""The same for each word that a sentence finished anew has less: what is left out costs nothing."""


def settle(engine: Engine, options: Sequence[tuple[Unit, Option]]) -> None:
    """Score candidates, and let the best of each unit take the place of the one it beats.

    Args:
        engine: What scores them.
        options: Candidates with fewer faults than their unit's best.
    """
    options = list({(id(unit), option.text): (unit, option) for unit, option in options}.values())
    pairs = [(unit.source, option.text) for unit, option in options]
    found: dict[int, tuple[Unit, list[Option]]] = {}
    for (unit, option), tokens in zip(
        options, engine.token_scores(pairs) if pairs else (), strict=True
    ):
        score = mean([token.score for token in tokens])
        around = _around(tokens, option.verdict)
        scored = replace(option, score=score, rest=mean(around), around=len(around))
        found.setdefault(id(unit), (unit, []))[1].append(scored)
    for unit, candidates in found.values():
        _choose(unit, candidates)


def _choose(unit: Unit, candidates: list[Option]) -> None:
    """Let the best of scored candidates take the place of the one to beat, if one is fit."""
    # What came first is nearest to what the draft was; the sort keeps it before what scores alike.
    candidates.sort(
        key=lambda one: FAULT * one.verdict.faults[1] + LOST * one.lost - round(one.score, 2)
    )
    taken = next((one for one in candidates if _whole(unit, one)), None)
    for option in candidates:
        if option is taken:
            why = "holds every term" if not option.verdict.wrong else "holds one term more"
        elif not _whole(unit, option):
            why = "breaks the sentence around the term"
        else:
            why = "less likely"
        unit.note(option, chosen=option is taken, why=why)
    if taken is not None:
        unit.best = taken


def _whole(unit: Unit, option: Option) -> bool:
    """Whether the sentence around the renderings is still one."""
    share = min(1.0, option.around / FEW)
    now, altogether = unit.best.rest - option.rest, unit.own_rest - option.rest
    return now * share <= HARM and altogether * share <= HARM_ALTOGETHER


def _around(tokens: Sequence[TokenScore], verdict: Verdict) -> list[float]:
    """Log-probabilities of the tokens that are no part of a rendering."""
    spans = [
        (use.rendering.start, use.rendering.end)
        for use in verdict.uses
        if use.rendering is not None
    ]
    return [
        token.score
        for token in tokens
        if not any(start <= token.start < end for start, end in spans)
    ]
