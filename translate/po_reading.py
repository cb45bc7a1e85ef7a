"""The bilingual file read quickly, where it is laid down as padanan and gettext's tools do it.

polib is the authority: what is read here is what it would read, only sooner, and whatever has not
the expected shape is left to it.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import polib

from padanan.translate import po
from padanan.translate.article import BlockKind
from padanan.translate.entry import CUTS, Entry, State
from padanan.translate.entry_po import from_po
from padanan.translate.machine import Offer, Term, exactly, number, values


def read(text: str) -> tuple[polib.POFile, list[Entry], list[Entry]] | None:
    """Read a bilingual file.

    Args:
        text: The file.

    Returns:
        A file with the header alone; the entries; and the obsolete ones. None where polib has to
        read the file, or to say what is wrong with it.
    """
    if len(text.splitlines()) != text.count("\n") + (not text.endswith("\n")):
        return None  # there are line breaks of other kinds, which polib knows too
    head, _, rest = text.partition("\n\n")
    if head.rpartition("\n")[2].startswith("#"):
        return None  # the comments of an entry, with a blank line in them
    try:
        header = po.parse(head)
        with _uncollected():
            entries, obsolete = _entries(rest)
    except (ValueError, OSError):
        return None
    if header or not header.metadata or len({entry.id for entry in entries}) != len(entries):
        return None
    return header, entries, obsolete


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for garbage cycles, which many new objects set off again and again, and
    of which reading makes none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _entries(text: str) -> tuple[list[Entry], list[Entry]]:
    entries: list[Entry] = []
    obsolete: list[Entry] = []
    at = 0
    while at < len(text):
        if found := _OURS.match(text, at):
            entries.append(_ours(found))
        elif found := _ANY.match(text, at):
            entries.append(from_po(_found(found)))
        elif found := _OBSOLETE.match(text, at):
            obsolete.append(from_po(_found(found)))
        else:
            raise ValueError("this is for polib to read")
        at = found.end()
    return entries, obsolete


_LINE = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"\n'
_COMMENT = r"((?:#(?: [^\n]*)?\n)*)"
_MACHINE = r"((?:#\. [^\n]*\n)*)"
_END = r"(?:\n|\Z)"


def _fields(prefix: str = "") -> str:
    """A pattern for the three strings of an entry."""
    text = f"({_LINE}(?:{prefix}{_LINE})*)"
    return "".join(f"{prefix}{name} {text}" for name in ("msgctxt", "msgid", "msgstr"))


def _word(key: str) -> str:
    return rf"(?:#\. {key}: (\S+)\n)?"


def _words(key: str) -> str:
    return rf"(?:#\. {key}: (\S[^\n]*)\n)?"


def _several(*keys: str) -> str:
    return "((?:" + "".join(rf"#\. {key}: \S[^\n]*\n" for key in keys) + ")*)"


_OURS = re.compile(
    _COMMENT
    + r"(?:#\. skipped: (\S[^\n]*)\n|#\. kind: (\w+)\n#\. rule: ([^\n]*)\n)"
    + _word("draft")
    + _words("memory")
    + _word("score")
    + _word("confidence")
    + _several("term")
    + _several("finding")
    + _several("similar", "similar-source", "similar-target")
    + _word("from")
    + _word("fingerprint")
    + _words("machine")
    + _word("segmented")
    + r"#: \S+:([0-9]+)\n(?:#, ([^\n]*)\n)?"
    + _fields()
    + _END
)
"""An entry as padanan lays it down; programs that keep the order may have folded its strings."""

_ANY = re.compile(_COMMENT + _MACHINE + r"((?:#: [^\n]*\n)*)((?:#, [^\n]*\n)*)" + _fields() + _END)
"""An entry with whatever comments."""

_OBSOLETE = re.compile(_COMMENT + _MACHINE + r"()((?:#, [^\n]*\n)*)" + _fields("#~ ") + _END)


_KINDS = {str(kind): kind for kind in BlockKind}


def _ours(found: re.Match[str]) -> Entry:
    groups = found.groups("")
    comment, skipped, kind, rule, how, memory, score, confidence, terms, findings = groups[:10]
    offer, made_from, fingerprint, machine, segmented, line, flags, id_, source, target = groups[
        10:
    ]
    flagged = _flags(flags) if flags else ()
    target = _text(target)
    if not target.strip():
        target = ""
    if skipped:
        state = State.SKIPPED
    elif not target:
        state = State.EMPTY
    else:
        state = State.DRAFT if "fuzzy" in flagged else State.APPROVED
    if flagged and not skipped:
        flagged = tuple(flag for flag in flagged if flag != "fuzzy")
    return Entry(
        id=_text(id_),
        source=_text(source),
        target=target,
        state=state,
        kind=BlockKind.FURNITURE if skipped else BlockKind(kind),
        rule=(skipped or rule).strip(),
        line=int(line),
        how=how,
        memory=memory.rstrip(),
        score=number(score) if score else None,
        confidence=number(confidence) if confidence else None,
        terms=tuple([_term(line[9:].rstrip()) for line in _lines(terms)]) if terms else (),
        findings=tuple([line[12:].strip() for line in _lines(findings)]) if findings else (),
        offer=Offer.parse(values("\n".join(line[3:] for line in _lines(offer)))) if offer else None,
        made_from=made_from,
        fingerprint=fingerprint,
        machine=exactly(machine.rstrip()) if machine else "",
        segmented=segmented if segmented in CUTS else "",
        comment=_comment(comment) if comment else "",
        flags=flagged,
    )


_term = lru_cache(4096)(Term.parse)
"""The same terms come again and again."""


def _found(found: re.Match[str]) -> polib.POEntry:
    """An entry as polib would have read it."""
    comment, machine, occurrences, flags, id_, source, target = found.groups()
    return polib.POEntry(
        msgctxt=_text(id_),
        msgid=_text(source),
        msgstr=_text(target),
        tcomment=_comment(comment),
        comment="\n".join(said for line in _lines(machine) if (said := line.strip()[3:])),
        occurrences=[_occurrence(one) for line in _lines(occurrences) for one in line[3:].split()],
        flags=[flag for line in _lines(flags) for flag in _flags(line[3:])],
    )


def _lines(text: str) -> list[str]:
    return text.split("\n")[:-1] if text else []


def _text(lines: str) -> str:
    """The text of a string in quotation marks, which may be folded."""
    text = lines[1:-2]
    if "\n" in text:
        text = text.replace('"\n"', "").replace('"\n#~ "', "")
    return polib.unescape(text) if "\\" in text else text


def _comment(lines: str) -> str:
    text = ""
    for line in _lines(lines):
        said = line.strip()[1:].removeprefix(" ")
        text = f"{text}\n{said}" if text else said
    return text


def _occurrence(text: str) -> tuple[str, str]:
    path, colon, line = text.rpartition(":")
    return (path, line) if colon and line.isdigit() else (text, "")


def _flags(text: str) -> tuple[str, ...]:
    return tuple(flag.strip() for flag in text.split(",")) if text.strip() else ()
