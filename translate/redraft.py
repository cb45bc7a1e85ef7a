"""Drafting anew what a changed glossary concerns, from a bilingual file alone.

The drafts are those that the next run would make, so that it has nothing to do. The article itself
need not be there, and nothing is written here: whoever asks puts the entries into the file.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from padanan.glossary import Glossary
from padanan.translate.bilingual import Bilingual, Entry
from padanan.translate.inputs import Job
from padanan.translate.keep import Past, assemble
from padanan.translate.outdated import Outdated, amiss, is_work
from padanan.translate.outputs import Seen
from padanan.translate.pipeline import Prepared, check, draft, offer
from padanan.translate.plan import plan
from padanan.translate.provenance import NO_TERMS, of_terms, terms_of
from padanan.translate.rebuilt import rebuilt
from padanan.translate.resources import Resources
from padanan.translate.truecase import truecased


@dataclass(frozen=True, slots=True)
class Concerned:
    """What of an article a changed glossary concerns.

    Attributes:
        stale: Drafts of the model that it would draft otherwise now.
        kept: Targets that a person or the memory has made, which stay, though the glossary would
            have them otherwise.
    """

    stale: tuple[Entry, ...] = ()
    kept: tuple[Outdated, ...] = ()


def concerned(
    entries: Sequence[Entry], glossary: Glossary, changed: Glossary | None = None
) -> Concerned:
    """What of an article the glossary concerns, as far as it is another than the drafts were made
    with.

    Args:
        entries: The article's entries.
        glossary: The glossary as it is now.
        changed: The concepts that are no longer as they were, as they were and as they are. Only
            entries with their terms are looked at; all are where it is None.
    """
    spoken = truecased(rebuilt(entries))
    stale: list[Entry] = []
    kept: list[Outdated] = []
    for entry in entries:
        given = spoken.get(entry.source, entry.source)
        if not entry.target or (changed is not None and not changed.match(given)):
            continue
        if (terms_of(entry.made_from) or NO_TERMS) == of_terms(given, glossary.match(given)):
            continue
        if is_work(entry) or entry.how != "model":
            kept += [Outdated(entry, wrong)] if (wrong := amiss(entry, glossary)) else []
        else:
            stale.append(entry)
    return Concerned(tuple(stale), tuple(kept))


def redraft(
    content: Bilingual, stale: Collection[str], resources: Resources
) -> list[tuple[Entry, Entry]]:
    """Draft entries anew.

    Args:
        content: The bilingual file.
        stale: The ids of the entries.
        resources: What is drafted with, the glossary as it is now among it.

    Returns:
        Each of the entries as it was and as it is to be, in reading order.

    Raises:
        ModelError: The engine failed.
    """
    segmented = rebuilt(content.entries, content.article)
    continued = {entry.id: entry for entry in content.entries}
    standing = frozenset(one.id for one in segmented.segments if one.id not in stale)
    past = Past(continued, standing, ())
    job = Job(Path(content.article), content.article, Path(content.article))
    planned = plan(segmented, content, resources)
    prepared = Prepared(job, segmented, segmented, planned, Seen(), past)
    offered = offer(prepared, resources)
    drafts = check(prepared, draft([prepared], resources), resources, offered)
    made, _ = assemble(segmented, past, drafts)
    new = {entry.id: entry for entry in made}
    return [
        (entry, replace(new[entry.id], kind=entry.kind, rule=entry.rule, line=entry.line))
        for entry in content.entries
        if entry.id in stale and entry.id in new
    ]
