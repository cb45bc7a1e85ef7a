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
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import polib

from padanan import __version__
from padanan.errors import InputError
from padanan.files import write_atomic
from padanan.translate.article import BlockKind


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
        how: What made the draft: "model", "rule"; empty when nothing has.
        score: The draft's mean log-probability per token, when the model made it.
        fingerprint: `fingerprint(draft)` of what the machine wrote, to tell a person's change.
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
    score: float | None = None
    fingerprint: str = ""
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
        english: `fingerprint` of the English text last written beside it, empty when none was.
        entries: Segments and skipped lines in reading order.
        obsolete: Entries whose source has gone.
        headers: Header fields of other tools, kept as they are.
    """

    article: str
    sha256: str
    engine: str
    recipe: str
    english: str
    entries: tuple[Entry, ...]
    obsolete: tuple[Entry, ...] = ()
    headers: tuple[tuple[str, str], ...] = field(default=())


def fingerprint(text: str) -> str:
    """Sixteen hex digits that change when `text` does (BLAKE2b, 64 bits)."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


_OWN_HEADERS = {
    "X-Padanan-Article": "article",
    "X-Padanan-Sha256": "sha256",
    "X-Padanan-Engine": "engine",
    "X-Padanan-Recipe": "recipe",
    "X-Padanan-English": "english",
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


_WIDTH = 78
"""Column at which strings are folded, as gettext's own tools and Poedit do."""

_LINE = re.compile(
    r"""(?:\#~\s*)?(?:(msgctxt|msgid|msgstr)\s+)?"(?:[^"\\]|\\.)*"\s*|\#(?!~(?!\|)).*|\s*"""
)
"""A whole line of a PO file without plural forms, which padanan never writes."""

_STRAY_LINE_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")


class _PoEntry(polib.POEntry):
    """An entry whose comments are never folded: they are a person's, or read back by us."""

    def __unicode__(self, wrapwidth: int = _WIDTH) -> str:
        longest = max(map(len, f"{self.comment}\n{self.tcomment}".splitlines()), default=0)
        text: str = super().__unicode__(0 if longest > _WIDTH - 3 else wrapwidth)
        return text


def save(path: Path, bilingual: Bilingual) -> None:
    """Write the bilingual file in one step.

    Raises:
        OutputError: It cannot be written.
    """
    write_atomic(path, dumps(bilingual).encode("utf-8"))


def dumps(bilingual: Bilingual) -> str:
    """The bilingual file as text."""
    file = polib.POFile(wrapwidth=_WIDTH, check_for_duplicates=False)
    own = {key: getattr(bilingual, name) for key, name in _OWN_HEADERS.items()}
    file.metadata = _INITIAL_HEADERS | dict(bilingual.headers) | _FIXED_HEADERS | own
    file.extend(_to_po(entry, bilingual.article) for entry in bilingual.entries)
    file.extend(_to_po(entry, bilingual.article, obsolete=True) for entry in bilingual.obsolete)
    return str(file) + "\n"


def load(path: Path) -> Bilingual | None:
    """Read a bilingual file; None when there is none.

    Raises:
        InputError: The file is damaged, or is a PO file padanan did not make.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path}: this bilingual file is not UTF-8 (byte {error.start}). Save it as UTF-8, "
            "or move it away to start afresh."
        ) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error}).") from error
    try:
        return loads(text)
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        # polib reports a syntax error as OSError and trips over stranger damage in other ways.
        raise InputError(
            f"{path}: this bilingual file is damaged ({error}). It was left as it is; mend it, "
            "or move it away to start afresh."
        ) from error


def loads(text: str) -> Bilingual:
    """Read a bilingual file from its text.

    Raises:
        ValueError: It is not PO, or not one of padanan's.
    """
    if not text.strip():
        raise ValueError("it is empty")
    _check_lines(text)
    # polib takes text without a line break for a file's name, and breaks lines where Python's
    # splitlines() does, inside a string too.
    file = polib.pofile(_STRAY_LINE_BREAKS.sub(" ", text) + "\n", wrapwidth=_WIDTH)
    if "X-Padanan-Article" not in file.metadata:
        raise ValueError("its header has no X-Padanan-Article, so padanan did not make it")
    known = _OWN_HEADERS.keys() | _FIXED_HEADERS.keys()
    seen: set[str] = set()
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    for po_entry in file:
        entry = _from_po(po_entry)
        if not po_entry.obsolete and entry.id in seen:
            raise ValueError(f"line {po_entry.linenum}: the segment id {entry.id} stands twice")
        seen.add(entry.id)
        (obsolete if po_entry.obsolete else entries).append(entry)
    return Bilingual(
        **{name: file.metadata.get(key, "") for key, name in _OWN_HEADERS.items()},
        entries=tuple(entries),
        obsolete=tuple(obsolete),
        headers=tuple((k, v) for k, v in file.metadata.items() if k not in known),
    )


def _check_lines(text: str) -> None:
    """Refuse what polib would read past: cut-off strings and entries without a source or target."""
    expected = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"line {number} is not a line of a PO file: {line[:60]}")
        keyword = match[1]
        if keyword and expected and keyword != expected:
            raise ValueError(f"line {number}: {keyword} where {expected} should stand")
        if keyword:
            expected = {"msgctxt": "msgid", "msgid": "msgstr", "msgstr": ""}[keyword]
    if expected:
        raise ValueError(f"it ends where {expected} should stand; it may have been cut off")


def _to_po(entry: Entry, article: str, *, obsolete: bool = False) -> polib.POEntry:
    machine = [f"kind: {entry.kind}", f"rule: {entry.rule}"]
    if entry.state is State.SKIPPED:
        machine = [f"skipped: {entry.rule}"]
    if entry.how:
        machine.append(f"draft: {entry.how}")
    if entry.score is not None:
        machine.append(f"score: {entry.score:.3f}")
    if entry.fingerprint:
        machine.append(f"fingerprint: {entry.fingerprint}")
    return _PoEntry(
        msgctxt=entry.id,
        msgid=entry.source,
        msgstr=entry.target,
        comment="\n".join(machine) if not obsolete else "",
        tcomment=entry.comment,
        occurrences=[(article.replace(" ", "%20"), str(entry.line))] if not obsolete else [],
        flags=(["fuzzy"] if entry.state is State.DRAFT else []) + list(entry.flags),
        obsolete=obsolete,
    )


def _from_po(po: polib.POEntry) -> Entry:
    machine = dict(_machine_lines(po.comment.splitlines()))
    skipped = "skipped" in machine
    if skipped:
        state = State.SKIPPED
    elif not po.msgstr:
        state = State.EMPTY
    else:
        state = State.DRAFT if po.fuzzy else State.APPROVED
    line = next((int(line) for _, line in po.occurrences if line.isdigit()), 0)
    score = machine.get("score")
    return Entry(
        id=po.msgctxt or "",
        source=po.msgid,
        target=po.msgstr,
        state=state,
        kind=BlockKind.FURNITURE if skipped else BlockKind(machine.get("kind", "paragraph")),
        rule=machine.get("skipped") or machine.get("rule", ""),
        line=line,
        how=machine.get("draft", ""),
        score=float(score) if score else None,
        fingerprint=machine.get("fingerprint", ""),
        comment=po.tcomment,
        flags=tuple(flag for flag in po.flags if flag != "fuzzy"),
    )


def _machine_lines(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        key, separator, value = line.partition(": ")
        if separator:
            yield key.strip(), value.strip()
