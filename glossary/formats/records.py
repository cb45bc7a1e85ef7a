"""Formats in which a concept takes several rows: one for each pair of a term and a rendering."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.formats.base import Reading
from padanan.glossary.formats.rows import Entry, Gatherer
from padanan.glossary.formats.vocabulary import Status
from padanan.glossary.problem import Severity, shown
from padanan.glossary.rules import clean


@dataclass(frozen=True, slots=True)
class Record:
    """One row (or unit) of a file, as it stands there.

    Attributes:
        line: 1-based line (row of a workbook) where it begins.
        terms: Indonesian terms; mostly one.
        renderings: English renderings; mostly one.
        avoided: Renderings to avoid, where the row names them apart.
        status: What is to be done with the renderings; None if the row does not say.
        key: What the rows of one concept have in common; empty if the file has no such thing.
    """

    line: int
    terms: Sequence[str]
    renderings: Sequence[str]
    avoided: Sequence[str] = ()
    status: Status | None = None
    key: str = ""
    pos: PartOfSpeech | None = None
    domain: str = ""
    flags: frozenset[Flag] = frozenset()
    note: str = ""


class Grouper:
    """Puts the rows of a concept together again.

    Rows with the same key are one concept. Where there are no keys, rows with the same first term
    in the same domain are: the first rendering is the preferred one unless a row says otherwise,
    the others are admitted.
    """

    def __init__(self) -> None:
        self.gatherer = Gatherer()
        self._groups: dict[tuple[str, ...], list[Record]] = {}

    def add(self, record: Record) -> None:
        """Take a row over."""
        if record.key:
            group: tuple[str, ...] = (record.key,)
        else:
            first = next((term for term in record.terms if term.strip()), "")
            # Rows without a term have nothing in common.
            group = (
                (clean(first), clean(record.domain).casefold())
                if first
                else ("", "", str(len(self._groups)))
            )
        self._groups.setdefault(group, []).append(record)

    def reading(self) -> Reading:
        """The concepts, in the order in which their first rows stand, and the problems."""
        entries: list[tuple[Entry, tuple[str, str]]] = []
        alike: dict[tuple[str, str], list[Entry]] = {}
        for records in self._with_avoided():
            entry = _entry(records)
            # Rows with a key are told apart by it.
            folded = _folded(entry) if _term(records) and not records[0].key else ("", "")
            entries.append((entry, folded))
            if folded[0]:
                alike.setdefault(folded, []).append(entry)
        told_apart = {
            folded for folded, same in alike.items() if len(set(map(_renderings, same))) > 1
        }
        for entry, folded in entries:
            if folded in told_apart:
                # AS, the country; as, an axle.
                self.gatherer.add(replace(entry, flags=entry.flags | {Flag.CASE}))
            elif not folded[0] or entry is alike[folded][0]:
                # Of rudal and Rudal the first is enough.
                self.gatherer.add(entry)
        return self.gatherer.reading()

    def _with_avoided(self) -> list[list[Record]]:
        """The groups; those with nothing to use in them are added to another of the same term.

        Weblate keeps a forbidden rendering in an entry of its own, in a context of its own.
        """
        useful: dict[str, dict[str, list[Record]]] = {}
        for records in self._groups.values():
            if _term(records) and any(_is_useful(record) for record in records):
                useful.setdefault(_term(records), {}).setdefault(_place(records), records)
        groups: list[list[Record]] = []
        for records in self._groups.values():
            others = useful.get(_term(records))
            if not others or any(_is_useful(record) for record in records):
                groups.append(records)
                continue
            other = _meant(_place(records), others)
            if other is None:
                self._report_homonyms(records, others)
            else:
                # Of the context only what it is for is known, not that it is a domain.
                other += [replace(record, domain="") for record in records]
        return groups

    def _report_homonyms(self, records: list[Record], others: dict[str, list[Record]]) -> None:
        """Say of renderings to avoid that it is not known which entry of the term they are for."""
        told = [
            f"line {other[0].line} ({shown(other[0].domain) if place else 'no context'})"
            for place, other in islice(others.items(), _TOLD)
        ]
        more = f" and {len(others) - _TOLD} more" if len(others) > _TOLD else ""
        for record in records:
            texts = [text for text in (*record.avoided, *record.renderings) if text.strip()]
            if texts:
                self.gatherer.report(
                    record.line,
                    "avoid",
                    f"{shown(texts[0])} is to be avoided for {shown(_term(records))}, but the "
                    "context does not say in which of its entries: "
                    f"{', '.join(told)}{more}. Left out. Begin its context with the context of "
                    "the one that is meant.",
                    Severity.WARNING,
                )


_TOLD = 3
"""Homonyms named in a message; a file may have thousands."""


def _place(records: list[Record]) -> str:
    """The domain or context of a group, capitals ignored."""
    return clean(records[0].domain).casefold()


def _meant(place: str, others: dict[str, list[Record]]) -> list[Record] | None:
    """Which of a term's groups a rendering to avoid belongs to, by its context.

    Args:
        place: Its context.
        others: The groups by theirs.

    Returns:
        The only group; of several the one in whose context `place` is or with whose whole words
        it begins, the longest such; None if there is none.
    """
    if len(others) == 1:
        return next(iter(others.values()))
    for end in range(min(len(place), max(map(len, others))), 0, -1):
        if not place[end : end + 1].isalnum() and place[:end] in others:
            return others[place[:end]]
    return None


def _term(records: list[Record]) -> str:
    return clean("".join(records[0].terms[:1]))


def _is_useful(record: Record) -> bool:
    return record.status is not Status.AVOIDED and any(text.strip() for text in record.renderings)


def _folded(entry: Entry) -> tuple[str, str]:
    """The first term and the domain with capitals ignored."""
    return clean("".join(entry.terms[:1])).casefold(), clean(entry.domain).casefold()


def _renderings(entry: Entry) -> frozenset[str]:
    return frozenset(clean(text).casefold() for text in entry.renderings)


def _entry(records: list[Record]) -> Entry:
    """The one concept that some rows describe."""
    statuses = {
        status: [
            text
            for record in records
            if (record.status or Status.ADMITTED) is status
            for text in record.renderings
        ]
        for status in Status
    }
    notes = dict.fromkeys(record.note.strip() for record in records)
    return Entry(
        records[0].line,
        terms=[term for record in records for term in record.terms],
        renderings=statuses[Status.PREFERRED] + statuses[Status.ADMITTED],
        avoided=[
            *statuses[Status.AVOIDED],
            *(text for record in records for text in record.avoided),
        ],
        pos=next((record.pos for record in records if record.pos), None),
        domain=next((record.domain for record in records if record.domain.strip()), ""),
        flags=frozenset().union(*(record.flags for record in records)),
        note="; ".join(note for note in notes if note),
    )


def records(concepts: Iterable[Concept]) -> Iterator[Record]:
    """Every pair of a term and a rendering, preferred before admitted before avoided.

    Every term has every rendering beside it, since other tools look terms up one by one. The
    concepts are numbered from 1: in `line`, and as the `key`.
    """
    for number, concept in enumerate(concepts, start=1):
        common = Record(
            number,
            (),
            (),
            key=str(number),
            pos=concept.pos,
            domain=concept.domain,
            flags=concept.flags,
            note=concept.note,
        )
        statuses = [
            (concept.preferred, Status.PREFERRED),
            *((text, Status.ADMITTED) for text in concept.admitted),
            *((text, Status.AVOIDED) for text in concept.avoided),
        ]
        for term in concept.terms:
            for rendering, status in statuses:
                yield replace(common, terms=(term,), renderings=(rendering,), status=status)


_CONTEXT = re.compile(r"(?P<domain>.*?) ?\((?P<status>admitted|avoided): .*\)")


def context(record: Record) -> str:
    """The context of a pair: its domain, and for other than preferred renderings what they are.

    Weblate and gettext take one target for a source in a context.
    """
    if record.status is Status.PREFERRED:
        return record.domain
    return f"{record.domain} ({record.status}: {record.renderings[0]})".strip()


def from_context(text: str) -> tuple[str, Status | None]:
    """The domain and status in a context; what is not ours is a domain."""
    tidy = text.strip()
    match = _CONTEXT.fullmatch(tidy) if tidy.endswith(")") else None
    return (match["domain"], Status(match["status"])) if match else (text, None)
