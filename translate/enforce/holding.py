"""The steps of enforcement, each taken for all segments that are still in need of it together."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from padanan.glossary import Glossary, Match
from padanan.translate.enforce.aligned import Aligned
from padanan.translate.enforce.assembling import assembled
from padanan.translate.enforce.choosing import HARM, settle
from padanan.translate.enforce.facts import fullest_first, loses
from padanan.translate.enforce.mending import Edit, applied, continues, edits, shortfall, unplaced
from padanan.translate.enforce.polish import open_brackets, stutters
from padanan.translate.enforce.replacing import marks, replaced
from padanan.translate.enforce.result import Enforced, Step
from padanan.translate.enforce.unit import Option, Unit, shifted
from padanan.translate.enforce.verdict import Judge, untranslated
from padanan.translate.engine.protocol import Candidate, Engine

WINDOW = 2_000
"""Parts of segments that are worked on together; bounds the memory of a call."""

CANDIDATES = 4
"""Candidates of the model that are looked at; the beam gives no more for nothing."""

ROUNDS = 12
"""Tries to mend terms of one unit, one after the other, failures included."""


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
        on_progress: Called with the number of segments just drafted, and with 0 before each
            step of mending them, which is not counted. What it raises ends the work.

    Returns:
        One draft a segment, in the given order.

    Raises:
        ModelError: The engine failed.
    """
    counts = Counter(sources)
    matches = {source: glossary.match(source) if glossary else () for source in counts}
    parts = {
        source: engine.parts(source, [(match.start, match.end) for match in found])
        for source, found in matches.items()
    }
    wanted = {
        part.text: shifted(matches[source], part.start, part.start + len(part.text))
        for source, found in parts.items()
        for part in found
    }
    share = _Share(on_progress, len(wanted), len(sources))
    judge = Judge(match for found in matches.values() for match in found)
    texts = iter(wanted)
    units: dict[str, Unit] = {}
    while window := list(islice(texts, WINDOW)):
        units |= _held(engine, judge, {text: wanted[text] for text in window}, share)
    done = {
        source: assembled(source, found, parts[source], units, judge)
        for source, found in matches.items()
    }
    return [done[source] for source in sources]


class _Share:
    """Tells of progress in segments what the engine tells in parts of them."""

    def __init__(self, tell: Callable[[int], None] | None, parts: int, segments: int) -> None:
        self._tell = tell
        self._parts = parts
        self._segments = segments
        self._done = 0
        self._told = 0

    def __call__(self, done: int) -> None:
        self._done += done
        reached = self._segments * self._done // max(1, self._parts)
        if self._tell is not None:
            self._tell(reached - self._told)
            self._told = reached


def _held(
    engine: Engine,
    judge: Judge,
    wanted: dict[str, tuple[Match, ...]],
    on_progress: Callable[[int], None],
) -> dict[str, Unit]:
    """Units with their drafts: the model's own candidates, then the source, then mending."""
    found = engine.translate(
        list(wanted),
        candidates=CANDIDATES,
        attention=any(wanted.values()),
        on_progress=on_progress,
    )
    units = {
        text: _unit(judge, text, matches, candidates)
        for (text, matches), candidates in zip(wanted.items(), found, strict=True)
    }
    del found  # attention takes much memory, and is kept of few
    waiting = [unit for unit in units.values() if unit.open]
    on_progress(0)
    _ask_with_source(engine, judge, waiting)
    _mend(engine, judge, waiting, on_progress)
    for unit in waiting:
        unit.best = replace(unit.best, aligned=None)
    return units


def _margin(candidates: Sequence[Candidate]) -> float | None:
    if len(candidates) < 2:
        return None
    # With a length penalty other than 1 the best need not have the higher mean.
    return max(0.0, candidates[0].score - candidates[1].score)


def _unit(
    judge: Judge, text: str, matches: tuple[Match, ...], candidates: Sequence[Candidate]
) -> Unit:
    """A unit with the likeliest of the model's candidates that holds every term, or the likeliest
    of all. Those after it are not looked at."""
    options: list[Option] = []
    likeliest, margin = candidates[0].score, _margin(candidates)
    candidates = fullest_first(text, candidates)
    for candidate in candidates:
        if likeliest - candidate.score > HARM:
            break
        verdict = judge.look(text, candidate.text, matches)
        score = candidate.score
        # Its score stands for its `rest`: what it holds is as likely as the words around it.
        options.append(Option(candidate.text, Step.MODEL, score, score, verdict))
        if not verdict.wrong:
            break
    place = len(options) - 1 if not options[-1].verdict.wrong else 0
    best = options[place]
    if best.verdict.wrong:
        best = replace(best, aligned=Aligned.of(text, candidates[place]))
    unit = Unit(
        text,
        matches,
        best,
        own=likeliest,
        margin=margin,
        own_rest=best.rest,
    )
    for at, option in enumerate(options if matches else ()):
        if at == place:
            why = "holds every term" if not option.verdict.wrong else "the likeliest"
        else:
            why = "a less likely one holds more" if place else "less likely"
        unit.note(option, chosen=at == place, why=why)
    return unit


def _ask_with_source(engine: Engine, judge: Judge, units: Iterable[Unit]) -> None:
    """Where a draft has no words for a term: the model asked with the renderings in the source,
    beside their terms if it was trained to read them there, else in their place."""
    asked = [
        (unit, lacking)
        for unit in units
        if (lacking := [at for at in unit.open if unit.best.verdict.uses[at].rendering is None])
        and any(unplaced(unit, at) for at in lacking)
    ]
    if not asked:
        return
    if engine.reads_marks:
        # Marks for what it held before as well would change more of the draft than they save.
        answers = engine.translate_marked(
            [(unit.source, marks(unit.source, unit.matches, lacking)) for unit, lacking in asked]
        )
    else:
        given = [replaced(unit.source, unit.matches, lacking) for unit, lacking in asked]
        answers = engine.finish([(text, "") for text in given])
    options: list[tuple[Unit, Option]] = []
    for (unit, lacking), candidate in zip(asked, answers, strict=True):
        if candidate is None:
            continue
        text, verdict, _ = judge.polish(unit.source, candidate.text, unit.matches, lacking)
        if not verdict.wrong and not _is_damaged(unit, text):
            steps = dict.fromkeys(lacking, Step.SOURCE)
            options.append((unit, Option(text, Step.SOURCE, 0.0, 0.0, verdict, steps)))
    settle(engine, options)


def _mend(
    engine: Engine, judge: Judge, units: Iterable[Unit], on_progress: Callable[[int], None]
) -> None:
    """Renderings put into the best drafts, one term after the other."""
    waiting = [unit for unit in units if unit.open]
    for _ in range(ROUNDS):
        if not waiting:
            return
        on_progress(0)
        options: list[tuple[Unit, Option]] = []
        begun: list[tuple[Unit, int, Edit]] = []
        for unit in waiting:
            at = unit.open[0]
            inside, anew = edits(unit, at)
            for edit in inside:
                text, aligned = applied(unit.best, edit)
                options += _mended(unit, at, text, aligned, judge)
            begun += [(unit, at, edit) for edit in anew]
        for (unit, at, edit), candidate in zip(begun, _finished(engine, begun), strict=True):
            if candidate is not None and continues(unit, at, edit, candidate.text):
                aligned = Aligned.of(unit.source, candidate)
                lost = shortfall(unit, edit, candidate.text)
                options += _mended(unit, at, candidate.text, aligned, judge, lost)
        turns = [(unit, unit.open[0], unit.best) for unit in waiting]
        settle(engine, options)
        for unit, at, before in turns:
            if unit.best is before:
                unit.give_up(at, for_good=unplaced(unit, at))
        waiting = [unit for unit in waiting if unit.open]


def _finished(engine: Engine, begun: Sequence[tuple[Unit, int, Edit]]) -> list[Candidate | None]:
    """Begun drafts finished; words to be avoided that a draft had do not come back."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for place, (unit, _, _) in enumerate(begun):
        avoided = {one.rendering for use in unit.best.verdict.uses for one in use.avoided}
        groups.setdefault(tuple(sorted(avoided)), []).append(place)
    found: list[Candidate | None] = [None] * len(begun)
    for avoid, places in groups.items():
        pairs = [
            (unit.source, edit.beginning(unit.best.text))
            for unit, _, edit in (begun[at] for at in places)
        ]
        for at, candidate in zip(places, engine.finish(pairs, avoid=avoid), strict=True):
            found[at] = candidate
    return found


def _mended(
    unit: Unit, at: int, text: str, aligned: Aligned | None, judge: Judge, lost: int = 0
) -> list[tuple[Unit, Option]]:
    """A mended candidate, if it holds the term and loses no other."""
    put = {at, *unit.best.steps}
    text, verdict, aligned = judge.polish(unit.source, text, unit.matches, put, aligned)
    before = unit.best.verdict
    gone = len(verdict.avoided) < len(before.avoided)  # one of several words to be avoided
    if (
        (at in verdict.wrong and not gone)
        or verdict.faults >= before.faults
        or not verdict.keeps(before, at)
        or _is_damaged(unit, text)
        or _still_there(unit, at, text)
    ):
        return []
    held = {place for place in before.wrong if place not in verdict.wrong}
    steps = {**unit.best.steps, **dict.fromkeys(held, Step.MENDED)}
    return [(unit, Option(text, Step.MENDED, 0.0, 0.0, verdict, steps, aligned, lost))]


def _is_damaged(unit: Unit, text: str) -> bool:
    """Whether a candidate has something the matter that the one to beat has not: a word twice in a
    row, a bracket left open, a name or value lost."""
    before = unit.best.text
    return (
        stutters(text) > stutters(before)
        or open_brackets(text) > open_brackets(before)
        or loses(unit.source, unit.matches, before, text)
    )


def _still_there(unit: Unit, at: int, text: str) -> bool:
    """Whether a candidate has a term in Indonesian beside its rendering: Britain's Britania."""
    match = unit.matches[at]
    words = unit.source[match.start : match.end]
    concept = unit.best.verdict.uses[at].concept
    left = len(untranslated(text, words, concept))
    return left > 0 and left >= len(untranslated(unit.best.text, words, concept))
