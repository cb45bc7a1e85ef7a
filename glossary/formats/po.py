"""gettext PO as Weblate keeps its glossaries: one entry for each pair of a term and a rendering."""

import codecs
import re
from collections.abc import Iterable

import polib

from padanan.errors import InputError
from padanan.glossary.concept import Concept, Flag
from padanan.glossary.formats.base import Reading, Writing
from padanan.glossary.formats.languages import language
from padanan.glossary.formats.records import Grouper, Record, context, from_context, records
from padanan.glossary.formats.rows import checked
from padanan.glossary.formats.text import decode
from padanan.glossary.formats.vocabulary import Status, flags, part_of_speech, status
from padanan.glossary.problem import shown

_FACT = re.compile(r"(concept|status|pos|domain|flags|note): (.*)")
"""A line of extracted comments that is ours."""

_UNQUOTED = re.compile(
    r'^[ \t]*(?:msg[\w\[\]]+[ \t]+|(?="))(?!"(?:[^"\\\n]|\\.)*"[ \t\r]*$)', re.MULTILINE
)
"""A line whose string does not end where the line does. polib would read it without its last
character."""

_BREAKS = {ord(character): " " for character in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
"""What Python takes for line breaks and gettext does not; polib splits lines as Python does."""


def read(data: bytes) -> Reading:
    """The concepts of a PO file from Indonesian to English, or the other way round.

    Which way it goes is told by its header (`Language`, and `X-Source-Language` if there is one);
    a file that does not tell goes from Indonesian to English. Obsolete entries, fuzzy ones and
    those without a translation are left out and, but for obsolete ones, reported.

    Raises:
        InputError: It is no PO file, or of another pair of languages.
    """
    content = _decoded(data).translate(_BREAKS)
    grouper = Grouper()
    file = _parse(content, grouper)
    reverse = _is_reverse(file.metadata)
    for entry in file:
        if entry.obsolete:
            continue
        if entry.fuzzy:
            grouper.gatherer.needs_work(entry.linenum or 1, entry.msgid)
            continue
        source, target = [entry.msgid], [entry.msgstr or entry.msgstr_plural.get(0, "")]
        grouper.add(_record(entry, *((target, source) if reverse else (source, target))))
    return grouper.reading()


def write(concepts: Iterable[Concept]) -> Writing:
    """A PO file from Indonesian to English.

    Renderings to avoid are flagged `forbidden`, names that stay `read-only`, as Weblate flags them.
    """
    good, left_out = checked(concepts)
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "padanan glossary",
        "Language": "en",
        "X-Source-Language": "id",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    taken: set[tuple[str, str]] = set()
    file.extend(_entry(record, taken) for record in records(good))
    return Writing(str(file).encode() + b"\n", tuple(left_out))


def _entry(record: Record, taken: set[tuple[str, str]]) -> polib.POEntry:
    term, rendering = record.terms[0], record.renderings[0]
    place = context(record)
    # The contexts of two domains may read alike: “law”, “law (admitted: court)”.
    number = 2
    while (term, place) in taken:
        place = f"{context(record)} {number}".strip()
        number += 1
    taken.add((term, place))
    marks = ["forbidden"] if record.status is Status.AVOIDED else []
    if Flag.KEEP in record.flags and rendering == term:
        marks.append("read-only")
    facts = {
        "concept": record.key,
        "status": record.status,
        "pos": record.pos,
        "domain": record.domain,
        "flags": " ".join(sorted(record.flags)),
        "note": record.note,
    }
    comment = "\n".join(f"{name}: {value}" for name, value in facts.items() if value)
    return polib.POEntry(
        msgctxt=place or None,
        msgid=term,
        msgstr=rendering,
        comment=comment,
        flags=marks,
    )


def _record(entry: polib.POEntry, terms: list[str], renderings: list[str]) -> Record:
    facts: dict[str, str] = {}
    notes: list[str] = []
    for line in (entry.comment or "").split("\n"):
        match = _FACT.fullmatch(line)
        if match:
            facts[match[1]] = match[2]
        elif line.strip():
            notes.append(line.strip())
    notes += [line.strip() for line in (entry.tcomment or "").split("\n") if line.strip()]
    domain, known = from_context(entry.msgctxt or "")
    found = flags(facts.get("flags", ""))[0]
    if "read-only" in entry.flags and terms == renderings:
        found |= {Flag.KEEP}
    return Record(
        entry.linenum or 1,
        terms,
        renderings,
        status=Status.AVOIDED
        if "forbidden" in entry.flags
        else status(facts.get("status", "")) or known,
        key=facts.get("concept", ""),
        pos=part_of_speech(facts.get("pos", "")),
        domain=facts.get("domain", "" if "concept" in facts else domain),
        flags=found,
        note="; ".join(dict.fromkeys(filter(None, [facts.get("note", ""), *notes]))),
    )


def _decoded(data: bytes) -> str:
    """The text, in the encoding the header names."""
    match = re.search(rb"charset=([\w.:-]+)", data[:4096])
    name = match[1].decode() if match else "utf-8"
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        encoding = "utf-8"  # “CHARSET” in a file that was never filled in
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or encoding in ("utf-8", "ascii"):
        return decode(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"is not {name}, as its header says. Save it as UTF-8.") from error


def _parse(content: str, grouper: Grouper) -> polib.POFile:
    """The file; entries that cannot be parsed are reported.

    Raises:
        InputError: Nothing could be parsed.
    """
    if not re.search(r'^\s*msgid\s+"', content, re.MULTILINE):
        if content.strip():
            raise InputError("is no PO file: it has no line that begins with msgid.")
        return polib.POFile()
    try:
        return _parsed(content)
    except (OSError, ValueError, IndexError, KeyError, TypeError):
        return _parse_parts(content, grouper)


def _parsed(content: str) -> polib.POFile:
    """What polib makes of a text.

    Raises:
        OSError: It is not well formed. polib raises other errors too.
    """
    unquoted = _UNQUOTED.search(content)
    if unquoted:
        raise OSError(f"line {content.count(chr(10), 0, unquoted.start()) + 1}")
    return polib.pofile(content)


def _parse_parts(content: str, grouper: Grouper) -> polib.POFile:
    """The file, entry by entry: what stands between blank lines is one."""
    file = polib.POFile()
    start = 1
    for part in re.split(r"(\n[ \t\r]*(?=\n))", content):
        lead = len(part) - len(part.lstrip("\n"))
        if part.strip():
            try:
                parsed = _parsed(part.lstrip("\n") + "\n")
            except (OSError, ValueError, IndexError, KeyError, TypeError) as error:
                place = re.search(r"line (\d+)", str(error))
                line = start + lead + (int(place[1]) - 1 if place else 0)
                grouper.gatherer.report(
                    line, "", "The entry cannot be read here. Check its quotation marks."
                )
            else:
                if parsed.metadata and not file.metadata:
                    file.metadata = parsed.metadata
                for entry in parsed:
                    entry.linenum = (entry.linenum or 1) + start + lead - 1
                    file.append(entry)
        start += part.count("\n")
    if not file:
        raise InputError("is no PO file that can be read: no entry of it can.")
    return file


def _is_reverse(metadata: dict[str, str]) -> bool:
    """Whether the file goes from English to Indonesian.

    Raises:
        InputError: It is of another pair of languages.
    """
    target = metadata.get("Language", "").strip()
    source = metadata.get("X-Source-Language", "").strip()
    found = (language(source), language(target))
    for code, known in ((source, found[0]), (target, found[1])):
        if code and known is None:
            raise InputError(
                f"is a PO file of another language ({shown(code)} in its header). The glossary is "
                "Indonesian and English."
            )
    return found[1] == "id" or found == ("en", None)
