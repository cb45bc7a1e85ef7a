"""A person's work under which the glossary has changed: left alone, but told.

Each entry records which terms its source had (`provenance`). That of an entry which a person has
touched is brought up to date at each run, so that every change is told once; from then on the
checks show what the target misses.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from padanan.glossary import Glossary
from padanan.translate.adherence import Held, Use
from padanan.translate.bilingual import Entry, State
from padanan.translate.enforce import Step
from padanan.translate.provenance import Origin, terms_of, with_terms
from padanan.translate.termbase import uses_in


@dataclass(frozen=True, slots=True)
class Outdated:
    """A target of a person's that does not render its terms as the glossary wants now.

    Attributes:
        entry: The entry.
        uses: Those terms (`amiss`).
    """

    entry: Entry
    uses: tuple[Use, ...]


def catch_up(
    entries: Sequence[Entry], origins: Mapping[str, Origin]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Bring up to date which terms the sources of a person's targets have.

    Args:
        entries: An article's entries.
        origins: By a segment's id, what a draft would be made from now.

    Returns:
        The entries; and those of them whose terms were others before.
    """
    now: list[Entry] = []
    changed: list[Entry] = []
    for entry in entries:
        terms = origins[entry.id].terms if entry.id in origins else ""
        if terms and is_work(entry) and terms_of(entry.made_from) != terms:
            known = bool(entry.made_from)
            entry = replace(entry, made_from=with_terms(entry.made_from, terms))
            if known:
                changed.append(entry)
        now.append(entry)
    return tuple(now), tuple(changed)


def is_work(entry: Entry) -> bool:
    """Whether the target is a person's, of a segment and not of a skipped line."""
    return entry.state is not State.SKIPPED and entry.touched


def look_over(changed: Sequence[Entry], glossary: Glossary) -> tuple[Outdated, ...]:
    """Those of the entries in whose targets there is something to change."""
    found = (Outdated(entry, amiss(entry, glossary)) for entry in changed)
    return tuple(one for one in found if one.uses)


def amiss(entry: Entry, glossary: Glossary, source: str | None = None) -> tuple[Use, ...]:
    """The terms that an entry's target does not render as the glossary wants.

    A rendering that is accepted but not preferred counts only if it was preferred when the draft
    was made.

    Args:
        entry: The entry.
        glossary: The terms.
        source: What the terms are looked for in; by default its source.
    """
    source = entry.source if source is None else source
    preferred = {
        term.term.casefold()
        for term in entry.terms
        if not term.admitted and term.step != Step.MISSING
    }
    return tuple(
        use
        for use in uses_in(glossary, [(source, entry.target)])[0]
        if use.held is Held.MISSING
        or use.avoided
        or (not use.agreed and source[use.match.start : use.match.end].casefold() in preferred)
    )
