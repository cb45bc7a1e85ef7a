"""Which candidate is taken: what renderings may cost the sentence around them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from padanan.translate.enforce.unit import Option, Unit
from padanan.translate.enforce.verdict import Verdict
from padanan.translate.engine.decoding import mean
from padanan.translate.engine.protocol import Engine, TokenScore

HARM = 1.0
"""By how much, in log-probability per token, the sentence around the renderings may get less
likely (see `FEW` for short ones). Beyond it the rendering has broken the sentence. (With the
embedded model, of 326 mended drafts of FLORES-dev the worst lost 0.75, every tenth 0.2.)"""

HARM_ALTOGETHER = 1.5
"""The same from the model's own draft to the last of several mended ones."""

FEW, FEWEST = 8, 2
"""Where fewer tokens than `FEW` stand around the first rendering put into a draft, what they lose
is summed up and spread over that many, for both limits; over `FEW` / `FEWEST` times their number at
most. What one word loses because another stands beside it weighs too much in a mean of three: *A
tremor rocks Cianjur* was refused, and *An earthquake rocks tremors Cianjur* taken. Not for further
renderings: half of so short a sentence was changed then. (With the embedded model, 220 sentences of
a noun and one to three words, eleven such nouns in the glossary: 75 drafts change, for the better
with few exceptions.)"""

FAULT = 0.15
"""What a term that is not held counts for when mended candidates are compared, in the same
measure."""

LOST = 0.04
"""The same for each word that a sentence finished anew has less: what is left out costs nothing."""

_WORD = re.compile(r"\w+")


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
    whole = [_whole(unit, one) for one in candidates]
    taken = next(compress(candidates, whole), None)
    for option, fit in zip(candidates, whole, strict=True):
        if option is taken:
            why = "holds every term" if not option.verdict.wrong else "holds one term more"
        elif not fit:
            why = "breaks the sentence around the term"
        else:
            why = "less likely"
        unit.note(option, chosen=option is taken, why=why)
    if taken is not None:
        unit.best = taken


def _whole(unit: Unit, option: Option) -> bool:
    """Whether the sentence around the renderings is still one."""
    share = 1.0 if unit.best.steps else min(1.0, max(option.around, FEWEST) / FEW)
    now, altogether = unit.best.rest - option.rest, unit.own_rest - option.rest
    small = now * share <= HARM and altogether * share <= HARM_ALTOGETHER
    return small and not _bare(unit, option)


def _bare(unit: Unit, option: Option) -> bool:
    """Whether nothing is left but renderings of what is more in the source and in the draft so
    far: *Rumah sakit tutup*, "Hospital closes", is not "Clinic"."""
    if _has_words_outside(option.text, _renderings(option.verdict)):
        return False
    terms = [(match.start, match.end) for match in unit.matches]
    more = len(_WORD.findall(unit.best.text)) > len(_WORD.findall(option.text))
    return more and _has_words_outside(unit.source, terms)


def _around(tokens: Sequence[TokenScore], verdict: Verdict) -> list[float]:
    """Log-probabilities of the tokens that are no part of a rendering."""
    spans = _renderings(verdict)
    return [token.score for token in tokens if not _inside(token.start, spans)]


def _has_words_outside(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    return any(not _inside(word.start(), spans) for word in _WORD.finditer(text))


def _inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _renderings(verdict: Verdict) -> list[tuple[int, int]]:
    """Where renderings stand."""
    return [
        (use.rendering.start, use.rendering.end)
        for use in verdict.uses
        if use.rendering is not None
    ]
