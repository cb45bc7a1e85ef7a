"""What a changed glossary would do to the work: which drafts it makes stale, and how they come out.

An article is prepared here exactly as a run prepares it; nothing is written.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from padanan.errors import InputError, PadananError
from padanan.glossary import Concept, Glossary, Match
from padanan.translate import bilingual, outputs
from padanan.translate.bilingual import Entry
from padanan.translate.draft import Draft
from padanan.translate.inputs import Job
from padanan.translate.outdated import Outdated, amiss, is_work
from padanan.translate.pipeline import Prepared, check, draft, prepare
from padanan.translate.provenance import NO_TERMS, of_terms, terms_of
from padanan.translate.resources import Resources
from padanan.translate.result import Options


@dataclass(frozen=True, slots=True)
class TermChange:
    """A term under which the glossary changes.

    Attributes:
        term: The term, as the source writes it.
        then: What it was rendered by; empty if it was no term.
        now: What the glossary prefers now; empty if it is no term any more. Equal to `then` where
            something else has changed: what is accepted, what is to be avoided.
    """

    term: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Stale:
    """A draft that would be made anew.

    Attributes:
        entry: The segment with the draft it has.
        changes: The terms that make it stale.
        draft: The new draft; None where none was made.
    """

    entry: Entry
    changes: tuple[TermChange, ...]
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    """What would become of one article.

    Attributes:
        prepared: The article as a run would find it.
        stale: Drafts that would be made anew because of the glossary.
        kept: Targets that a person or the memory has made, which stay, though the glossary would
            have them otherwise.
        others: How many drafts would be made anew for other reasons.
    """

    prepared: Prepared
    stale: tuple[Stale, ...]
    kept: tuple[Outdated, ...]
    others: int


def impact(path: Path, resources: Resources, before: Glossary | None = None) -> Impact:
    """What a run with these resources would do to the article of a bilingual file.

    Args:
        path: The bilingual file.
        resources: What the run would work with, the changed glossary among it.
        before: The glossary as it was, if it is known.

    Raises:
        InputError: The file or its article is missing or cannot be read.
        OutputError: The file belongs to another article.
    """
    prepared = prepare(_job(path), resources, Options())
    glossary = resources.glossary or Glossary(())
    stale: list[Stale] = []
    kept: list[Outdated] = []
    others = 0
    for id_, origin in prepared.plan.origins.items():
        earlier = prepared.past.continued.get(id_)
        entry = None if earlier is None else replace(earlier, id=id_)
        standing = id_ in prepared.past.standing
        changed = entry is not None and (terms_of(entry.made_from) or NO_TERMS) != origin.terms
        if entry is None or not entry.target or not changed:
            others += not standing
        elif is_work(entry) or entry.how != "model":
            kept += [Outdated(entry, wrong)] if (wrong := amiss(entry, glossary)) else []
        else:
            spoken = prepared.plan.spoken.get(id_, entry.source)
            stale.append(Stale(entry, _changes(entry, spoken, glossary, before)))
    return Impact(prepared, tuple(stale), tuple(kept), others)


def _job(path: Path) -> Job:
    content = bilingual.load(path)
    if content is None:
        raise InputError(f"{path}: there is no such file.")
    source = outputs.article(path, content)
    if not source.exists():
        raise InputError(
            f"{path}: its article {source} is not there, so it is not drafted anew. Bring the "
            "article back, or move the bilingual file away."
        )
    return Job(source, os.path.relpath(source) if os.name != "nt" else str(source), path)


def impacts(
    paths: Iterable[Path | InputError],
    resources: Resources,
    before: Glossary | None = None,
    *,
    drafted: bool = True,
) -> Iterator[Impact | PadananError]:
    """What a run would do to the articles of bilingual files, in order; an error stays with its
    article.

    Args:
        paths: The bilingual files, and errors for those that were not found.
        resources: What the run would work with, the changed glossary among it.
        before: The glossary as it was, if it is known.
        drafted: Whether the new drafts are to be made.

    Raises:
        ModelError: The engine failed.
    """
    group: list[Impact | PadananError] = []
    for path in paths:
        group.append(path if isinstance(path, PadananError) else _guarded(path, resources, before))
        if len(group) >= GROUP or sum(map(_stale, group)) >= GROUP:
            yield from _redrafted(group, resources) if drafted else group
            group = []
    yield from _redrafted(group, resources) if drafted else group


GROUP = 500
"""Segments that are drafted together, and articles that are held until they are."""


def _guarded(path: Path, resources: Resources, before: Glossary | None) -> Impact | PadananError:
    try:
        return impact(path, resources, before)
    except PadananError as error:
        return error


def _stale(one: Impact | PadananError) -> int:
    return len(one.stale) if isinstance(one, Impact) else 0


def _redrafted(
    group: Sequence[Impact | PadananError], resources: Resources
) -> Iterator[Impact | PadananError]:
    """The same with the new drafts, made in memory."""
    narrow = {id(one): _only_stale(one) for one in group if isinstance(one, Impact)}
    made = draft(list(narrow.values()), resources)
    for one in group:
        if isinstance(one, Impact):
            drafts = check(narrow[id(one)], made, resources)
            stale = tuple(replace(each, draft=drafts[each.entry.id]) for each in one.stale)
            one = replace(one, stale=stale)
        yield one


def _only_stale(one: Impact) -> Prepared:
    """An article of which nothing is to be drafted but what the glossary makes stale."""
    stale = {each.entry.id for each in one.stale}
    standing = frozenset(one.prepared.plan.origins.keys() - stale)
    return replace(one.prepared, past=replace(one.prepared.past, standing=standing))


def _changes(
    entry: Entry, spoken: str, now: Glossary, before: Glossary | None
) -> tuple[TermChange, ...]:
    """The terms that make a draft stale."""
    after = now.match(spoken)
    if before is not None:
        earlier = before.match(spoken)
        if of_terms(spoken, earlier) == terms_of(entry.made_from):
            return _between(spoken, earlier, after)
    return _since(entry, spoken, now, after)


def _between(
    spoken: str, earlier: Iterable[Match], after: Iterable[Match]
) -> tuple[TermChange, ...]:
    """What is different between the terms of a source then and now."""
    then = {(match.start, match.end): match for match in earlier}
    now = {(match.start, match.end): match for match in after}
    return tuple(
        dict.fromkeys(
            TermChange(spoken[slice(*place)], _preferred(old), _preferred(new))
            for place in sorted(then.keys() | now.keys())
            if _said(old := then.get(place)) != _said(new := now.get(place))
        )
    )


def _preferred(match: Match | None) -> str:
    return match.concept.preferred if match is not None else ""


def _said(match: Match | None) -> tuple[tuple[object, ...], ...]:
    """What the glossary says of a term, as far as drafts go by it."""
    if match is None:
        return ()
    return tuple(
        (one.renderings, one.avoided, one.flags, one.pos)
        for one in (match.concept, *match.homonyms)
    )


def _since(
    entry: Entry, spoken: str, now: Glossary, after: Sequence[Match]
) -> tuple[TermChange, ...]:
    """What is different since a draft was made, as far as its recorded terms tell.

    They tell which terms there were and what they were rendered by, not all that was accepted.
    """
    recorded = {term.term.casefold(): term for term in entry.terms}
    terms: dict[str, tuple[str, Concept]] = {}
    for match in after:
        words = spoken[match.start : match.end]
        terms.setdefault(words.casefold(), (words, match.concept))
    gone = recorded.keys() - terms.keys()
    told = (terms.keys() - recorded.keys()) | gone
    for use in amiss(entry, now, spoken):
        told.add(spoken[use.match.start : use.match.end].casefold())
    if not told:
        told = set(terms)
    changes = [
        TermChange(words, recorded[key].rendering if key in recorded else "", concept.preferred)
        for key, (words, concept) in terms.items()
        if key in told
    ]
    changes += [TermChange(recorded[key].term, recorded[key].rendering, "") for key in sorted(gone)]
    return tuple(changes)
