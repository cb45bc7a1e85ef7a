"""An article's way through the house: read, segment, match, remember, offer, draft, check, write.

Each step is a plain function, and none reaches back. What the rules, the memory and the glossary
say of a segment is asked before the earlier work is looked at, since it tells whether a draft is
still fresh.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from padanan.errors import InputError
from padanan.translate import outdated, recall
from padanan.translate.article import Article, SegmentedArticle
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.cuts import as_before
from padanan.translate.draft import Draft
from padanan.translate.enforce import Enforced, HeldTerm, Step, enforce
from padanan.translate.inputs import Job, read_job
from padanan.translate.inspection import inspect
from padanan.translate.keep import NOTHING, Past, assemble, remember
from padanan.translate.lock import PATIENCE, hold, make_folder
from padanan.translate.machine import Offer, Term, one_line
from padanan.translate.offers import offers
from padanan.translate.outdated import Outdated
from padanan.translate.outputs import Seen, look
from padanan.translate.plan import Plan, plan
from padanan.translate.recall import approved
from padanan.translate.resources import Resources
from padanan.translate.result import Explained, Options, Result
from padanan.translate.segment import segment
from padanan.translate.spelling import respelt
from padanan.translate.values import mend
from padanan.translate.writing import lay_down

Made = Mapping[str, Enforced]
"""What the engine made, by what it was given."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article read and segmented, with what stands of an earlier run.

    Attributes:
        job: The article and its places.
        ordinary: The article as the rules segment it.
        segmented: The article with the cuts that a person has made in its sentences.
        plan: What its drafts would be made from.
        seen: Its bilingual file when the run came to it.
        past: What that means for the article.
    """

    job: Job
    ordinary: SegmentedArticle
    segmented: SegmentedArticle
    plan: Plan
    seen: Seen
    past: Past

    @property
    def wanting(self) -> list[str]:
        """What the model is to be given for the segments that need it, in reading order."""
        standing = self.past.standing
        return [spoken for id_, spoken in self.plan.spoken.items() if id_ not in standing]


def prepare(job: Job, resources: Resources, options: Options) -> Prepared:
    """Read -> segment, as a person would have it -> match -> remember.

    Raises:
        PadananError: The article or its bilingual file cannot be used.
    """
    ordinary = _segmented(read_job(job))
    seen = look(job)
    segmented = as_before(ordinary, seen.bilingual)
    _learn(seen.bilingual, resources)
    planned = plan(segmented, seen.bilingual, resources)
    past = _remember(segmented, seen, planned, resources, options)
    return Prepared(job, ordinary, segmented, planned, seen, past)


def _learn(previous: Bilingual | None, resources: Resources) -> None:
    """Store in the memory what a person has approved, in whatever editor."""
    if previous is not None and resources.memory is not None:
        resources.memory.learn(approved(previous, previous.entries))


def _remember(
    segmented: SegmentedArticle, seen: Seen, planned: Plan, resources: Resources, options: Options
) -> Past:
    unanswered = resources.memory is not None and resources.memory.trouble
    return remember(
        segmented,
        seen.bilingual,
        planned.origins,
        force=options.force,
        lasting=recall.MADE if unanswered else (),
    )


LONGEST_ARTICLE = 5_000_000
"""Characters an article may have. The longest novels have three million; what is longer has come
into the folder by mistake, and would hold up all the others for hours."""


def _segmented(article: Article) -> SegmentedArticle:
    length = sum(len(block.text) for block in article.blocks)
    if length > LONGEST_ARTICLE:
        raise InputError(
            f"{article.name}: {length:,} characters are far more than an article. If it holds "
            "many articles, split it into a file for each."
        )
    return segment(article)


def draft(
    prepared: Sequence[Prepared],
    resources: Resources,
    on_progress: Callable[[int], None] | None = None,
) -> Made:
    """What the engine makes of every segment that needs it, of all articles together.

    Raises:
        ModelError: The engine failed.
    """
    sources = list(dict.fromkeys(source for one in prepared for source in one.wanting))
    if not sources:
        return {}
    made = enforce(resources.engine, sources, resources.glossary, on_progress)
    return dict(zip(sources, made, strict=True))


def offer(prepared: Prepared, resources: Resources) -> dict[str, Offer]:
    """What the memory has for sentences like those that the model is to draft, by their ids."""
    wanting = [
        one
        for one in prepared.segmented.segments
        if one.id in prepared.plan.spoken and one.id not in prepared.past.standing
    ]
    return offers(wanting, resources.memory)


def check(
    prepared: Prepared,
    made: Made,
    resources: Resources,
    offered: Mapping[str, Offer] = MappingProxyType({}),
) -> dict[str, Draft]:
    """The new drafts of an article, by the ids of its segments, with what the checks find.

    Args:
        prepared: The article.
        made: What the engine made.
        resources: What the run works with.
        offered: What the memory offers beside the model's drafts.
    """
    planned, standing = prepared.plan, prepared.past.standing
    new = [
        (_draft(planned, one.id, made, offered), block, one)
        for block, segments in prepared.segmented.by_block()
        for one in segments
        if one.id not in standing
    ]
    drafts = inspect(new, resources, prepared.past.continued)
    return {one.id: draft for (_, _, one), draft in zip(new, drafts, strict=True)}


def _draft(planned: Plan, id_: str, made: Made, offered: Mapping[str, Offer]) -> Draft:
    """The draft of a segment: what is ready, or what the engine made."""
    if id_ in planned.ready:
        return planned.ready[id_]
    spoken = planned.spoken[id_]
    best = made[spoken]
    terms = tuple(map(_term, best.terms))
    origin = planned.origins[id_]
    renderings = (one.rendering for one in best.terms)
    text = respelt(spoken, mend(spoken, best.text), renderings)
    return Draft(
        text,
        "model",
        origin,
        best.score,
        best.own,
        terms,
        tried=best.tried,
        offer=offered.get(id_),
    )


def _term(held: HeldTerm) -> Term:
    admitted = held.step is not Step.MISSING and not held.preferred
    return Term(one_line(held.term), one_line(held.rendering), held.step, admitted)


def write(
    prepared: Prepared, drafts: Mapping[str, Draft], resources: Resources, options: Options
) -> Result:
    """Assemble -> write: the bilingual file and the English text, each only if it changed.

    The bilingual file is looked at once more first, under the lock that the desk takes too, so
    that what a person saved meanwhile is kept.

    Raises:
        PadananError: A result cannot be written, or the bilingual file has been damaged meanwhile.
    """
    job, segmented, origins = prepared.job, prepared.segmented, prepared.plan.origins
    with hold(make_folder(job.bilingual.parent), PATIENCE):
        seen, past = look(job, prepared.seen), prepared.past
        if seen is not prepared.seen:
            segmented = as_before(prepared.ordinary, seen.bilingual)
            past = _remember(segmented, seen, prepared.plan, resources, options)
        entries, obsolete = assemble(segmented, past, drafts)
        changed: tuple[Entry, ...] = ()
        if resources.termbase is not None:
            entries, changed = outdated.catch_up(entries, origins)
        drafted = [entry for entry in entries if _is_new(entry, past)]
        status, warnings = lay_down(
            job,
            segmented,
            seen.bilingual,
            entries,
            obsolete,
            resources,
            asked=any(entry.how == "model" for entry in drafted),
            page=options.page,
        )
    return Result(
        job,
        status,
        segments=len(segmented.segments),
        drafted=len(drafted),
        terms=Counter(term.step for entry in drafted for term in entry.terms),
        findings=sum(len(entry.findings) for entry in drafted),
        kept=sum(map(outdated.is_work, entries)),
        skipped=sum(entry.state is State.SKIPPED for entry in entries),
        outdated=_outdated(changed, resources),
        explained=_explained(drafted, drafts) if options.explain else (),
        warnings=warnings,
    )


def _outdated(changed: tuple[Entry, ...], resources: Resources) -> tuple[Outdated, ...]:
    if not changed or resources.glossary is None:
        return ()
    return outdated.look_over(changed, resources.glossary)


def _explained(drafted: Sequence[Entry], drafts: Mapping[str, Draft]) -> tuple[Explained, ...]:
    return tuple(Explained(entry, drafts[entry.id].tried) for entry in drafted)


def _is_new(entry: Entry, past: Past) -> bool:
    """Whether a draft was made in this run; what was there ready-made only if it is another."""
    if entry.state is not State.DRAFT or entry.id in past.standing:
        return False
    before = past.continued.get(entry.id)
    return entry.how == "model" or before is None or before.target != entry.target


def translate_once(
    article: Article, resources: Resources, on_progress: Callable[[int], None] | None = None
) -> tuple[tuple[Entry, ...], tuple[Explained, ...]]:
    """Translate an article that lies in no desk, keeping nothing (standard input).

    Returns:
        Its entries, and how the draft of each segment came about.

    Raises:
        InputError: The article is too long.
        ModelError: The engine failed.
    """
    segmented = _segmented(article)
    job = Job(Path("-"), article.name, Path("-"))
    one = Prepared(job, segmented, segmented, plan(segmented, None, resources), Seen(), NOTHING)
    offered = offer(one, resources)
    drafts = check(one, draft([one], resources, on_progress), resources, offered)
    entries, _ = assemble(segmented, NOTHING, drafts)
    drafted = [entry for entry in entries if entry.state is State.DRAFT]
    return entries, _explained(drafted, drafts)
