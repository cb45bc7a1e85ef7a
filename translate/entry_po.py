"""Entries of the bilingual file as PO entries, and back."""

from collections.abc import Iterable

import polib

from padanan.translate import po
from padanan.translate.article import BlockKind
from padanan.translate.entry import CUTS, Entry, State
from padanan.translate.machine import Offer, Term, exact, exactly, number, one_line, values


def to_po(entry: Entry, article: str, *, obsolete: bool = False) -> po.Unfolded:
    """An entry as polib writes it; `article` is the source file's path from the bilingual file."""
    return po.Unfolded(
        msgctxt=entry.id,
        msgid=entry.source,
        msgstr=entry.target,
        comment="\n".join(machine_lines(entry, obsolete=obsolete)),
        tcomment=entry.comment,
        occurrences=[(article.replace(" ", "%20"), str(entry.line))] if not obsolete else [],
        flags=(["fuzzy"] if entry.state is State.DRAFT else []) + list(entry.flags),
        obsolete=obsolete,
    )


def machine_lines(entry: Entry, *, obsolete: bool = False) -> Iterable[str]:
    """The machine lines of an entry. Of an obsolete one the machine knows nothing any more."""
    if entry.segmented and obsolete:
        yield f"segmented: {entry.segmented}"
    if obsolete:
        return
    if entry.state is State.SKIPPED:
        yield f"skipped: {entry.rule}"
    else:
        yield f"kind: {entry.kind}"
        yield f"rule: {entry.rule}"
    if entry.how:
        yield f"draft: {entry.how}"
    if entry.memory:
        yield f"memory: {one_line(entry.memory)}"
    if entry.score is not None:
        yield f"score: {entry.score:.3f}"
    if entry.confidence is not None:
        yield f"confidence: {entry.confidence:.3f}"
    for term in entry.terms:
        yield f"term: {one_line(str(term))}"
    for finding in entry.findings:
        yield f"finding: {one_line(finding)}"
    if entry.offer is not None:
        yield from entry.offer.lines()
    if entry.made_from:
        yield f"from: {entry.made_from}"
    if entry.fingerprint:
        yield f"fingerprint: {entry.fingerprint}"
    if entry.machine:
        yield f"machine: {exact(entry.machine)}"
    if entry.segmented:
        yield f"segmented: {entry.segmented}"


def from_po(found: polib.POEntry) -> Entry:
    """The entry that was found in a PO file.

    Raises:
        ValueError: A machine line says what no machine has written.
    """
    machine = values(found.comment)
    target = found.msgstr if found.msgstr.strip() else ""
    skipped = "skipped" in machine
    if skipped:
        state = State.SKIPPED
    elif not target:
        state = State.EMPTY
    else:
        state = State.DRAFT if "fuzzy" in found.flags else State.APPROVED
    line = next((int(line) for _, line in found.occurrences if line.isdigit()), 0)

    def one(key: str, default: str = "") -> str:
        return machine[key][-1] if key in machine else default

    return Entry(
        id=found.msgctxt or "",
        source=found.msgid,
        target=target,
        state=state,
        kind=BlockKind.FURNITURE if skipped else BlockKind(one("kind", "paragraph")),
        rule=one("skipped") or one("rule"),
        line=line,
        how=one("draft"),
        memory=one("memory"),
        score=number(one("score")) if one("score") else None,
        confidence=number(one("confidence")) if one("confidence") else None,
        terms=tuple(map(Term.parse, machine.get("term", ()))),
        findings=tuple(machine.get("finding", ())),
        offer=Offer.parse(machine),
        made_from=one("from"),
        fingerprint=one("fingerprint"),
        machine=exactly(one("machine")),
        segmented=one("segmented") if one("segmented") in CUTS else "",
        comment=found.tcomment,
        # A skipped line has no draft of ours: `fuzzy` is a person's word there, and stays.
        flags=tuple(flag for flag in found.flags if skipped or flag != "fuzzy"),
    )
