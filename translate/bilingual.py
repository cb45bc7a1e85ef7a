"""The bilingual file: one gettext PO per article, and the whole state of the work on it.

How an article is laid down (docs/bilingual-file.md tells it to translators):

- `msgctxt` is the segment's id, `msgid` the source, `msgstr` the target.
- The `fuzzy` flag marks a draft; a target without it is approved.
- Extracted comments (`#.`) hold what the machine knows, one `key: value` a line; translator
  comments (`# `) and unknown header fields belong to people and other tools and are carried
  along untouched.
- Furniture stands at its place with an empty target and a `skipped:` comment naming the rule.
- Approved targets whose source has gone from the article become obsolete entries (`#~`).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import polib

from padanan import __version__
from padanan.errors import InputError
from padanan.files import write_atomic
from padanan.translate import po
from padanan.translate.article import BlockKind
from padanan.translate.machine import Offer, Term, exact, exactly, one_line, values


class State(StrEnum):
    """How far the work on an entry has come."""

    SKIPPED = "skipped"
    """Furniture: left out of the English text unless a person gives it a target."""

    EMPTY = "empty"
    """No target yet."""

    DRAFT = "draft"
    """A target made by machine, or by a person who has not approved it."""

    APPROVED = "approved"
    """A target a person has accepted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment, or one skipped line, of the bilingual file.

    Attributes:
        id: The segment's id; unique in the file.
        source: The Indonesian.
        target: The English; empty when there is none.
        state: How far it has come.
        kind: The kind of its block.
        rule: The name of the rule that decided the kind.
        line: 1-based line of the source where its block begins; equal for segments of one block.
        how: What made the draft: "model", "rule"; "memory" (a person's translation of the same
            source), "adapted" (of one with other numbers); empty when nothing has.
        memory: Where the memory has the draft from.
        score: The draft's mean log-probability per token, when the model made it.
        confidence: How sure one can be of the draft, from 0 to 1, as far as that is known.
        terms: How it came to hold the terms of the glossary, in the order of the source.
        findings: What the checks found in the draft: the check's id, a colon, a sentence.
        offer: How a similar sentence was translated, as the memory had it for the model's draft.
        made_from: The fingerprint of what the draft was made from (`provenance`).
        fingerprint: `fingerprint(draft)` of what the machine wrote, to tell a person's change.
        machine: What the machine wrote, once a person has changed it; empty before that.
        segmented: "split" or "joined" where a person has cut the article's sentences otherwise.
        comment: The translator's own comment.
        flags: gettext flags other than `fuzzy`.
    """

    id: str
    source: str
    target: str
    state: State
    kind: BlockKind = BlockKind.PARAGRAPH
    rule: str = ""
    line: int = 0
    how: str = ""
    memory: str = ""
    score: float | None = None
    confidence: float | None = None
    terms: tuple[Term, ...] = ()
    findings: tuple[str, ...] = ()
    offer: Offer | None = None
    made_from: str = ""
    fingerprint: str = ""
    machine: str = ""
    segmented: str = ""
    comment: str = ""
    flags: tuple[str, ...] = ()

    @property
    def touched(self) -> bool:
        """Whether a person has worked on the target: approved it, or changed a draft."""
        if self.state is State.APPROVED:
            return True
        return bool(self.target) and fingerprint(self.target) != self.fingerprint


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A bilingual file's content.

    Attributes:
        article: The source article, as a path from the bilingual file's folder (with `/`).
        sha256: Hex digest of the source's bytes.
        engine: Signature of the engine that made the latest drafts.
        recipe: The part of that signature whose change makes old machine drafts stale.
        english: `fingerprint`s of the English texts last written beside it, the latest last, parted
            by a space; empty when none was.
        entries: Segments and skipped lines in reading order.
        obsolete: Entries whose source has gone.
        headers: Header fields of other tools, kept as they are.
        credits: The comment above the header, where translators put their names.
        glossary: What tells the glossary from others whose terms are the ones in the entries'
            `made_from`; empty if that is not known. It is brought up to date when the file is
            written for another reason.
    """

    article: str
    sha256: str
    engine: str
    recipe: str
    english: str
    entries: tuple[Entry, ...]
    obsolete: tuple[Entry, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    credits: str = ""
    glossary: str = ""


CUTS = ("split", "joined")
"""What `Entry.segmented` can be, besides empty."""


def fingerprint(text: str) -> str:
    """Sixteen hex digits that change when `text` does (BLAKE2b, 64 bits)."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


_OWN_HEADERS = {
    "X-Padanan-Article": "article",
    "X-Padanan-Sha256": "sha256",
    "X-Padanan-Engine": "engine",
    "X-Padanan-Recipe": "recipe",
    "X-Padanan-English": "english",
    "X-Padanan-Glossary": "glossary",
}
_FIXED_HEADERS = {
    "Language": "en",
    "X-Source-Language": "id",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
_INITIAL_HEADERS = {
    "Project-Id-Version": f"padanan {__version__}",
    # The conventional "not yet edited" value; editors put the date of the last edit there. No
    # clock of our own goes in: the same work gives the same file, byte for byte.
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
}


def save(path: Path, bilingual: Bilingual) -> None:
    """Write the bilingual file in one step.

    Raises:
        OutputError: It cannot be written.
    """
    write_atomic(path, dumps(bilingual).encode("utf-8"))


def dumps(bilingual: Bilingual) -> str:
    """The bilingual file as text."""
    file = polib.POFile(wrapwidth=po.WIDTH, check_for_duplicates=False)
    own = {key: getattr(bilingual, name) for key, name in _OWN_HEADERS.items()}
    if not bilingual.glossary:
        del own["X-Padanan-Glossary"]
    file.metadata = _INITIAL_HEADERS | dict(bilingual.headers) | _FIXED_HEADERS | own
    file.header = bilingual.credits
    file.extend(_to_po(entry, bilingual.article) for entry in bilingual.entries)
    file.extend(_to_po(entry, bilingual.article, obsolete=True) for entry in bilingual.obsolete)
    return str(file) + "\n"


def load(path: Path) -> Bilingual | None:
    """Read a bilingual file; None when there is none.

    Raises:
        InputError: The file is damaged, or is a PO file padanan did not make.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: this bilingual file is not UTF-8 (byte {error.start}). Save it as UTF-8, "
            "or move it and its English text away to start afresh."
        ) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    try:
        return loads(text)
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        # polib reports a syntax error as OSError and trips over stranger damage in other ways.
        raise InputError(
            f"{path}: this bilingual file is damaged ({error}). It was left as it is; mend it, "
            "or move it and its English text away to start afresh."
        ) from error


def loads(text: str) -> Bilingual:
    """Read a bilingual file from its text.

    Raises:
        ValueError: It is not PO, or not one of padanan's.
    """
    file = po.parse(text)
    if "X-Padanan-Article" not in file.metadata:
        raise ValueError("its header has no X-Padanan-Article, so padanan did not make it")
    known = _OWN_HEADERS.keys() | _FIXED_HEADERS.keys()
    seen: set[str] = set()
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    for po_entry in file:
        entry = _from_po(po_entry)
        if po_entry.obsolete:
            obsolete.append(entry)
            continue
        if entry.id in seen:
            raise ValueError(f"line {po_entry.linenum}: the segment id {entry.id} stands twice")
        seen.add(entry.id)
        entries.append(entry)
    return Bilingual(
        **{name: file.metadata.get(key, "") for key, name in _OWN_HEADERS.items()},
        entries=tuple(entries),
        obsolete=tuple(obsolete),
        headers=tuple((k, v) for k, v in file.metadata.items() if k not in known),
        credits=file.header,
    )


def _to_po(entry: Entry, article: str, *, obsolete: bool = False) -> po.Unfolded:
    return po.Unfolded(
        msgctxt=entry.id,
        msgid=entry.source,
        msgstr=entry.target,
        comment="\n".join(_machine(entry)) if not obsolete else "",
        tcomment=entry.comment,
        occurrences=[(article.replace(" ", "%20"), str(entry.line))] if not obsolete else [],
        flags=(["fuzzy"] if entry.state is State.DRAFT else []) + list(entry.flags),
        obsolete=obsolete,
    )


def _machine(entry: Entry) -> Iterable[str]:
    """The machine lines of an entry."""
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


def _from_po(found: polib.POEntry) -> Entry:
    machine = values(found.comment)
    target = found.msgstr if found.msgstr.strip() else ""
    skipped = "skipped" in machine
    if skipped:
        state = State.SKIPPED
    elif not target:
        state = State.EMPTY
    else:
        state = State.DRAFT if found.fuzzy else State.APPROVED
    line = next((int(line) for _, line in found.occurrences if line.isdigit()), 0)

    def one(key: str, default: str = "") -> str:
        return machine[key][-1] if key in machine else default

    def number(key: str) -> float | None:
        return float(one(key)) if one(key) else None

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
        score=number("score"),
        confidence=number("confidence"),
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
