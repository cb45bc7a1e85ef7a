"""The steps of enforcement, each taken for all segments that are still in need of it together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from padanan.glossary import Glossary, Match
from padanan.translate.enforce.aligned import Aligned
from padanan.translate.enforce.mending import applied, edits
from padanan.translate.enforce.polish import stutters
from padanan.translate.enforce.replacing import replaced
from padanan.translate.enforce.result import Enforced, HeldTerm, Step
from padanan.translate.enforce.unit import Option, Unit, shifted
from padanan.translate.enforce.verdict import Judge, Verdict
from padanan.translate.engine.protocol import Candidate, Engine, TokenScore
from padanan.translate.engine.splitting import Part, join

CANDIDATES = 4
"""Candidates of the model that are looked at; the beam gives no more for nothing."""

ROUNDS = 12
"""Tries to mend terms of one unit, one after the other, failures included."""

HARM = 0.8
"""By how much, in log-probability per token, the sentence around the renderings may get less
likely. Beyond it the rendering has broken the sentence. (With the embedded model, of 326 mended
drafts of FLORES-dev the worst lost 0.75, every tenth 0.2.)"""

HARM_ADMITTED = 0.25
"""The same where an admitted rendering gives way to the preferred one, for nothing was wrong."""

FAULT = 0.15
"""What a term that is not held counts for when mended candidates are compared, in the same
measure."""


def enforce(
    engine: Engine,
    sources: Sequence[str],
    glossary: Glossary | None,
    on_progress: Callable[[int], None] | None = None,
) -> list[Enforced]:
    """Draft segments so that they hold the glossary.

    Args:
        engine: What drafts them.
        sources: Plain text, one segment each; repeated segments are drafted once.
        glossary: The terms; None drafts without.
        on_progress: Called with the number of segments just drafted; what is mended afterwards
            is not counted.

    Returns:
        One draft a segment, in the given order.

    Raises:
        ModelError: The engine failed.
    """
    distinct = list(dict.fromkeys(sources))
    matches = {
        source: found
        for source in distinct
        if glossary is not None and (found := glossary.match(source))
    }
    done = _plain(engine, [one for one in distinct if one not in matches], on_progress)
    done |= _held(engine, matches, on_progress)
    return [done[source] for source in sources]


def _plain(
    engine: Engine, sources: Sequence[str], on_progress: Callable[[int], None] | None
) -> dict[str, Enforced]:
    """Drafts of segments without terms."""
    found = engine.translate(sources, candidates=2, on_progress=on_progress) if sources else []
    return {
        source: Enforced(candidates[0].text, candidates[0].score, _margin(candidates))
        for source, candidates in zip(sources, found, strict=True)
    }


def _margin(candidates: Sequence[Candidate]) -> float | None:
    return candidates[0].score - candidates[1].score if len(candidates) > 1 else None


def _held(
    engine: Engine,
    matches: dict[str, tuple[Match, ...]],
    on_progress: Callable[[int], None] | None,
) -> dict[str, Enforced]:
    """Drafts of segments with terms."""
    judge = Judge(match for found in matches.values() for match in found)
    parts = {
        source: engine.parts(source, [(match.start, match.end) for match in found])
        for source, found in matches.items()
    }
    units = _drafted(engine, judge, matches, parts, on_progress)
    _ask_with_source(engine, judge, units.values())
    _mend(engine, judge, units.values())
    return {
        source: _assembled(source, found, parts[source], units, judge)
        for source, found in matches.items()
    }


def _drafted(
    engine: Engine,
    judge: Judge,
    matches: dict[str, tuple[Match, ...]],
    parts: dict[str, tuple[Part, ...]],
    on_progress: Callable[[int], None] | None,
) -> dict[str, Unit]:
    """The first step: the model's own candidates, the best of them that holds every term."""
    wanted = {
        part.text: shifted(matches[source], part.start, part.start + len(part.text))
        for source, found in parts.items()
        for part in found
    }
    texts = list(wanted)
    found = engine.translate(texts, candidates=CANDIDATES, attention=True, on_progress=on_progress)
    units: dict[str, Unit] = {}
    for text, candidates in zip(texts, found, strict=True):
        options = [
            Option(
                candidate.text,
                Step.MODEL,
                candidate.score,
                None,
                judge.look(text, candidate.text, wanted[text]),
                aligned=Aligned.of(text, candidate),
            )
            for candidate in candidates
        ]
        best = next(
            (
                one
                for one in options
                if not one.verdict.wrong and options[0].score - one.score <= HARM
            ),
            options[0],
        )
        units[text] = Unit(text, wanted[text], best, _margin(candidates))
        for option in options if wanted[text] else ():
            units[text].note(
                option, chosen=option is best, why=_why_drafted(option, best, options[0])
            )
    return units


def _why_drafted(option: Option, best: Option, likeliest: Option) -> str:
    if option is best:
        return "holds every term" if not option.verdict.wrong else "the likeliest"
    if option is likeliest:
        return "a less likely one holds more"
    return "less likely"


def _ask_with_source(engine: Engine, judge: Judge, units: Iterable[Unit]) -> None:
    """The second step: the model asked again with the missing renderings in the source."""
    asked = [
        (unit, lacking)
        for unit in units
        if (lacking := [at for at in unit.open if unit.best.verdict.uses[at].rendering is None])
    ]
    if not asked:
        return
    given = [replaced(unit.source, unit.matches, lacking) for unit, lacking in asked]
    answers = engine.translate(given, candidates=CANDIDATES)
    options: list[tuple[Unit, Option]] = []
    for (unit, lacking), candidates in zip(asked, answers, strict=True):
        for candidate in candidates:
            text, verdict = judge.polish(unit.source, candidate.text, unit.matches)
            if not verdict.wrong and not _stutters_more(text, unit):
                steps = dict.fromkeys(lacking, Step.SOURCE)
                options.append((unit, Option(text, Step.SOURCE, 0.0, None, verdict, steps)))
                break
    _settle(engine, options)


def _mend(engine: Engine, judge: Judge, units: Iterable[Unit]) -> None:
    """The third step: renderings put into the best drafts, one term after the other."""
    waiting = [unit for unit in units if unit.open]
    for _ in range(ROUNDS):
        if not waiting:
            return
        options: list[tuple[Unit, Option]] = []
        begun: list[tuple[Unit, int, str]] = []
        for unit in waiting:
            at = unit.open[0]
            inside, anew = edits(unit, at)
            for edit in inside:
                text, aligned = applied(unit.best, edit)
                options += _mended(unit, at, text, aligned, judge)
            begun += [(unit, at, edit.beginning(unit.best.text)) for edit in anew]
        ends = engine.finish([(unit.source, beginning) for unit, _, beginning in begun])
        for (unit, at, _), candidate in zip(begun, ends, strict=True):
            if candidate is not None:
                aligned = Aligned.of(unit.source, candidate)
                options += _mended(unit, at, candidate.text, aligned, judge)
        before = {id(unit): unit.best for unit in waiting}
        turns = {id(unit): unit.open[0] for unit in waiting}
        _settle(engine, options)
        for unit in waiting:
            if unit.best is before[id(unit)]:
                unit.give_up(turns[id(unit)])
        waiting = [unit for unit in waiting if unit.open]


def _mended(
    unit: Unit, at: int, text: str, aligned: Aligned | None, judge: Judge
) -> list[tuple[Unit, Option]]:
    """A mended candidate, if it holds the term and loses no other."""
    text, verdict = judge.polish(unit.source, text, unit.matches)
    if (
        at in verdict.wrong
        or verdict.faults >= unit.best.verdict.faults
        or _stutters_more(text, unit)
    ):
        return []
    steps = {**unit.best.steps, at: Step.MENDED}
    return [(unit, Option(text, Step.MENDED, 0.0, None, verdict, steps, aligned))]


def _stutters_more(text: str, unit: Unit) -> bool:
    """Whether a candidate says a word twice in a row more often than the one to beat."""
    return stutters(text) > stutters(unit.best.text)


def _settle(engine: Engine, options: Sequence[tuple[Unit, Option]]) -> None:
    """Score candidates, and let the best of each unit take the place of the one it beats.

    Args:
        engine: What scores them.
        options: Candidates with fewer faults than their unit's best.
    """
    unscored = {id(unit): unit for unit, _ in options if unit.best.rest is None}
    pairs = [(unit.source, unit.best.text) for unit in unscored.values()]
    pairs += [(unit.source, option.text) for unit, option in options]
    scores = engine.token_scores(pairs) if pairs else []
    for unit, tokens in zip(unscored.values(), scores, strict=False):
        unit.best = replace(unit.best, rest=_rest(tokens, unit.best.verdict))
    found: dict[int, tuple[Unit, list[Option]]] = {}
    for (unit, option), tokens in zip(options, scores[len(unscored) :], strict=True):
        mean = sum(token.score for token in tokens) / max(1, len(tokens))
        scored = replace(option, score=mean, rest=_rest(tokens, option.verdict))
        found.setdefault(id(unit), (unit, []))[1].append(scored)
    for unit, candidates in found.values():
        _choose(unit, candidates)


def _choose(unit: Unit, candidates: list[Option]) -> None:
    """Let the best of scored candidates take the place of the one to beat, if one is fit."""
    candidates.sort(key=lambda one: FAULT * one.verdict.faults[1] - one.score)
    gained = min(one.verdict.missing for one in candidates) < unit.best.verdict.missing
    least = (unit.best.rest or 0.0) - (HARM if gained else HARM_ADMITTED)
    taken = next((one for one in candidates if (one.rest or 0.0) >= least), None)
    for option in candidates:
        if option is taken:
            why = "holds every term" if not option.verdict.wrong else "holds one term more"
        elif (option.rest or 0.0) < least:
            why = "breaks the sentence around the term"
        else:
            why = "less likely"
        unit.note(option, chosen=option is taken, why=why)
    if taken is not None:
        unit.best = taken


def _rest(tokens: Sequence[TokenScore], verdict: Verdict) -> float:
    """Mean log-probability of the tokens that are no part of a rendering."""
    spans = [
        (use.rendering.start, use.rendering.end)
        for use in verdict.uses
        if use.rendering is not None
    ]
    scores = [
        token.score
        for token in tokens
        if not any(start <= token.start < end for start, end in spans)
    ]
    return sum(scores) / max(1, len(scores))


def _assembled(
    source: str,
    matches: Sequence[Match],
    parts: Sequence[Part],
    units: dict[str, Unit],
    judge: Judge,
) -> Enforced:
    """The draft of a whole segment from those of its parts."""
    own = [units[part.text] for part in parts]
    text = own[0].best.text if len(own) == 1 else join(parts, [one.best.text for one in own])
    text, verdict = judge.polish(source, text, matches)
    weights = [max(1, len(part.pieces)) for part in parts]
    score = sum(unit.best.score * weight for unit, weight in zip(own, weights, strict=True)) / sum(
        weights
    )
    steps = {
        match.start + part.start: unit.best.steps.get(at, Step.MODEL)
        for part, unit in zip(parts, own, strict=True)
        for at, match in enumerate(unit.matches)
    }
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
    return Enforced(text, score, min(margins, default=None), terms, tried)
